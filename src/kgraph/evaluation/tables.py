"""The TSV tables of this package: kinds of rows, spellings that count as one, and the schema of a facts file."""

from __future__ import annotations

import csv
from importlib.resources import files


def table(name: str) -> list[dict[str, str]]:
    """The rows of TSV file *name* by column name, in order."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))

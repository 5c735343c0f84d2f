"""What candidates are made of, as a generation keeps it for the build that comes after it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.difference import Difference
from kgraph.dataset.reader import Reader
from kgraph.identity.records import Records, dumps, loads, patched, read_records

FILE: Final = "identity.json"


def keep_records(records: Records, folder: Path) -> None:
    """Write *records* into the generation *folder*."""
    (folder / FILE).write_text(dumps(records), encoding="utf-8", newline="\n")


def records_again(store: ox.Store, change: Difference, earlier: Path) -> Records:
    """The records of *store*, from those of the generation *earlier*, whose store *change* made into it."""
    try:
        before = loads((earlier / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return read_records(Reader(store))
    return patched(before, store, change)

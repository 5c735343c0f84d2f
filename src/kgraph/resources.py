"""Finds ontology/, shapes/, queries/ and data/ in a checkout and in an installed wheel alike."""

from __future__ import annotations

import csv
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def _checkout() -> Path | None:
    root = Path(__file__).resolve().parents[2]
    return root if (root / "pyproject.toml").is_file() and (root / "src" / "kgraph").is_dir() else None


def folder(name: str) -> Traversable:
    """The resource folder *name* (``ontology``, ``shapes``, ``queries``, ``data/registry``, ``data/articles``).

    The checkout wins over a packaged copy, so that an edited file is seen at once in an editable install.
    """
    base: Traversable = _checkout() or files("kgraph")
    return base.joinpath(*name.split("/"))


def entries(name: str, suffix: str) -> list[Traversable]:
    """The files of resource folder *name* that end in *suffix*, sorted by name."""
    return sorted((f for f in folder(name).iterdir() if f.name.endswith(suffix)), key=lambda f: f.name)


def read(name: str) -> str:
    """The text of one resource, such as ``ontology/kgraph.ttl``."""
    return folder(name).read_text(encoding="utf-8")


def beside(package: str, name: str) -> str:
    """The text of file *name* that stands beside the modules of *package*."""
    return files(package).joinpath(name).read_text(encoding="utf-8")


def table(package: str, name: str) -> list[dict[str, str]]:
    """The rows, in order and by column name, of the TSV file *name* beside the modules of *package*."""
    return list(csv.DictReader(beside(package, name).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))

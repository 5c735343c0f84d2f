"""Finds ontology/, shapes/, queries/ and data/ in a checkout and in an installed wheel alike."""

from __future__ import annotations

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

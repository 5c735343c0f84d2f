"""kgraph: a knowledge graph of Vietnamese Women's Union news, every fact with the words that state it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rdflib

__version__ = "0.1.0"


def load(path: str | Path) -> rdflib.Dataset:
    """The dataset directory (or RDF file) *path* as an rdflib Dataset. Raises DatasetError where there is none."""
    from kgraph.dataset.rdflib_dataset import load as load_dataset  # rdflib is slow to import

    return load_dataset(path)

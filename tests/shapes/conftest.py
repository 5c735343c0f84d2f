"""Fixture files as datasets: every one stands on base.ttl."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset.reader import Reader

HERE = Path(__file__).parent


@pytest.fixture
def dataset() -> Callable[[str], Reader]:
    """Opens ``good/Figure.ttl`` or the like, with base.ttl."""

    def load(name: str) -> Reader:
        store = ox.Store()
        for path in (HERE / "base.ttl", HERE / name):
            store.load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("https://data.example/g"))
        return Reader(store)

    return load

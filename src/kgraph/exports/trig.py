"""TriG: the dataset with its named graphs, readable: one graph an article."""

from __future__ import annotations

from typing import IO

from kgraph.dataset.reader import Reader
from kgraph.dataset.turtle import trig
from kgraph.exports._quads import by_graph


def write(reader: Reader, out: IO[bytes]) -> None:
    """Write the dataset to *out*, graph after graph."""
    out.write(trig(by_graph(reader)))

"""All quads in a fixed order, graph after graph."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kgraph.dataset.canonical import sorted_quads
from kgraph.dataset.reader import Reader


def _graph_first(line: bytes) -> tuple[bytes, bytes]:
    # the graph is the last term before the dot
    return line.rsplit(b" ", 2)[-2], line


def by_graph(reader: Reader) -> Iterator[ox.Quad]:
    """The quads of *reader* sorted by graph, subject, predicate and object."""
    lines = sorted(sorted_quads(reader.store), key=_graph_first)
    yield from ox.parse(input=b"\n".join(lines), format=ox.RdfFormat.N_QUADS)

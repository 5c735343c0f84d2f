"""JSON-LD 1.1, expanded: the dataset with its named graphs, for web tools."""

from __future__ import annotations

from typing import IO

import pyoxigraph as ox

from kgraph.dataset.reader import Reader
from kgraph.exports._quads import by_graph


def write(reader: Reader, out: IO[bytes]) -> None:
    """Write the dataset to *out* as one JSON array of named graphs."""
    out.write((ox.serialize(by_graph(reader), format=ox.RdfFormat.JSON_LD) or b"[]") + b"\n")

"""N-Triples: the triples of all graphs, each once, one a line, sorted."""

from __future__ import annotations

from typing import IO

from kgraph.dataset.canonical import merged, sorted_quads
from kgraph.dataset.reader import Reader


def write(reader: Reader, out: IO[bytes]) -> None:
    """Write the dataset to *out* without the names of its graphs."""
    out.writelines(line + b"\n" for line in merged(sorted_quads(reader.store)))

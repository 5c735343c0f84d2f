"""N-Quads: every quad with its named graph, one a line, sorted."""

from __future__ import annotations

from typing import IO

from kgraph.dataset.canonical import sorted_quads
from kgraph.dataset.reader import Reader


def write(reader: Reader, out: IO[bytes]) -> None:
    """Write the dataset to *out*; the bytes are those of ``kgraph.nq``."""
    out.writelines(line + b"\n" for line in sorted_quads(reader.store))

"""Turtle: the triples of all graphs merged, for people and for tools that read no named graphs."""

from __future__ import annotations

from typing import IO

import pyoxigraph as ox

from kgraph.dataset.canonical import merged, sorted_quads
from kgraph.dataset.reader import Reader
from kgraph.dataset.turtle import turtle


def write(reader: Reader, out: IO[bytes]) -> None:
    """Write the dataset to *out*; the bytes are those of ``kgraph.ttl``."""
    lines = b"\n".join(merged(sorted_quads(reader.store)))
    out.write(turtle(quad.triple for quad in ox.parse(input=lines, format=ox.RdfFormat.N_TRIPLES)))

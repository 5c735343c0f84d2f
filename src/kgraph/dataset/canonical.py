"""The dataset as files whose bytes depend on its content alone: sorted N-Quads, and Turtle of the merged graphs."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kgraph.dataset.turtle import turtle


def sorted_quads(store: ox.Store) -> list[bytes]:
    """Every quad of *store* as a line of canonical N-Quads (without its newline), sorted by bytes."""
    dump = store.dump(format=ox.RdfFormat.N_QUADS)
    return sorted(dump.splitlines()) if dump else []


def write_quads(quads: list[bytes], path: Path) -> None:
    """Write ``kgraph.nq``: one quad a line, LF."""
    path.write_bytes(b"".join(line + b"\n" for line in quads))


def merged(quads: list[bytes]) -> list[bytes]:
    """The triples of all graphs as N-Triples lines, each once, sorted by subject, predicate, object."""
    return sorted({line.rsplit(b" ", 2)[0] + b" ." for line in quads}, key=_in_order)


def _in_order(line: bytes) -> bytes:
    """A node before its selectors: "…/e1" sorts before "…/e1#quote" only without the closing bracket."""
    return line.replace(b">", b" ", 1)


def write_turtle(triples: list[bytes], path: Path) -> None:
    """Write ``kgraph.ttl`` from sorted N-Triples lines, with the fixed prefixes in order of their names."""
    parsed = ox.parse(input=b"\n".join(triples), format=ox.RdfFormat.N_TRIPLES)
    path.write_bytes(turtle(quad.triple for quad in parsed))

"""Turtle and TriG whose bytes depend on the triples and their order alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from kgraph.vocab import PREFIXES

HEAD: Final = b"@prefix "
"""What each line before the first subject begins with."""


def _head_sorted(text: bytes) -> bytes:
    """*text* with its prefixes in order of their names: pyoxigraph gives them in the order of a hash table."""
    lines = text.split(b"\n", len(PREFIXES))[:-1]
    head = [line + b"\n" for line in lines if line.startswith(HEAD)]
    return b"".join(sorted(head)) + text[sum(map(len, head)) :]


def turtle(triples: Iterable[ox.Triple]) -> bytes:
    """*triples* as Turtle, in the order given, under the fixed prefixes."""
    return _head_sorted(ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b"")


def trig(quads: Iterable[ox.Quad]) -> bytes:
    """*quads* as TriG, in the order given, under the fixed prefixes."""
    return _head_sorted(ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=PREFIXES) or b"")

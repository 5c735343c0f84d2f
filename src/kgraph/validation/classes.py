"""Which classes lie below which in a store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

import pyoxigraph as ox

from kgraph.vocab import expand

Classes: TypeAlias = Mapping[str, frozenset[str]]
"""The classes below each class, itself among them; a class that is not there is its own."""
_SUBCLASS: Final = ox.NamedNode(expand("rdfs:subClassOf"))


def classes_of(store: ox.Store) -> Classes:
    """What rdfs:subClassOf says in *store*."""
    quads = store.quads_for_pattern(None, _SUBCLASS, None)
    ends = ((quad.subject, quad.object) for quad in quads)
    return below((a.value, b.value) for a, b in ends if isinstance(a, ox.NamedNode) and isinstance(b, ox.NamedNode))


def below(pairs: Iterable[tuple[str, str]]) -> Classes:
    """For each class the classes below it, from *pairs* of a class and the one above it."""
    direct: dict[str, set[str]] = {}
    for lower, upper in pairs:
        direct.setdefault(upper, set()).add(lower)
    return {upper: frozenset(_closure(upper, direct)) for upper in direct}


def at_or_below(cls: str, classes: Classes) -> list[str]:
    """*cls* and the classes below it, sorted."""
    return sorted(classes.get(cls, frozenset({cls})))


def _closure(cls: str, direct: dict[str, set[str]]) -> set[str]:
    waiting, seen = [cls], set[str]()
    while waiting:
        current = waiting.pop()
        seen.add(current)
        waiting += direct.get(current, set()) - seen
    return seen

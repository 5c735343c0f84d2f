"""What people decided already: a pair called the same or different is proposed no more, an unsure one stays so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from kgraph.dataset.ledger import Decision
from kgraph.dataset.review import merge_roots, parted, parts
from kgraph.identity.candidate import Candidate

Pair: TypeAlias = frozenset[str]


@dataclass(frozen=True, slots=True)
class Settled:
    """Pairs of IRIs that are decided, pairs that somebody was unsure of, and the node that each joined one became."""

    decided: frozenset[Pair]
    unsure: frozenset[Pair]
    roots: Mapping[str, str]

    def covers(self, one: str, other: str) -> bool:
        """Whether the pair is decided: said so, or joined over other pairs."""
        pair = self._pair(one, other)
        return len(pair) == 1 or pair in self.decided

    def doubts(self, one: str, other: str) -> bool:
        """Whether somebody was unsure of the pair."""
        return self._pair(one, other) in self.unsure

    def _pair(self, one: str, other: str) -> Pair:
        return frozenset(self.roots.get(f"<{node}>", f"<{node}>")[1:-1] for node in (one, other))


def settled(decisions: Iterable[Decision]) -> Settled:
    """The pairs of *decisions* whose nodes are IRIs in angle brackets, each node by the one that it was joined to."""
    rows = tuple(decisions)
    roots = merge_roots(rows)
    decided = frozenset(pair for row in rows if row.kind in ("same", "different") for pair in _pairs(row, roots))
    unsure = frozenset(pair for row in rows if row.kind == "unsure" for pair in _pairs(row, roots))
    return Settled(decided, unsure, roots)


def _pairs(row: Decision, roots: dict[str, str]) -> Iterator[Pair]:
    """The pair of *row*; a person parted in an article is no more the same as the one parted from."""
    first = roots.get(row.a, row.a)
    yield _pair(first, roots.get(row.b, row.b))
    if parts(row):
        fresh = parted(row)
        yield _pair(first, roots.get(fresh, fresh))


def _pair(one: str, other: str) -> Pair:
    return frozenset((one[1:-1], other[1:-1]))


def still_open(candidates: Iterable[Candidate], known: Settled) -> Iterator[Candidate]:
    """*candidates* that are not decided, marked where somebody was unsure."""
    for candidate in candidates:
        if not known.covers(candidate.a, candidate.b):
            yield replace(candidate, unsure=known.doubts(candidate.a, candidate.b))

"""The veto of the sentence: two things named side by side in one sentence are two things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.near import near
from kgraph.dataset.query_trails import query_trails
from kgraph.dataset.reader import Reader, with_prefixes
from kgraph.dataset.trails import Trail
from kgraph.identity.candidate import SAME, Candidate

_REASON: Final = "side-by-side"
_SPOTS: Final = """
SELECT DISTINCT ?node ?article ?start ?end ?suffix {
  ?fact org:member|kgo:participant|kgo:mentionedEntity ?node ; prov:wasDerivedFrom ?evidence .
  ?evidence oa:hasSource ?article ; oa:hasSelector ?place , ?words .
  ?place oa:start ?start ; oa:end ?end . ?words oa:exact ?exact . OPTIONAL { ?words oa:suffix ?suffix }
}
"""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words name a node: code points *start* to *end*; its sentence goes on to *reach* at least."""

    article: str
    start: int
    end: int
    reach: int

    def is_beside(self, other: Spot) -> bool:
        """Whether *other* stands in the same sentence, this one before it, without being the same words."""
        apart = (self.start, self.end) != (other.start, other.end)
        return self.article == other.article and apart and self.start <= other.start <= self.reach


def with_vetoes(reader: Reader, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """*candidates* with the reason ``side-by-side`` where one sentence names both."""
    every = tuple(candidates)
    spots = _spots(reader, {node for c in every if c.proposal == SAME for node in (c.a, c.b)})
    return tuple(c.because(_REASON) if _beside(spots[c.a], spots[c.b]) else c for c in every)


def _beside(one: list[Spot], other: list[Spot]) -> bool:
    return any(a.is_beside(b) or b.is_beside(a) for a, b in product(one, other))


def _spots(reader: Reader, nodes: Iterable[str]) -> defaultdict[str, list[Spot]]:
    found: defaultdict[str, list[Spot]] = defaultdict(list)
    around = near(reader.store, {ox.NamedNode(node) for node in nodes}, spot_trails())
    for row in around.values(_SPOTS):
        end = int(row["end"])
        found[row["node"]].append(Spot(row["article"], int(row["start"]), end, end + len(row.get("suffix", "")) + 1))
    return found


@lru_cache(maxsize=1)
def spot_trails() -> frozenset[Trail]:
    """How far the query for spots looks from a node."""
    return query_trails(with_prefixes(_SPOTS), "node")

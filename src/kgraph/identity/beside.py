"""The veto of the sentence: two things named side by side in one sentence are two things."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final, TypeAlias

import pyoxigraph as ox

from kgraph.dataset.difference import Difference
from kgraph.dataset.near import near
from kgraph.dataset.query_trails import query_trails
from kgraph.dataset.reader import Reader, with_prefixes
from kgraph.dataset.trails import Trail, affected
from kgraph.identity.candidate import SAME, Candidate

Vetoes: TypeAlias = Mapping[tuple[str, str], bool]
"""Of pairs of IRIs that may be one thing: whether one sentence names them side by side."""
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


def vetoes(reader: Reader, candidates: Iterable[Candidate], known: Vetoes) -> Vetoes:
    """Whether one sentence of the dataset *reader* names both of each pair of *candidates* that may be one.

    What is *known* is not looked up again.
    """
    asked = [(c.a, c.b) for c in candidates if c.proposal == SAME]
    new = [pair for pair in asked if pair not in known]
    spots = _spots(reader, {node for pair in new for node in pair})
    found = {(a, b): _beside(spots[a], spots[b]) for a, b in new}
    return {pair: known[pair] if pair in known else found[pair] for pair in asked}


def vetoed(candidates: Iterable[Candidate], known: Vetoes) -> Iterator[Candidate]:
    """*candidates* with the reason ``side-by-side`` where *known* tells that one sentence names both."""
    return (c.because(_REASON) if known.get((c.a, c.b)) else c for c in candidates)


def still_known(known: Vetoes, store: ox.Store, change: Difference) -> Vetoes:
    """What of *known* the *change* of *store* cannot have altered."""
    touched = {node.value for node in affected(store, (quad.triple for quad in change.quads), spot_trails())}
    return {pair: told for pair, told in known.items() if touched.isdisjoint(pair)}


def dumps(known: Vetoes) -> str:
    """*known* as JSON on one line."""
    return json.dumps(sorted((*pair, told) for pair, told in known.items()))


def loads(text: str) -> Vetoes:
    """The vetoes in *text*. Raises ValueError or TypeError where it is damaged."""
    return {(a, b): told for a, b, told in json.loads(text)}


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

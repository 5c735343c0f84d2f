"""The veto of the sentence: two things named side by side in one sentence are two things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from kgraph.dataset.reader import Reader
from kgraph.identity.candidate import SAME, Candidate

_REASON: Final = "side-by-side"
_BATCH: Final = 500  # nodes a query; a longer list makes the query slow to parse
_SPOTS: Final = """
SELECT DISTINCT ?node ?article ?start ?end ?suffix {
  VALUES ?node { %s }
  VALUES ?argument { org:member kgo:participant kgo:mentionedEntity }
  ?fact ?argument ?node ; prov:wasDerivedFrom ?evidence .
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
    spots = _spots(reader, sorted({node for c in every if c.proposal == SAME for node in (c.a, c.b)}))
    return tuple(c.because(_REASON) if _beside(spots[c.a], spots[c.b]) else c for c in every)


def _beside(one: list[Spot], other: list[Spot]) -> bool:
    return any(a.is_beside(b) or b.is_beside(a) for a, b in product(one, other))


def _spots(reader: Reader, nodes: list[str]) -> defaultdict[str, list[Spot]]:
    found: defaultdict[str, list[Spot]] = defaultdict(list)
    for batch in _batches(nodes):
        for row in reader.values(_SPOTS % " ".join(f"<{node}>" for node in batch)):
            end = int(row["end"])
            found[row["node"]].append(
                Spot(row["article"], int(row["start"]), end, end + len(row.get("suffix", "")) + 1)
            )
    return found


def _batches(nodes: list[str]) -> Iterator[list[str]]:
    return (nodes[first : first + _BATCH] for first in range(0, len(nodes), _BATCH))

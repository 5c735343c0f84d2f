"""What a person may look at: open candidates first, the best founded before others, then doubtful facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kgraph.dataset.entities import kind_of
from kgraph.dataset.ledger import Decision
from kgraph.dataset.reader import Reader
from kgraph.dataset.review import resolved
from kgraph.identity.settled import Settled, settled

KINDS: Final = ("person", "union", "body", "programme", "event", "fact")
FACT: Final = "fact"
_CANDIDATES: Final = """
SELECT ?candidate ?proposed ?score ?node ?unsure {
  ?candidate a kgo:IdentityCandidate ; kgo:proposedDecision/skos:notation ?proposed ; kgo:score ?score ;
    kgo:candidateFor ?node .
  OPTIONAL { ?candidate kgo:decidedSoFar ?unsure }
}
"""
_REASONS: Final = """
SELECT ?candidate ?weight ?words {
  ?candidate kgo:candidateReason ?reason . ?reason kgo:weight ?weight ; skos:prefLabel ?words .
  FILTER (LANG(?words) = "%s")
}
"""
_INFERRED: Final = """
SELECT DISTINCT ?fact ?article {
  ?fact prov:wasDerivedFrom ?evidence . ?evidence kgo:confidence kgs:confidence-inferred ; oa:hasSource ?article
}
"""
_FACTS: Final = "SELECT DISTINCT ?fact ?article { ?fact prov:wasDerivedFrom/oa:hasSource ?article }"


@dataclass(frozen=True, slots=True)
class Item:
    """Something to decide: *a* and *b* are IRIs (*b* empty for a fact), *kind* is one of `KINDS`.

    *proposal* is ``same`` or ``different``, empty for a fact; *reasons* are in words.
    """

    kind: str
    a: str
    b: str = ""
    proposal: str = ""
    score: Decimal | None = None
    reasons: tuple[str, ...] = ()
    unsure: bool = False


def candidate_items(reader: Reader, lang: str) -> list[Item]:
    """The candidates of the dataset, the highest score first; those that somebody was unsure of last."""
    reasons, rows = _reasons(reader, lang), defaultdict[str, list[dict[str, str]]](list)
    for row in reader.values(_CANDIDATES):
        rows[row["candidate"]].append(row)
    found = [_candidate(group, reasons[iri]) for iri, group in rows.items()]
    return sorted(found, key=lambda item: (item.unsure, -(item.score or 0), item.a, item.b))


def _candidate(rows: list[dict[str, str]], reasons: list[tuple[Decimal, str]]) -> Item:
    """A person comes before the article in which they may be another; else the order is that of IRIs."""
    nodes = sorted({row["node"] for row in rows}, key=lambda node: (kind_of(node) == "article", node))
    words = tuple(f"{text} ({weight:+})" for weight, text in sorted(reasons, key=lambda r: (-r[0], r[1])))
    first = rows[0]
    return Item(
        kind=kind_of(nodes[0]),
        a=nodes[0],
        b=nodes[1],
        proposal=first["proposed"],
        score=Decimal(first["score"]),
        reasons=words,
        unsure="unsure" in first,
    )


def _reasons(reader: Reader, lang: str) -> defaultdict[str, list[tuple[Decimal, str]]]:
    found: defaultdict[str, list[tuple[Decimal, str]]] = defaultdict(list)
    for row in reader.values(_REASONS % lang):
        found[row["candidate"]].append((Decimal(row["weight"]), row["words"]))
    return found


def doubtful_facts(reader: Reader, findings: Iterable[tuple[str, str]], inferred: str) -> list[Item]:
    """Facts with *findings*, given as (IRI of a node, message), then those with the doubt *inferred*, by article."""
    articles = {row["fact"]: row["article"] for row in reader.values(_FACTS)}
    doubts: dict[str, list[str]] = defaultdict(list)
    for focus, message in findings:
        if focus in articles and message not in doubts[focus]:
            doubts[focus].append(message)
    found = [Item(FACT, fact, reasons=tuple(doubts[fact])) for fact in sorted(doubts, key=lambda f: (articles[f], f))]
    others = sorted({(row["article"], row["fact"]) for row in reader.values(_INFERRED)})
    return [*found, *(Item(FACT, fact, reasons=(inferred,)) for _, fact in others if fact not in doubts)]


@dataclass(frozen=True, slots=True)
class Answered:
    """What the ledger holds already."""

    pairs: Settled
    facts: frozenset[str]

    def covers(self, item: Item, ask_unsure: bool = False) -> bool:
        """Whether *item* is decided, in itself or by what follows from others; *ask_unsure* opens unsure ones again."""
        if item.kind == FACT:
            return item.a.rpartition("/")[2] in self.facts
        return self.pairs.covers(item.a, item.b) or (not ask_unsure and self.pairs.doubts(item.a, item.b))


def answered(decisions: Iterable[Decision]) -> Answered:
    """What the *decisions* of a ledger, as people wrote them, answer."""
    rows = tuple(decisions)
    keys = frozenset(row.a.rpartition("/")[2] for row in rows if row.kind in ("wrong", "right"))
    return Answered(settled(resolved(row, {}) for row in rows), keys)


def chosen(items: Iterable[Item], kinds: Collection[str]) -> Iterator[Item]:
    """The *items* of *kinds*; all where no kind is named."""
    return (item for item in items if not kinds or item.kind in kinds)

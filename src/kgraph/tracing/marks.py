"""What was seen in an article: every mention of every kind, and words that only a doubt speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from kgraph.document import Document, Doubt, Mention
from kgraph.model import Entity, Span
from kgraph.tracing.model import Run
from kgraph.tracing.tables import reasons

_KINDS = {"union": "union", "women": "union", "cluster": "union", "body": "body"}


@dataclass(frozen=True, slots=True)
class Seen:
    """Words of one *kind*, the rule that read them, and what they mean by which method (a ``kgs:res-*``)."""

    span: Span
    kind: str
    rule: str = ""
    entities: tuple[Entity, ...] = ()
    method: str = ""


def seen(run: Run) -> tuple[Seen, ...]:
    """Everything seen in the article, in text order, longer words first."""
    found = list(chain(_agents(run.document), _persons(run.document), _programmes(run.document)))
    found += chain(_others(run), _events(run.document), _groups(run.document), _awards(run))
    found += _doubted(run.doubts, found)
    return tuple(sorted(dict.fromkeys(found), key=lambda s: (s.span.start, -s.span.end, s.kind, s.rule)))


def _agents(document: Document) -> Iterator[Seen]:
    for agent in document.agents:
        method = agent.resolution.method if agent.resolution else ""
        yield Seen(agent.span, _KINDS[agent.kind], agent.rule, agent.entities, method)


def _persons(document: Document) -> Iterator[Seen]:
    known = {person.span: person.entity for person in document.persons}
    for mention in document.mentions.persons:
        yield Seen(mention.span, "person", mention.rule, _one(known.get(mention.span)))


def _programmes(document: Document) -> Iterator[Seen]:
    """ "Đề án (938, 939)" names several by the same words: one mark with all of them."""
    for mention in _once(document.mentions.programmes):
        same = (programme.entity for programme in document.programmes if programme.span == mention.span)
        yield Seen(mention.span, "programme", mention.rule, tuple(dict.fromkeys(same)))


def _others(run: Run) -> Iterator[Seen]:
    mentions = run.document.mentions
    read = {reading.span: reading for reading in run.readings}
    agents = [agent.span for agent in run.document.agents]
    for name in mentions.places:
        if not any(span.overlaps(name.span) for span in agents):
            place = read.get(name.span)
            yield Seen(name.span, "place", "", _one(place.entity if place else None), (place and place.method) or "")
    for date in mentions.dates:
        event = read.get(date.span)
        yield Seen(date.span, "date", date.rule, _one(event.entity if event else None))
    kinds = (("quantity", mentions.quantities), ("document", mentions.documents), ("theme", mentions.themes))
    yield from (Seen(m.span, kind, m.rule) for kind, found in kinds for m in _once(found))


def _events(document: Document) -> Iterator[Seen]:
    return (Seen(span, "event", event.rule, (event.entity,)) for event in document.events for span in event.spans)


def _groups(document: Document) -> Iterator[Seen]:
    """Parties that nobody names: "các đơn vị"."""
    parts = (part for event in document.events for part in event.participants if part.entity.kind == "group")
    return (Seen(part.span, "group", part.rule, (part.entity,)) for part in parts)


def _awards(run: Run) -> Iterator[Seen]:
    """Awards without a named giver or recipient ("giải Nhất cho đội thôn Đông"), which no other words stand for."""
    for statement in run.statements:
        named = [(name, value) for name, value in statement.values if isinstance(value, Entity)]
        if statement.kind == "award-grant" and [name for name, _ in named] == ["kgo:awardType"]:
            yield from (Seen(quote.span, "award", quote.rule, _one(named[0][1])) for quote in statement.evidence)


def _doubted(doubts: Iterable[Doubt], found: Iterable[Seen]) -> list[Seen]:
    """Words that no recogniser reads by themselves: a post without a body, an award without a giver."""
    known = {seen.span for seen in found}
    return [Seen(doubt.span, reasons()[doubt.reason].kind) for doubt in doubts if doubt.span not in known]


def _one(entity: Entity | None) -> tuple[Entity, ...]:
    return (entity,) if entity else ()


def _once(mentions: Iterable[Mention]) -> Iterator[Mention]:
    return iter({mention.span: mention for mention in mentions}.values())

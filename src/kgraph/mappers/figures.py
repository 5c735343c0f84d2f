"""Figures: what is counted or paid, by whom, of what kind: achieved, target, planned or stock."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kgraph.document import Agent, Document, Doubt, QuantityMention
from kgraph.mappers._actors import actor_at
from kgraph.mappers._evidence import around, clause, evidence, public
from kgraph.mappers._headline import in_headline
from kgraph.mappers._programme_uses import programme_of
from kgraph.mappers._time import period, year_at
from kgraph.model import Iri, Span, Statement, Term, Text, Typed
from kgraph.registry.table import rows
from kgraph.registry.words import any_of, lowered, rx, whole

REPEATS = True
_PLANNED = whole("figure-planned")
_TARGET = rx(rf"(?<!\p{{L}}){any_of('figure-target')}(?!\p{{L}})(?! được giao)")
_STOCK = whole("figure-stock")
_ABOUT_CHARS = 110
_BOUNDS = {
    "almost": "schema:maxValue",
    "at-most": "schema:maxValue",
    "over": "schema:minValue",
    "at-least": "schema:minValue",
}
_SUBJECT_CHARS = 300  # how far before a number its subject may stand for one quote to show both


def map_statements(document: Document) -> Iterator[Statement]:
    """One figure for each quantity in a sentence in which a body acts; nobody's figure is nobody's fact."""
    for quantity in document.mentions.quantities:
        subject = actor_at(document, quantity.span.start)
        if subject is not None and not in_headline(document, quantity.span.start):
            yield _figure(document, quantity, subject)


def doubts(document: Document) -> Iterator[Doubt]:
    """Quantities that are no figure: nobody acts in their sentence, or they stand in the headline."""
    for quantity in document.mentions.quantities:
        if in_headline(document, quantity.span.start):
            yield Doubt(quantity.span, "quantity-in-headline")
        elif actor_at(document, quantity.span.start) is None:
            yield Doubt(quantity.span, "quantity-without-subject")


def _figure(document: Document, quantity: QuantityMention, subject: Agent) -> Statement:
    sentence = document.article.sentences[document.sentence_at(quantity.span.start)]
    said = sentence.contains(subject.span) and subject.form != "implied"
    words = _words(document, quantity)
    near = said and 0 <= quantity.span.start - subject.span.start <= _SUBJECT_CHARS
    shows = [quantity.span, subject.span] if said else [quantity.span]
    whole = around(subject.span, words) if near else words
    quote = evidence(document, whole, "figure", "stated" if said else "inferred", [subject.resolution], shows)
    return Statement("figure", "kgo:ReportedFigure", tuple(_values(document, quantity, subject, words)), (quote,))


def _values(document: Document, quantity: QuantityMention, subject: Agent, words: Span) -> Iterator[tuple[str, Term]]:
    yield "kgo:value", number(quantity.value)
    yield "kgo:unit", Iri(f"kgs:{unit(quantity.unit)}")
    yield "kgo:unitText", Text(quantity.unit)
    yield "kgo:rawText", Text(" ".join(quantity.span.of(document.article.text).split()))
    yield "kgo:qualifier", Iri(f"kgs:q-{quantity.qualifier}")
    yield "kgo:figureKind", Iri(f"kgs:{_kind(document, quantity, words)}")
    yield "kgo:reportedFor", subject.entities[0]
    yield "kgo:about", Text(" ".join(public(document, words, quantity.span).of(document.article.text).split()))
    if quantity.qualifier in _BOUNDS:
        yield _BOUNDS[quantity.qualifier], number(quantity.value)
    programme = programme_of(document, quantity.span, words)
    if programme is not None:
        yield "kgo:programme", programme.entity
    yield from period(year_at(document, quantity.span.start))


def number(value: float) -> Typed:
    """A number as integer where it is one, else as decimal."""
    if value == int(value):
        return Typed(str(int(value)), "xsd:integer")
    return Typed(f"{value:.6f}".rstrip("0"), "xsd:decimal")


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    return {row["words"]: row["concept"] for row in rows("units.tsv")}


@lru_cache(maxsize=4096)
def unit(words: str) -> str:
    """The unit concept of the counted noun: its longest listed beginning, else a thing."""
    parts = words.lower().split()
    found = (" ".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((_units()[head] for head in found if head in _units()), "unit-thing")


def _words(document: Document, quantity: QuantityMention) -> Span:
    """The clause that holds the quantity, cut to its surroundings between two words."""
    found, text = clause(document, quantity.span.start), document.text
    start, end = quantity.span.start - _ABOUT_CHARS, quantity.span.end + _ABOUT_CHARS
    if start > found.start:
        start = text.find(" ", start, quantity.span.start) + 1 or quantity.span.start
    if end < found.end:
        end = max(text.rfind(" ", quantity.span.end, end), quantity.span.end)
    return Span(max(found.start, start), max(quantity.span.end, min(found.end, end)))


def _kind(document: Document, quantity: QuantityMention, words: Span) -> str:
    lead = lowered(document.text)[words.start : quantity.span.end]
    sentence = document.article.sentences[document.sentence_at(quantity.span.start)]
    if _PLANNED.search(lead):
        return "kind-planned"
    if _TARGET.search(lead) or _PLANNED.search(lowered(document.text), sentence.start, quantity.span.start):
        return "kind-target"
    return "kind-stock" if _STOCK.search(lead) else "kind-achieved"

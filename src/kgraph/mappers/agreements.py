"""Agreements: what was signed at a signing; its parties are the participations of the event."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.document import Document, Event
from kgraph.mappers._evidence import evidence
from kgraph.model import Iri, Statement, Term, Typed
from kgraph.registry.words import rx

_KINDS = (
    ("giao ước", "agreement-pledge"),
    ("phối hợp", "agreement-coordination"),
    ("liên tịch", "agreement-coordination"),
)
_YEAR = rx(r"(?<!\d)năm (?P<year>20\d\d)")
_PERIOD = rx(r"giai đoạn (?P<start>20\d\d)\s*[-–—]\s*(?P<end>20\d\d)")


def map_statements(document: Document) -> Iterator[Statement]:
    """One agreement for each signing that was held."""
    for event in document.events:
        if event.kind == "signing" and not event.planned:
            quote = evidence(document, event.spans[0], event.rule, event.confidence)
            yield Statement("agreement", "kgo:Agreement", tuple(_values(document, event)), (quote,))


def _values(document: Document, event: Event) -> Iterator[tuple[str, Term]]:
    kind = next((concept for word, concept in _KINDS if word in event.name.lower()), "agreement-other")
    yield "kgo:agreementKind", Iri(f"kgs:{kind}")
    yield "kgo:signedAt", event.entity
    if year := _YEAR.search(event.name):
        yield "kgo:year", Typed(year["year"], "xsd:integer")
    if period := _PERIOD.search(event.name):
        yield "kgo:period", Typed(f"{period['start']}/{period['end']}", "edtf:EDTF")
    programme = next((p.entity for p in document.programmes if any(s.contains(p.span) for s in event.spans)), None)
    if programme is not None:
        yield "kgo:programme", programme

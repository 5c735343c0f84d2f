"""Events with kind, host, time and status."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.document import Document, Event
from kgraph.mappers._evidence import evidence
from kgraph.model import Iri, Statement, Term, Text, Typed


def map_statements(document: Document) -> Iterator[Statement]:
    """One event node each, under the key that its participations name."""
    for event in document.events:
        quotes = tuple(evidence(document, span, event.rule, event.confidence) for span in event.spans[:3])
        yield Statement("event", "kgo:Event", tuple(_values(event)), quotes, key=event.entity.key)


def _values(event: Event) -> Iterator[tuple[str, Term]]:
    yield "skos:prefLabel", Text(event.name)
    yield "kgo:eventKind", Iri(f"kgs:event-{event.kind}")
    yield "kgo:eventStatus", Iri("kgs:status-planned" if event.planned else "kgs:status-held")
    if event.host is not None:
        yield "schema:organizer", event.host
    if event.ordinal is not None:
        yield "kgo:ordinal", Typed(str(event.ordinal), "xsd:integer")
    if event.edtf is not None:
        yield "kgo:eventDate", Typed(event.edtf, "edtf:EDTF")
        yield "kgo:datePrecision", Iri(f"kgs:{event.precision}")
        yield "kgo:dateBasis", Iri(f"kgs:{event.basis}")
    if event.earliest is not None:
        yield "kgo:earliestDate", Typed(event.earliest, "xsd:date")
    if event.latest is not None:
        yield "kgo:latestDate", Typed(event.latest, "xsd:date")
    yield from (("kgo:conflictsWith", other) for other in event.conflicts)

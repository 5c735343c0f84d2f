"""Who took part in an event, in which role."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.document import Document
from kgraph.mappers._evidence import evidence
from kgraph.model import Iri, Statement, Term


def map_statements(document: Document) -> Iterator[Statement]:
    """One participation for each participant and role; a person gives a speech and attends in two."""
    for event in document.events:
        for part in event.participants:
            values: tuple[tuple[str, Term], ...] = (
                ("kgo:participationIn", event.entity),
                ("kgo:participant", part.entity),
                ("kgo:role", Iri(f"kgs:{part.role}")),
            )
            quote = evidence(document, part.span, part.rule, part.confidence)
            yield Statement("participation", "kgo:Participation", values, (quote,))

"""Entities that an article's own graph describes: persons, unlisted bodies and programmes, themes, documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgraph.dataset.nquads import Triple
from kgraph.dataset.terms import search_label, types, vietnamese
from kgraph.model import Entity, Statement, Term, Text
from kgraph.vocab import entity_iri


def entity_triples(statements: Iterable[Statement]) -> Iterator[Triple]:
    """The description of every entity with types that *statements* or their resolutions name, each once.

    Of an entity of the registry only the other name is told under which the article speaks of it.
    """
    best: dict[tuple[str, str], Entity] = {}
    for entity in _named(statements):
        if entity.types or entity.values:
            place = (entity.kind, entity.key)
            best[place] = max(entity, best.get(place, entity), key=_fullness)
    for _, entity in sorted(best.items()):
        yield from _description(entity)


def _named(statements: Iterable[Statement]) -> Iterator[Entity]:
    for statement in statements:
        yield from _entities(term for _, term in statement.values)
        yield from _entities(r.entity for e in statement.evidence for r in e.resolutions)


def _entities(terms: Iterable[Term]) -> Iterator[Entity]:
    for term in terms:
        if isinstance(term, Entity):
            yield term
            yield from _entities(value for _, value in term.values)


def _fullness(entity: Entity) -> tuple[int, int, str, str]:
    """One spelling must win wherever its mention stands, so the order of statements does not count."""
    return len(entity.types), len(entity.values), entity.label, repr(entity.values)


def _description(entity: Entity) -> Iterator[Triple]:
    node = entity_iri(entity.kind, entity.key)
    yield from types(node, *entity.types)
    yield from ((node, name, term) for name, term in entity.values)
    if not entity.types:
        return
    labels = [
        t.value for name, t in entity.values if name == "skos:prefLabel" and isinstance(t, Text) and t.lang == "vi"
    ]
    if entity.label and not labels:
        yield node, "skos:prefLabel", vietnamese(entity.label)
    if label := next(iter(labels), entity.label):
        yield search_label(node, label)

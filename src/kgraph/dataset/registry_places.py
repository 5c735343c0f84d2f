"""Describes administrative units for the registry graph."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.model import Entity, Iri, Term, Text, Typed
from kgraph.registry.places import KINDS, LEVELS, Place, places
from kgraph.vietnamese import search_form


def describe(key: str) -> Iterator[tuple[str, Term]]:
    """Predicate and object of each triple about the place *key*. Raises RegistryError on an unknown key."""
    place = places()[key]
    yield "rdf:type", Iri("kgo:AdministrativeUnit")
    yield "skos:prefLabel", Text(place.label)
    yield "schema:name", Text(place.name)
    yield "kgo:searchLabel", Typed(search_form(place.label), "xsd:string")
    yield "kgo:level", Iri(LEVELS[place.level])
    yield "kgo:placeKind", Iri(KINDS[place.kind])
    yield from _optional(place)


def _optional(place: Place) -> Iterator[tuple[str, Term]]:
    if place.parent:
        yield "schema:containedInPlace", Entity("place", place.parent)
    yield from period(place)
    for vintage, code in (named.split(":") for named in place.codes):
        yield "skos:notation", Typed(code, f"kgs:{vintage}")


def period(place: Place) -> Iterator[tuple[str, Term]]:
    """The first and last day of *place*, as far as they are known; the union at the place has the same."""
    days = zip(("kgo:validFrom", "kgo:validTo"), place.period, strict=True)
    yield from ((name, Typed(day, "xsd:date")) for name, day in days if day)

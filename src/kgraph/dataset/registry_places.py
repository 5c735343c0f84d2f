"""Describes administrative units for the registry graph, and the changes that turned some into others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kgraph.model import Entity, Iri, Term, Text, Typed
from kgraph.registry.places import KINDS, LEVELS, Place, places, predecessors, successors
from kgraph.vietnamese import search_form

_CHANGE_WORDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "merged": ("Sáp nhập", "Merger of"),
        "divided": ("Chia", "Division of"),
        "renamed": ("Đổi tên", "Renaming of"),
        "unchanged": ("Giữ nguyên", "Continuation of"),
    }
)


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
    days = (("kgo:validFrom", place.valid_from), ("kgo:validTo", place.valid_to))
    yield from ((name, Typed(day, "xsd:date")) for name, day in days if day)
    for vintage, code in (named.split(":") for named in place.codes):
        yield "skos:notation", Typed(code, f"kgs:{vintage}")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """The end of the place *old* and the places *new* that took over its land, on *date* (YYYY-MM-DD)."""

    old: str
    new: tuple[str, ...]
    kind: str
    date: str

    def values(self) -> Iterator[tuple[str, Term]]:
        """Predicate and object of each triple about the change."""
        vi, en = _CHANGE_WORDS[self.kind]
        place = places()[self.old]
        yield "rdf:type", Iri("org:ChangeEvent")
        yield "skos:prefLabel", Text(f"{vi} {place.label}")
        yield "skos:prefLabel", Text(f"{en} {place.label_en}", "en")
        yield "kgo:searchLabel", Typed(search_form(f"{vi} {place.label}"), "xsd:string")
        yield "dct:date", Typed(self.date, "xsd:date")
        yield "kgo:changeFrom", Entity("place", self.old)
        yield from (("kgo:changeTo", Entity("place", key)) for key in self.new)


def changes(keys: Iterable[str]) -> tuple[Change, ...]:
    """The changes that the places *keys* came out of or went into, by the key of the place that ended."""
    ended = {row.old for key in keys for row in (*successors(key), *predecessors(key))}
    return tuple(_change(old) for old in sorted(ended))


def _change(old: str) -> Change:
    rows = successors(old)
    return Change(old, tuple(sorted(row.new for row in rows)), rows[0].change, rows[0].date)

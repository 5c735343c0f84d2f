"""Tells how places and the unions at them went over into others: one event for all that became one new unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from kgraph.model import Entity, Iri, Term, Text, Typed
from kgraph.registry.places import places, predecessors, successors
from kgraph.registry.unions import union_label, union_label_en
from kgraph.vietnamese import search_form
from kgraph.vocab import entity_iri

_Triple: TypeAlias = tuple[str, str, Term]

# What made the new unit, by the kinds of its rows; they differ where it got all of one unit and a part of another.
_WORDS: Final[Mapping[frozenset[str], tuple[str, str]]] = MappingProxyType(
    {
        frozenset({"merged"}): ("Sáp nhập vào", "Merger into"),
        frozenset({"renamed"}): ("Đổi thành", "Change into"),
        frozenset({"unchanged"}): ("Giữ nguyên", "Continuation of"),
    }
)
_OTHERWISE: Final = ("Sắp xếp lại thành", "Reorganisation into")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """The places *old* whose land went to the place *new* on *date* (YYYY-MM-DD); *kinds* are those of the rows."""

    new: str
    date: str
    old: tuple[str, ...]
    kinds: frozenset[str]

    @property
    def key(self) -> str:
        """A unit may take over others more than once, so the day belongs to the key."""
        return f"{self.new}.{self.date}"

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all places that the change is about."""
        return (*self.old, self.new)


def changes(keys: Iterable[str]) -> tuple[Change, ...]:
    """The changes that the places *keys* came out of or went into, by key."""
    rows = {row for key in keys for row in (*successors(key), *predecessors(key))}
    return tuple(_change(new, date) for new, date in sorted({(row.new, row.date) for row in rows}))


def _change(new: str, date: str) -> Change:
    rows = [row for row in predecessors(new) if row.date == date]
    return Change(new, date, tuple(sorted(row.old for row in rows)), frozenset(row.change for row in rows))


def place_change(change: Change) -> Iterator[_Triple]:
    """The event in which places went over into another."""
    node, place = entity_iri("change", change.key), places()[change.new]
    yield from _event(node, change, place.label, place.label_en)
    yield from ((node, "kgo:changeFrom", Entity("place", key)) for key in change.old)
    yield node, "kgo:changeTo", Entity("place", change.new)


def union_change(change: Change) -> Iterator[_Triple]:
    """The event in which the unions of those places went over into another, and the links of the unions to it."""
    node, place = entity_iri("union-change", change.key), places()[change.new]
    yield from _event(node, change, union_label(place), union_label_en(place))
    for key in change.old:
        yield node, "org:originalOrganization", Entity("union", key)
        yield entity_iri("union", key), "org:changedBy", Entity("union-change", change.key)
    yield node, "org:resultingOrganization", Entity("union", change.new)
    yield entity_iri("union", change.new), "org:resultedFrom", Entity("union-change", change.key)


def _event(node: str, change: Change, vi: str, en: str) -> Iterator[_Triple]:
    words_vi, words_en = _WORDS.get(change.kinds, _OTHERWISE)
    yield node, "rdf:type", Iri("org:ChangeEvent")
    yield node, "skos:prefLabel", Text(f"{words_vi} {vi}")
    yield node, "skos:prefLabel", Text(f"{words_en} {en}", "en")
    yield node, "kgo:searchLabel", Typed(search_form(f"{words_vi} {vi}"), "xsd:string")
    yield node, "dct:date", Typed(change.date, "xsd:date")

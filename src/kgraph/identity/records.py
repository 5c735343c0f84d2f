"""What candidates are made of, read once and kept from build to build."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import chain
from typing import Any, Final, TypeVar

import pyoxigraph as ox

from kgraph.dataset.difference import Difference
from kgraph.dataset.near import near
from kgraph.dataset.reader import Reader
from kgraph.dataset.trails import affected
from kgraph.identity.happenings import Happening
from kgraph.identity.named import Named
from kgraph.identity.offices import Holding
from kgraph.identity.people import Individual
from kgraph.identity.reading import READ, happenings, individuals, labels_of, named, reading_trails
from kgraph.vocab import DATA, expand, graph_iri

_T = TypeVar("_T", Happening, Individual, Named)
_KINDS: Final = tuple(f"{DATA}id/{kind}/" for kind in READ)
_REGISTRY: Final = ox.NamedNode(graph_iri("registry"))
_PARTS: Final = ("people", "named", "events")
_LABEL: Final = ox.NamedNode(expand("skos:prefLabel"))


@dataclass(frozen=True, slots=True)
class Records:
    """The persons (without their events), other named things and events of a dataset, each by IRI."""

    people: tuple[Individual, ...]
    named: tuple[Named, ...]
    events: tuple[Happening, ...]


def read_records(reader: Reader) -> Records:
    """All records of the dataset *reader*."""
    labels = labels_of(reader)
    return Records(individuals(reader, labels), named(reader, labels), happenings(reader, labels))


def patched(records: Records, store: ox.Store, change: Difference) -> Records:
    """*records* after *change* was put into *store*: what it concerns is read again."""
    nodes = affected(store, (quad.triple for quad in change.quads), reading_trails())
    touched = {node for node in nodes if isinstance(node, ox.NamedNode) and node.value.startswith(_KINDS)}
    around = near(store, touched, reading_trails())
    around.store.extend(quad for node in touched for quad in store.quads_for_pattern(node, _LABEL, None, _REGISTRY))
    found, gone = read_records(around), {node.value for node in touched}
    return Records(
        _merged(records.people, found.people, gone),
        _merged(records.named, found.named, gone),
        _merged(records.events, found.events, gone),
    )


def _merged(before: Iterable[_T], found: Iterable[_T], touched: Collection[str]) -> tuple[_T, ...]:
    kept = (record for record in before if record.iri not in touched)
    new = (record for record in found if record.iri in touched)
    return tuple(sorted(chain(kept, new), key=lambda record: record.iri))


def dumps(records: Records) -> str:
    """*records* as JSON on one line."""
    return json.dumps([[_row(record) for record in getattr(records, name)] for name in _PARTS], ensure_ascii=False)


def _row(record: Any) -> list[object]:
    """The fields of *record* in their order, without names; sets in order."""
    return [_plain(getattr(record, name)) for name in _names(record.__class__)]


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_row(held) for held in value]
    return sorted(value) if isinstance(value, frozenset) else value


@lru_cache(maxsize=8)
def _names(of: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(of))


def loads(text: str) -> Records:
    """The records in *text*. Raises ValueError or TypeError where it is damaged."""
    people, things, events = json.loads(text)
    return Records(tuple(map(_individual, people)), tuple(map(_named, things)), tuple(map(_happening, events)))


def _individual(row: list[Any]) -> Individual:
    iri, name, province, holdings, events = row
    return Individual(iri, name, province, tuple(Holding(*held) for held in holdings), frozenset(events))


def _named(row: list[Any]) -> Named:
    iri, label, sort, place, code, listed, by = row
    return Named(iri, label, sort, place, code, listed, frozenset(by))


def _happening(row: list[Any]) -> Happening:
    iri, label, kind, hosts, articles, day, ordinal, participants = row
    return Happening(iri, label, kind, frozenset(hosts), frozenset(articles), day, ordinal, frozenset(participants))

"""What candidates are made of, read once and kept from build to build."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
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
    """*records* as JSON."""
    return json.dumps({name: getattr(records, name) for name in _PARTS}, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> object:
    """A record by its fields (`asdict` is ten times slower), a set in order."""
    return sorted(value) if isinstance(value, frozenset) else {f.name: getattr(value, f.name) for f in fields(value)}


def loads(text: str) -> Records:
    """The records in *text*. Raises ValueError, KeyError or TypeError where it is damaged."""
    values = json.loads(text)
    return Records(
        tuple(_individual(row) for row in values["people"]),
        tuple(Named(**row | {"by": frozenset(row["by"])}) for row in values["named"]),
        tuple(Happening(**row | _sets(row, "hosts", "articles", "participants")) for row in values["events"]),
    )


def _individual(row: dict[str, Any]) -> Individual:
    holdings = tuple(Holding(**held) for held in row["holdings"])
    return Individual(**row | {"holdings": holdings} | _sets(row, "events"))


def _sets(row: dict[str, Any], *names: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(row[name]) for name in names}

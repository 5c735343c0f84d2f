"""Reads from a dataset what candidates are made of.

One property a query where a node is described in many graphs: a join over their union grows with the square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kgraph.dataset.query_trails import query_trails
from kgraph.dataset.reader import Reader, with_prefixes
from kgraph.dataset.trails import Trail
from kgraph.identity.happenings import Happening, signatures
from kgraph.identity.named import Named
from kgraph.identity.offices import Holding, kind_and_key
from kgraph.identity.people import Individual
from kgraph.registry.places import COUNTRY
from kgraph.vocab import DATA, graph_iri

KINDS: Final = ("body", "programme", "union")
"""Kinds of things that are compared by their names."""
READ: Final = ("event", "person", *KINDS)
"""Kinds of things that are read."""
_TRUE: Final = ("true", "1")
_LABELS: Final = "SELECT DISTINCT ?node ?value { ?node skos:prefLabel ?value FILTER (LANG(?value) = 'vi') }"
_LISTED: Final = f"SELECT ?node {{ GRAPH <{graph_iri('registry')}> {{ ?node skos:prefLabel ?label }} }}"
_HOLDINGS: Final = """
SELECT DISTINCT ?person ?post ?body ?day ?former ?article {
  ?fact a org:Membership ; org:member ?person ; org:role ?post ; org:organization ?body ;
    prov:wasDerivedFrom/oa:hasSource ?article .
  OPTIONAL { ?fact kgo:attestedOn ?day } OPTIONAL { ?fact kgo:former ?former }
}
"""
_EVENTS: Final = """
SELECT DISTINCT ?node ?kind ?article ?earliest ?latest ?ordinal {
  ?node a kgo:Event ; kgo:eventKind ?kind ; prov:wasDerivedFrom/oa:hasSource ?article .
  OPTIONAL { ?node kgo:earliestDate ?earliest ; kgo:latestDate ?latest } OPTIONAL { ?node kgo:ordinal ?ordinal }
}
"""
_PARTS: Final = "SELECT DISTINCT ?node ?value { ?fact kgo:participationIn ?node ; kgo:participant ?value }"
_DONE: Final = "SELECT DISTINCT ?node ?value { ?fact kgo:programme ?node ; kgo:implementer ?value }"
_VALUES: Final = "SELECT DISTINCT ?node ?value {{ ?node {} ?value }}"
_SORT: Final = "kgo:bodyKind|kgo:programmeKind|kgo:level"
_ABOUT: Final = {
    "person": (_HOLDINGS,),
    "node": (_LABELS, _EVENTS, _PARTS, _DONE, *(_VALUES.format(name) for name in (
        "schema:organizer", _SORT, "kgo:code", "kgo:jurisdiction/schema:containedInPlace",
    ))),
}  # fmt: skip
"""What is asked of a thing, by the variable that stands for it."""

Values = Mapping[str, frozenset[str]]


def labels_of(reader: Reader) -> Mapping[str, str]:
    """The Vietnamese label of each node; of several the first in order."""
    found: dict[str, str] = {}
    for row in reader.values(_LABELS):
        found[row["node"]] = min(row["value"], found.get(row["node"], row["value"]))
    return found


def individuals(reader: Reader, labels: Mapping[str, str]) -> tuple[Individual, ...]:
    """The persons of the dataset with what they hold, by IRI."""
    holdings = _holdings(reader)
    return tuple(
        Individual(iri, labels[iri], _province(iri), tuple(sorted(holdings[iri]))) for iri in _of_kind(labels, "person")
    )


def at_events(people: Iterable[Individual], events: Iterable[Happening]) -> tuple[Individual, ...]:
    """*people* with what tells those of *events* apart that name them."""
    named_for = _signatures(events)
    return tuple(replace(person, events=frozenset(named_for.get(person.iri, ()))) for person in people)


def named(reader: Reader, labels: Mapping[str, str]) -> tuple[Named, ...]:
    """The bodies, programmes and unions of the dataset, by IRI."""
    listed = {row["node"] for row in reader.values(_LISTED)}
    sorts, codes, done = _of(reader, _SORT), _of(reader, "kgo:code"), _grouped(reader, _DONE)
    territory, above = _of(reader, "kgo:jurisdiction"), _of(reader, "schema:containedInPlace")
    return tuple(
        Named(
            iri=iri,
            label=labels[iri],
            sort=_one(sorts, iri),
            place=_place(iri, _one(territory, iri), above),
            code=_one(codes, iri),
            listed=iri in listed,
            by=done.get(iri, frozenset()),
        )
        for kind in KINDS
        for iri in _of_kind(labels, kind)
    )


def happenings(reader: Reader, labels: Mapping[str, str]) -> tuple[Happening, ...]:
    """The events of the dataset, by IRI."""
    hosts, parts = _of(reader, "schema:organizer"), _grouped(reader, _PARTS)
    rows: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in reader.values(_EVENTS):
        rows[row["node"]].append(row)
    return tuple(
        _happening(iri, labels.get(iri, ""), found, hosts.get(iri, frozenset()), parts.get(iri, frozenset()))
        for iri, found in sorted(rows.items())
    )


def _happening(
    iri: str, label: str, rows: list[dict[str, str]], hosts: frozenset[str], parts: frozenset[str]
) -> Happening:
    days = {row["earliest"] for row in rows if row.get("earliest") and row["earliest"] == row.get("latest")}
    ordinals = {row["ordinal"] for row in rows if row.get("ordinal")}
    return Happening(
        iri=iri,
        label=label,
        kind=min(row["kind"] for row in rows),
        hosts=hosts,
        articles=frozenset(row["article"] for row in rows),
        day=min(days, default=""),
        ordinal=min(ordinals, default=""),
        participants=parts - hosts,  # that a host signs too tells no more than that it held the event
    )


def _of_kind(labels: Mapping[str, str], kind: str) -> list[str]:
    prefix = f"{DATA}id/{kind}/"
    return sorted(iri for iri in labels if iri.startswith(prefix))


def _holdings(reader: Reader) -> defaultdict[str, set[Holding]]:
    found: defaultdict[str, set[Holding]] = defaultdict(set)
    for row in reader.values(_HOLDINGS):
        former = row.get("former") in _TRUE
        found[row["person"]].add(Holding(row["post"], row["body"], row["article"], row.get("day", ""), former))
    return found


def _signatures(events: Iterable[Happening]) -> defaultdict[str, set[str]]:
    """What tells the events apart that name each participant."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        for participant in event.participants:
            found[participant].update(signatures(event))
    return found


def _province(person: str) -> str:
    """The province in a person's key ("ten-goi.ha-nam-0a1b2c"), empty where it is not known."""
    key = kind_and_key(person)[1].split(".")[1].rpartition("-")[0]
    return "" if key == COUNTRY else key


def _place(iri: str, territory: str, above: Values) -> str:
    """The key of the place of a body, or of that above a union's, whose own name is what is compared."""
    place = _one(above, territory) if kind_and_key(iri)[0] == "union" else territory
    return kind_and_key(place)[1] if place else ""


@lru_cache(maxsize=1)
def reading_trails() -> frozenset[Trail]:
    """How far the queries of this module look from a thing."""
    queries = ((variable, query) for variable, asked in _ABOUT.items() for query in asked)
    return frozenset(trail for variable, query in queries for trail in query_trails(with_prefixes(query), variable))


def _of(reader: Reader, name: str) -> Values:
    return _grouped(reader, _VALUES.format(name))


def _grouped(reader: Reader, sparql: str) -> Values:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in reader.values(sparql):
        found[row["node"]].add(row["value"])
    return {node: frozenset(values) for node, values in found.items()}


def _one(values: Values, node: str) -> str:
    """The first value in order, empty where there is none."""
    return min(values.get(node, ()), default="")

"""What is known of each side of an item, in words, with its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kgraph.curation.items import FACT, Item
from kgraph.dataset.entities import kind_of
from kgraph.dataset.labels import compact, labels
from kgraph.dataset.reader import Reader
from kgraph.facts.explain import Told, tell
from kgraph.registry.places import COUNTRY
from kgraph.vocab import graph_iri

SHOWN: Final = 4
"""Facts told of one side: enough to know a person by, and both sides fit on a screen."""
_NAMED: Final = """
SELECT DISTINCT ?fact ?article {
  { ?fact ?argument <%(iri)s> } UNION { BIND (<%(iri)s> AS ?fact) }
  ?fact prov:wasDerivedFrom/oa:hasSource ?article
}
"""
_LISTED: Final = "SELECT ?label {{ GRAPH <{}> {{ <{}> skos:prefLabel ?label }} }} LIMIT 1"


@dataclass(frozen=True, slots=True)
class Side:
    """One node of an item: its key and label, how many facts name it, and the first of them in words."""

    key: str
    label: str
    count: int
    facts: tuple[Told, ...]


def sides(reader: Reader, item: Item, lang: str) -> tuple[Side, ...]:
    """Both sides of a candidate, or the one of a fact; where one person may be two, the second is the article's."""
    if item.kind == FACT:
        return (_side(reader, item.a, (item.a,), lang),)
    if item.proposal == "different":
        rows = _facts(reader, item.a)
        there = {fact for fact, article in rows if article == item.b}
        elsewhere = {fact for fact, _ in rows} - there
        return _side(reader, item.a, elsewhere, lang), _side(reader, item.b, there, lang)
    return tuple(_side(reader, iri, {fact for fact, _ in _facts(reader, iri)}, lang) for iri in (item.a, item.b))


def _facts(reader: Reader, iri: str) -> list[tuple[str, str]]:
    return [(row["fact"], row["article"]) for row in reader.values(_NAMED % {"iri": iri})]


def _side(reader: Reader, iri: str, facts: Iterable[str], lang: str) -> Side:
    found = sorted(facts)
    return Side(compact(iri), labels(reader, [iri], lang)[iri], len(found), tell(reader, found, lang)[:SHOWN])


def kept_last(reader: Reader, item: Item) -> tuple[str, str]:
    """The nodes of a candidate, that which should give both its name last.

    What the registry lists goes before what it does not, a person of a known province before one of none, then the
    node that more facts name, the longer label, the later key.
    """
    one, other = sorted((item.a, item.b), key=lambda iri: tuple(_standing(reader, iri)))
    return one, other


def _standing(reader: Reader, iri: str) -> Iterator[tuple[int, str]]:
    yield int(bool(reader.select(_LISTED.format(graph_iri("registry"), iri)).rows)), ""
    yield int(kind_of(iri) != "person" or f".{COUNTRY}-" not in iri), ""
    yield len({fact for fact, _ in _facts(reader, iri)}), ""
    yield len(labels(reader, [iri])[iri]), iri

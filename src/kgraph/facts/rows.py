"""What the sections of a document are made from: rows of one article's graph, and names of what they refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from kgraph.dataset.reader import Reader

Json: TypeAlias = dict[str, object]
Row: TypeAlias = Mapping[str, str]

_LABELS: Final = 'SELECT ?g ?iri ?name { GRAPH ?g { ?iri skos:prefLabel ?name } FILTER (LANG(?name) = "vi") }'
# What the article calls a thing, where it spells the name in its own way ("Hội LHPN huyện Lăk", "NHCSXH").
_SPELLINGS: Final = """SELECT ?g ?iri ?name {
  GRAPH ?g { ?iri skos:altLabel ?name . FILTER NOT EXISTS { ?iri skos:prefLabel ?usual } } FILTER (LANG(?name) = "vi")
}"""
# One property a query: the union of graphs repeats the triples of an entity that many articles describe, so that a join
# of two of its properties would grow with the square of the articles.
_VALUES: Final = "SELECT DISTINCT ?iri ?value {{ ?iri {} ?value }}"
_PROPERTIES: Final = (
    "kgo:level",
    "kgo:jurisdiction",
    "schema:containedInPlace",
    "schema:name",
    "kgo:programmeKind",
    "kgo:code",
    "kgo:year",
    "kgo:themeText",
)


@dataclass(frozen=True, slots=True)
class Names:
    """What the things that facts refer to are called, as one article's *graph* sees them.

    Labels are Vietnamese, by IRI and graph: two articles may word the name of one document differently.
    """

    graph: str
    labels: Mapping[str, Mapping[str, str]]
    values: Mapping[str, Mapping[str, str]]

    def label(self, iri: str | None) -> str | None:
        """The label in the article's own graph, else the first of the labels elsewhere; None for nothing unlabelled."""
        known = self.labels.get(iri or "", {})
        return known.get(self.graph) or min(known.values(), default=None)

    def value(self, iri: str | None, name: str) -> str | None:
        """The value of property *name* (a CURIE) of *iri*; None where there is none."""
        return self.values[name].get(iri or "")

    def place(self, iri: str | None) -> str | None:
        """The name of a place without its level word, which only a number keeps ("Nam Định", but "quận 9")."""
        name = self.value(iri, "schema:name") or ""
        return self.label(iri) if not name or name.isdigit() else name


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a section as its JSON shows it, with the IRIs of the *facts* it was read from.

    *parts* are the facts of single parts of it, by JSON pointer inside the entry (``/roles/0``).
    """

    value: Json | str | list[str | None]
    facts: frozenset[str]
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """One key of a document: the SPARQL that finds its rows (``?g`` is the article's graph) and what they become.

    *repeats*: equal entries are several facts.
    """

    query: str
    build: Callable[[Iterable[Row], Names], Iterable[Entry]]
    repeats: bool = False


def of_fact(row: Row) -> frozenset[str]:
    """The fact that *row* was read from."""
    return frozenset({row["fact"]})


def merged(facts: Iterable[Iterable[str]]) -> frozenset[str]:
    """All of the *facts* together."""
    return frozenset().union(*facts)


def _values(reader: Reader, name: str) -> dict[str, str]:
    rows = sorted((row["iri"], row["value"]) for row in reader.values(_VALUES.format(name)))
    return dict(reversed(rows))


def names(reader: Reader) -> Callable[[str], Names]:
    """Reads all names once; gives them as one article's graph sees them."""
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    rows = [*reader.values(_SPELLINGS), *reader.values(_LABELS)]
    for row in sorted(rows, key=lambda row: row["name"], reverse=True):
        labels[row["iri"]][row["g"]] = row["name"]
    values = {name: _values(reader, name) for name in _PROPERTIES}
    return lambda graph: Names(graph, labels, values)


def by_graph(reader: Reader, query: str) -> dict[str, list[Row]]:
    """The rows of *query* by the article graph ``?g`` they stand in."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in reader.values(query):
        rows[row["g"]].append(row)
    return rows

"""The dataset as a plain network, for tools that know nodes and edges but no RDF: one edge a fact and pair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from typing import Final

import networkx as nx

from kgraph.dataset.entities import kind_of
from kgraph.dataset.labels import labels
from kgraph.dataset.reader import Reader

_POST: Final = "?fact a org:Membership ; org:member ?source ; org:organization ?target ; org:role ?detail ."
_AWARD: Final = "?fact a kgo:AwardGrant ; kgo:grantedBy ?source ; kgo:recipient ?target ; kgo:awardType ?detail ."
# relation -> the pattern that binds ?fact, ?source, ?target, and what says more of it (?detail)
_FACTS: Final[dict[str, str]] = {
    "holds-post-in": f"{_POST} FILTER NOT EXISTS {{ ?fact kgo:former true }}",
    "held-post-in": f"{_POST} ?fact kgo:former true",
    "takes-part-in": "?fact kgo:participant ?source ; kgo:participationIn ?target ; kgo:role ?detail",
    "organises": "?fact a kgo:Event ; schema:organizer ?source ; kgo:eventKind ?detail . BIND (?fact AS ?target)",
    "implements": "?fact kgo:implementer ?source ; kgo:programme ?target ; kgo:implementationStatus ?detail",
    "agrees-on": "?fact a kgo:Agreement ; kgo:signedAt ?source ; kgo:programme ?target ; kgo:agreementKind ?detail",
    "awards": f"{_AWARD} ?fact kgo:awardStatus kgs:status-granted",
    "would-award": f"{_AWARD} ?fact kgo:awardStatus kgs:status-proposed",
    "adopts-theme": "?fact a kgo:ThemeAdoption ; kgo:adoptedBy ?source ; kgo:theme ?target",
    "issues": "?fact a kgo:Citation ; kgo:documentIssuer ?source ; kgo:citedDocument ?target",
}
# relation -> the property of the registry that holds it; no article states these
_STRUCTURE: Final[dict[str, str]] = {
    "part-of": "org:subOrganizationOf",
    "works-in": "kgo:jurisdiction",
    "within": "schema:containedInPlace",
}
_STATED: Final = """
SELECT ?source ?target ?fact ?detail (MIN(STR(?when)) AS ?date) (MIN(?title) AS ?article) (MIN(?exact) AS ?quote) {
  %s
  OPTIONAL { ?fact kgo:attestedOn|kgo:eventDate|kgo:period|(kgo:participationIn/kgo:eventDate) ?when }
  ?fact prov:wasDerivedFrom ?evidence .
  ?evidence oa:hasSource/dct:title ?title ; oa:hasSelector/oa:exact ?exact .
} GROUP BY ?source ?target ?fact ?detail
"""


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """One relation between two entities, with the fact that states it; empty text where there is nothing to say."""

    source: str
    source_label: str
    source_kind: str
    relation: str
    detail: str
    target: str
    target_label: str
    target_kind: str
    date: str
    fact: str
    article: str
    quote: str


COLUMNS: Final = tuple(field.name for field in fields(Edge))


def _rows(reader: Reader) -> Iterator[tuple[str, dict[str, str]]]:
    for relation, pattern in _FACTS.items():
        for row in reader.values(_STATED % f"{pattern} ."):
            yield relation, row
    for relation, name in _STRUCTURE.items():
        for row in reader.values(f"SELECT DISTINCT ?source ?target {{ ?source {name} ?target }}"):
            yield relation, row


def edges(reader: Reader, lang: str = "vi") -> tuple[Edge, ...]:
    """All edges, sorted; labels in *lang* where there are such."""
    rows = list(_rows(reader))
    iris = {row[end] for _, row in rows for end in ("source", "target")} | {
        r["detail"] for _, r in rows if "detail" in r
    }
    names = labels(reader, iris, lang)
    return tuple(sorted(_edge(relation, row, names) for relation, row in rows))


def _edge(relation: str, row: dict[str, str], names: dict[str, str]) -> Edge:
    source, target = row["source"], row["target"]
    return Edge(
        source=source,
        source_label=names[source],
        source_kind=kind_of(source),
        relation=relation,
        detail=names.get(row.get("detail", ""), ""),
        target=target,
        target_label=names[target],
        target_kind=kind_of(target),
        date=row.get("date", ""),
        fact=row.get("fact", ""),
        article=row.get("article", ""),
        quote=row.get("quote", ""),
    )


def rows(reader: Reader) -> Iterator[tuple[str, ...]]:
    """The edges as rows under COLUMNS."""
    return map(astuple, edges(reader))


def graph(reader: Reader) -> nx.MultiDiGraph[str]:
    """The network as networkx holds it; nodes and edges are added in sorted order."""
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    pairs = edges(reader)
    nodes = {(e.source, e.source_label, e.source_kind) for e in pairs}
    nodes |= {(e.target, e.target_label, e.target_kind) for e in pairs}
    for iri, label, kind in sorted(nodes):
        found.add_node(iri, label=label, kind=kind)
    said = ("relation", "detail", "date", "fact", "article", "quote")
    for e in pairs:
        found.add_edge(e.source, e.target, **{name: getattr(e, name) for name in said})
    return found

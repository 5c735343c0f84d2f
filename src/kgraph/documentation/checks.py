"""Which terms the shapes look at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.reader import Reader
from kgraph.documentation.model import Check
from kgraph.documentation.statements import Statements
from kgraph.vocab import PREFIXES, expand

_CURIE: Final = re.compile(r"(?<![\w:])(\w+):([A-Za-z](?:[\w-]*\w)?)")
_SEVERITIES: Final = ("violation", "warning", "info")
_VALUES: Final = """
SELECT DISTINCT ?name ?scheme {
  ?property sh:path ?name FILTER (ISIRI(?name))
  { ?property sh:node/sh:property [ sh:path skos:inScheme ; sh:hasValue ?scheme ] }
  UNION
  { ?property sh:in/rdf:rest*/rdf:first/skos:inScheme ?scheme }
} ORDER BY ?name ?scheme
"""


def terms_in(text: str, prefixes: Mapping[str, str] = PREFIXES) -> tuple[str, ...]:
    """The IRIs that stand as CURIEs in a piece of SPARQL, sorted.

    >>> terms_in("?evidence oa:hasSelector/oa:exact ?words")
    ('http://www.w3.org/ns/oa#exact', 'http://www.w3.org/ns/oa#hasSelector')
    """
    return tuple(sorted({prefixes[prefix] + name for prefix, name in _CURIE.findall(text) if prefix in prefixes}))


def checks_of(graph: Statements, prefixes: Mapping[str, str]) -> tuple[Check, ...]:
    """Every node shape, the gravest first."""
    found = (_check(graph, iri, prefixes) for iri in graph.instances("sh:NodeShape"))
    return tuple(sorted(found, key=lambda check: (_SEVERITIES.index(check.severity), check.iri)))


def schemes_of_values(graph: Statements) -> dict[str, tuple[str, ...]]:
    """The concept schemes that the values of a property must be of, by the property."""
    found = defaultdict[str, list[str]](list)
    for row in Reader(graph.store).values(_VALUES):
        found[row["name"]].append(row["scheme"])
    return {name: tuple(schemes) for name, schemes in found.items()}


def _check(shapes: Statements, iri: str, prefixes: Mapping[str, str]) -> Check:
    severity = next(iter(shapes.iris(iri, "sh:severity")), expand("sh:Violation"))
    return Check(
        iri=iri,
        severity=severity.rpartition("#")[2].lower(),
        title=shapes.both(iri, "rdfs:label"),
        advice=shapes.both(iri, "kgo:advice"),
        targets=shapes.iris(iri, "sh:targetClass") + shapes.iris(iri, "sh:targetSubjectsOf"),
        terms=tuple(sorted(set(_terms(shapes, ox.NamedNode(iri), prefixes)))),
    )


def _terms(shapes: Statements, node: ox.NamedNode | ox.BlankNode, prefixes: Mapping[str, str]) -> Iterator[str]:
    """The terms that a shape names, in what hangs together with it by blank nodes, and in its SPARQL."""
    for value in shapes.objects(node):
        match value:
            case ox.BlankNode():
                yield from _terms(shapes, value, prefixes)
            case ox.NamedNode(value=iri):
                yield iri
    for select in (o for o in shapes.objects(node, "sh:select") if isinstance(o, ox.Literal)):
        yield from terms_in(select.value, prefixes)

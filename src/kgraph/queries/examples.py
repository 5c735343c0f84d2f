"""The catalogue as RDF, so that the queries can be queried: ``sh:SPARQLExecutable`` as SIB's sparql-examples use it.

The text of a query stands as it is run, without its header. What the header says becomes labels, comments, keywords,
and one ``sh:Parameter`` for each parameter, whose path ends in the name of the variable (as SHACL binds them).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox
from rdflib.plugins.sparql import prepareQuery

from kgraph.bilingual import Bilingual
from kgraph.queries.catalogue import Param, SavedQuery
from kgraph.vocab import PREFIXES, expand

QUERIES: Final = "https://w3id.org/kgraph/query/"
_PREFIXES: Final = QUERIES + "prefixes"
# How SHACL calls each form of SPARQL (W3C SHACL-SPARQL 1.0 sections 5 and 6), by the name rdflib gives the form.
_FORMS: Final = {
    "SelectQuery": ("sh:SPARQLSelectExecutable", "sh:select"),
    "ConstructQuery": ("sh:SPARQLConstructExecutable", "sh:construct"),
    "AskQuery": ("sh:SPARQLAskExecutable", "sh:ask"),
}
_DATATYPES: Final = {"integer": "xsd:integer", "date": "xsd:date", "string": "xsd:string"}

_Pair = tuple[str, ox.NamedNode | ox.Literal]


def examples(queries: Iterable[SavedQuery]) -> tuple[ox.Triple, ...]:
    """*queries* as executables with their prefixes and parameters; no blank nodes, in the order given."""
    return (*_prefixes(), *(triple for query in queries for triple in _query(query)))


def _prefixes() -> Iterator[ox.Triple]:
    yield from _about(_PREFIXES, [("rdf:type", _name("owl:Ontology"))])
    for prefix, namespace in sorted(PREFIXES.items()):
        node = f"{_PREFIXES}#{prefix}"
        yield from _about(_PREFIXES, [("sh:declare", ox.NamedNode(node))])
        yield from _about(
            node,
            [
                ("sh:prefix", ox.Literal(prefix)),
                ("sh:namespace", ox.Literal(namespace, datatype=_name("xsd:anyURI"))),
            ],
        )


def _query(query: SavedQuery) -> Iterator[ox.Triple]:
    iri = QUERIES + query.name
    text = "".join(line for line in query.text.splitlines(keepends=True) if not line.startswith("#+")).strip()
    kind, predicate = _FORMS[prepareQuery(text).algebra.name]
    yield from _about(
        iri,
        [
            ("rdf:type", _name("sh:SPARQLExecutable")),
            ("rdf:type", _name(kind)),
            ("dct:identifier", ox.Literal(query.id)),
            *_both("rdfs:label", query.title),
            *_both("rdfs:comment", _comment(query)),
            *(("schema:keywords", ox.Literal(tag)) for tag in query.tags),
            *(("sh:parameter", ox.NamedNode(_node(iri, param))) for param in query.params),
            ("sh:prefixes", ox.NamedNode(_PREFIXES)),
            (predicate, ox.Literal(text)),
        ],
    )
    for param in query.params:
        yield from _about(_node(iri, param), _parameter(iri, param))


def _node(iri: str, param: Param) -> str:
    return f"{iri}#parameter-{param.name}"


def _parameter(iri: str, param: Param) -> Iterator[_Pair]:
    yield "rdf:type", _name("sh:Parameter")
    yield "sh:path", ox.NamedNode(f"{iri}#{param.name}")
    yield from _both("sh:name", param.label)
    if param.type == "entity":
        yield "sh:nodeKind", _name("sh:IRI")
    else:
        yield "sh:datatype", _name(_DATATYPES[param.type])
    if param.cls is not None:
        yield "sh:class", _name(param.cls)
    if param.optional:
        yield "sh:optional", ox.Literal(True)
    if param.default is not None:
        yield "sh:defaultValue", ox.Literal(param.default)


def _comment(query: SavedQuery) -> Bilingual:
    """What the query answers, in one line; its title where nothing more is said."""
    vi, en = (" ".join(query.description(lang).split()) or query.title(lang) for lang in ("vi", "en"))
    return Bilingual(vi, en)


def _both(predicate: str, text: Bilingual) -> Iterator[_Pair]:
    for lang in ("vi", "en"):
        yield predicate, ox.Literal(text(lang), language=lang)


def _about(iri: str, pairs: Iterable[_Pair]) -> Iterator[ox.Triple]:
    return (ox.Triple(ox.NamedNode(iri), _name(predicate), value) for predicate, value in pairs)


def _name(curie: str) -> ox.NamedNode:
    return ox.NamedNode(expand(curie))

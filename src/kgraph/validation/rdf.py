"""Between Oxigraph, which reads and queries, and rdflib, which pySHACL works on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import pyoxigraph as ox
import rdflib
from rdflib.term import Node

from kgraph.dataset.reader import OxTerm
from kgraph.vocab import expand

_STRING: Final = expand("xsd:string")


def merged(quads: Iterable[ox.Quad], triples: Iterable[ox.Triple]) -> ox.Store:
    """A store in memory whose default graph holds all *quads*, whatever their graph, and *triples*."""
    store = ox.Store()
    store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    store.bulk_extend(ox.Quad(*t) for t in triples)
    return store


def rdflib_graph(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    """*triples* as an rdflib graph.

    Shapes and data both come through here: rdflib's Turtle parser and others disagree on whether "x" has the datatype
    xsd:string, and pySHACL then reports every sh:in and sh:hasValue on strings. Blank nodes keep their names.
    """
    graph = rdflib.Graph(bind_namespaces="none")
    graph.addN((rdf_term(t.subject), rdf_term(t.predicate), rdf_term(t.object), graph) for t in triples)
    return graph


def rdf_term(term: OxTerm) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    """An Oxigraph term as an rdflib term; a plain string has no datatype, as in rdflib's own parsers."""
    match term:
        case ox.NamedNode(value=iri):
            return _iri(iri)
        case ox.Literal(value=value, language=str() as language):
            return rdflib.Literal(value, lang=language)
        case ox.Literal(value=value, datatype=datatype):
            return rdflib.Literal(value, datatype=None if datatype.value == _STRING else _iri(datatype.value))
        case _:
            return rdflib.BNode(str(term).removeprefix("_:"))


@lru_cache(maxsize=65536)
def _iri(value: str) -> rdflib.URIRef:
    return rdflib.URIRef(value)


def ox_term(node: Node) -> OxTerm:
    """An rdflib term as an Oxigraph term."""
    match node:
        case rdflib.Literal(language=str() as language):
            return ox.Literal(str(node), language=language)
        case rdflib.Literal(datatype=rdflib.URIRef() as datatype):
            return ox.Literal(str(node), datatype=ox.NamedNode(str(datatype)))
        case rdflib.Literal():
            return ox.Literal(str(node))
        case rdflib.URIRef():
            return ox.NamedNode(str(node))
        case _:
            return ox.BlankNode(str(node))

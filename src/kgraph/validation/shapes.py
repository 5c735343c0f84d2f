"""The shapes of shapes/*.ttl: a graph for pySHACL, SPARQL constraints for Oxigraph, and causes for people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDF, RDFS, SH
from rdflib.term import Node

from kgraph.bilingual import Bilingual
from kgraph.dataset.shipped import resource_triples
from kgraph.validation.findings import Cause
from kgraph.validation.rdf import rdflib_graph
from kgraph.vocab import expand, local_name

_MEANING = rdflib.URIRef(expand("kgo:meaning"))
_ADVICE = rdflib.URIRef(expand("kgo:advice"))


@dataclass(frozen=True, slots=True)
class Constraint:
    """A SPARQL constraint of a node shape: *select* with its prefixes, and the classes and properties it targets."""

    shape: str
    select: str
    message: Bilingual
    classes: tuple[str, ...]
    subjects_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes. *core* is the graph without SPARQL constraints, *causes* are by the IRI of the node shape."""

    core: rdflib.Graph
    constraints: tuple[Constraint, ...]
    causes: dict[str, Cause]
    ontology: tuple[ox.Triple, ...]


@lru_cache(maxsize=1)
def load_shapes() -> Shapes:
    """The shapes and the ontology of this installation. Raises DatasetError on a file that is not Turtle."""
    return read_shapes(resource_triples("shapes"), tuple(resource_triples("ontology")))


def read_shapes(triples: Iterable[ox.Triple], ontology: tuple[ox.Triple, ...]) -> Shapes:
    """The shapes that *triples* state, to be used with *ontology*."""
    graph = rdflib_graph(triples)
    nodes = sorted(n for n in graph.subjects(RDF.type, SH.NodeShape) if isinstance(n, rdflib.URIRef))
    constraints = tuple(c for n in nodes for c in _constraints(graph, n))
    causes = {str(n): _cause(graph, n) for n in nodes}
    graph.remove((None, SH.sparql, None))
    return Shapes(graph, constraints, causes, ontology)


def bilingual(graph: rdflib.Graph, node: Node, predicate: rdflib.URIRef) -> Bilingual:
    """The texts of *predicate* by their language tag; pySHACL and rdflib give them in no fixed order."""
    texts = {o.language: str(o) for o in graph.objects(node, predicate) if isinstance(o, rdflib.Literal)}
    return Bilingual(texts.get("vi", ""), texts.get("en", ""))


def _cause(graph: rdflib.Graph, node: rdflib.URIRef) -> Cause:
    severity = local_name(str(graph.value(node, SH.severity, default=SH.Violation))).lower()
    texts = (bilingual(graph, node, predicate) for predicate in (RDFS.label, _MEANING, _ADVICE))
    return Cause(local_name(str(node)), severity, *texts)


def _constraints(graph: rdflib.Graph, node: rdflib.URIRef) -> Iterable[Constraint]:
    for constraint in sorted(graph.objects(node, SH.sparql), key=str):
        yield Constraint(
            str(node),
            _prefixes(graph, constraint) + str(graph.value(constraint, SH.select)),
            bilingual(graph, constraint, SH.message),
            _iris(graph, node, SH.targetClass),
            _iris(graph, node, SH.targetSubjectsOf),
        )


def _prefixes(graph: rdflib.Graph, constraint: Node) -> str:
    declared = [d for p in graph.objects(constraint, SH.prefixes) for d in graph.objects(p, SH.declare)]
    lines = [f"PREFIX {graph.value(d, SH.prefix)}: <{graph.value(d, SH.namespace)}>\n" for d in declared]
    return "".join(sorted(lines))


def _iris(graph: rdflib.Graph, node: Node, predicate: rdflib.URIRef) -> tuple[str, ...]:
    return tuple(sorted(str(o) for o in graph.objects(node, predicate)))

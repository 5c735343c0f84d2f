"""The graphs that articles share: what the registry says of the places and bodies they name, and the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.nquads import lines, split
from kgraph.dataset.registry_graph import registry_triples
from kgraph.model import Entity
from kgraph.resources import read
from kgraph.vocab import DATA, expand, graph_iri

REGISTRY_KINDS: Final = frozenset({"award", "body", "place", "post", "programme", "region", "union"})
VOCABULARY: Final = ("ontology/kgraph.ttl", "ontology/schemes.ttl")
_TYPE: Final = f"<{expand('rdf:type')}>"
_ID: Final = f"<{DATA}id/"
_OF_REGISTRY: Final = tuple(f"{_ID}{kind}/" for kind in sorted(REGISTRY_KINDS))


def registry_quads(article_lines: Iterable[str]) -> list[str]:
    """The registry graph: every registry entity that *article_lines* refer to, with its ancestors."""
    return described(_referred(article_lines))


def described(nodes: Iterable[str]) -> list[str]:
    """The registry graph of *nodes* of the registry's kinds (IRIs in angle brackets), with what is above them."""
    return lines(graph_iri("registry"), registry_triples(sorted(map(_entity, nodes))))


def is_of_registry(node: str) -> bool:
    """Whether *node*, an IRI in angle brackets, is of a kind that the registry describes."""
    return node.startswith(_OF_REGISTRY)


def _referred(article_lines: Iterable[str]) -> set[str]:
    """Nodes of the registry's kinds that *article_lines* name but do not describe."""
    subjects, objects = set(), set()
    for line in article_lines:
        subject, predicate, term, _ = split(line)
        if predicate == _TYPE:
            subjects.add(subject)
        if term.startswith(_ID):
            objects.add(term)
    return set(filter(is_of_registry, objects - subjects))


def _entity(node: str) -> Entity:
    kind, _, key = node[len(_ID) : -1].partition("/")
    return Entity(kind, key)


@lru_cache(maxsize=1)
def vocabulary_quads() -> tuple[str, ...]:
    """The vocabulary graph: the ontology and its schemes, any blank nodes named canonically (RDFC-1.0), sorted."""
    triples = ox.Dataset(quad for name in VOCABULARY for quad in _parse(name))
    triples.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    graph = ox.NamedNode(graph_iri("vocabulary"))
    return tuple(sorted(f"{ox.Quad(q.subject, q.predicate, q.object, graph)} ." for q in triples))


def _parse(name: str) -> Iterator[ox.Quad]:
    # blank nodes of two files must stay apart, whatever their labels
    return ox.parse(input=read(name), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)

"""Shortcuts for queries, made from the facts by CONSTRUCT rules: one ``ontology/rules/*.rq`` file each."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.resources import entries
from kgraph.vocab import graph_iri


def derive(store: ox.Store) -> int:
    """Fill the graph ``derived`` of *store* and return its number of triples. Every rule sees the facts only.

    Raises QueryError naming the rule that is no valid CONSTRUCT.
    """
    quads = derived(store)
    store.bulk_extend(quads)
    return len(quads)


def derived(store: ox.Store) -> set[ox.Quad]:
    """The graph ``derived`` of *store*; what stands there already gives no more. Raises QueryError as `derive`."""
    graph = ox.NamedNode(graph_iri("derived"))
    return {ox.Quad(t.subject, t.predicate, t.object, graph) for t in _derived(store)}


def _derived(store: ox.Store) -> Iterator[ox.Triple]:
    for rule in entries("ontology/rules", ".rq"):
        try:
            result = store.query(rule.read_text(encoding="utf-8"), use_default_graph_as_union=True)
        except SyntaxError as error:
            raise QueryError(f"ontology/rules/{rule.name}: not valid SPARQL 1.1: {error}") from error
        if not isinstance(result, ox.QueryTriples):
            raise QueryError(f"ontology/rules/{rule.name}: not a CONSTRUCT")
        yield from result

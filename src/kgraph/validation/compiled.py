"""Validation results of the core constraints by the store itself, and by pySHACL where a shape is not compiled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import pyoxigraph as ox
import rdflib
from rdflib.namespace import SH

from kgraph.validation.compiler import Check, below, compiled
from kgraph.validation.results import Result, core_results
from kgraph.validation.shapes import Shapes
from kgraph.vocab import expand

_SUBCLASS: Final = ox.NamedNode(expand("rdfs:subClassOf"))
_TARGETS: Final = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode, SH.target)


def compiled_results(store: ox.Store, shapes: Shapes) -> Iterator[Result]:
    """What `results.core_results` finds in *store*, which holds data and ontology, tens of times sooner.

    Two things differ, as SHACL wants it: values that cannot be compared break sh:lessThan, where pySHACL compares
    texts; and an ill-typed boolean is told as it stands, where rdflib makes it false.
    """
    checks, left = compiled(shapes.core, below(_subclasses(store)))
    for check in checks:
        yield from _results(store, check)
    if left:
        yield from core_results(store, replace(shapes, core=_only(shapes.core, left)))


def _subclasses(store: ox.Store) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, _SUBCLASS, None):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            yield quad.subject.value, quad.object.value


def _results(store: ox.Store, check: Check) -> Iterator[Result]:
    solutions = store.query(check.select)
    assert isinstance(solutions, ox.QuerySolutions), "the compiler writes SELECT queries"  # noqa: S101
    named = {variable.value for variable in solutions.variables}
    for row in solutions:
        value = row["value"] if "value" in named else None
        yield Result(check.shape, check.component, row["this"], check.path, value, check.message)


def _only(core: rdflib.Graph, kept: frozenset[str]) -> rdflib.Graph:
    """*core* in which the shapes *kept* alone have targets; the others can still be referred to."""
    graph = rdflib.Graph(bind_namespaces="none")
    graph.addN((s, p, o, graph) for s, p, o in core if p not in _TARGETS or str(s) in kept)
    return graph

"""Validation results of the core constraints by the store itself, and by pySHACL where a shape is not compiled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

import pyoxigraph as ox
import rdflib
from rdflib.namespace import SH

from kgraph.dataset.reader import OxTerm
from kgraph.validation.classes import classes_of
from kgraph.validation.compiler import Check, CompiledShape, compiled
from kgraph.validation.results import Result, core_results
from kgraph.validation.shapes import Shapes

_TARGETS: Final = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode, SH.target)


def compiled_results(
    store: ox.Store, shapes: Shapes, is_asked: Callable[[OxTerm], bool] = lambda _: True
) -> Iterator[Result]:
    """What `results.core_results` finds in *store*, which holds data and ontology, tens of times sooner.

    Of a part of a dataset only some nodes are asked for: others are not seen whole and would seem to lack much.

    Two things differ, as SHACL wants it: values that cannot be compared break sh:lessThan, where pySHACL compares
    texts; and an ill-typed boolean is told as it stands, where rdflib makes it false.
    """
    done, left = _queries(shapes.core, frozenset(classes_of(store).items()))
    for shape in done:
        if suspects := [row["this"] for row in _rows(store, shape.suspects) if is_asked(row["this"])]:
            given = _given(suspects)
            for check in shape.checks:
                yield from (r for r in _results(store, shape.shape, check, given) if is_asked(r.focus))
    if left:
        yield from filter(
            lambda r: is_asked(r.focus), core_results(store, replace(shapes, core=_only(shapes.core, left)))
        )


@lru_cache(maxsize=4)
def _queries(
    core: rdflib.Graph, classes: frozenset[tuple[str, frozenset[str]]]
) -> tuple[tuple[CompiledShape, ...], frozenset[str]]:
    """What a dataset is asked that is validated in many portions."""
    return compiled(core, dict(classes))


def _given(suspects: list[OxTerm]) -> str:
    """The pattern that narrows a check down to *suspects*; a query cannot name a blank node."""
    if any(isinstance(node, ox.BlankNode) for node in suspects):
        return ""
    return f"VALUES ?this {{ {' '.join(str(node) for node in suspects)} }}"


def _results(store: ox.Store, shape: str, check: Check, given: str) -> Iterator[Result]:
    for row in _rows(store, check.select(given)):
        value = row["value"] if check.has_value else None
        yield Result(shape, check.component, row["this"], check.path, value, check.message)


def _rows(store: ox.Store, select: str) -> ox.QuerySolutions:
    solutions = store.query(select)
    assert isinstance(solutions, ox.QuerySolutions), "the compiler writes SELECT queries"  # noqa: S101
    return solutions


def _only(core: rdflib.Graph, kept: frozenset[str]) -> rdflib.Graph:
    """*core* in which the shapes *kept* alone have targets; the others can still be referred to."""
    graph = rdflib.Graph(bind_namespaces="none")
    graph.addN((s, p, o, graph) for s, p, o in core if p not in _TARGETS or str(s) in kept)
    return graph

"""The trails over which the shapes look from a node: what a change must lie on to change what is found about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from kgraph.dataset.query_trails import NoTrailsError, query_trails
from kgraph.dataset.trails import Step, Trail
from kgraph.validation.compiler import compiled
from kgraph.validation.paths import path_steps
from kgraph.validation.shapes import Constraint, Shapes, load_shapes
from kgraph.validation.unsupported import UnsupportedError

_TYPE: Final = Step(str(RDF.type))
_LISTS: Final = (SH["or"], SH.xone)
_SHAPES: Final = (SH.node, SH.qualifiedValueShape)
_OTHERS: Final = (SH.lessThan, SH.lessThanOrEquals, SH.disjoint)


@dataclass(frozen=True, slots=True)
class Dependencies:
    """All *trails* of the shapes, and the constraints that have none and look at the *whole* dataset."""

    trails: frozenset[Trail]
    whole: tuple[Constraint, ...]


@lru_cache(maxsize=1)
def shipped_dependencies() -> Dependencies:
    """Those of the shapes of this installation. Raises UnsupportedError as `dependencies` does."""
    return dependencies(load_shapes())


def dependencies(shapes: Shapes) -> Dependencies:
    """What *shapes* look at. Raises UnsupportedError where one of them is left to pySHACL."""
    _, left = compiled(shapes.core, {})
    if left:
        raise UnsupportedError(f"{min(left)} is not compiled")
    trails = {trail for node in shapes.core.subjects(RDF.type, SH.NodeShape) for trail in _shape(shapes.core, node, ())}
    trails |= set(_targets(shapes))
    whole: list[Constraint] = []
    for constraint in shapes.constraints:
        try:
            trails |= query_trails(constraint.select, "this")
        except NoTrailsError:
            whole.append(constraint)
    return Dependencies(frozenset(trails), tuple(whole))


def _targets(shapes: Shapes) -> Iterator[Trail]:
    yield (_TYPE,)
    yield from ((Step(str(name)),) for name in shapes.core.objects(None, SH.targetSubjectsOf))


def _shape(graph: rdflib.Graph, shape: Node, trail: Trail) -> Iterator[Trail]:
    """The trails of *shape*, whose nodes are at the end of *trail*."""
    yield from _values(graph, shape, trail, trail)
    for inner in graph.objects(shape, SH.property):
        path = graph.value(inner, SH.path)
        assert path is not None, "what is compiled has a path"  # noqa: S101
        reached = trail + path_steps(graph, path)
        yield from (reached[:length] for length in range(len(trail) + 1, len(reached) + 1))
        yield from _values(graph, inner, reached, trail)


def _values(graph: rdflib.Graph, shape: Node, trail: Trail, focus: Trail) -> Iterator[Trail]:
    """The trails of what *shape* says of values at the end of *trail*, beside others of their *focus*."""
    if (shape, SH["class"], None) in graph:
        yield (*trail, _TYPE)
    for name in _OTHERS:
        yield from ((*focus, Step(str(other))) for other in graph.objects(shape, name))
    inner = [node for name in _SHAPES for node in graph.objects(shape, name)]
    inner += [node for name in _LISTS for items in graph.objects(shape, name) for node in Collection(graph, items)]
    for node in inner:
        yield from _shape(graph, node, trail)

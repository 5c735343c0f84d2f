"""Findings brought up to date: only the nodes whose findings a change can alter are looked at again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import pyoxigraph as ox

from kgraph.dataset.difference import Difference
from kgraph.dataset.reader import OxTerm, Quads
from kgraph.dataset.trails import Node, affected, surroundings
from kgraph.validation.compiled import compiled_results
from kgraph.validation.context import ENTITIES, NAMES, label
from kgraph.validation.dependencies import Dependencies
from kgraph.validation.findings import Finding, focus_name
from kgraph.validation.rdf import merged
from kgraph.validation.results import SPARQL, Result, sparql_results
from kgraph.validation.run import finding
from kgraph.validation.shapes import Shapes
from kgraph.vocab import local_name


class Known(NamedTuple):
    """A finding of before, by *number*: its focus and shape, the IRIs of all *nodes* that it tells of, a line each.

    *said* is its message in both languages where the shape's own query puts names into it, else empty.
    """

    number: int
    focus: str
    shape: str
    nodes: str
    said: str

    @classmethod
    def of(cls, number: int, found: Finding) -> Known:
        """What is known of *found*."""
        said = found.message.vi + found.message.en if found.component == SPARQL else ""
        return cls(number, found.focus, found.shape, "\n".join(nodes_of(found)), said)


def nodes_of(found: Finding) -> list[str]:
    """The nodes that *found* says something of, sorted."""
    value = focus_name(found.value) if isinstance(found.value, (ox.NamedNode, ox.BlankNode)) else ""
    return sorted({found.focus, value, found.evidence, found.article, *found.about} - {""})


def revalidate(
    store: ox.Store,
    change: Difference,
    earlier: Iterable[Known],
    shapes: Shapes,
    looks_at: Dependencies,
) -> tuple[frozenset[int], list[Finding]]:
    """The numbers of those of *earlier* that do not stand any more, and the findings found anew in *store*.

    *change* is what came into the store and what went since *earlier* was found by *shapes*, which look at no more
    than *looks_at* says. What stays and what is new are what `run.validate` finds, but for the places in files and in
    the view.
    """
    before = tuple(earlier)
    foci = affected(store, (quad.triple for quad in change.quads), looks_at.trails)
    foci |= {ox.NamedNode(known.focus) for known in _stale(store, change, before) if not known.focus.startswith("_:")}
    named = {focus_name(focus) for focus in foci}
    whole = {local_name(constraint.shape) for constraint in looks_at.whole}
    gone = frozenset(known.number for known in before if known.focus in named or known.shape in whole)
    near = seen_from(store, foci, shapes, looks_at)
    about = results_about(near, foci.__contains__, store, shapes, looks_at)
    results = {*about, *whole_results(store, shapes, looks_at)}
    return gone, [finding(store, shapes, result) for result in results]


def seen_from(store: ox.Store, foci: Collection[Node], shapes: Shapes, looks_at: Dependencies) -> ox.Store:
    """A small store of all in *store* that *shapes* see from *foci*."""
    return merged((), (*shapes.ontology, *surroundings(store, foci, looks_at.trails)))


def results_about(
    near: ox.Store, is_asked: Callable[[OxTerm], bool], store: Quads, shapes: Shapes, looks_at: Dependencies
) -> Iterator[Result]:
    """The results of *shapes* about nodes that are asked for, found in *near*; *store* knows what they are called."""
    apart = tuple(constraint for constraint in shapes.constraints if constraint not in looks_at.whole)
    yield from compiled_results(near, shapes, is_asked)
    for result in sparql_results(near, replace(shapes, constraints=apart), partial(label, store)):
        if is_asked(result.focus):
            yield result


def whole_results(store: ox.Store, shapes: Shapes, looks_at: Dependencies) -> Iterator[Result]:
    """The results of those of *shapes* that look at the whole *store*."""
    alone = replace(shapes, constraints=looks_at.whole)
    return sparql_results(store, alone, partial(label, store), union=True)


def _stale(store: ox.Store, change: Difference, earlier: Iterable[Known]) -> Iterator[Known]:
    """Those of *earlier* that say of their nodes what *change* may have altered: names, quotes, places."""
    touched = {focus_name(node) for node in _told_of(store, change)}
    words = set(_words(change))

    def is_stale(known: Known) -> bool:
        return not touched.isdisjoint(known.nodes.split("\n")) or any(word in known.said for word in words)

    return filter(is_stale, earlier)


def _told_of(store: ox.Store, change: Difference) -> Iterator[OxTerm]:
    """The nodes at both ends of what changed, what the changed ones lead to, and what leads to the renamed ones."""
    for quad in change.quads:
        yield from (quad.subject, quad.object)
    for node in {quad.subject for quad in change.quads}:
        yield from (quad.object for quad in store.quads_for_pattern(node, None, None))
    for node in {quad.subject for quad in change.quads if quad.predicate.value in NAMES}:
        yield from (quad.subject for quad in store.quads_for_pattern(None, None, node))


def _words(change: Difference) -> Iterator[str]:
    """The names that messages may still call nodes by: old ones, and keys of nodes that had none."""
    for quad in change.removed:
        if quad.predicate.value in NAMES and isinstance(quad.object, ox.Literal):
            yield quad.object.value
    for quad in change.added:
        if quad.predicate.value in NAMES and isinstance(quad.subject, ox.NamedNode):
            yield quad.subject.value.removeprefix(ENTITIES)

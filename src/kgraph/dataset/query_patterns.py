"""The trails of a SPARQL query, found in it by its parser: from a variable over the query's own patterns."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from itertools import chain, count, product
from typing import Any, Final, NamedTuple, TypeAlias

import rdflib
from rdflib.paths import AlternativePath, InvPath, MulPath, SequencePath
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Variable

from kgraph.dataset.trails import Made, NoTrailsError, Step, Trail

_PATTERNS: Final = ("BGP", "TriplesBlock")
_BRANCHES: Final = {
    "LeftJoin": ("p2",), "Minus": ("p2",), "Union": ("p1", "p2"), "Builtin_EXISTS": ("graph",),
    "Builtin_NOTEXISTS": ("graph",),
}  # fmt: skip
"""Parts of a query that need not hold for a row: no trail may lead through one to a pattern outside."""
_Branch: TypeAlias = tuple[int, ...]


class _Edge(NamedTuple):
    one: object
    step: Step
    other: object
    branch: _Branch


def trails_from(select: str, variable: str) -> frozenset[Trail]:
    """The shortest trail from *variable* over each pattern of the query *select*, which declares its prefixes.

    Raises NoTrailsError where they do not tell all that an answer about a value of *variable* depends on.
    """
    return frozenset(trail for edges in _choices(select) for trail in _of(Variable(variable), edges))


def trails_from_each(select: str) -> frozenset[Trail]:
    """Those of `trails_from` from each variable of the patterns of *select*. Raises NoTrailsError as that does."""
    return frozenset(
        trail
        for edges in _choices(select)
        for start in {end for edge in edges for end in (edge.one, edge.other) if isinstance(end, Variable)}
        for trail in _of(start, edges)
    )


def made_by(construct: str) -> Made:
    """What the query *construct* makes. Raises NoTrailsError where its template has several triples, or variables."""
    query = translateQuery(parseQuery(construct)).algebra
    if len(query.template) != 1 or not isinstance(query.template[0][1], rdflib.URIRef):
        raise NoTrailsError("a template of more than one triple with a name")
    subject, predicate, _ = query.template[0]
    reads = {str(name) for (_, path, _), _ in _patterns(query.p, (), count()) for name in _names(path)}
    try:
        trails = trails_from(construct, str(subject)) if isinstance(subject, Variable) else None
    except NoTrailsError:
        trails = None
    return Made(str(predicate), trails, frozenset(reads))


def _names(path: Any) -> Iterator[rdflib.URIRef]:
    """The predicates in *path*. Raises NoTrailsError on a variable."""
    match path:
        case rdflib.URIRef():
            yield path
        case InvPath():
            yield from _names(path.arg)
        case AlternativePath() | SequencePath():
            for part in path.args:
                yield from _names(part)
        case MulPath():
            yield from _names(path.path)
        case _:
            raise NoTrailsError(f"the predicate {path}")


def _choices(select: str) -> Iterator[set[_Edge]]:
    """The edges of the patterns of *select*, for each choice among the ways that its paths leave open."""
    fresh = count()
    parts = _patterns(translateQuery(parseQuery(select)).algebra.p, (), fresh)
    ways = [tuple(_ways(*pattern, branch, fresh)) for pattern, branch in parts]
    return ({*chain(*chosen)} for chosen in product(*ways))


def _of(start: Variable, edges: Collection[_Edge]) -> Iterator[Trail]:
    home = min((edge.branch for edge in edges if start in (edge.one, edge.other)), key=len, default=())
    for branch in {edge.branch for edge in edges}:
        within = [edge for edge in edges if edge.branch in (branch[: len(edge.branch)], home[: len(edge.branch)])]
        found = _shortest(start, within)
        if len(found) < len(within):
            raise NoTrailsError(f"some patterns do not hang together with ?{start}")
        yield from (trail for edge, trail in found.items() if edge.branch in (branch, home))


def _patterns(part: Any, branch: _Branch, fresh: Iterator[int]) -> Iterator[tuple[tuple[Any, Any, Any], _Branch]]:
    """The triple patterns below *part* of a parsed query, those of sub-queries too, each with its branch."""
    if isinstance(part, CompValue):
        if part.name in _PATTERNS:
            flat = [term for triple in part.triples for term in triple]
            yield from ((pattern, branch) for pattern in zip(flat[::3], flat[1::3], flat[2::3], strict=True))
        apart = _BRANCHES.get(part.name, ())
        for name in part:
            yield from _patterns(part[name], (*branch, next(fresh)) if name in apart else branch, fresh)
    elif isinstance(part, list | tuple):
        for item in part:
            yield from _patterns(item, branch, fresh)


def _ways(one: Any, path: Any, other: Any, branch: _Branch, fresh: Iterator[int]) -> Iterator[tuple[_Edge, ...]]:
    """The edges of each way that *path* leaves open."""
    match path:
        case rdflib.URIRef():
            yield (_Edge(one, Step(str(path)), other, branch),)
        case InvPath():
            yield from _ways(other, path.arg, one, branch, fresh)
        case AlternativePath():
            for way in path.args:
                yield from _ways(one, way, other, branch, fresh)
        case SequencePath():
            stops = [one, *(Variable(f"between-{next(fresh)}") for _ in path.args[1:]), other]
            legs = zip(stops, path.args, stops[1:], strict=False)
            yield from map(_joined, product(*(tuple(_ways(*leg, branch, fresh)) for leg in legs)))
        case _:
            raise NoTrailsError(f"the predicate {path}")


def _joined(legs: tuple[tuple[_Edge, ...], ...]) -> tuple[_Edge, ...]:
    return tuple(chain(*legs))


def _shortest(start: object, edges: list[_Edge]) -> dict[_Edge, Trail]:
    """A trail from *start* over each of *edges* that it reaches; none leads through a constant."""
    reached: dict[object, Trail] = {start: ()}
    found: dict[_Edge, Trail] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for edge in edges:
            if node not in (edge.one, edge.other) or edge in found:
                continue
            step, end = (edge.step, edge.other) if node == edge.one else (edge.step.back, edge.one)
            found[edge] = (*reached[node], step)
            if end not in reached and isinstance(end, Variable):
                reached[end] = found[edge]
                waiting.append(end)
    return found

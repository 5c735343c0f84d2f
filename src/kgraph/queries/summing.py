"""Refuses to add up figures that are no parts of one whole: of other kinds (achieved, target) or in other units.

A query may count them, or take the least and the greatest; a sum or a mean needs one kind and one unit in each group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyparsing.exceptions import ParseException
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Identifier, Literal, URIRef, Variable

from kgraph.errors import QueryError
from kgraph.vocab import PREFIXES, expand

_ADDS: Final = re.compile(r"\b(?:SUM|AVG)\s*\(", re.IGNORECASE)
_AGGREGATES: Final = {"Aggregate_Sum": "SUM", "Aggregate_Avg": "AVG"}
_COUNTS: Final = frozenset({"Aggregate_Count"})  # how many figures there are may be added up
_VALUES: Final = frozenset(expand(name) for name in ("kgo:value", "schema:minValue", "schema:maxValue"))
# What all figures of a sum must share, and how people call it.
_SHARED: Final = {"kgo:figureKind": "kinds (achieved, target, planned, stock)", "kgo:unit": "units"}

Triple = tuple[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What a group is made from: its triples, the variables that others are computed from, and those that are fixed."""

    triples: tuple[Triple, ...]
    computed: Mapping[Variable, frozenset[Variable]]
    fixed: frozenset[Variable]


def refuse_mixed_sums(text: str) -> None:
    """Raise QueryError where the SELECT *text* adds up figures of several kinds or units."""
    if not _ADDS.search(text):
        return
    try:
        algebra = prepareQuery(text, initNs=dict(PREFIXES)).algebra
    except ParseException:
        return  # SPARQL that only the other engine knows
    for join in _nodes(algebra, "AggregateJoin"):
        for aggregate in join.A:
            if aggregate.name in _AGGREGATES:
                _check(join.p, aggregate)


def _check(group: CompValue, aggregate: CompValue) -> None:
    pattern = _pattern(group.p)
    fixed = pattern.fixed | frozenset(e for e in group.expr or () if isinstance(e, Variable))
    figures = {s for s, p, o in pattern.triples if _is_value(p) and o in _sources(aggregate.vars, pattern)}
    for shared, words in _SHARED.items():
        if any(not _is_one(figure, shared, pattern, fixed) for figure in figures):
            adds = f"{_AGGREGATES[aggregate.name]} of kgo:value"
            raise QueryError(f"{adds} would add up figures of different {words}; {_advice(shared)}")


def _advice(shared: str) -> str:
    variable = f"?{shared.partition(':')[2]}"
    return f"say `?fact {shared} {variable}` and GROUP BY {variable}, or fix it to one value"


def _is_value(predicate: object) -> bool:
    return any(value in str(predicate) for value in _VALUES)  # a path says the properties in it


def _is_one(figure: object, shared: str, pattern: _Pattern, fixed: frozenset[Variable]) -> bool:
    """Whether all figures of a group have one *shared*: the query says which, or groups by it."""
    said = [o for s, p, o in pattern.triples if s == figure and p == URIRef(expand(shared))]
    return any(not isinstance(o, Variable) or o in fixed for o in said)


def _sources(expression: object, pattern: _Pattern) -> frozenset[Variable]:
    """The variables that *expression* is computed from, through every BIND."""
    found = frozenset(_variables(expression))
    while more := frozenset(v for name in found for v in pattern.computed.get(name, ())) - found:
        found |= more
    return found


def _pattern(group: object) -> _Pattern:
    triples = tuple(triple for node in _nodes(group, "BGP") for triple in node.triples)
    computed = {node.var: frozenset(_variables(node.expr)) for node in _nodes(group, "Extend")}
    computed |= {a.res: frozenset(_variables(a.vars)) for a in _aggregates(group) if a.name not in _COUNTS}
    equal = (v for node in _nodes(group, "Filter") for v in _made_equal(node.expr))
    return _Pattern(triples, computed, frozenset((*equal, *_single_values(group))))


def _aggregates(group: object) -> Iterator[CompValue]:
    return (aggregate for node in _nodes(group, "AggregateJoin") for aggregate in node.A)


def _made_equal(expression: object) -> Iterator[Variable]:
    """The variables that a FILTER holds equal to one term: "?unit = kgs:unit-vnd", alone or beside others."""
    if not isinstance(expression, CompValue):
        return
    if expression.name == "ConditionalAndExpression":
        for part in (expression.expr, *expression.other):
            yield from _made_equal(part)
    if expression.name == "RelationalExpression" and expression.op == "=":
        sides = (expression.expr, expression.other)
        if any(isinstance(side, URIRef | Literal) for side in sides):
            yield from (side for side in sides if isinstance(side, Variable))


def _single_values(group: object) -> Iterator[Variable]:
    """The variables to which a VALUES block gives one value."""
    for node in _nodes(group, "values"):
        if len(node.res) == 1:
            yield from node.res[0]


def _variables(expression: object) -> Iterator[Variable]:
    if isinstance(expression, Variable):
        yield expression
    elif isinstance(expression, CompValue):
        yield from (v for part in expression.values() for v in _variables(part))
    elif isinstance(expression, list | tuple) and not isinstance(expression, Identifier):
        yield from (v for part in expression for v in _variables(part))


def _nodes(tree: object, name: str) -> Iterator[CompValue]:
    """Every node called *name* in *tree*, inside a SELECT within it too."""
    if not isinstance(tree, CompValue):
        return
    if tree.name == name:
        yield tree
    for part in tree.values():
        for child in part if isinstance(part, list) else [part]:
            yield from _nodes(child, name)

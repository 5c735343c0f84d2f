"""Constraints of SHACL Core as SPARQL expressions that are true of what conforms, and never an error.

An error would make a filter drop the row, and a fault would go unseen: so every comparison stands in a COALESCE.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, count
from typing import Final

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import SH, XSD
from rdflib.term import Node

from kgraph.validation.classes import Classes, at_or_below
from kgraph.validation.paths import path_text
from kgraph.validation.unsupported import UnsupportedError

# Of these a literal may be ill-typed ("2021-02-30"^^xsd:date); a cast tells.
_CAST: Final = {XSD.date, XSD.dateTime, XSD.integer, XSD.decimal, XSD.boolean, XSD.double, XSD.float}
_KINDS: Final = {SH.IRI: "isIRI({})", SH.Literal: "isLiteral({})", SH.BlankNode: "isBlank({})"}


@dataclass(frozen=True)
class Writer:
    """Writes expressions about the nodes of one graph of *shapes*; *classes* tells what is below a class."""

    shapes: rdflib.Graph
    classes: Classes
    numbers: Iterator[int] = field(default_factory=count)

    def fresh(self) -> str:
        """A variable that no other part of the query uses."""
        return f"?v{next(self.numbers)}"

    def conforms(self, shape: Node, node: str) -> str:
        """That the value of variable *node* conforms to *shape*, all of its constraints taken together."""
        parts = [expression for _, expression in self.of_values(shape, node, node)]
        for inner in self.properties(shape):
            _, path = self.path(inner)
            value = self.fresh()
            parts += [
                f"NOT EXISTS {{ {node} {path} {value} FILTER(!({expression})) }}"
                for _, expression in self.of_values(inner, value, node)
            ]
            parts += [expression for _, expression in self.of_sets(inner, node, path)]
        return " && ".join(f"({part})" for part in parts) or "true"

    def of_values(self, shape: Node, value: str, focus: str) -> Iterator[tuple[rdflib.URIRef, str]]:
        """The parameters of *shape* that each value has to meet by itself, with what it has to meet."""
        for parameter, write in VALUES.items():
            for argument in sorted(self.shapes.objects(shape, parameter), key=str):
                yield parameter, write(self, argument, value, focus)

    def of_sets(self, shape: Node, focus: str, path: str) -> Iterator[tuple[rdflib.URIRef, str]]:
        """The parameters of *shape* that its values have to meet together."""
        for parameter, write in SETS.items():
            for argument in sorted(self.shapes.objects(shape, parameter), key=str):
                yield parameter, write(self, argument, shape, f"{focus} {path}")

    def properties(self, shape: Node) -> list[Node]:
        """The property shapes of *shape*, sorted."""
        return sorted(self.shapes.objects(shape, SH.property), key=str)

    def path(self, shape: Node) -> tuple[Node, str]:
        """The path of the property shape *shape*, and that as SPARQL. Raises UnsupportedError where there is none."""
        node = _one(self.shapes, shape, SH.path)
        return node, path_text(self.shapes, node)


def _one(shapes: rdflib.Graph, node: Node, predicate: rdflib.URIRef) -> Node:
    value = shapes.value(node, predicate)
    if value is None:
        raise UnsupportedError(f"{node.n3()} without {predicate.n3()}")
    return value


def _sure(expression: str) -> str:
    return f"COALESCE({expression}, false)"


def _number(argument: Node) -> int:
    if isinstance(argument, rdflib.Literal) and isinstance(argument.value, int):
        return argument.value
    raise UnsupportedError(f"{argument.n3()} is no integer")


def _class(writer: Writer, argument: Node, value: str, _focus: str) -> str:
    return " || ".join(f"EXISTS {{ {value} a <{cls}> }}" for cls in at_or_below(str(argument), writer.classes))


def _datatype(_writer: Writer, argument: Node, value: str, _focus: str) -> str:
    same = f"isLiteral({value}) && DATATYPE({value}) = {argument.n3()}"
    if argument not in _CAST:
        return _sure(same)
    cast = f"{argument.n3()}(STR({value}))"
    return _sure(f"{same} && ({cast} = {cast})")


def _node_kind(_writer: Writer, argument: Node, value: str, _focus: str) -> str:
    if argument not in _KINDS:
        raise UnsupportedError(f"sh:nodeKind {argument.n3()}")
    return _KINDS[rdflib.URIRef(str(argument))].format(value)


def _compared(sign: str) -> Callable[[Writer, Node, str, str], str]:
    return lambda _writer, argument, value, _focus: _sure(f"{value} {sign} {argument.n3()}")


def _pattern(_writer: Writer, argument: Node, value: str, _focus: str) -> str:
    pattern = rdflib.Literal(str(argument)).n3()
    if not _is_regex(pattern):
        raise UnsupportedError(f"sh:pattern {pattern}")
    return _sure(f"!isBlank({value}) && REGEX(STR({value}), {pattern})")


def _is_regex(pattern: str) -> bool:
    """Whether the store can match *pattern*: it has no look-ahead, and an error would make every value a fault."""
    rows = ox.Store().query(f'SELECT (REGEX("", {pattern}) AS ?known) {{}}')
    return isinstance(rows, ox.QuerySolutions) and all(row["known"] is not None for row in rows)


def _min_length(_writer: Writer, argument: Node, value: str, _focus: str) -> str:
    return _sure(f"!isBlank({value}) && STRLEN(STR({value})) >= {_number(argument)}")


def _language_in(writer: Writer, argument: Node, value: str, _focus: str) -> str:
    tags = [rdflib.Literal(str(tag)).n3() for tag in Collection(writer.shapes, argument)]
    return _sure(" || ".join(f"LANGMATCHES(LANG({value}), {tag})" for tag in tags))


def _in(writer: Writer, argument: Node, value: str, _focus: str) -> str:
    return " || ".join(f"sameTerm({value}, {item.n3()})" for item in Collection(writer.shapes, argument)) or "false"


def _node(writer: Writer, argument: Node, value: str, _focus: str) -> str:
    return writer.conforms(argument, value)


def _or(writer: Writer, argument: Node, value: str, _focus: str) -> str:
    return " || ".join(f"({writer.conforms(item, value)})" for item in Collection(writer.shapes, argument))


def _xone(writer: Writer, argument: Node, value: str, _focus: str) -> str:
    parts = [f"IF({writer.conforms(item, value)}, 1, 0)" for item in Collection(writer.shapes, argument)]
    return f"({' + '.join(parts)}) = 1"


def _other(sign: str) -> Callable[[Writer, Node, str, str], str]:
    """That *sign* holds between the value and every value of another property of the focus node."""

    def write(writer: Writer, argument: Node, value: str, focus: str) -> str:
        other = writer.fresh()
        return f"NOT EXISTS {{ {focus} {argument.n3()} {other} FILTER(!{_sure(f'{value} {sign} {other}')}) }}"

    return write


def _disjoint(_writer: Writer, argument: Node, value: str, focus: str) -> str:
    return f"NOT EXISTS {{ {focus} {argument.n3()} {value} }}"


def _several(writer: Writer, number: int, start: str, meets: Callable[[str], str] | None = None) -> str:
    """The pattern of *number* distinct values at *start* (a node and a path), each of which *meets* something."""
    names = [writer.fresh() for _ in range(number)]
    values = " ".join(f"{start} {name} ." for name in names)
    apart = [f"!sameTerm({a}, {b})" for a, b in combinations(names, 2)]
    tests = [*apart, *(f"({meets(name)})" for name in names if meets)]
    filtered = f"FILTER({' && '.join(tests)})" if tests else ""
    return f"EXISTS {{ {values} {filtered} }}"


def _min_count(writer: Writer, argument: Node, _shape: Node, start: str) -> str:
    number = _number(argument)
    return _several(writer, number, start) if number else "true"


def _max_count(writer: Writer, argument: Node, _shape: Node, start: str) -> str:
    return f"NOT {_several(writer, _number(argument) + 1, start)}"


def _has_value(_writer: Writer, argument: Node, _shape: Node, start: str) -> str:
    return f"EXISTS {{ {start} {argument.n3()} }}"


def _unique_lang(writer: Writer, argument: Node, _shape: Node, start: str) -> str:
    if str(argument) != "true":
        return "true"
    one, other = writer.fresh(), writer.fresh()
    same = f'!sameTerm({one}, {other}) && LANG({one}) != "" && LCASE(LANG({one})) = LCASE(LANG({other}))'
    return f"NOT EXISTS {{ {start} {one}, {other} FILTER({same}) }}"


def _qualified(writer: Writer, shape: Node, start: str, number: int) -> str:
    inner = _one(writer.shapes, shape, SH.qualifiedValueShape)
    return _several(writer, number, start, lambda value: writer.conforms(inner, value))


def _qualified_min(writer: Writer, argument: Node, shape: Node, start: str) -> str:
    number = _number(argument)
    return _qualified(writer, shape, start, number) if number else "true"


def _qualified_max(writer: Writer, argument: Node, shape: Node, start: str) -> str:
    return f"NOT {_qualified(writer, shape, start, _number(argument) + 1)}"


VALUES: Final[Mapping[rdflib.URIRef, Callable[[Writer, Node, str, str], str]]] = {
    SH["class"]: _class,
    SH.datatype: _datatype,
    SH.nodeKind: _node_kind,
    SH.minInclusive: _compared(">="),
    SH.maxInclusive: _compared("<="),
    SH.minExclusive: _compared(">"),
    SH.maxExclusive: _compared("<"),
    SH.pattern: _pattern,
    SH.minLength: _min_length,
    SH.languageIn: _language_in,
    SH["in"]: _in,
    SH.node: _node,
    SH["or"]: _or,
    SH.xone: _xone,
    SH.lessThan: _other("<"),
    SH.lessThanOrEquals: _other("<="),
    SH.disjoint: _disjoint,
}
SETS: Final[Mapping[rdflib.URIRef, Callable[[Writer, Node, Node, str], str]]] = {
    SH.minCount: _min_count,
    SH.maxCount: _max_count,
    SH.hasValue: _has_value,
    SH.uniqueLang: _unique_lang,
    SH.qualifiedMinCount: _qualified_min,
    SH.qualifiedMaxCount: _qualified_max,
}

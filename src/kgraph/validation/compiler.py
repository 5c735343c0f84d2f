"""SHACL Core compiled to SPARQL: a query for each shape, and one for each of its constraints, over the whole dataset.

pySHACL asks node by node and value by value; a store answers the same for all of them tens of times faster.
`tests/validation/test_compiled.py` holds the two equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import rdflib
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from kgraph.bilingual import Bilingual
from kgraph.validation.classes import Classes, at_or_below
from kgraph.validation.expressions import SETS, VALUES, Writer
from kgraph.validation.shapes import bilingual
from kgraph.validation.unsupported import UnsupportedError

_KNOWN: Final = frozenset({
    *VALUES, *SETS, SH.property, SH.path, SH.inversePath, SH.severity, SH.message, SH.targetClass,
    SH.targetSubjectsOf, SH.qualifiedValueShape,
})  # fmt: skip
"""Terms of SHACL that are compiled, or say no constraint of their own."""
_TO_SHAPES: Final = (SH.node, SH.property, SH.qualifiedValueShape, RDF.first)
"""Terms that lead to another shape, which may have a name; what else stands in a list (sh:in) has nothing to follow."""

_OF_PATHS: Final = (*SETS, SH.lessThan, SH.lessThanOrEquals)
"""Parameters that a property shape alone may have; pySHACL says what is wrong with the others."""


@dataclass(frozen=True, slots=True)
class Check:
    """One constraint: the focus nodes ?this that break it by the *pattern*, and ?value where *has_value*.

    *path* is the IRI of a plain property, if it is about one. Values that break it together are not told one by one.
    """

    component: str
    path: str | None
    message: Bilingual
    pattern: str
    has_value: bool

    def select(self, given: str = "") -> str:
        """The query for it; *given* is a pattern that narrows down ?this."""
        columns = "?this ?value" if self.has_value else "?this"
        return f"SELECT DISTINCT {columns} {{ {given} {self.pattern} }}"


@dataclass(frozen=True, slots=True)
class CompiledShape:
    """The node shape *shape*: *suspects* is a query for all nodes ?this that break it, *checks* tell by what.

    One query for the whole shape goes over its nodes once; data is mostly good, and then nothing is left to tell.
    """

    shape: str
    suspects: str
    checks: tuple[Check, ...]


def compiled(shapes: rdflib.Graph, classes: Classes) -> tuple[tuple[CompiledShape, ...], frozenset[str]]:
    """All node shapes with a core constraint, and the IRIs of those that use what is not compiled."""
    done: list[CompiledShape] = []
    left: set[str] = set()
    for shape in sorted(s for s in shapes.subjects(RDF.type, SH.NodeShape) if isinstance(s, rdflib.URIRef)):
        try:
            _only_known(shapes, shape)
            done.append(_compiled(Writer(shapes, classes), shape))
        except UnsupportedError:
            left.add(str(shape))
    return tuple(shape for shape in done if shape.checks), frozenset(left)


def _compiled(writer: Writer, shape: rdflib.URIRef) -> CompiledShape:
    target = _target(writer, shape)
    suspects = f"SELECT DISTINCT ?this {{ {target} FILTER(!({writer.conforms(shape, '?this')})) }}"
    return CompiledShape(str(shape), suspects, tuple(_checks(writer, shape, target)))


def _only_known(shapes: rdflib.Graph, node: Node, above: frozenset[Node] = frozenset()) -> None:
    """Raise UnsupportedError where shape *node*, or one that it leads to, has a term of SHACL that is not compiled.

    So too where it leads back to one *above*: what that means is left open by SHACL (3.4.3).
    """
    if node in above:
        raise UnsupportedError(f"{node.n3()} refers to itself")
    if (node, SH.path, None) not in shapes and any((node, parameter, None) in shapes for parameter in _OF_PATHS):
        raise UnsupportedError(f"{node.n3()} counts or compares values without sh:path")
    for predicate, value in shapes.predicate_objects(node):
        if str(predicate).startswith(str(SH)) and predicate not in _KNOWN:
            raise UnsupportedError(f"{predicate.n3()} in {node.n3()}")
        if isinstance(value, rdflib.BNode) or predicate in _TO_SHAPES:
            _only_known(shapes, value, above | {node})


def _checks(writer: Writer, shape: rdflib.URIRef, target: str) -> Iterator[Check]:
    said = bilingual(writer.shapes, shape, SH.message)
    for parameter, expression in writer.of_values(shape, "?this", "?this"):
        pattern = f"{target} FILTER(!({expression})) BIND(?this AS ?value)"
        yield Check(_component(parameter), None, said, pattern, has_value=True)
    for inner in writer.properties(shape):
        yield from _property_checks(writer, inner, target)


def _property_checks(writer: Writer, inner: Node, target: str) -> Iterator[Check]:
    node, text = writer.path(inner)
    path = str(node) if isinstance(node, rdflib.URIRef) else None
    said = bilingual(writer.shapes, inner, SH.message)
    for parameter, expression in writer.of_values(inner, "?value", "?this"):
        pattern = f"{target} ?this {text} ?value FILTER(!({expression}))"
        yield Check(_component(parameter), path, said, pattern, has_value=True)
    for parameter, expression in writer.of_sets(inner, "?this", text):
        yield Check(_component(parameter), path, said, f"{target} FILTER(!({expression}))", has_value=False)


def _target(writer: Writer, shape: Node) -> str:
    """The pattern of the focus nodes ?this of *shape*. Raises UnsupportedError where it has none."""
    parts = [
        f"{{ ?this a <{cls}> }}"
        for target in sorted(writer.shapes.objects(shape, SH.targetClass), key=str)
        for cls in at_or_below(str(target), writer.classes)
    ]
    parts += [f"{{ ?this {p.n3()} [] }}" for p in sorted(writer.shapes.objects(shape, SH.targetSubjectsOf), key=str)]
    if not parts:
        raise UnsupportedError(f"{shape.n3()} without a target")
    return " UNION ".join(parts)


def _component(parameter: rdflib.URIRef) -> str:
    """The constraint component of a parameter: sh:minCount is that of sh:MinCountConstraintComponent."""
    name = str(parameter).removeprefix(str(SH))
    return f"{SH}{name[0].upper()}{name[1:]}ConstraintComponent"

"""Validation results: core constraints by pySHACL, SPARQL constraints by Oxigraph in one pass each.

pySHACL runs a SPARQL constraint once for every focus node and parses it each time; one query over the whole dataset
gives the same rows tens of times faster (`tests/validation/test_same_as_pyshacl.py` holds the two equal).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import OxTerm
from kgraph.errors import DatasetError
from kgraph.validation.classes import Classes, at_or_below, classes_of
from kgraph.validation.rdf import ox_term, rdflib_graph
from kgraph.validation.shapes import Constraint, Shapes, bilingual
from kgraph.vocab import expand

SPARQL: Final = str(SH.SPARQLConstraintComponent)
_TYPE: Final = ox.NamedNode(expand("rdf:type"))
_PLACE: Final = re.compile(r"\{[?$](\w+)\}")
Shown = Callable[[OxTerm, str], str]


@dataclass(frozen=True, slots=True)
class Result:
    """One SHACL validation result. *shape* is the IRI of the node shape, *path* that of a plain property, if any."""

    shape: str
    component: str
    focus: OxTerm
    path: str | None
    value: OxTerm | None
    message: Bilingual


def core_results(store: ox.Store, shapes: Shapes) -> Iterator[Result]:
    """What pySHACL finds in *store*, which holds data and ontology.

    Without the ontology, class targets would silently miss subclasses. pySHACL's own ont_graph is not enough: it takes
    over classes but not the concepts, which the checks of closed values look up.
    """
    report = _report(rdflib_graph(q.triple for q in store), shapes.core)
    for head in report.subjects(RDF.type, SH.ValidationReport):
        for node in report.objects(head, SH.result):
            yield _core_result(report, node, shapes.core)


def _report(data: rdflib.Graph, shapes: rdflib.Graph) -> rdflib.Graph:
    import pyshacl  # takes longer to load than most commands to run, which do without it
    from pyshacl.errors import ReportableRuntimeError

    try:
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    except ReportableRuntimeError as error:
        raise DatasetError(f"shapes/: pySHACL cannot use the shapes: {error}; correct the shape it names") from error
    if isinstance(report, rdflib.Graph):
        return report
    raise DatasetError(f"shapes/: pySHACL cannot validate: {report}; correct the shape it names")


def _core_result(report: rdflib.Graph, node: Node, shapes: rdflib.Graph) -> Result:
    source, focus = report.value(node, SH.sourceShape), report.value(node, SH.focusNode)
    path, value = report.value(node, SH.resultPath), report.value(node, SH.value)
    assert source is not None, "SHACL requires sh:sourceShape of every result"  # noqa: S101
    assert focus is not None, "SHACL requires sh:focusNode of every result"  # noqa: S101
    return Result(
        shape=_node_shape(shapes, source),
        component=str(report.value(node, SH.sourceConstraintComponent)),
        focus=ox_term(focus),
        path=str(path) if isinstance(path, rdflib.URIRef) else None,
        value=None if value is None else ox_term(value),
        message=bilingual(report, node, SH.resultMessage),
    )


def _node_shape(shapes: rdflib.Graph, source: Node) -> str:
    """The named shape that holds the property shape *source*."""
    while not isinstance(source, rdflib.URIRef):
        source = next(shapes.subjects(SH.property, source))
    return str(source)


def sparql_results(store: ox.Store, shapes: Shapes, shown: Shown, *, union: bool = False) -> Iterator[Result]:
    """What the SPARQL constraints find in *store*; *shown* gives the words for a term in a message's language.

    *union*: the data is in named graphs, not in the default graph.
    """
    classes = classes_of(store)
    for constraint in shapes.constraints:
        rows = list(_rows(store, constraint, union=union))
        focused = _targets(store, constraint, classes) if rows else frozenset()
        yield from (_sparql_result(constraint, row, shown) for row in rows if row["this"] in focused)


def _rows(store: ox.Store, constraint: Constraint, *, union: bool) -> Iterator[dict[str, OxTerm]]:
    try:
        solutions = store.query(constraint.select, use_default_graph_as_union=union)
    except SyntaxError as error:
        raise DatasetError(f"shapes/: sh:select of {constraint.shape} is not SPARQL: {error}") from error
    if not isinstance(solutions, ox.QuerySolutions):
        raise DatasetError(f"shapes/: sh:select of {constraint.shape} is not a SELECT; make it one")
    names = [v.value for v in solutions.variables]
    yield from ({n: row[n] for n in names if row[n] is not None} for row in solutions)


def _sparql_result(constraint: Constraint, row: dict[str, OxTerm], shown: Shown) -> Result:
    path = row.get("path")
    return Result(
        shape=constraint.shape,
        component=SPARQL,
        focus=row["this"],
        path=path.value if isinstance(path, ox.NamedNode) else None,
        value=row.get("value"),
        message=Bilingual(
            _filled(constraint.message.vi, row, lambda t: shown(t, "vi")),
            _filled(constraint.message.en, row, lambda t: shown(t, "en")),
        ),
    )


def _filled(message: str, row: dict[str, OxTerm], words: Callable[[OxTerm], str]) -> str:
    return _PLACE.sub(lambda m: words(row[m[1]]) if m[1] in row else m[0], message)


def _targets(store: ox.Store, constraint: Constraint, classes: Classes) -> frozenset[OxTerm]:
    """The focus nodes of a constraint: instances of its classes or their subclasses, and subjects of its properties."""
    named = (ox.NamedNode(below) for cls in constraint.classes for below in at_or_below(cls, classes))
    patterns = [(_TYPE, cls) for cls in named] + [(ox.NamedNode(name), None) for name in constraint.subjects_of]
    return frozenset(q.subject for p, o in patterns for q in store.quads_for_pattern(None, p, o))

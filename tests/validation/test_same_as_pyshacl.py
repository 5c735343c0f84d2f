"""Our split of the work (SPARQL constraints by Oxigraph, once each) finds what pySHACL alone finds."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from pyshacl import validate as pyshacl_validate
from rdflib.namespace import RDF, SH

from kgraph.dataset.reader import Reader
from kgraph.dataset.shipped import resource_triples
from kgraph.validation.rdf import merged, ox_term, rdflib_graph
from kgraph.validation.run import validate
from kgraph.validation.shapes import load_shapes
from kgraph.vocab import local_name

TESTS = Path(__file__).parents[1]
# The shapes whose constraints do not go through pySHACL.
BAD = sorted({TESTS / "shapes" / "bad" / f"{local_name(c.shape)}.ttl" for c in load_shapes().constraints})
Key = tuple[str, str, str, str]


def reader(*paths: Path) -> Reader:
    store = ox.Store()
    for path in paths:
        store.load(path=str(path), format=ox.RdfFormat.from_extension(path.suffix[1:]))
    return Reader(store)


def reference(opened: Reader) -> set[Key]:
    """Component, focus, value and path of every result of pySHACL over data, ontology and all shapes."""
    # Not ont_graph=: of that, pySHACL takes over the classes only, and then no concept is in its scheme.
    data = rdflib_graph(q.triple for q in merged(opened.store, load_shapes().ontology))
    _, report, _ = pyshacl_validate(data, shacl_graph=rdflib_graph(resource_triples("shapes")))
    assert isinstance(report, rdflib.Graph)
    results = [r for head in report.subjects(RDF.type, SH.ValidationReport) for r in report.objects(head, SH.result)]
    return {key(report, r) for r in results}


def key(report: rdflib.Graph, result: rdflib.term.Node) -> Key:
    value, path = report.value(result, SH.value), report.value(result, SH.resultPath)
    return (
        str(report.value(result, SH.sourceConstraintComponent)),
        str(report.value(result, SH.focusNode)),
        "" if value is None else str(ox_term(value)),
        str(path) if isinstance(path, rdflib.URIRef) else "",
    )


def ours(opened: Reader) -> set[Key]:
    return {(f.component, f.focus, "" if f.value is None else str(f.value), f.path or "") for f in validate(opened)}


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.stem)
def test_bad_fixture_gives_the_results_of_pyshacl(path: Path) -> None:
    opened = reader(TESTS / "shapes" / "base.ttl", path)
    assert ours(opened) == reference(opened)
    assert ours(opened)


def test_example_gives_the_results_of_pyshacl() -> None:
    opened = reader(TESTS / "fixtures" / "example.trig")
    assert ours(opened) == reference(opened)

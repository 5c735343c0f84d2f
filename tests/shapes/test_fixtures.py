"""Every shape passes its good fixture, finds the fault of its bad one, and is the only one that does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib

from kgraph.dataset.reader import Reader
from kgraph.dataset.shipped import resource_triples
from kgraph.validation.rdf import rdf_term
from kgraph.validation.run import validate
from kgraph.validation.shapes import Shapes, load_shapes, read_shapes

HERE = Path(__file__).parent
SHAPES = sorted(cause.shape for cause in load_shapes().causes.values())
Dataset = Callable[[str], Reader]


def without(shape: str) -> Shapes:
    """The shapes but one."""
    node = f"https://w3id.org/kgraph/shapes#{shape}"
    kept = [t for t in resource_triples("shapes") if str(rdf_term(t.subject)) != node]
    return read_shapes(kept, load_shapes().ontology)


def found(reader: Reader, shapes: Shapes | None = None) -> list[str]:
    """The shapes that find something."""
    return sorted({finding.shape for finding in validate(reader, shapes)})


@pytest.mark.parametrize("kind", ["good", "bad"])
def test_every_shape_has_a_fixture_and_every_fixture_a_shape(kind: str) -> None:
    assert sorted(path.stem for path in (HERE / kind).glob("*.ttl")) == SHAPES


@pytest.mark.parametrize("shape", SHAPES)
def test_bad_fixture_is_found_by_its_shape_alone(shape: str, dataset: Dataset) -> None:
    assert found(dataset(f"bad/{shape}.ttl")) == [shape]


@pytest.mark.parametrize("shape", SHAPES)
def test_good_fixture_is_clean(shape: str, dataset: Dataset) -> None:
    assert found(dataset(f"good/{shape}.ttl")) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_good_fixture_holds_a_node_that_the_shape_looks_at(shape: str, dataset: Dataset) -> None:
    strict = f"""
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kgsh: <https://w3id.org/kgraph/shapes#> .
        kgsh:{shape} sh:not [ sh:nodeKind sh:IRI ] ."""
    graph = load_shapes().core + rdflib.Graph().parse(data=strict, format="turtle")
    loaded = load_shapes()
    focused = {f.focus for f in validate(dataset(f"good/{shape}.ttl"), _with(loaded, graph)) if f.shape == shape}
    in_base = {f.focus for f in validate(dataset("base.ttl"), _with(loaded, graph)) if f.shape == shape}
    assert focused - in_base, "the good fixture adds nothing that this shape checks"


def _with(shapes: Shapes, core: rdflib.Graph) -> Shapes:
    return Shapes(core, shapes.constraints, shapes.causes, shapes.ontology)


@pytest.mark.parametrize("shape", SHAPES)
def test_without_the_shape_its_bad_fixture_passes(shape: str, dataset: Dataset) -> None:
    assert found(dataset(f"bad/{shape}.ttl"), without(shape)) == []

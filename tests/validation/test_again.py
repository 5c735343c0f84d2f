"""Findings brought up to date after a change are those of the whole dataset, whatever the change."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pyoxigraph as ox
import pytest

from kgraph.dataset.difference import Difference
from kgraph.dataset.reader import Reader
from kgraph.validation.again import revalidate
from kgraph.validation.dependencies import dependencies, shipped_dependencies
from kgraph.validation.findings import Finding
from kgraph.validation.run import validate
from kgraph.validation.shapes import load_shapes, read_shapes
from kgraph.validation.unsupported import UnsupportedError

RandomChange = Callable[[ox.Store, list[ox.Quad], Random], Difference]


@pytest.mark.parametrize("seed", range(8))
def test_every_change_is_seen(seed: int, sample_quads: list[ox.Quad], random_change: RandomChange) -> None:
    chance = Random(seed)  # noqa: S311 - not a secret
    store = ox.Store()
    store.extend(sample_quads)
    found: tuple[Finding, ...] = validate(Reader(store))
    different = 0
    for _ in range(12):
        difference = random_change(store, sample_quads, chance)
        kept, new = revalidate(store, difference, found, load_shapes(), shipped_dependencies())
        again = validate(Reader(store))
        assert sorted([*kept, *new], key=lambda f: f.order) == list(again)
        different += again != found
        found = again
    assert different >= 6


def test_few_nodes_are_looked_at_again(sample_quads: list[ox.Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    """A check of everything would pass the test above."""
    store = ox.Store()
    store.extend(sample_quads)
    found = validate(Reader(store))
    event = next(q for q in sample_quads if q.predicate.value.endswith("eventStatus"))
    store.remove(event)
    looked: list[int] = []
    monkeypatch.setattr("kgraph.validation.again.compiled_results", lambda near, _: looked.append(len(near)) or ())
    revalidate(store, Difference(frozenset({event}), frozenset()), found, load_shapes(), shipped_dependencies())
    ontology = len(load_shapes().ontology)
    assert ontology < looked[0] < ontology + len(sample_quads) / 20


def test_a_shape_that_is_left_to_pyshacl_is_no_case_for_it() -> None:
    text = """
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://e/> .
        :S a sh:NodeShape ; sh:targetClass :C ; sh:not [ sh:property [ sh:path :p ; sh:minCount 1 ] ] ."""
    shapes = read_shapes([q.triple for q in ox.parse(input=text, format=ox.RdfFormat.TURTLE)], ())
    with pytest.raises(UnsupportedError):
        dependencies(shapes)

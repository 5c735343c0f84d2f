"""Findings brought up to date after a change are those of the whole dataset, whatever the change."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest

from kgraph.dataset.difference import Difference
from kgraph.dataset.reader import Reader
from kgraph.pipeline import build
from kgraph.validation.again import revalidate
from kgraph.validation.dependencies import dependencies, shipped_dependencies
from kgraph.validation.findings import Finding
from kgraph.validation.run import validate
from kgraph.validation.shapes import load_shapes, read_shapes
from kgraph.validation.unsupported import UnsupportedError

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def quads(tmp_path_factory: pytest.TempPathFactory) -> list[ox.Quad]:
    """The samples as they are built, in order."""
    data = tmp_path_factory.mktemp("samples")
    build((ROOT / "data" / "articles",), data)
    return list(ox.parse(path=str(data / "kgraph.nq"), format=ox.RdfFormat.N_QUADS))


def changed(store: ox.Store, quads: list[ox.Quad], chance: Random) -> Difference:
    """Up to six quads go, come back or come with the end of another, and are put into *store*."""
    told = [q for q in quads if "/graph/vocabulary" not in str(q.graph_name)]
    some = chance.sample(told, chance.randint(1, 3))
    gone = {quad for quad in some if quad in store}
    come = set(some) - gone
    for one, other in zip(chance.sample(told, 3), chance.sample(told, 3), strict=True):
        other = chance.choice([q for q in told if q.predicate == one.predicate]) if chance.random() < 0.8 else other
        come.add(ox.Quad(one.subject, one.predicate, other.object, one.graph_name))
    come = {quad for quad in come if quad not in store}
    for quad in gone:
        store.remove(quad)
    store.extend(come)
    return Difference(frozenset(gone), frozenset(come))


@pytest.mark.parametrize("seed", range(8))
def test_every_change_is_seen(seed: int, quads: list[ox.Quad]) -> None:
    chance = Random(seed)  # noqa: S311 - not a secret
    store = ox.Store()
    store.extend(quads)
    found: tuple[Finding, ...] = validate(Reader(store))
    different = 0
    for _ in range(12):
        difference = changed(store, quads, chance)
        kept, new = revalidate(store, difference, found, load_shapes(), shipped_dependencies())
        again = validate(Reader(store))
        assert sorted([*kept, *new], key=lambda f: f.order) == list(again)
        different += again != found
        found = again
    assert different >= 6


def test_few_nodes_are_looked_at_again(quads: list[ox.Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    """A check of everything would pass the test above."""
    store = ox.Store()
    store.extend(quads)
    found = validate(Reader(store))
    event = next(q for q in quads if q.predicate.value.endswith("eventStatus"))
    store.remove(event)
    looked: list[int] = []
    monkeypatch.setattr("kgraph.validation.again.compiled_results", lambda near, _: looked.append(len(near)) or ())
    revalidate(store, Difference(frozenset({event}), frozenset()), found, load_shapes(), shipped_dependencies())
    ontology = len(load_shapes().ontology)
    assert ontology < looked[0] < ontology + len(quads) / 20


def test_a_shape_that_is_left_to_pyshacl_is_no_case_for_it() -> None:
    text = """
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://e/> .
        :S a sh:NodeShape ; sh:targetClass :C ; sh:not [ sh:property [ sh:path :p ; sh:minCount 1 ] ] ."""
    shapes = read_shapes([q.triple for q in ox.parse(input=text, format=ox.RdfFormat.TURTLE)], ())
    with pytest.raises(UnsupportedError):
        dependencies(shapes)

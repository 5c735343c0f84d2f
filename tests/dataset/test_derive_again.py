"""Derived triples brought up to date are those of the whole dataset, whatever the change and the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest

from kgraph.dataset import derive as module
from kgraph.dataset.derive import derive_again, derived_lines
from kgraph.dataset.difference import Difference
from kgraph.dataset.store import add

RandomChange = Callable[[ox.Store, list[ox.Quad], Random], Difference]
GRAPH = ox.NamedNode("https://data.example/kgraph/graph/derived")
OTHER_RULES = (
    "CONSTRUCT { ?a <urn:x> ?b . ?b <urn:y> ?a } WHERE { ?a <https://schema.org/organizer> ?b }",
    "CONSTRUCT { ?a <urn:x> ?b } WHERE { ?a <https://schema.org/mentions> ?b }",
    "CONSTRUCT { ?a ?p ?b } WHERE { ?a ?p ?b . ?b a <https://w3id.org/kgraph/ont#Programme> }",
)


@pytest.fixture
def rules(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The shipped rules, and a further one whose effects cannot be followed."""
    rules = module._rules()
    if request.param:
        rules.append(module.Rule("other.rq", request.param))
    monkeypatch.setattr(module, "_rules", lambda: rules)
    module.made_by_rules.cache_clear()
    yield
    module.made_by_rules.cache_clear()


@pytest.mark.parametrize(
    "rules", ["", *OTHER_RULES], indirect=True, ids=["shipped", "two triples", "reads another's", "any predicate"]
)
@pytest.mark.usefixtures("rules")
def test_every_change_is_seen(sample_quads: list[ox.Quad], random_change: RandomChange) -> None:
    store, different = ox.Store(), 0
    told = [quad for quad in sample_quads if quad.graph_name != GRAPH]
    store.extend(told)
    add(store, list(derived_lines(store)))
    for seed in range(40):
        change = random_change(store, told, Random(seed))  # noqa: S311 - not a secret
        before = set(store.quads_for_pattern(None, None, None, GRAPH))
        made = derive_again(store, change)
        found = set(store.quads_for_pattern(None, None, None, GRAPH))
        store.remove_graph(GRAPH)
        add(store, list(derived_lines(store)))
        assert found == set(store.quads_for_pattern(None, None, None, GRAPH))
        assert made == Difference(frozenset(before - found), frozenset(found - before))
        different += found != before
    assert different >= 5


def test_a_rule_is_asked_of_few_nodes(sample_quads: list[ox.Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    store = ox.Store()
    store.extend(sample_quads)
    told = next(quad for quad in sample_quads if quad.predicate.value.endswith("implementer"))
    store.remove(told)
    sizes: list[int] = []
    around = module.near
    monkeypatch.setattr(module, "near", lambda *a: sizes.append(len(around(*a).store)) or around(*a))
    made = derive_again(store, Difference(frozenset({told}), frozenset()))
    assert [quad.subject for quad in made.removed] == [told.object]
    assert sizes
    assert max(sizes) < len(sample_quads) / 50

"""Findings brought up to date after a change are those of the whole dataset, whatever the change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pyoxigraph as ox
import pytest

from kgraph.dataset.difference import Difference
from kgraph.dataset.reader import Reader
from kgraph.validation.again import Known, revalidate
from kgraph.validation.dependencies import Dependencies, dependencies, shipped_dependencies
from kgraph.validation.findings import Finding
from kgraph.validation.run import validate
from kgraph.validation.shapes import Shapes, load_shapes, read_shapes
from kgraph.validation.unsupported import UnsupportedError
from kgraph.vocab import DATA, expand

RandomChange = Callable[[ox.Store, list[ox.Quad], Random], Difference]


def node(name: str) -> ox.NamedNode:
    """What *name* stands for: a CURIE, or "kgid:" and a key."""
    return ox.NamedNode(f"{DATA}id/{name[5:]}" if name.startswith("kgid:") else expand(name))


LABEL = node("skos:prefLabel")


def again(
    store: ox.Store, change: Difference, found: Sequence[Finding], shapes: Shapes, looks_at: Dependencies
) -> tuple[list[Finding], list[Finding]]:
    """Those of *found* that stay, and the new ones."""
    gone, new = revalidate(store, change, [Known.of(n, f) for n, f in enumerate(found)], shapes, looks_at)
    return [f for n, f in enumerate(found) if n not in gone], new


@pytest.mark.parametrize("seed", range(8))
def test_every_change_is_seen(seed: int, sample_quads: list[ox.Quad], random_change: RandomChange) -> None:
    chance = Random(seed)  # noqa: S311 - not a secret
    store = ox.Store()
    store.extend(sample_quads)
    found: tuple[Finding, ...] = validate(Reader(store))
    different = 0
    for _ in range(12):
        difference = random_change(store, sample_quads, chance)
        kept, new = again(store, difference, found, load_shapes(), shipped_dependencies())
        anew = validate(Reader(store))
        assert sorted([*kept, *new], key=lambda f: f.order) == list(anew)
        different += anew != found
        found = anew
    assert different >= 6


def test_few_nodes_are_looked_at_again(sample_quads: list[ox.Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    """A check of everything would pass the test above."""
    store = ox.Store()
    store.extend(sample_quads)
    found = validate(Reader(store))
    event = next(q for q in sample_quads if q.predicate.value.endswith("eventStatus"))
    store.remove(event)
    looked: list[int] = []
    monkeypatch.setattr("kgraph.validation.again.compiled_results", lambda near, *_: looked.append(len(near)) or ())
    again(store, Difference(frozenset({event}), frozenset()), found, load_shapes(), shipped_dependencies())
    ontology = len(load_shapes().ontology)
    assert ontology < looked[0] < ontology + len(sample_quads) / 20


def test_a_shape_that_is_left_to_pyshacl_is_no_case_for_it() -> None:
    text = """
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://e/> .
        :S a sh:NodeShape ; sh:targetClass :C ; sh:not [ sh:property [ sh:path :p ; sh:minCount 1 ] ] ."""
    shapes = read_shapes([q.triple for q in ox.parse(input=text, format=ox.RdfFormat.TURTLE)], ())
    with pytest.raises(UnsupportedError):
        dependencies(shapes)


def test_what_a_message_calls_a_node_is_seen() -> None:
    """The node that the message names is two steps from all that the finding is about."""
    text = """
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:> .
        :S a sh:NodeShape ; sh:targetClass :C ; sh:sparql [ sh:message "Gần {?far}"@vi , "Near {?far}"@en ;
            sh:select "SELECT $this ?far { $this <urn:p>/<urn:q>/<urn:r> ?far }" ] ."""
    shapes = read_shapes([q.triple for q in ox.parse(input=text, format=ox.RdfFormat.TURTLE)], ())
    data = "<urn:a> a <urn:C> ; <urn:p> <urn:b> . <urn:b> <urn:q> <urn:c> . <urn:c> <urn:r> <urn:d> ."
    for old, new in (("", "Hà Nam"), ("Hà Nam", "Nam Định"), ("Nam Định", "")):
        store = ox.Store()
        store.load(data, format=ox.RdfFormat.TURTLE)
        gone, come = ([_label("urn:d", name)] if name else [] for name in (old, new))
        store.extend(gone)
        before = validate(Reader(store), shapes)
        for quad in gone:
            store.remove(quad)
        store.extend(come)
        difference = Difference(frozenset(gone), frozenset(come))
        kept, [found] = again(store, difference, before, shapes, dependencies(shapes))
        assert (kept, found.message.vi) == ([], f"Gần {new or 'urn:d'}")


def _label(iri: str, name: str) -> ox.Quad:
    return ox.Quad(ox.NamedNode(iri), LABEL, ox.Literal(name, language="vi"))


def test_words_that_come_first_now_are_seen(sample_quads: list[ox.Quad]) -> None:
    """A post is shown with the words of the first fact that speaks of it, of which the finding knows nothing else."""
    store = ox.Store()
    store.extend(sample_quads)
    fact, post = next((q.subject, q.object) for q in sample_quads if q.predicate == node("org:role"))
    [english] = [q for q in store.quads_for_pattern(post, LABEL, None) if q.object.language == "en"]
    store.remove(english)
    first = min((q.subject for q in store.quads_for_pattern(None, node("oa:hasSource"), None)), key=str)
    graph = next(store.quads_for_pattern(fact, node("prov:wasDerivedFrom"), None)).graph_name
    assert first.value not in repr(validate(Reader(store)))
    _equal_after(store, [], [ox.Quad(fact, node("prov:wasDerivedFrom"), first, graph)], first.value)


def _equal_after(store: ox.Store, gone: list[ox.Quad], come: list[ox.Quad], told: str) -> None:
    """Findings brought up to date after the change are those found anew, and tell what changed."""
    before = validate(Reader(store))
    for quad in gone:
        store.remove(quad)
    store.extend(come)
    difference = Difference(frozenset(gone), frozenset(come))
    kept, new = again(store, difference, before, load_shapes(), shipped_dependencies())
    assert sorted([*kept, *new], key=lambda f: f.order) == list(validate(Reader(store)))
    assert told in repr(new)

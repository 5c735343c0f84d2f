"""What is known of sentences that name two things is looked up again where a change may have altered it, only there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from random import Random

import pyoxigraph as ox
import pytest

from kgraph.dataset.difference import Difference
from kgraph.dataset.reader import Reader
from kgraph.dataset.trails import surroundings
from kgraph.identity import beside as module
from kgraph.identity.beside import dumps, loads, spot_trails, still_known, vetoed, vetoes
from kgraph.identity.candidate import DIFFERENT, Candidate, same
from kgraph.identity.records import read_records

RandomChange = Callable[[ox.Store, list[ox.Quad], Random], Difference]


def one_goes_or_comes(store: ox.Store, quads: list[ox.Quad], chance: Random) -> Difference:
    """A change of where things are named."""
    quad = chance.choice(quads)
    if quad in store:
        store.remove(quad)
        return Difference(frozenset({quad}), frozenset())
    store.add(quad)
    return Difference(frozenset(), frozenset({quad}))


def every_pair(store: ox.Store) -> list[Candidate]:
    records = read_records(Reader(store))
    nodes = sorted(record.iri for record in (*records.people, *records.named))
    return [same(one, other, {"same-name"}) for one, other in combinations(nodes, 2)]


@pytest.mark.parametrize("seed", range(6))
def test_every_change_is_seen(seed: int, sample_quads: list[ox.Quad], random_change: RandomChange) -> None:
    chance = Random(seed)  # noqa: S311 - not a secret
    store = ox.Store()
    store.extend(sample_quads)
    pairs = every_pair(store)
    known, different, kept = vetoes(Reader(store), pairs, {}), 0, 0
    beside = {ox.NamedNode(node) for pair, told in known.items() if told for node in pair}
    around = surroundings(store, beside, spot_trails())
    spots = [quad for quad in sample_quads if quad.triple in around]
    for _ in range(60):
        at_random = chance.random() < 0.3
        difference = (
            random_change(store, sample_quads, chance) if at_random else one_goes_or_comes(store, spots, chance)
        )
        again = vetoes(Reader(store), pairs, {})
        still = still_known(known, store, difference)
        assert vetoes(Reader(store), pairs, still) == again, (difference.removed, difference.added)
        different += again != known
        kept += len(still)
        known = again
    assert different >= 3
    assert kept > 30 * len(pairs)


def test_what_is_known_is_not_looked_up(sample_quads: list[ox.Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    store = ox.Store()
    store.extend(sample_quads)
    pairs = every_pair(store)
    known = vetoes(Reader(store), pairs, {})
    assert set(known.values()) == {True, False}
    asked: list[int] = []
    spots = module._spots
    monkeypatch.setattr(module, "_spots", lambda reader, nodes: asked.append(len(nodes)) or spots(reader, nodes))
    left = {pair: told for pair, told in known.items() if pair != (pairs[0].a, pairs[0].b)}
    assert vetoes(Reader(store), pairs[1:], known) == left
    assert asked == [0]


def test_vetoes_come_back_from_json_and_hold_for_pairs_of_one_thing() -> None:
    known = {("urn:a", "urn:b"): True, ("urn:a", "urn:c"): False}
    assert loads(dumps(known)) == known
    parted = Candidate("urn:a", "urn:d", DIFFERENT, ("exclusive-same-day",))
    found = [same("urn:b", "urn:a", {"same-name"}), same("urn:c", "urn:a", {"same-name"}), parted]
    assert [candidate.reasons for candidate in vetoed(found, known)] == [
        ("same-name", "side-by-side"),
        ("same-name",),
        ("exclusive-same-day",),
    ]

"""Records brought up to date after a change are those of the whole dataset, whatever the change."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pyoxigraph as ox
import pytest

from kgraph.dataset.difference import Difference
from kgraph.dataset.reader import Reader
from kgraph.identity import records as module
from kgraph.identity.records import dumps, loads, patched, read_records

RandomChange = Callable[[ox.Store, list[ox.Quad], Random], Difference]


@pytest.mark.parametrize("seed", range(6))
def test_every_change_is_seen(seed: int, sample_quads: list[ox.Quad], random_change: RandomChange) -> None:
    chance = Random(seed)  # noqa: S311 - not a secret
    store = ox.Store()
    store.extend(sample_quads)
    found, different = read_records(Reader(store)), 0
    for _ in range(60):
        difference = random_change(store, sample_quads, chance)
        again = read_records(Reader(store))
        assert patched(found, store, difference) == again, (difference.removed, difference.added)
        different += again != found
        found = again
    assert different >= 6


def test_little_is_read_again(sample_quads: list[ox.Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    store = ox.Store()
    store.extend(sample_quads)
    found = read_records(Reader(store))
    assert all((found.people, found.named, found.events))
    host = next(quad for quad in sample_quads if quad.predicate.value.endswith("organizer"))
    store.remove(host)
    read: list[int] = []
    monkeypatch.setattr(module, "read_records", lambda near: read.append(len(near.store)) or read_records(near))
    new = patched(found, store, Difference(frozenset({host}), frozenset()))
    assert new.events != found.events
    assert (new.people, new.named) == (found.people, found.named)
    assert 0 < read[0] < len(sample_quads) / 50


def test_records_come_back_from_json(sample_quads: list[ox.Quad]) -> None:
    store = ox.Store()
    store.extend(sample_quads)
    found = read_records(Reader(store))
    assert loads(dumps(found)) == found
    assert dumps(loads(dumps(found))) == dumps(found)

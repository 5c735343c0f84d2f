"""A portion sees all that trails see from its own nodes in the whole dataset."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest

from kgraph.dataset.portions import Portions, Sight
from kgraph.dataset.reader import Quads
from kgraph.dataset.trails import Step, Trail, surroundings

NAMES = "abcdefgh"
GRAPH = "https://data.example/kgraph/graph/"


def node(number: int) -> ox.NamedNode:
    return ox.NamedNode(f"https://data.example/kgraph/id/thing/{number:03}")


def random_quads(chance: Random) -> list[ox.Quad]:
    """Graphs of six articles that share some nodes, one of a registry, and shortcuts between nodes that are there."""
    quads = []
    for article in range(6):
        nodes = [*range(article * 10, article * 10 + 6), *chance.sample(range(100, 108), 3)]
        quads += [quad(chance.choice(nodes), chance, chance.choice(nodes), f"article/{article:016}") for _ in range(7)]
    quads += [quad(chance.randrange(100, 112), chance, chance.randrange(100, 112), "registry") for _ in range(8)]
    known = [int(str(end)[-4:-1]) for q in quads for end in (q.subject, q.object)]
    return quads + [quad(chance.choice(known), chance, chance.choice(known), "derived") for _ in range(12)]


def quad(subject: int, chance: Random, end: int, graph: str) -> ox.Quad:
    predicate = ox.NamedNode(f"urn:{chance.choice(NAMES)}")
    return ox.Quad(node(subject), predicate, node(end), ox.NamedNode(GRAPH + graph))


def common(quads: list[ox.Quad]) -> frozenset[bytes]:
    """The nodes that stand in several graphs, or in one that is not of an article; shortcuts do not count."""
    graphs: dict[str, set[str]] = {}
    for q in quads:
        if not str(q.graph_name).endswith("derived>"):
            for end in (q.subject, q.object):
                graphs.setdefault(str(end), set()).add(str(q.graph_name))
    return frozenset(n.encode() for n, names in graphs.items() if len(names) > 1 or "registry" in min(names))


def random_trail(chance: Random) -> Trail:
    return tuple(Step(f"urn:{chance.choice(NAMES)}", chance.random() < 0.5) for _ in range(chance.randint(1, 3)))


def looked_up(quads: Quads) -> list[set[ox.Triple]]:
    """The triples from and to each node."""
    nodes = [*map(node, range(120))]
    patterns = [*((n, None) for n in nodes), *((None, n) for n in nodes)]
    return [{q.triple for q in quads.quads_for_pattern(start, None, end)} for start, end in patterns]


@pytest.mark.parametrize("seed", range(60))
def test_a_portion_sees_what_the_whole_shows(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)  # noqa: S311 - not a secret
    quads = random_quads(chance)
    store = ox.Store()
    store.extend(quads)
    portions = Portions(store, common(quads))
    trails = frozenset(random_trail(chance) for _ in range(40))
    beyond = 0
    for start in (0, 2, 4):
        some = [q for q in quads if str(q.graph_name).endswith((f"{start:016}>", f"{start + 1:016}>"))]
        ox.serialize(some, tmp_path / "some.nq", format=ox.RdfFormat.N_QUADS)
        portion = portions.read(tmp_path / "some.nq")
        own = {ox.NamedNode(name.decode()[1:-1]) for name in portion.own}
        seen = surroundings(store, own, trails)
        near = portions.near(portion, trails)
        assert own
        assert seen <= {q.triple for q in near}
        assert looked_up(Sight(near, store, portion.nodes)) == looked_up(store)
        beyond += len(seen - {q.triple for q in some})
    assert beyond > 0

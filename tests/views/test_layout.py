"""Positions and measures: seeded, spread out, nothing flying off."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from kgraph.views.layout import positions
from kgraph.views.measures import graph_of, measure, pagerank
from kgraph.views.packing import pack, spread


def tree(count: int) -> nx.Graph[int]:
    return graph_of(count, [((i - 1) // 3, i) for i in range(1, count)])


def names(count: int) -> list[str]:
    return [f"n{i}" for i in range(count)]


def test_the_same_graph_gives_the_same_picture() -> None:
    assert np.array_equal(positions(tree(60), names(60)), positions(tree(60), names(60)))


def test_other_names_give_another_picture() -> None:
    assert not np.allclose(positions(tree(60), names(60)), positions(tree(60), names(61)[1:]))


def test_linked_nodes_are_nearer_than_others() -> None:
    graph, places = tree(200), positions(tree(200), names(200))
    linked = np.mean([np.linalg.norm(places[a] - places[b]) for a, b in graph.edges])
    apart = np.mean(np.linalg.norm(places[:, None] - places[None], axis=2))
    assert linked < 0.4 * apart


@pytest.mark.parametrize("count", [2, 40, 400])
def test_no_two_nodes_lie_on_each_other(count: int) -> None:
    places = positions(tree(count), names(count))
    distance = np.linalg.norm(places[:, None] - places[None], axis=2) + np.eye(count) * 1e9
    assert distance.min() >= 25


def test_isolated_nodes_stay_with_the_others() -> None:
    graph = graph_of(80, [(i, i + 1) for i in range(40)])
    places = positions(graph, names(80))
    width, height = np.ptp(places, axis=0)
    assert max(width, height) < 40 * 125
    assert len({(round(x), round(y)) for x, y in places}) == 80


@pytest.mark.parametrize("count", [0, 1])
def test_tiny_graphs_are_drawn(count: int) -> None:
    assert positions(graph_of(count, []), names(count)).shape == (count, 2)


def test_boxes_do_not_overlap() -> None:
    sizes = [np.array([w, h], dtype=float) for w, h in ((900, 700), (300, 200), (300, 100), (0, 0), (0, 0))]
    boxes = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(pack(sizes), sizes, strict=True)]
    for i, a in enumerate(boxes):
        assert all(a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1] for b in boxes[i + 1 :])


def test_spread_parts_a_heap() -> None:
    assert len({(round(x), round(y)) for x, y in spread(np.zeros((50, 2)))}) == 50


def test_pagerank_adds_up_to_one_and_agrees_with_a_star() -> None:
    rank = pagerank(graph_of(6, [(0, i) for i in range(1, 5)]))
    assert rank.sum() == pytest.approx(1, abs=1e-6)
    assert rank[0] == max(rank)
    assert rank[5] == min(rank)


def test_clusters_are_numbered_from_the_largest() -> None:
    small, large = range(4), range(4, 10)
    links = [(a, b) for group in (small, large) for a in group for b in group if a < b]
    found = measure(graph_of(10, [*links, (0, 4)]))
    assert found.cluster == (1,) * 4 + (0,) * 6
    assert found.degree[4] == 6

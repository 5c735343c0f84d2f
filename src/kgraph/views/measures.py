"""Measures of the network by networkx: how connected a node is, how central, and which cluster it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Graph = nx.Graph  # undirected and simple: several facts between two nodes are one link with a weight
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measures:
    """Per node, by its number: links, PageRank (adds up to 1), and cluster (0 is the largest)."""

    degree: tuple[int, ...]
    rank: tuple[float, ...]
    cluster: tuple[int, ...]


def graph_of(count: int, links: list[tuple[int, int]]) -> Graph[int]:
    """A graph of nodes 0 to *count* - 1, the weight of a link being how often it is named."""
    graph: Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    for a, b in links:
        graph.add_edge(a, b, weight=graph.get_edge_data(a, b, {"weight": 0})["weight"] + 1)
    return graph


def measure(graph: Graph[int]) -> Measures:
    """All measures of *graph*; the same graph gives the same numbers."""
    degree = tuple(len(graph[n]) for n in graph)
    return Measures(degree, tuple(float(r) for r in pagerank(graph)), _clusters(graph))


def pagerank(graph: Graph[int], damping: float = 0.85, rounds: int = 60) -> Floats:
    """PageRank by power iteration: networkx's own needs scipy, which nothing else here does."""
    count = len(graph)
    ends = np.array([e for a, b in graph.edges for e in ((a, b), (b, a))], dtype=np.intp).reshape(-1, 2)
    out = np.maximum(np.bincount(ends[:, 0], minlength=count), 1)
    alone = np.bincount(ends[:, 0], minlength=count) == 0
    rank = np.full(count, 1 / max(count, 1))
    for _ in range(rounds):
        flow = np.bincount(ends[:, 1], weights=(rank / out)[ends[:, 0]], minlength=count)
        rank = (1 - damping) / max(count, 1) + damping * (flow + rank[alone].sum() / max(count, 1))
    return np.round(rank, 9)


def _clusters(graph: Graph[int]) -> tuple[int, ...]:
    if not graph.number_of_edges():
        return tuple(range(len(graph)))
    groups: list[Any] = nx.community.louvain_communities(graph, weight="weight", seed=7)
    ordered = sorted(groups, key=lambda g: (-len(g), min(g)))
    place = {node: number for number, group in enumerate(ordered) for node in group}
    return tuple(place[n] for n in range(len(graph)))

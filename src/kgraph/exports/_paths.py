"""How two entities are connected: the shortest way over what articles state, else over what the registry knows."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import networkx as nx

from kgraph.dataset.reader import Reader
from kgraph.errors import NotFoundError
from kgraph.exports._network import Edge, edges

# The registry connects everything with everything: a step over it counts as more than one that an article states.
_REGISTRY: Final = {"part-of": 2.5, "works-in": 3.5, "within": 4.5}
_STATED: Final = 1.0


def connection(reader: Reader, one: str, other: str, lang: str) -> tuple[Edge, ...]:
    """The steps from the entity *one* to *other* (IRIs), each an edge as it is stated, whichever way it points.

    Of equally short ways, the first in the order of the edges. Raises NotFoundError where nothing connects them.
    """
    steps: nx.Graph[str] = nx.Graph()
    for edge in edges(reader, lang):
        weight = _REGISTRY.get(edge.relation, _STATED)
        if edge.source != edge.target and weight < _weight(steps, edge):
            steps.add_edge(edge.source, edge.target, weight=weight, edge=edge)
    try:
        way = nx.dijkstra_path(steps, one, other)
    except (nx.NetworkXNoPath, nx.NodeNotFound) as error:
        raise NotFoundError("nothing in the dataset connects the two; try other names, or add articles") from error
    return tuple(steps.edges[pair]["edge"] for pair in pairwise(way))


def _weight(steps: nx.Graph[str], edge: Edge) -> float:
    known = steps.get_edge_data(edge.source, edge.target)
    return float("inf") if known is None else float(known["weight"])

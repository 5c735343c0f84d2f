"""Keeps the map that people know: nodes of an earlier page stay, and new ones stand beside what they are related to."""

from __future__ import annotations

import json
import re
from typing import Final

import networkx as nx
import numpy as np

from kgraph.views.layout import Floats, positions
from kgraph.views.model import Places
from kgraph.views.packing import CELL, Cell, free_cell
from kgraph.views.wire import full_iri

_BLOCK: Final = re.compile(r'<script type="application/json" id="(data|nodes)">(.*?)</script>', re.DOTALL)


def places_of(html: str) -> Places:
    """Where the nodes of an earlier page stand, by IRI; none where *html* is no page of ours."""
    try:
        found = {name: json.loads(text) for name, text in _BLOCK.findall(html)}
        drawn = found["nodes"]
        rows = zip(found["data"]["nodes"], drawn["group"], drawn["x"], drawn["y"], strict=True)
        return {full_iri(row[0], kind): (int(x), int(y)) for row, kind, x, y in rows}
    except (ValueError, KeyError, TypeError, IndexError):
        return {}


def kept_positions(graph: nx.Graph[int], names: list[str], before: Places) -> Floats:
    """x and y in px of every node: as *before*, or where most nodes are new, as `positions` lays them out."""
    known = {i: before[name] for i, name in enumerate(names) if name in before}
    if 2 * len(known) <= len(names):
        return positions(graph, names)
    place = np.zeros((len(names), 2))
    for i, spot in known.items():
        place[i] = spot
    taken = {_cell(place[i]) for i in known}
    rest = _joined(graph, place, set(known), taken, names)
    if rest:
        _below(place, rest, _laid(graph, rest, names))
    return place


def _cell(point: Floats) -> Cell:
    return int(point[0] // CELL), int(point[1] // CELL)


def _joined(graph: nx.Graph[int], place: Floats, placed: set[int], taken: set[Cell], names: list[str]) -> list[int]:
    """Give each node that is joined to *placed* the free cell nearest to its neighbours; return those that are not."""
    while border := sorted({n for p in placed for n in graph[p]} - placed, key=names.__getitem__):
        for node in border:
            home = _cell(np.mean([place[n] for n in sorted(graph[node]) if n in placed], axis=0))
            cell = free_cell(home, taken)
            taken.add(cell)
            place[node] = (np.array(cell) + 0.5) * CELL
        placed.update(border)
    return sorted(set(graph) - placed)


def _laid(graph: nx.Graph[int], rest: list[int], names: list[str]) -> Floats:
    local: nx.Graph[int] = nx.relabel_nodes(graph.subgraph(rest), {n: i for i, n in enumerate(rest)})
    return positions(local, [names[n] for n in rest])


def _below(place: Floats, rest: list[int], laid: Floats) -> None:
    """Put what nothing joins to the map below it."""
    others = np.delete(place, rest, axis=0)
    corner = np.array([others[:, 0].min(), others[:, 1].max() + 2 * CELL])
    place[rest] = laid - laid.min(axis=0) + corner

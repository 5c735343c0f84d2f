"""The two maps of tiles as the page reads them: the provinces until June 2025, and those since."""

from __future__ import annotations

from typing import Any

from kgraph.registry.places import predecessors
from kgraph.registry.tiles import SYSTEMS, Tile, tiles
from kgraph.vocab import entity_iri


def tile_rows(node: dict[str, int]) -> dict[str, list[list[Any]]]:
    """For each system its tiles: column, row, label, and the numbers in *node* of the places that it stands for.

    A province of now stands for those that were merged into it too. Nothing where no province has a node.
    """
    found = {system: [_row(tile, node) for tile in tiles() if tile.system == system] for system in SYSTEMS}
    return found if any(row[3] for rows in found.values() for row in rows) else {}


def _row(tile: Tile, node: dict[str, int]) -> list[Any]:
    places = [entity_iri("place", key) for key in (tile.key, *_earlier(tile.key))]
    return [tile.column, tile.row, tile.label, [node[place] for place in places if place in node]]


def _earlier(key: str) -> list[str]:
    found = [succession.old for succession in predecessors(key)]
    return sorted({*found, *(old for one in found for old in _earlier(one))})

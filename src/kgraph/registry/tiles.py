"""Where each province stands in a map of equal tiles, before and since the reform of 1 July 2025."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kgraph.registry.table import load

_FILE: Final = "province-tiles.tsv"
_COLUMNS: Final = ("key", "system", "column", "row", "label")
SYSTEMS: Final = ("before-2025", "since-2025")
"""The provinces until 30 June 2025, and those since."""


@dataclass(frozen=True, slots=True)
class Tile:
    """The province *key* in the map of one *system*: *column* from the west, *row* from the north, both from 0.

    *label* is short enough for a tile. Two keys may share one: Huế was made a city of the centre in January 2025.
    """

    key: str
    system: str
    column: int
    row: int
    label: str


@lru_cache(maxsize=1)
def tiles() -> tuple[Tile, ...]:
    """All tiles, system by system. Raises RegistryError on a damaged row."""
    return load(_FILE, _COLUMNS, _tile)


def _tile(cells: list[str]) -> Tile:
    key, system, column, row, label = cells
    if system not in SYSTEMS:
        raise ValueError(f"the system must be one of {', '.join(SYSTEMS)}")
    return Tile(key, system, int(column), int(row), label)

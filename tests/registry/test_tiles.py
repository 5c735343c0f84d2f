"""The map of tiles holds every province of its time once."""

from __future__ import annotations

from collections import Counter

import pytest

from kgraph.registry.places import places
from kgraph.registry.tiles import SYSTEMS, tiles

REFORM = "2025-07-01"


def provinces(system: str) -> set[str]:
    """The keys of the provinces of *system*, for the older one of its last year."""
    all_of_them = [place for place in places() if place.level == "province"]
    if system == "since-2025":
        return {p.key for p in all_of_them if not p.valid_to or p.valid_to >= REFORM}
    lately = (p for p in all_of_them if not p.valid_to or p.valid_to >= "2024-12-31")  # not Bắc Thái
    return {p.key for p in lately if not p.valid_from or p.valid_from < REFORM}


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_province_of_a_system_has_one_tile(system: str) -> None:
    keys = [tile.key for tile in tiles() if tile.system == system]
    assert sorted(keys) == sorted(provinces(system))


@pytest.mark.parametrize(("system", "count"), [("before-2025", 63), ("since-2025", 34)])
def test_tiles_do_not_lie_on_each_other(system: str, count: int) -> None:
    cells = Counter((tile.column, tile.row) for tile in tiles() if tile.system == system)
    assert len(cells) == count
    shared = [cell for cell, n in cells.items() if n > 1]
    assert [{t.key for t in tiles() if (t.column, t.row) == cell and t.system == system} for cell in shared] == (
        [{"thua-thien-hue", "hue"}] if system == "before-2025" else []
    )


def test_neighbours_in_the_north_and_south_lie_so() -> None:
    rows = {(tile.system, tile.key): tile.row for tile in tiles()}
    assert rows["before-2025", "ha-giang"] < rows["before-2025", "ha-noi"] < rows["before-2025", "ca-mau"]
    assert rows["since-2025", "cao-bang"] < rows["since-2025", "hue"] < rows["since-2025", "ca-mau-2025"]


def test_labels_fit_a_tile() -> None:
    assert max(len(tile.label) for tile in tiles()) <= 12

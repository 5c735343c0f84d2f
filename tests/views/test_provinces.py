"""The province of a thing: by the place it serves, lies in or is held in, and none where that is not told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.dataset.reader import Reader
from kgraph.registry.tiles import tiles
from kgraph.views.network import read_model
from kgraph.views.tilemap import tile_rows
from kgraph.vocab import PREFIXES

PLACES = """
id:place\\/vn a kgo:AdministrativeUnit .
id:place\\/nam-dinh a kgo:AdministrativeUnit ; schema:containedInPlace id:place\\/vn .
id:place\\/nam-dinh.hai-hau a kgo:AdministrativeUnit ; schema:containedInPlace id:place\\/nam-dinh .
id:place\\/nam-dinh.hai-hau.hai-anh a kgo:AdministrativeUnit ; schema:containedInPlace id:place\\/nam-dinh.hai-hau .
id:place\\/ha-nam a kgo:AdministrativeUnit ; schema:containedInPlace id:place\\/vn .
<urn:commune> a kgo:WomensUnion ; kgo:jurisdiction id:place\\/nam-dinh.hai-hau.hai-anh .
<urn:centre> a kgo:WomensUnion ; kgo:jurisdiction id:place\\/vn .
<urn:two> a kgo:Body ; kgo:jurisdiction id:place\\/nam-dinh , id:place\\/ha-nam .
<urn:here> a kgo:Event ; schema:location id:place\\/ha-nam ; schema:organizer <urn:commune> .
<urn:hosted> a kgo:Event ; schema:organizer <urn:commune> .
<urn:central> a kgo:Event ; schema:organizer <urn:centre> .
<urn:nowhere> a kgo:Event ; schema:organizer <urn:person> . <urn:person> a schema:Person .
"""


@pytest.fixture(scope="module")
def provinces(load: Callable[[str], Reader]) -> dict[str, str]:
    place = PREFIXES["id"] + "place/"
    return {node.iri.removeprefix(place): node.province.removeprefix(place) for node in read_model(load(PLACES)).nodes}


@pytest.mark.parametrize(
    ("thing", "province"),
    [
        ("nam-dinh", "nam-dinh"),
        ("nam-dinh.hai-hau.hai-anh", "nam-dinh"),
        ("vn", ""),
        ("urn:commune", "nam-dinh"),
        ("urn:centre", ""),
        ("urn:two", ""),  # serves two: to count it in either would be a guess
        ("urn:here", "ha-nam"),  # where it is held outranks where its host is
        ("urn:hosted", "nam-dinh"),
        ("urn:central", ""),
        ("urn:nowhere", ""),
        ("urn:person", ""),
    ],
)
def test_a_province_is_told_and_never_guessed(provinces: dict[str, str], thing: str, province: str) -> None:
    assert provinces[thing] == province


def test_places_that_lie_in_each_other_lead_nowhere(load: Callable[[str], Reader]) -> None:
    lies = "<urn:{}> a kgo:Region ; schema:containedInPlace <urn:{}> ."
    model = read_model(load(lies.format("a", "b") + lies.format("b", "a")))
    assert [node.province for node in model.nodes] == ["", ""]


def test_a_tile_of_now_stands_for_all_that_was_merged_into_it() -> None:
    place = PREFIXES["id"] + "place/"
    numbers = {place + key: i for i, key in enumerate(("nam-dinh", "ha-nam", "ninh-binh", "ninh-binh-2025", "ha-noi"))}
    rows = tile_rows(numbers)
    (ninh_binh,) = [row for row in rows["since-2025"] if row[2] == "Ninh Bình"]
    assert ninh_binh[3] == [3, 1, 0, 2]
    (ha_noi,) = [row for row in rows["since-2025"] if row[2] == "Hà Nội"]
    assert ha_noi[3] == [4]
    assert sum(len(rows[system]) for system in rows) == len(tiles())


def test_without_any_province_there_is_no_map() -> None:
    assert tile_rows({"urn:a": 0}) == {}

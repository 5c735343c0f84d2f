"""Unions take name and place in the hierarchy from their administrative unit."""

from __future__ import annotations

import pytest

from kgraph.errors import RegistryError
from kgraph.registry.places import places
from kgraph.registry.unions import parent_place, union_label, union_label_en, union_long_label


@pytest.mark.parametrize(
    ("key", "label", "label_en"),
    [
        ("vn", "Hội LHPN Việt Nam", "Vietnam Women's Union"),
        ("nam-dinh", "Hội LHPN tỉnh Nam Định", "Women's Union of Nam Định province"),
        ("hai-phong", "Hội LHPN thành phố Hải Phòng", "Women's Union of Hải Phòng city"),
        ("quang-ninh.mong-cai.ka-long", "Hội LHPN phường Ka Long", "Women's Union of Ka Long ward"),
        ("ho-chi-minh.9", "Hội LHPN quận 9", "Women's Union of District 9"),
    ],
)
def test_labels(key: str, label: str, label_en: str) -> None:
    place = places()[key]
    assert (union_label(place), union_label_en(place)) == (label, label_en)


def test_the_long_label_spells_the_union_out() -> None:
    assert union_long_label(places()["nam-dinh"]) == "Hội Liên hiệp Phụ nữ tỉnh Nam Định"


def test_every_place_has_a_union_with_labels() -> None:
    assert [place.key for place in places() if not union_label_en(place) or not union_label(place)] == []


def test_the_union_above_is_that_of_the_place_above() -> None:
    assert parent_place("quang-ninh.mong-cai.ka-long") == "quang-ninh.mong-cai"
    assert parent_place("ninh-binh-2025.hoa-lu-2025") == "ninh-binh-2025"
    assert parent_place("nam-dinh") == "vn"
    assert parent_place("vn") is None


def test_an_unknown_place_is_refused() -> None:
    with pytest.raises(RegistryError, match="nowhere"):
        parent_place("nowhere")

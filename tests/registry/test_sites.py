"""Which province an address or a publisher speaks of."""

from __future__ import annotations

import pytest

from kgraph.registry.places import places
from kgraph.registry.sites import names, provinces_in, provinces_of_host
from kgraph.registry.table import listed, rows


@pytest.mark.parametrize(
    ("host", "keys"),
    [
        ("baohanam.example", ["ha-nam"]),
        ("hoilhpn.hanam.gov.example", ["ha-nam"]),
        ("hoilhpnhanam.example", ["ha-nam"]),
        ("hpnhaiduong.example", ["hai-duong"]),
        ("bao-thanh-hoa.example", ["thanh-hoa"]),
        ("www.LaoCai.example", ["lao-cai", "lao-cai-2025"]),
        ("phunu.tphcm.example", ["ho-chi-minh", "ho-chi-minh-2025"]),
        ("brtvgo.example", ["ba-ria-vung-tau"]),
        ("baobariavungtau.com.example", ["ba-ria-vung-tau"]),
        ("thuathienhue.example", ["thua-thien-hue"]),
        ("hanamonline.example", ["ha-nam"]),
        ("hanamhai.example", []),
        ("hanamninh.example", []),
        ("shopthanhhoasen.example", []),
        ("binhan.example", []),
        ("baovidu.example", []),
        ("", []),
        ("..", []),
    ],
)
def test_host(host: str, keys: list[str]) -> None:
    assert [place.key for place in provinces_of_host(host)] == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Báo Hà Nam", ["ha-nam"]),
        ("Báo Hà Namninh", []),
        ("HỘI LHPN TỈNH THANH HOÁ", ["thanh-hoa"]),
        ("Cổng thông tin Thừa Thiên Huế", ["thua-thien-hue"]),
        ("Trang tin phụ nữ TP.HCM", ["ho-chi-minh", "ho-chi-minh-2025"]),
        ("Bao Ha Nam", ["ha-nam"]),
        ("Báo Ha Nam", []),
        ("Nguồn: phunuhanam.example", ["ha-nam"]),
        ("Theo Nam Định và Hà Nam", ["nam-dinh", "ha-nam"]),
        ("", []),
    ],
)
def test_publisher(text: str, keys: list[str]) -> None:
    assert [place.key for place in provinces_in(text)] == keys


def test_a_name_counts_as_whole_words_only() -> None:
    assert names("Hội LHPN huyện Hướng Hoá", "Hướng Hóa")
    assert not names("Hội LHPN huyện Sơn Động", "Sơn Độ")
    assert not names("", "Hà Nam")


def test_rows_are_sorted_lower_case_ascii_and_lead_to_provinces() -> None:
    table = rows("sites.tsv")
    keys = [(row["part"], row["word"]) for row in table]
    assert keys == sorted(set(keys))
    assert {part for part, _ in keys} == {"label", "prefix", "sign", "suffix"}
    hosts = [word for part, word in keys if part != "sign"]
    assert [word for word in hosts if not (word.isascii() and word.isalnum() and word.islower())] == []
    assert [word for part, word in keys if part == "sign" and not (word.isalpha() and word.isupper())] == []
    placed = [(row["part"], row["word"], key) for row in table for key in listed(row["places"])]
    assert [word for _, word, key in placed if places()[key].level != "province"] == []
    labels = [(word, key) for part, word, key in placed if part == "label"]
    assert [row["word"] for row in table if (row["part"] in ("label", "sign")) != bool(row["places"])] == []
    assert [word for word, key in labels if key not in {p.key for p in provinces_of_host(f"{word}.example")}] == []

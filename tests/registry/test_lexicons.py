"""Programmes, posts, awards and regions: found by any of their names, and complete."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from kgraph.errors import RegistryError
from kgraph.registry.awards import awards
from kgraph.registry.lexicon import Lexicon
from kgraph.registry.posts import posts
from kgraph.registry.programmes import KINDS, by_code, programmes
from kgraph.registry.regions import regions

LEXICONS: list[Callable[[], Lexicon[Any]]] = [programmes, posts, awards, regions]


@pytest.mark.parametrize("table", LEXICONS)
def test_keys_are_ascii_and_labels_are_in_both_languages(table: Callable[[], Lexicon[Any]]) -> None:
    rows = list(table())
    assert len(rows) == len(table()) > 10
    assert [row.key for row in rows if not re.fullmatch(r"[a-z0-9-]+", row.key)] == []
    assert [row.key for row in rows if not row.label or not row.label_en] == []
    assert [row.key for row in rows] == sorted(row.key for row in rows)


@pytest.mark.parametrize("table", LEXICONS)
def test_every_name_leads_back_to_its_row(table: Callable[[], Lexicon[Any]]) -> None:
    lost = [name for row in table() for name in (row.label, *row.aliases) if table().named(name.upper()) is not row]
    assert lost == []
    assert [name for name in table().names() if table().named(name) is None] == []


@pytest.mark.parametrize("table", LEXICONS)
def test_an_unknown_key_or_name_is_answered_plainly(table: Callable[[], Lexicon[Any]]) -> None:
    with pytest.raises(RegistryError, match=rf"no row has the key 'nothing' in data/registry/{table().file}"):
        table()["nothing"]
    assert table().get("nothing") is None
    assert table().named("Không có") is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Đề án 939", "de-an-939"),
        ("hỗ trợ phụ nữ khởi nghiệp", "de-an-939"),
        ("5 không, 3 sạch", "gia-dinh-5-khong-3-sach"),
        ("Gia đình 5 không 3 sạch", "gia-dinh-5-khong-3-sach"),
        ("Học bổng Hoàng Ngân", "hoc-bong-hoang-ngan"),
        ("MẸ ĐỠ ĐẦU", "me-do-dau"),
    ],
)
def test_programmes_by_name(name: str, key: str) -> None:
    found = programmes().named(name)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    ("kind", "code", "key"),
    [("đề án", "938", "de-an-938"), ("dự án", "8", "du-an-8"), ("đề án", "01", "de-an-01"), ("dự án", "3", "du-an-3")],
)
def test_programmes_by_number(kind: str, code: str, key: str) -> None:
    found = by_code(kind, code)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(("kind", "code"), [("dự án", "938"), ("đề án", "1"), ("đề án", ""), ("đề án", "12345")])
def test_a_number_counts_with_its_kind_and_zeros(kind: str, code: str) -> None:
    assert by_code(kind, code) is None


def test_numbers_are_single_in_their_kind_and_kinds_are_concepts() -> None:
    numbered = [(row.kind, row.code) for row in programmes() if row.code]
    assert len(numbered) == len(set(numbered))
    assert {row.kind for row in programmes()} == set(KINDS)


def test_what_is_no_programme_is_not_listed() -> None:
    assert programmes().named("TYM") is None
    assert programmes().named("Nông thôn mới") is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("PCT", "pho-chu-tich"),
        ("Uỷ viên", "uy-vien"),
        ("UVBTV", "uy-vien-ban-thuong-vu"),
        ("phó chủ tịch thường trực", "pho-chu-tich-thuong-truc"),
        ("Cụm trưởng", "cum-truong"),
        ("Thủ tướng Chính phủ", "thu-tuong"),
    ],
)
def test_posts_by_name_and_abbreviation(name: str, key: str) -> None:
    found = posts().named(name)
    assert found is not None
    assert found.key == key


def test_nobody_is_president_and_vice_president_at_once() -> None:
    assert posts()["chu-tich"].exclusive == ("pho-chu-tich", "pho-chu-tich-thuong-truc")
    assert posts()["pho-chu-tich"].exclusive == ("chu-tich",)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("bằng khen", "bang-khen"),
        ("Huân chương Lao động hạng Ba", "huan-chuong-lao-dong-hang-ba"),
        ("Giải thưởng Kovalevskaia", "giai-thuong-kovalevskaia"),
    ],
)
def test_awards_by_name(name: str, key: str) -> None:
    found = awards().named(name)
    assert found is not None
    assert found.key == key


def test_regions_by_name() -> None:
    found = regions().named("Đồng bằng Sông Hồng")
    assert found is not None
    assert (found.key, found.label) == ("dong-bang-song-hong", "đồng bằng sông Hồng")

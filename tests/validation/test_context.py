"""Every kind of node leads to a label and, where there is one, to words of an article."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset.reader import Reader
from kgraph.validation.context import Place, label, place
from kgraph.validation.rdf import merged

EXAMPLE = Path(__file__).parents[1] / "fixtures" / "example.trig"
TITLE = "Hội LHPN tỉnh Nam Định ký kết chương trình phối hợp"
POST = "đồng chí Nguyễn Thị Ví Dụ - Chủ tịch Hội LHPN tỉnh"


@pytest.fixture(scope="module")
def store() -> ox.Store:
    return merged(Reader.of_file(EXAMPLE).store, ())


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode("https://data.example/kgraph/id/" + name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("union/nam-dinh", "Hội LHPN tỉnh Nam Định"),
        ("membership/0000000000000001", "Nguyễn Thị Ví Dụ · Hội LHPN tỉnh Nam Định · Chủ tịch"),
        ("figure/0000000000000017", "3.037 cháu"),
        ("evidence/e000000000000001", POST),
        ("rule/figure", "figure"),
        ("union/unknown", "union/unknown"),
    ],
)
def test_label(name: str, expected: str, store: ox.Store) -> None:
    assert label(store, node(name)) == expected


def test_label_in_english_falls_back_to_vietnamese(store: ox.Store) -> None:
    assert label(store, node("union/vn"), "en") == "Vietnam Women's Union"
    assert label(store, node("body/cong-an-tinh.nam-dinh"), "en") == "Công an tỉnh Nam Định"


@pytest.mark.parametrize(
    "name",
    [
        "membership/0000000000000001",
        "person/nguyen-thi-vi-du.nam-dinh-0a1b2c",
        "evidence/e000000000000001",
        "evidence/e000000000000001#quote",
        "evidence/e000000000000001#r1",
    ],
)
def test_place_of_the_words(name: str, store: ox.Store) -> None:
    assert place(store, node(name)) == Place(POST, "person-post-dash", TITLE, "vi-du.txt")


@pytest.mark.parametrize("name", ["article/1111111111111111", "copy/aaaaaaaaaaaaaaaa"])
def test_an_article_has_no_quote_but_a_file(name: str, store: ox.Store) -> None:
    assert place(store, node(name)) == Place("", "", TITLE, "vi-du.txt")


def test_nothing_is_known_of_a_stranger(store: ox.Store) -> None:
    assert place(store, node("union/unknown")) == Place()

"""An entity is told in words, each fact with its exact quote, article, day and file."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset.reader import Reader
from kgraph.errors import NotFoundError
from kgraph.facts import explain
from kgraph.facts.explain import Explanation, Quote
from kgraph.facts.phrases import phrases, say
from kgraph.resources import table

MODEL = Path(__file__).parents[2] / "docs" / "data-model.md"
TITLE = "Hội LHPN tỉnh Nam Định ký kết chương trình phối hợp"


def _words(told: Explanation, heading: str) -> list[str]:
    return [fact.words for fact in told.facts if fact.heading == heading]


def test_a_person_is_told_by_posts_and_events_with_the_exact_words(two_articles: Reader) -> None:
    told = explain(two_articles, "nguyen thi vi du")
    assert [(fact.heading, fact.words) for fact in told.facts] == [
        ("Chức vụ", "Nguyễn Thị Ví Dụ: Chủ tịch, Hội LHPN tỉnh Nam Định (ghi nhận ngày 2021-03-01)"),
        ("Tham gia sự kiện", "Nguyễn Thị Ví Dụ: tham dự, Ký kết chương trình phối hợp giai đoạn 2021-2025, 2021-03-01"),
    ]
    quote = "đồng chí Nguyễn Thị Ví Dụ - Chủ tịch Hội LHPN tỉnh"
    assert told.facts[0].quotes == (Quote("2021-03-02", quote, TITLE, ("vi-du.txt",), told.facts[0].quotes[0].doubt),)
    assert told.facts[0].quotes[0].doubt


def test_a_past_post_is_told_as_past_and_all_files_are_named(two_articles: Reader) -> None:
    told = explain(two_articles, "tran thi mau")
    assert "Trần Thị Mẫu: nguyên Ủy viên, Hội LHPN tỉnh Nam Định" in _words(told, "Chức vụ")
    assert told.facts[0].quotes[0].files == ("2022/007_mau.txt", "copies/008_mau.html")
    assert told.facts[0].quotes[0].doubt == ""


def test_a_union_is_described_and_told_in_english(two_articles: Reader) -> None:
    told = explain(two_articles, "union/nam-dinh", "en")
    assert told.description == (
        ("Level", ("province",)),
        ("Jurisdiction", ("tỉnh Nam Định",)),
        ("Part of", ("Vietnam Women's Union",)),
    )
    assert _words(told, "Programmes carried out") == [
        "Women's Union of Nam Định province: Supporting women's start-ups, carried out, 2020"
    ]
    givers = "Vietnam Women's Union, Women's Union of Nam Định province"
    award = f"Certificate of merit (granted), by {givers}, to 43 tập thể, 23 cá nhân, 2020"
    assert _words(told, "Awards") == [award]


def test_an_event_is_a_fact_itself_and_has_its_parts(two_articles: Reader) -> None:
    told = explain(two_articles, "Hội nghị tổng kết Cụm thi đua mẫu")
    assert _words(told, "Sự kiện") == [
        "Hội nghị tổng kết Cụm thi đua mẫu, 2022-11-18, Cụm thi đua mẫu tổ chức (đã diễn ra)"
    ]
    assert len(_words(told, "Tham gia sự kiện")) == 3


def test_a_place_tells_the_bodies_there_and_an_article_all_its_facts(two_articles: Reader) -> None:
    place = explain(two_articles, "tinh nam dinh")
    assert ("Tổ chức tại đây", ("Công an tỉnh Nam Định", "Hội LHPN tỉnh Nam Định")) in place.description
    assert place.facts == ()
    article = explain(two_articles, "article/1111111111111111")
    assert {fact.heading for fact in article.facts} == {phrase.heading for phrase in phrases("vi").values()}


def test_a_union_tells_what_it_became_and_what_it_came_from(two_articles: Reader) -> None:
    store = ox.Store()
    store.extend(two_articles.store)
    store.load(path=str(Path(__file__).parents[1] / "queries" / "reform.trig"))
    for key, heading, units in (
        ("union/ha-nam", "Became", ("Women's Union of Ninh Bình province",)),
        (
            "union/ninh-binh-2025",
            "Came out of",
            ("Women's Union of Hà Nam province", "Women's Union of Nam Định province"),
        ),
        ("place/ha-nam", "Became", ("tỉnh Ninh Bình",)),
        ("place/ninh-binh-2025", "Came out of", ("tỉnh Hà Nam", "tỉnh Nam Định")),
    ):
        told = dict(explain(Reader(store), key, "en").description)
        assert told[heading] == units
        assert len({"Became", "Came out of"} & told.keys()) == 1


def test_nothing_and_too_much_are_told(two_articles: Reader) -> None:
    with pytest.raises(NotFoundError):
        explain(two_articles, "zzzz")
    with pytest.raises(NotFoundError, match=r"place/nam-dinh .*union/nam-dinh"):
        explain(two_articles, "nam-dinh")


def test_every_class_of_fact_in_the_data_model_has_a_phrase() -> None:
    section = MODEL.read_text(encoding="utf-8").split("## Facts")[1].split("## Evidence")[0]
    classes = set(re.findall(r"^\| `[a-z-]+` \| `([a-z]+:[A-Za-z]+)` \|", section, flags=re.MULTILINE))
    assert len(classes) >= 10
    assert classes == set(phrases("vi")) == set(phrases("en"))


def test_every_row_of_the_tables_is_whole() -> None:
    for name in ("phrases.tsv", "description.tsv"):
        assert all(all(row.values()) and None not in row for row in table("kgraph.facts", name))


def test_optional_parts_need_all_their_values() -> None:
    values = {"a": ["x"], "b": []}
    assert say("{a}[ b {b}][ a {a}{!b}][ past{!a}]", lambda name: values.get(name, [])) == "x past"

"""Questions across the reform of July 2025, asked from the other side, of places, and of another day."""

from __future__ import annotations

from kgraph.dataset.labels import compact
from kgraph.dataset.reader import Reader, Table
from kgraph.queries import get, run


def _asked(reader: Reader, name: str, *columns: str, **values: str) -> list[tuple[str, ...]]:
    """The chosen *columns* of an answer, IRIs as keys, each row once and in order."""
    answer = run(reader, get(name), values)
    assert isinstance(answer, Table)
    wanted = [answer.columns.index(column) for column in columns]
    rows = ((compact(getattr(row[i], "value", "")) for i in wanted) for row in answer.rows)
    return list(dict.fromkeys(map(tuple, rows)))


def test_a_union_that_ended_leads_to_what_is_said_of_its_heir(articles: Reader) -> None:
    told = _asked(articles, "across-reform", "relation", "unit", "fact", about="union/ha-nam")
    assert told == [("successor", "union/ninh-binh-2025", "membership/601")]


def test_a_place_leads_to_facts_that_name_a_body_there(articles: Reader) -> None:
    told = _asked(articles, "across-reform", "unit", "named", about="place/ninh-binh-2025")
    assert told == [
        ("place/ha-nam", "union/ha-nam"),
        ("place/nam-dinh", "body/cong-an-tinh.nam-dinh"),
        ("place/nam-dinh", "union/nam-dinh"),
    ]
    assert _asked(articles, "across-reform", "relation", "named", about="place/nam-dinh") == [
        ("successor", "union/ninh-binh-2025")
    ]


def test_a_unit_that_nothing_became_has_no_rows(articles: Reader) -> None:
    assert _asked(articles, "across-reform", "fact", about="union/vn") == []


def test_a_day_after_the_reform_has_the_new_union_and_not_the_old_one(articles: Reader) -> None:
    on_the_day = _asked(articles, "unions-as-of", "union", "fact", day="2025-07-01", union="union/ninh-binh-2025")
    assert on_the_day == [("union/ninh-binh-2025", "")]
    assert ("union/ninh-binh-2025", "membership/601") in _asked(
        articles, "unions-as-of", "union", "fact", day="2026-12-31"
    )
    assert _asked(articles, "unions-as-of", "fact", day="2026-12-31", union="union/ha-nam") == []


def test_nothing_printed_later_is_told_of_an_earlier_day(articles: Reader) -> None:
    days = {"2025-03-07": [("",)], "2025-03-08": [("membership/501",)]}
    for day, facts in days.items():
        assert _asked(articles, "unions-as-of", "fact", day=day, union="union/ha-nam") == facts


def test_a_past_post_is_attested_apart_from_the_present_ones(articles: Reader) -> None:
    posts = _asked(articles, "posts-attested", "organization", "former", "first", "last", about="tran thi mau")
    assert posts == [
        ("union/nam-dinh", "true", "", ""),
        ("body/cum-mau", "false", "2022-11-18", "2022-11-18"),
        ("union/ha-nam", "false", "2022-11-18", "2025-03-07"),
    ]

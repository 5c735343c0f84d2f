"""Headers are read into values, and a broken one is named."""

from __future__ import annotations

import re

import pytest

from kgraph.bilingual import Bilingual
from kgraph.errors import QueryError
from kgraph.queries import SavedQuery, get, load, parse


def test_a_header_is_read_whole() -> None:
    query = get("programmes-of-union")
    union, year = query.params
    assert (query.id, query.title.vi) == ("cq-1", "Các chương trình một Hội thực hiện")
    assert (union.name, union.type, union.cls, union.optional) == ("union", "entity", "kgo:WomensUnion", False)
    assert (year.type, year.optional, year.label("en"), year.label("vi")) == ("integer", True, "Year", "Năm")
    assert [name for name, _ in query.columns] == ["programme", "status", "period", "article", "quote"]


def test_queries_are_sorted_and_their_ids_differ() -> None:
    names = [query.name for query in load()]
    assert names == sorted(names)
    assert len({query.id for query in load()}) == len(names) >= 15


def test_a_file_without_a_header_is_a_query() -> None:
    query = parse("mine.rq", "ASK { }")
    assert (query.params, query.columns, query.title.en) == ((), (), "mine.rq")


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("#+ summary: [", "q.rq: the `#[+]` header is not valid YAML"),
        ("#+ just words", "q.rq: the `#[+]` header must be"),
        ("#+ x-kgraph: [1]", "q.rq: x-kgraph must be"),
        ("#+ x-kgraph: {params: [{name: a, type: number}]}", "needs a name and a type out of entity, integer"),
        ("#+ x-kgraph: {params: [a]}", "needs a name and a type"),
    ],
)
def test_a_broken_header_is_told_in_one_line(header: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        parse("q.rq", header + "\nASK { }")
    assert "\n" not in str(caught.value)


def test_an_unknown_name_is_answered_with_near_ones() -> None:
    with pytest.raises(QueryError, match=r"did you mean .*programmes-of-union"):
        get("programme-of-union")
    with pytest.raises(QueryError, match="`kgraph query` lists them"):
        get("0000")


@pytest.mark.parametrize("query", load(), ids=lambda q: q.name)
def test_a_saved_query_is_explained_in_both_languages(query: SavedQuery) -> None:
    vi, en = query.description("vi"), query.description("en")
    assert vi
    assert en
    assert vi != en
    assert re.search("[ăâđêôơưạảấầậắằặẹếềệịọộợụứừự]", vi)


def test_one_language_stands_in_for_the_other() -> None:
    assert parse("q", "#+ description: What is asked\nASK { }").description.vi == "What is asked"
    assert parse("q", "#+ x-kgraph: {description: {vi: Hỏi gì}}\nASK { }").description == Bilingual("Hỏi gì", "Hỏi gì")

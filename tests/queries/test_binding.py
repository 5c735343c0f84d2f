"""Values are bound, never pasted: what a user types cannot become SPARQL, and what is wrong is told in one line."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.dataset.reader import Reader, Table
from kgraph.errors import NotFoundError, QueryError
from kgraph.queries import bind, parse, run

HEADER = """#+ summary: a test with where { in its header
#+ x-kgraph:
#+   params:
#+     - {name: text, type: string, default: "x"}
#+     - {name: year, type: integer, optional: true}
#+     - {name: day, type: date, optional: true}
#+     - {name: body, type: entity, class: "kgo:WomensUnion", optional: true}
"""
ECHO = parse("echo", HEADER + "SELECT ?text ?year ?day ?body\nWHERE { }")


def _answer(**values: str) -> list[str | None]:
    answer = run(Reader(ox.Store()), ECHO, values)
    assert isinstance(answer, Table)
    return [None if term is None else str(term) for term in answer.rows[0]]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    answer = run(Reader(ox.Store()), ECHO, {"text": text})
    assert isinstance(answer, Table)
    assert [row[0] for row in answer.rows] == [ox.Literal(text)]


def test_types_become_literals_of_their_datatype_and_the_default_is_used() -> None:
    assert _answer(year="02021", day="2021-03-01") == [
        '"x"',
        '"2021"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"2021-03-01"^^<http://www.w3.org/2001/XMLSchema#date>',
        None,
    ]


def test_an_entity_may_be_a_name_without_accents(two_articles: Reader) -> None:
    answer = run(two_articles, ECHO, {"body": "nam-dinh"})
    assert isinstance(answer, Table)
    assert answer.rows[0][3] == ox.NamedNode("https://data.example/kgraph/id/union/nam-dinh")
    with pytest.raises(NotFoundError, match="nothing in the dataset"):
        run(two_articles, ECHO, {"body": "zzzz"})


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?text { ?s ?p 'where {' }",
        '# where {\nSELECT ?text { ?s ?p """a "where {" b""" }',
    ],
)
def test_a_query_without_the_keyword_is_refused_and_not_bound_in_a_string(text: str) -> None:
    with pytest.raises(QueryError, match="needs the keyword WHERE"):
        bind(parse("q", HEADER + text), {})


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("ASK wHere\n{ { SELECT ?a WHERE { } } }", 'ASK wHere\n{ VALUES ?text { "x" } { SELECT ?a WHERE { } } }'),
        (
            "PREFIX a: <http://e.example/#> ASK WHERE { }",
            'PREFIX a: <http://e.example/#> ASK WHERE { VALUES ?text { "x" } }',
        ),
        ("CONSTRUCT { ?s ?p ?text } WHERE { }", 'CONSTRUCT { ?s ?p ?text } WHERE { VALUES ?text { "x" } }'),
    ],
)
def test_values_go_into_the_outer_where(text: str, bound: str) -> None:
    assert bind(parse("q", HEADER + text), {}) == HEADER + bound


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"year": "năm 2021"}, r"echo: `--set year=năm 2021` must be a whole number such as 2021"),
        ({"day": "1/3/2021"}, r"must be a date such as 2021-03-01"),
        ({"day": "2021-02-30"}, r"must be a date"),
        ({"yaer": "2021"}, r"no parameter is called `yaer`; it takes: text, year, day, body"),
    ],
)
def test_wrong_values_are_told(values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run(Reader(ox.Store()), ECHO, values)


def test_an_entity_that_is_no_iri_is_refused_by_bind() -> None:
    with pytest.raises(QueryError, match="must be an IRI"):
        bind(ECHO, {"body": "x> } DROP"})


def test_a_missing_parameter_is_told_with_the_option_to_give() -> None:
    needed = parse("q", "#+ x-kgraph: {params: [{name: union, type: entity}]}\nASK WHERE { }")
    with pytest.raises(QueryError, match=r"q: give `--set union=\.\.\.`"):
        bind(needed, {})

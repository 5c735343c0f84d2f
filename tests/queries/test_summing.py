"""Figures of several kinds or in several units are never added up; what may be counted or added is."""

from __future__ import annotations

import re

import pytest

from kgraph.dataset.reader import Reader
from kgraph.errors import QueryError
from kgraph.queries import SavedQuery, load, parse, run
from kgraph.queries.summing import refuse_mixed_sums

FIGURE = "?fact kgo:value ?value ; kgo:figureKind ?kind ; kgo:unit ?unit ."
ONE = "?fact kgo:value ?value ; kgo:figureKind kgs:kind-achieved ; kgo:unit kgs:unit-vnd ."

REFUSED = {
    "all together": ("SELECT (SUM(?value) AS ?all) { ?fact kgo:value ?value }", "kinds"),
    "kinds alone are told apart": (f"SELECT ?kind (SUM(?value) AS ?all) {{ {FIGURE} }} GROUP BY ?kind", "units"),
    "units alone are told apart": (f"SELECT ?unit (SUM(?value) AS ?all) {{ {FIGURE} }} GROUP BY ?unit", "kinds"),
    "the mean": (f"SELECT (AVG(?value) AS ?mean) {{ {FIGURE} }}", "kinds"),
    "through a BIND": (f"SELECT (SUM(?half) AS ?all) {{ {FIGURE} BIND(?value / 2 AS ?half) }}", "kinds"),
    "in an expression": (f"SELECT (SUM(?value * 2) AS ?all) {{ {FIGURE} }}", "kinds"),
    "by a path": ("SELECT (SUM(?value) AS ?all) { ?fact kgo:value|schema:minValue ?value }", "kinds"),
    "the bounds of figures": ("SELECT (SUM(?value) AS ?all) { ?fact schema:minValue ?value }", "kinds"),
    "in a subquery": (f"SELECT * {{ {{ SELECT (SUM(?value) AS ?all) {{ {FIGURE} }} }} }}", "kinds"),
    "what a subquery found": (
        f"SELECT (SUM(?most) AS ?all) {{ {{ SELECT ?kind (MAX(?value) AS ?most) {{ {FIGURE} }} GROUP BY ?kind }} }}",
        "kinds",
    ),
    "in HAVING": (f"SELECT ?kind {{ {FIGURE} }} GROUP BY ?kind HAVING (SUM(?value) > 3)", "units"),
    "VALUES of two units": (
        f"SELECT (SUM(?value) AS ?all) {{ VALUES ?unit {{ kgs:unit-vnd kgs:unit-child }} {FIGURE} }} GROUP BY ?kind",
        "units",
    ),
    "a unit that may be another": (
        f"SELECT (SUM(?value) AS ?all) {{ {FIGURE} FILTER(?unit != kgs:unit-vnd) }} GROUP BY ?kind",
        "units",
    ),
    "a unit among others": (
        f"SELECT (SUM(?value) AS ?x) {{ {FIGURE} FILTER(?unit = kgs:unit-vnd || ?unit = kgs:unit-km) }} GROUP BY ?kind",
        "units",
    ),
    "the unit of another figure": (
        f"SELECT ?kind ?unit (SUM(?other) AS ?all) {{ {FIGURE} ?more kgo:value ?other }} GROUP BY ?kind ?unit",
        "kinds",
    ),
}
FINE = {
    "kind and unit are told apart": f"SELECT ?kind ?unit (SUM(?value) AS ?all) {{ {FIGURE} }} GROUP BY ?kind ?unit",
    "kind and unit are fixed": f"SELECT (SUM(?value) AS ?all) {{ {ONE} }}",
    "fixed by FILTER": (
        f"SELECT (SUM(?value) AS ?all) {{ {FIGURE} FILTER(?unit = kgs:unit-vnd && kgs:kind-achieved = ?kind) }}"
    ),
    "fixed by VALUES": (
        f"SELECT ?kind (SUM(?value) AS ?all) {{ VALUES ?unit {{ kgs:unit-vnd }} {FIGURE} }} GROUP BY ?kind"
    ),
    "counted": f"SELECT (COUNT(?value) AS ?all) {{ {FIGURE} }}",
    "counts added up": (
        f"SELECT (SUM(?n) AS ?all) {{ {{ SELECT ?kind (COUNT(?value) AS ?n) {{ {FIGURE} }} GROUP BY ?kind }} }}"
    ),
    "the greatest": f"SELECT (MAX(?value) AS ?most) {{ {FIGURE} }}",
    "no figures": "SELECT (SUM(?n) AS ?all) { ?article kgo:textLength ?n }",
    "the word in a text": 'SELECT ?fact { ?fact kgo:rawText "SUM(?value)" ; kgo:value ?value }',
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_mixed_sum_is_refused_with_the_reason_and_the_remedy(case: str) -> None:
    text, shared = REFUSED[case]
    with pytest.raises(QueryError, match=rf"of kgo:value would add up figures of different {shared}.*GROUP BY \?"):
        refuse_mixed_sums(text)


@pytest.mark.parametrize("case", FINE)
def test_what_may_be_added_is(case: str) -> None:
    refuse_mixed_sums(FINE[case])


@pytest.mark.parametrize("case", FINE)
def test_the_engine_answers_what_is_fine(case: str, articles: Reader) -> None:
    run(articles, parse("mine.rq", FINE[case]), {})


def test_the_refusal_names_the_query(articles: Reader) -> None:
    with pytest.raises(QueryError, match=r"^mine.rq: SUM of kgo:value"):
        run(articles, parse("mine.rq", REFUSED["all together"][0]), {})


FIGURES = [q for q in load() if q.chart and re.search(rf"(kgo:value|MAX\(\?value\) AS) \?{q.chart.value}\b", q.text)]


@pytest.mark.parametrize("query", FIGURES, ids=lambda q: q.name)
def test_no_chart_compares_figures_of_several_kinds_or_units(query: SavedQuery) -> None:
    assert query.chart is not None
    assert "kind" in query.chart.apart or "kgo:figureKind kgs:" in query.text
    assert "unit" in query.chart.apart or "kgo:unit kgs:" in query.text


def test_charts_of_figures_are_looked_at() -> None:
    assert {"money", "targets", "figures-of-programme", "reach-of-programmes"} <= {query.name for query in FIGURES}

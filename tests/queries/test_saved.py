"""Every saved query answers its question with the expected rows, in Oxigraph and in rdflib alike.

``expected/NAME.csv`` is the answer to the query with the values of CASES; after a wanted change write it anew with
``--update-gold`` and read the diff.
"""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kgraph.dataset.entities import find_one
from kgraph.dataset.reader import Reader, Table
from kgraph.queries import SavedQuery, Triples, bind, load, run, write

EXPECTED = Path(__file__).parent / "expected"
CASES: dict[str, dict[str, str]] = {
    "achievements": {},
    "across-reform": {"about": "hoi lhpn tinh ninh binh"},
    "agreements": {"with": "cong an tinh nam dinh"},
    "awards": {"stage": "granted"},
    "bodies-at-event": {"event": "Hội nghị tổng kết Cụm thi đua mẫu"},
    "co-attendance": {"participant": "tran thi mau"},
    "contradictions": {},
    "coverage": {},
    "documents": {"by": "union/nam-dinh"},
    "event-participants": {},
    "events-between": {"since": "2021-01-01", "until": "2022-12-31"},
    "evidence": {"about": "tran thi mau"},
    "figures-of-programme": {"programme": "Mẹ đỡ đầu"},
    "identity-candidates": {},
    "inferred": {},
    "leaders-of-body": {"organization": "Cụm thi đua mẫu"},
    "money": {"reportedFor": "union/nam-dinh"},
    "new-since": {"since": "2022-01-01"},
    "persons-with-several-posts": {},
    "planned-events": {"by": "union/ha-nam"},
    "posts-attested": {"about": "union/ha-nam"},
    "programme-network": {"programme": "939"},
    "programme-periods": {},
    "programmes-by-province": {"programme": "de an 939"},
    "programmes-of-union": {"union": "ha-nam", "year": "2024"},
    "quotes": {"text": "ĐỠ ĐẦU"},
    "reach-of-programmes": {},
    "shared-programmes": {},
    "targets": {},
    "themes-of-year": {"year": "2021"},
    "union-hierarchy": {"above": "union/vn"},
    "unions-as-of": {"day": "2025-06-30"},
    "unions-of-programme": {"programme": "de an 939"},
    "unions-without-president": {},
}
QUERIES = {query.name: query for query in load()}


def test_every_saved_query_has_a_case() -> None:
    assert set(QUERIES) == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_rows_are_the_expected_ones(articles: Reader, name: str, pytestconfig: pytest.Config) -> None:
    said = write(articles, QUERIES[name], run(articles, QUERIES[name], CASES[name]), "csv")
    file = EXPECTED / f"{name}.csv"
    if pytestconfig.getoption("--update-gold"):
        file.write_text(said, encoding="utf-8")
    assert said == file.read_text(encoding="utf-8")


def _of_rdflib(term: object) -> tuple[str, str | None] | None:
    if term is None:
        return None
    return str(term), term.language if isinstance(term, rdflib.Literal) else None


def _of_oxigraph(term: object) -> tuple[str, str | None] | None:
    if term is None:
        return None
    assert isinstance(term, ox.NamedNode | ox.Literal)
    return term.value, term.language if isinstance(term, ox.Literal) else None


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("with_values", [True, False])
def test_both_engines_answer_the_same(
    articles: Reader, articles_rdflib: rdflib.Dataset, name: str, with_values: bool
) -> None:
    query = QUERIES[name]
    values = CASES[name] if with_values else {p.name: CASES[name][p.name] for p in query.params if not p.optional}
    kinds = {param.name: param for param in query.params}
    iris = {n: find_one(articles, v, kinds[n].cls).iri if kinds[n].type == "entity" else v for n, v in values.items()}
    answer = run(articles, query, values)
    rows = articles_rdflib.query(bind(query, iris))
    if isinstance(answer, Triples):
        assert answer.triples
        assert {tuple(map(_of_oxigraph, t)) for t in answer.triples} == {tuple(map(_of_rdflib, t)) for t in rows}
    else:
        assert [tuple(map(_of_oxigraph, row)) for row in answer.rows] == [tuple(map(_of_rdflib, row)) for row in rows]


@pytest.mark.parametrize("query", [q for q in QUERIES.values() if "CONSTRUCT" not in q.text], ids=lambda q: q.name)
def test_order_is_total_and_columns_are_titled(articles: Reader, query: SavedQuery) -> None:
    answer = run(articles, query, {p.name: CASES[query.name][p.name] for p in query.params if not p.optional})
    assert isinstance(answer, Table)
    assert [name for name, _ in query.columns] == list(answer.columns)
    ordered = query.text.rpartition("ORDER BY")[2]
    assert [c for c in answer.columns if not re.search(rf"\?{c}\b", ordered)] == []


@pytest.mark.parametrize("query", QUERIES.values(), ids=lambda q: q.name)
def test_query_runs_elsewhere_and_is_described(query: SavedQuery) -> None:
    used = set(re.findall(r"(?<![\w?<:])([a-z]+):[\w-]", re.sub(r"^#.*|<[^>]*>", "", query.text, flags=re.MULTILINE)))
    assert used == set(re.findall(r"^PREFIX (\w+):", query.text, flags=re.MULTILINE))
    assert query.summary
    assert query.description
    assert query.tags
    assert query.title.vi != query.title.en
    assert all(p.label.vi != p.label.en for p in query.params)

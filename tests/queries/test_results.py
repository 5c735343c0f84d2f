"""Answers as text: labels for people, IRIs and datatypes for machines."""

from __future__ import annotations

import csv
import json

import pyoxigraph as ox
import pytest

from kgraph.dataset.reader import Reader, Table
from kgraph.errors import QueryError
from kgraph.queries import FORMATS, Reading, get, hides_evidence, parse, run, write


def _written(reader: Reader, name: str, form: str | None, lang: str = "vi", **values: str) -> str:
    query = get(name)
    return write(reader, query, run(reader, query, values), form, Reading(lang))


def test_table_is_aligned_and_shows_labels(two_articles: Reader) -> None:
    assert _written(two_articles, "shared-programmes", None).splitlines() == [
        "Chương trình               Số Hội  Số bài",
        "-------------------------  ------  ------  --------------------",
        "Hỗ trợ phụ nữ khởi nghiệp       2       2  ████████████████████",
        "Nếp sống mẫu                    1       1  ██████████",
    ]
    assert "Supporting women's start-ups       2         2" in _written(
        two_articles, "shared-programmes", "table", "en"
    )


def test_numbers_are_written_as_in_the_language(two_articles: Reader) -> None:
    money = {lang: _written(two_articles, "money", "table", lang) for lang in ("vi", "en")}
    assert "16.500.000.000" in money["vi"]
    assert "16,500,000,000" in money["en"]
    assert "1,5" in _written(two_articles, "targets", "table")
    assert ",16500000000," in _written(two_articles, "money", "csv")
    assert "2.02" not in _written(two_articles, "themes-of-year", "table", year="2021")


def test_evidence_is_shown_where_it_is_asked_for(two_articles: Reader) -> None:
    query = get("programmes-of-union")
    answer = run(two_articles, query, {"union": "union/ha-nam"})
    assert isinstance(answer, Table)
    plain, full = (write(two_articles, query, answer, "table", Reading(evidence=e)) for e in (False, True))
    assert "Nguyên văn" not in plain
    assert "phấn đấu ít nhất 1,5 km đường hoa" in full
    assert [hides_evidence(answer, Reading(evidence=e)) for e in (False, True)] == [True, False]


def test_a_row_that_several_words_state_is_shown_once_without_them(two_articles: Reader) -> None:
    query = parse("mine.rq", "SELECT ?a ?quote WHERE { VALUES (?a ?quote) { (1 'x') (1 'y') (2 'z') } }")
    rows = write(two_articles, query, run(two_articles, query, {}), "table").split()
    assert rows == ["a", "-", "1", "2"]


def test_a_fact_is_never_shown_without_its_words(two_articles: Reader) -> None:
    assert "Nguyên văn" in _written(two_articles, "quotes", "table", text="tổng kết")


def test_long_cells_are_cut_only_where_asked(two_articles: Reader) -> None:
    query = parse("mine.rq", "SELECT ?a WHERE { VALUES ?a { 'mười chữ cái' } }")
    answer = run(two_articles, query, {})
    assert write(two_articles, query, answer, "table", Reading(widest=6)).splitlines()[-1] == "mười…"
    assert write(two_articles, query, answer, "table").splitlines()[-1] == "mười chữ cái"


def test_an_answer_without_rows_still_has_its_header(two_articles: Reader) -> None:
    empty = {form: _written(two_articles, "quotes", form, text="zzzz") for form in ("table", "csv", "markdown")}
    assert empty["table"].split() == [
        "Loại",
        "dữ",
        "kiện",
        "Dữ",
        "kiện",
        "Bài",
        "báo",
        "Nguyên",
        "văn",
        *["-" * n for n in (12, 7, 7, 10)],
    ]
    assert empty["csv"] == "type,fact,article,quote\n"
    assert empty["markdown"] == "| Loại dữ kiện | Dữ kiện | Bài báo | Nguyên văn |\n| --- | --- | --- | --- |\n"


def test_markdown_escapes_its_own_bars(two_articles: Reader) -> None:
    text = _written(two_articles, "quotes", "markdown", text="tổng kết")
    assert "mẫu họp \\| tổng kết" in text
    assert len(text.splitlines()) > 2
    assert {line.replace("\\|", "").count("|") for line in text.splitlines()} == {5}


def test_csv_keeps_quotes_and_commas(two_articles: Reader) -> None:
    rows = list(csv.DictReader(_written(two_articles, "quotes", "csv", text="tổng kết").splitlines()))
    assert {row["quote"] for row in rows} == {'Ngày 18/11, Cụm thi đua mẫu họp | tổng kết "năm" 2022'}


def test_json_is_sparql_results_json(two_articles: Reader) -> None:
    answer = json.loads(_written(two_articles, "targets", "json"))
    (row,) = answer["results"]["bindings"]
    assert answer["head"]["vars"][0] == "reportedFor"
    assert row["reportedFor"] == {"type": "uri", "value": "https://data.example/kgraph/id/union/ha-nam"}
    assert row["value"] == {"type": "literal", "value": "1.5", "datatype": "http://www.w3.org/2001/XMLSchema#decimal"}
    assert row["about"] == {"type": "literal", "value": "đường hoa", "xml:lang": "vi"}


def test_unbound_cells_are_left_out_of_json_and_empty_elsewhere(two_articles: Reader) -> None:
    query = parse("q", "SELECT ?a ?b WHERE { VALUES (?a ?b) { (1 UNDEF) } }")
    answer = run(two_articles, query, {})
    assert json.loads(write(two_articles, query, answer, "json"))["results"]["bindings"][0].keys() == {"a"}
    assert write(two_articles, query, answer, "csv") == "a,b\n1,\n"


def test_construct_is_turtle_by_default_and_json_ld_as_json(two_articles: Reader) -> None:
    turtle = _written(two_articles, "programme-network", None)
    triples = {q.triple for q in ox.parse(input=turtle, format=ox.RdfFormat.TURTLE)}
    linked = _written(two_articles, "programme-network", "json")
    assert {q.triple for q in ox.parse(input=linked, format=ox.RdfFormat.JSON_LD)} == triples
    assert len(triples) > 5
    assert turtle == _written(two_articles, "programme-network", "turtle")
    assert "@id" in json.loads(linked)[0]
    assert _written(two_articles, "programme-network", "csv").startswith("subject,predicate,object\n")


def test_turtle_of_a_select_is_refused_with_the_formats_that_fit(two_articles: Reader) -> None:
    with pytest.raises(QueryError, match="turtle is for CONSTRUCT queries; use --format table, csv, json or markdown"):
        _written(two_articles, "money", "turtle")


def test_ask_is_a_table_of_one_cell(two_articles: Reader) -> None:
    query = parse("q", "ASK { ?s a schema:Person }")
    assert write(two_articles, query, run(two_articles, query, {}), "csv") == "answer\ntrue\n"


def test_formats_are_those_of_the_contract() -> None:
    assert tuple(FORMATS) == ("table", "csv", "json", "markdown", "html", "turtle")


def test_dates_and_truth_are_said_in_words_for_people_alone() -> None:
    header = "#+ x-kgraph: {columns: {day: {vi: Ngày, en: Day}}}\n"
    values = '"2021-34"^^edtf:EDTF "[..2021-02-24]"^^edtf:EDTF true false "2021-03-01"^^xsd:date'
    query = parse("mine", f"{header}SELECT ?day WHERE {{ VALUES ?day {{ {values} }} }}")
    empty = Reader(ox.Store())

    def said(form: str, lang: str) -> list[str]:
        return write(empty, query, run(empty, query, {}), form, Reading(lang)).splitlines()

    assert said("table", "vi")[2:] == ["quý II năm 2021", "không muộn hơn 2021-02-24", "có", "không", "2021-03-01"]
    assert said("table", "en")[2:] == ["quarter II of 2021", "no later than 2021-02-24", "yes", "no", "2021-03-01"]
    assert said("csv", "vi")[1:] == ["2021-34", "[..2021-02-24]", "true", "false", "2021-03-01"]

"""What a header asks to be drawn, the panels that an answer gives, and how they are drawn in text."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kgraph.dataset.reader import OxTerm, Reader, Table
from kgraph.errors import QueryError
from kgraph.queries import Chart, Reading, load, parse, run, write
from kgraph.queries.cells import Cells, cells
from kgraph.queries.charts import chart_of
from kgraph.queries.panels import Item, panels
from kgraph.queries.strips import bar, strips

EMPTY = Reader(ox.Store())
BARS = Chart("bar", label=("body",), value="value", apart=("kind",), words=("qualifier", "value", "unit"))
TIMES = Chart("timeline", label=("event",), start="start", end="end")
XSD = "http://www.w3.org/2001/XMLSchema#"
QUALIFIERS = "https://w3id.org/kgraph/scheme/q-"


def number(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=ox.NamedNode(f"{XSD}integer"))


def day(value: str) -> ox.Literal:
    return ox.Literal(value, datatype=ox.NamedNode(f"{XSD}date"))


def shown(*rows: dict[str, OxTerm | None]) -> Cells:
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    answer = Table(columns, tuple(tuple(row.get(name) for name in columns) for row in rows))
    return cells(EMPTY, parse("q", "ASK { }"), answer, Reading())


def figure(body: str, kind: str, value: int | None, qualifier: str = "") -> dict[str, OxTerm | None]:
    return {
        "body": ox.Literal(body),
        "kind": ox.Literal(kind),
        "value": None if value is None else number(value),
        "unit": ox.Literal("cháu"),
        "qualifier": ox.NamedNode(QUALIFIERS + qualifier) if qualifier else None,
    }


def test_a_chart_is_read_from_the_header() -> None:
    row = {"kind": "bar", "label": ["a", "b"], "value": "n", "apart": "k", "words": ["q", "n"]}
    assert chart_of("q", row) == Chart("bar", ("a", "b"), "n", ("k",), ("q", "n"))
    assert chart_of("q", {"kind": "timeline", "label": "e", "from": "s"}) == Chart(
        "timeline", ("e",), start="s", end="s"
    )
    assert chart_of("q", {"kind": "map", "place": "p", "value": "n"}) == Chart(
        "map", ("p",), "n", words=("n",), place="p"
    )
    assert chart_of("q", None) is None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"kind": "pie"}, "q: x-kgraph.chart needs a kind out of bar, timeline, map"),
        (["bar"], "q: x-kgraph.chart needs a kind"),
        ({"kind": "bar", "label": "a"}, "q: x-kgraph.chart: look at `value`; a bar needs label, value"),
        ({"kind": "bar", "label": "a", "value": "b", "colour": "red"}, "look at `colour`"),
        ({"kind": "map", "value": "b"}, "look at `place`; a map needs place, value"),
    ],
)
def test_a_broken_chart_is_named(row: object, message: str) -> None:
    with pytest.raises(QueryError, match=re.escape(message)):
        chart_of("q", row)


@pytest.mark.parametrize("query", [q for q in load() if q.chart], ids=lambda q: q.name)
def test_a_saved_chart_names_columns_of_its_query(query: object) -> None:
    chart, columns = getattr(query, "chart", None), dict(getattr(query, "columns", ()))
    assert chart is not None
    assert sorted(set(chart.columns) - set(columns)) == []


def test_most_kinds_of_charts_are_asked_for() -> None:
    kinds = [query.chart.kind for query in load() if query.chart]
    assert len(kinds) >= 15
    assert set(kinds) == {"bar", "timeline", "map"}


def test_panels_keep_kinds_apart_and_say_the_value_with_its_qualifier() -> None:
    rows = (
        figure("Hội A", "kết quả", 1200, "almost"),
        figure("Hội A", "chỉ tiêu", 900, "exact"),
        figure("Hội B", "kết quả", 30),
        figure("Hội B", "kết quả", 30),  # another article says so too
        figure("Hội C", "kết quả", None),
    )
    achieved, target = panels(BARS, shown(*rows), "vi")
    assert (achieved.title, target.title) == ("kết quả", "chỉ tiêu")
    assert achieved.items == (
        Item("Hội A", Decimal(1200), "kgs:q-almost 1.200 cháu"),
        Item("Hội B", Decimal(30), "30 cháu"),
    )
    assert [item.words for item in target.items] == ["900 cháu"]


def test_a_timeline_leaves_out_what_has_no_day() -> None:
    rows = [
        {"event": ox.Literal("họp"), "start": day("2021-03-01"), "end": day("2021-03-08")},
        {"event": ox.Literal("ký"), "start": None, "end": day("2021-03-08")},
        {"event": ox.Literal("thi"), "start": None, "end": None},
    ]
    (panel,) = panels(TIMES, shown(*rows), "vi")
    assert [(item.label, item.start, item.end) for item in panel.items] == [
        ("họp", "2021-03-01", "2021-03-08"), ("ký", "", "2021-03-08"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("share", "drawn"),
    [("1", "█" * 20), ("0.5", "█" * 10), ("0.51", "█" * 10 + "▎"), ("0", ""), ("0.0001", "▏")],
)
def test_a_bar_is_as_long_as_its_share(share: str, drawn: str) -> None:
    assert bar(Decimal(share)) == drawn


def test_bars_are_shares_of_the_greatest_of_their_kind() -> None:
    rows = [figure("A", "x", 10), figure("B", "x", 5), figure("C", "y", 5), figure("D", "y", None)]
    assert strips(BARS, rows) == ("", ("█" * 20, "█" * 10, "█" * 20, ""))


def test_the_time_of_each_event_stands_in_one_line() -> None:
    ends = [("2021-01-01", "2021-01-01"), ("2021-01-01", "2021-12-31"), (None, "2021-12-31"), ("2021-12-31", None)]
    rows = [{"start": day(a) if a else None, "end": day(b) if b else None} for a, b in ends]
    head, lines = strips(TIMES, [*rows, {"start": None, "end": None}])
    assert head == "2021-01 … 2021-12"
    assert lines == ("●" + "·" * 23, "━" * 24, "·" * 23 + "◂", "·" * 23 + "▸", "")


def test_one_day_is_a_whole_line() -> None:
    row = {"start": day(date(2021, 3, 1).isoformat()), "end": day("2021-03-01")}
    assert strips(TIMES, [row]) == ("2021-03 … 2021-03", ("●" + "·" * 23,))


def test_a_text_table_ends_with_the_bars(articles: Reader) -> None:
    query = next(q for q in load() if q.name == "money")
    lines = write(articles, query, run(articles, query, {}), "table").splitlines()
    assert lines[2].endswith("█" * 20)
    assert "█" not in write(articles, query, run(articles, query, {}), "csv")
    assert "█" not in write(articles, query, run(articles, query, {}), "markdown")


def test_a_table_without_anything_to_draw_has_no_empty_column() -> None:
    header = '#+ x-kgraph: {chart: {kind: bar, label: a, value: n}}\nSELECT ("x" AS ?a) ?n { }'
    query = parse("mine", header)
    assert write(EMPTY, query, run(EMPTY, query, {}), "table") == "a  n\n-  -\nx\n"

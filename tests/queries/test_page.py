"""An answer as a page: whole without script, harmless whatever an article says, equal each time, and usable."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import Reader, Table
from kgraph.queries import Answer, Chart, Reading, SavedQuery, can_draw, get, load, run, write
from kgraph.queries import page as page_module
from kgraph.queries.cells import cells
from kgraph.queries.drawing import MOST, drawn, more
from kgraph.queries.page import page
from kgraph.queries.panels import Item, Panel

PAYLOADS = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "]]></svg><script>alert(1)</script>")
PLACE = "https://data.example/kgraph/id/place/"
SVG = "{http://www.w3.org/2000/svg}"
WINDOW = "1000,900"
needs_charts = pytest.mark.skipif(not can_draw(), reason="the extra `charts` is not installed")


def html_of(reader: Reader, name: str, values: Mapping[str, str] | None = None, lang: str = "vi") -> str:
    query = get(name)
    return write(reader, query, run(reader, query, values or {}), "html", Reading(lang, values=dict(values or {})))


def texts(kind: str, *items: Item) -> list[list[str]]:
    written = ([*ET.fromstring(svg).iter(f"{SVG}text")] for svg in _drawn(kind, items))  # noqa: S314
    return [[words for element in found if (words := "".join(element.itertext()))] for found in written]


def _drawn(kind: str, items: tuple[Item, ...]) -> list[str]:
    return [str(svg) for svg in drawn(kind, Panel("", items))]


def test_the_extra_that_draws_is_part_of_the_checks() -> None:
    assert can_draw(), "`make test` installs it"


@needs_charts
def test_bars_are_as_long_as_their_values() -> None:
    (svg,) = _drawn("bar", (Item("A", 10, "10"), Item("A", 5, "5"), Item("B", 20, "20")))
    widths = [float(h) for h in re.findall(r'aria-roledescription="bar" d="M0,\S*?h([\d.]+)v', svg)]
    assert len(widths) == 3
    assert widths[0] / widths[1] == pytest.approx(2, rel=0.01)
    assert widths[2] / widths[0] == pytest.approx(2, rel=0.01)


@needs_charts
def test_labels_and_values_are_shown_as_given() -> None:
    (found,) = texts("bar", Item("Hội LHPN tỉnh Ý", 10, "gần 10 cháu"))
    assert {"Hội LHPN tỉnh Ý", "gần 10 cháu"} <= set(found)


@needs_charts
@pytest.mark.parametrize(
    ("places", "maps"),
    [
        (["nam-dinh"], ["Hà Nam"]),
        (["ninh-binh-2025"], ["Ninh Bình"]),
        (["nam-dinh", "ninh-binh-2025"], ["Hà Nam", "Ninh Bình"]),
        (["ha-noi"], ["Hà Nam"]),
    ],
)
def test_a_map_is_of_the_provinces_of_its_time(places: list[str], maps: list[str]) -> None:
    found = texts("map", *(Item(key, 3, "3", place=PLACE + key) for key in places))
    assert [len([t for t in labels if t != "3"]) for labels in found] == [63 if m == "Hà Nam" else 34 for m in maps]
    assert [labels.count("3") for labels in found] == [1] * len(found)


def _spoken(*items: Item) -> list[str]:
    (svg,) = _drawn("map", items)
    marks = [element.get("aria-label") or "" for element in ET.fromstring(svg).iter()]  # noqa: S314
    return [label for label in marks if label]


@needs_charts
def test_silence_of_a_province_is_not_spoken_as_nought() -> None:
    spoken = _spoken(Item("", 3, "3", place=PLACE + "nam-dinh"))
    assert "Nam Định: 3" in spoken
    assert "Hà Nam" in spoken
    assert not [label for label in spoken if label.endswith(": 0")]


@needs_charts
def test_two_names_of_one_province_are_both_shown() -> None:
    """Thừa Thiên Huế became the city of Huế in January 2025: two places, one tile, and neither may hide the other."""
    items = (Item("", 3, "3", place=PLACE + "thua-thien-hue"), Item("", 2, "2", place=PLACE + "hue"))
    for both in (items, items[::-1]):
        assert [label for label in _spoken(*both) if label.endswith(": 3 · 2")]
    (found,) = texts("map", *items)
    assert "3 · 2" in found


@needs_charts
@pytest.mark.parametrize("kind", ["bar", "timeline", "map"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_an_article_says_stays_text_in_a_drawing(kind: str, payload: str) -> None:
    item = Item(payload, 3, payload, "2021-03-01", "2021-03-01", PLACE + "nam-dinh")
    for svg in _drawn(kind, (item,)):
        tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(svg).iter()}  # noqa: S314
        assert tags <= {"svg", "g", "path", "text", "rect", "line", "defs", "clipPath", "title"}
        assert not [name for element in ET.fromstring(svg).iter() for name in element.attrib if name.startswith("on")]  # noqa: S314


@needs_charts
def test_a_bound_is_no_length() -> None:
    (svg,) = _drawn("timeline", (Item("A", start="2021-01-01", end="2021-12-31"), Item("B", end="2021-06-01")))
    marks = [element for element in ET.fromstring(svg).iter() if element.get("role") == "graphics-symbol"]  # noqa: S314
    spoken = [mark.get("aria-label") for mark in marks if mark.get("aria-roledescription") in ("rule mark", "point")]
    assert spoken == ["A: 2021-01-01 – 2021-12-31", "B: 2021-06-01"]


def test_what_is_left_out_is_counted() -> None:
    items = tuple(Item(str(n), n, str(n)) for n in range(MOST + 3))
    assert (more(Panel("", items)), more(Panel("", items[:3]))) == (3, 0)


@needs_charts
@pytest.mark.parametrize("name", [q.name for q in load() if q.chart and all(p.optional or p.default for p in q.params)])
def test_every_chart_without_needed_parameters_is_drawn_twice_alike(name: str, articles: Reader) -> None:
    first = html_of(articles, name)
    assert first == html_of(articles, name)
    answer = run(articles, get(name), {})
    assert isinstance(answer, Table)
    assert ("<svg" in first) == any(None not in row for row in _charted(name, answer))


def _charted(name: str, answer: Table) -> list[tuple[object, ...]]:
    chart = get(name).chart
    assert chart is not None
    needed = [chart.value] if chart.value else [chart.start]
    return [tuple(row[answer.columns.index(n)] for n in needed) for row in answer.rows]


@needs_charts
@pytest.mark.parametrize(("apart", "told"), [(("kind", "unit"), True), (("unit",), True), (("year",), False)])
def test_kinds_and_units_are_told_of_where_they_part_the_pictures(apart: tuple[str, ...], told: bool) -> None:
    chart = Chart("bar", label=("label",), value="n", apart=apart)
    rows = tuple((ox.Literal(f"{n}"), ox.Literal(n), *(ox.Literal(f"{n}") for _ in apart)) for n in (1, 2))
    query = SavedQuery("q", "", Bilingual("Thử", "Test"), chart=chart)
    html = page(Reader(ox.Store()), query, Table(("label", "n", *apart), rows), Reading("en"))
    assert html.count("<figure>") == 2
    assert ("One picture for each kind and unit" in html) == told


def test_every_row_opens_on_its_words(articles: Reader) -> None:
    html = html_of(articles, "money")
    answer = run(articles, get("money"), {})
    assert isinstance(answer, Table)
    quotes = {row[answer.columns.index("quote")].value for row in answer.rows}  # type: ignore[union-attr]
    assert html.count("<blockquote>") == len(answer.rows)
    assert all(quote in html for quote in quotes)


def test_parameters_are_shown_by_the_label_of_what_they_mean(articles: Reader) -> None:
    html = html_of(articles, "programmes-of-union", {"union": "hoi lhpn tinh nam dinh", "year": "2020"})
    assert "<dd>Hội LHPN tỉnh Nam Định</dd>" in html
    assert "<dd>2020</dd>" in html


def test_texts_are_in_the_language_asked_for(articles: Reader) -> None:
    assert '<html lang="en">' in html_of(articles, "money", lang="en")
    assert "Money by kind" in html_of(articles, "money", lang="en")
    for lang, words in (("vi", "Chỉ kê ra, không cộng"), ("en", "listed, never added up")):
        assert words in html_of(articles, "money", lang=lang)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_an_article_says_stays_text_in_the_table(payload: str) -> None:
    query = SavedQuery("q", "", Bilingual(payload, payload), description=Bilingual(payload, payload))
    answer = Table(("a", "quote", "article"), ((ox.Literal(payload),) * 3,))
    html = page(Reader(ox.Store()), query, answer, Reading())
    assert payload not in html
    assert html.count("<script>") == 1


def test_an_answer_without_rows_says_so(articles: Reader) -> None:
    html = html_of(articles, "programmes-of-union", {"union": "union/nam-dinh", "year": "1990"})
    assert "Không tìm thấy gì" in html
    assert "<table>" not in html


def test_without_what_draws_the_table_stands_alone(articles: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "can_draw", lambda: False)
    html = html_of(articles, "money")
    assert "<svg" not in html
    assert "<table>" in html


def test_only_what_is_hashed_runs_and_nothing_is_loaded(articles: Reader) -> None:
    html = html_of(articles, "money")
    for kind in ("script", "style"):
        content = re.search(rf"<{kind}>(.*?)</{kind}>", html, re.DOTALL)
        assert content is not None
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in html
    assert "default-src 'none'" in html
    assert not re.search(r"(?:src|href)=[\"']?http", html)


@pytest.mark.parametrize("chart", [None, Chart("bar", ("a",), "n")])
def test_a_construct_is_a_table_of_triples(chart: Chart | None, articles: Reader) -> None:
    query = get("programme-network")
    answer: Answer = run(articles, query, {})
    assert "<th" in write(articles, query, answer, "html")


@needs_charts
def test_two_provinces_of_one_tile_do_not_hide_each_other() -> None:
    for key in ("thua-thien-hue", "hue"):
        found = texts("map", Item(key, 3, "3", place=PLACE + key), Item("x", 4, "4", place=PLACE + "nam-dinh"))
        assert found[0].count("3") == 1


@needs_charts
def test_a_picture_holds_no_more_than_is_read_at_a_glance() -> None:
    (found,) = texts("bar", *(Item(f"Hội {n}", n + 1, "cháu") for n in range(MOST + 3)))
    assert found.count("cháu") == MOST


@needs_charts
def test_a_page_holds_a_dozen_pictures_and_counts_the_rest() -> None:
    number = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    rows = tuple((ox.Literal(f"loại {n:02}"), ox.Literal("3", datatype=number)) for n in range(14))
    query = SavedQuery("q", "", Bilingual("Thử", "Test"), chart=Chart("bar", ("kind",), "n", ("kind",), ("n",)))
    html = page(Reader(ox.Store()), query, Table(("kind", "n"), rows), Reading())
    assert html.count("<figure>") == 12
    assert "Còn 2 hình nữa" in html


def test_the_words_fold_away_even_where_evidence_is_asked_for(articles: Reader) -> None:
    query = get("money")
    answer = run(articles, query, {})
    assert write(articles, query, answer, "html", Reading(evidence=True)) == html_of(articles, "money")
    assert not any(cells(articles, query, answer, Reading(evidence=True)).sources)  # type: ignore[arg-type]


def counted(*rows: tuple[str, str]) -> str:
    """A page of labels and numbers."""
    integer = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    found = tuple(
        (ox.Literal(label), ox.Literal(n, datatype=integer), ox.Literal(f"{label}: {n}")) for label, n in rows
    )
    return page(
        Reader(ox.Store()), SavedQuery("q", "", Bilingual("Thử", "Test")), Table(("a", "n", "quote"), found), Reading()
    )


@pytest.mark.browser
def test_rows_are_filtered_and_sorted_by_the_reader(tmp_path: Path, driver: Chrome) -> None:
    file = tmp_path / "counted.html"
    file.write_text(counted(("Đề án 938", "9"), ("Dự án 3", "1200"), ("Áo dài", "10")), encoding="utf-8")
    driver.get(file.as_uri())

    def shown(column: int) -> list[str]:
        rows = [row for row in driver.find_elements(By.CSS_SELECTOR, "tbody tr") if row.is_displayed()]
        return [row.find_elements(By.TAG_NAME, "td")[column].text for row in rows]

    label, number = driver.find_elements(By.CSS_SELECTOR, "th button")  # the words are no column to sort by
    number.click()
    assert shown(1) == ["9", "10", "1.200"]
    number.click()
    assert shown(1) == ["1.200", "10", "9"]
    label.click()
    assert shown(0) == ["Áo dài", "Dự án 3", "Đề án 938"]
    finder = driver.find_element(By.CSS_SELECTOR, "input[type=search]")
    finder.send_keys("de an")
    assert shown(0) == ["Đề án 938"]
    assert driver.find_element(By.CLASS_NAME, "shown").text == "1"
    finder.send_keys(" khong co")
    assert shown(0) == []
    assert [entry for entry in driver.get_log("browser") if entry["level"] == "SEVERE"] == []  # type: ignore[no-untyped-call]

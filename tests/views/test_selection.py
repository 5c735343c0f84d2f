"""What narrows the page: time, words, kinds, a neighbourhood; by key and by address, in every tab."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

from kgraph.dataset.reader import Reader
from kgraph.views import Finding

pytestmark = pytest.mark.browser

ID = "https://data.example/kgraph/id/"
WINDOW = "1400,900"
SHOWN = "shownNodes().map((n) => n.iri).sort()"
TOLD = "shownFacts().filter(({ fact }) => isTold(fact)).map(({ fact }) => fact.time).sort()"
STATED = """
<urn:article> a schema:NewsArticle ; dct:title 'Bài'@vi ; dct:issued '2020-06-01'^^xsd:date .
<urn:e> oa:hasSource <urn:article> ; oa:hasSelector <urn:q> . <urn:q> oa:exact 'các chị tặng quà'@vi .
<urn:union/a> a kgo:WomensUnion ; skos:prefLabel 'Hội A'@vi ; kgo:jurisdiction <urn:place/a> .
<urn:union/b> a kgo:WomensUnion ; skos:prefLabel 'Hội B'@vi ; kgo:validFrom '2025-07-01'^^xsd:date .
<urn:union/c> a kgo:WomensUnion ; skos:prefLabel 'Hội C'@vi ; kgo:validTo '2020-12-31'^^xsd:date .
<urn:place/a> a kgo:AdministrativeUnit ; skos:prefLabel 'tỉnh A'@vi .
<urn:programme> a kgo:Programme ; skos:prefLabel 'Mẹ đỡ đầu'@vi .
"""


def carried_out(key: str, union: str, period: str) -> str:
    when = f"kgo:period '{period}'^^<http://id.loc.gov/datatypes/edtf/EDTF> ;" if period else ""
    done = f"kgo:implementer <urn:union/{union}> ; kgo:programme <urn:programme> ; prov:wasDerivedFrom <urn:e>"
    return f"<urn:i/{key}> a kgo:Implementation ; {when} {done} ."


@pytest.fixture
def dated(load: Any) -> Reader:
    """Facts of 2018, of the second quarter of 2021, of 2026 and one without a date, in an article of June 2020."""
    rows = ("1", "a", "2018"), ("2", "a", "2021-34"), ("3", "b", "2026"), ("4", "c", "")
    reader: Reader = load(STATED + "".join(carried_out(*row) for row in rows))
    return reader


def test_the_time_of_a_fact_is_its_own_or_that_of_its_article(visit: Any, dated: Reader) -> None:
    assert visit(dated).run(TOLD) == ["2018", "2020-06-01", "2021-04", "2026"]


@pytest.mark.parametrize(
    ("at", "times"),
    [
        ("2020..2021", ["2020-06-01", "2021-04"]),
        ("2021-04..2021-06", ["2021-04"]),
        ("2021-05..", ["2026"]),
        ("..2020-06", ["2018", "2020-06-01"]),
        ("..2020-05-31", ["2018"]),
        ("2021-06-30", ["2018", "2021-04"]),  # Hội C had ended by then
        ("2020-06-30", ["2018", "2020-06-01"]),
        ("2026-12-31", ["2018", "2021-04", "2026"]),
        ("2018-06..2018-09", ["2018"]),  # a year may mean any of its months
        ("nonsense", ["2018", "2020-06-01", "2021-04", "2026"]),
    ],
)
def test_the_address_bounds_the_time(visit: Any, dated: Reader, at: str, times: list[str]) -> None:
    page = visit(dated, f"#at={at}")
    assert page.run(TOLD) == times
    assert page.errors() == []


def test_as_of_a_day_what_did_not_exist_is_not_shown(visit: Any, dated: Reader) -> None:
    assert "urn:union/b" not in visit(dated, "#at=2024-01-01").run(SHOWN)
    assert "urn:union/b" in visit(dated, "#at=..2026").run(SHOWN)
    gone = "(state.asOf = '{}', nodes.filter((n) => !existed(n)).map((n) => n.iri))"
    page = visit(dated)
    assert page.run(gone.format("2024-01-01")) == ["urn:union/b", "urn:union/c"]
    assert page.run(gone.format("2020-12-31")) == ["urn:union/b"]
    assert page.run(gone.format("2025-07-01")) == ["urn:union/c"]


def test_the_time_bar_is_moved_by_keys_and_goes_into_the_address(visit: Any, dated: Reader) -> None:
    page = visit(dated)
    assert page.run("binCount") == 36  # nine years by quarters
    assert page.all("#all-time")[0].is_displayed() is False
    low, high = page.all("#since")[0], page.all("#until")[0]
    low.send_keys(*[Keys.ARROW_RIGHT] * 8)
    assert page.run("[state.since, state.until]") == ["2020-01", ""]
    assert low.get_attribute("aria-valuetext") == "01/2020"
    assert page.run(TOLD) == ["2020-06-01", "2021-04", "2026"]
    high.send_keys(*[Keys.ARROW_LEFT] * 4)
    assert page.run("location.hash") == "#at=2020-01..2025-12"
    assert page.texts("#time-words") == ["01/2020 – 12/2025"]
    high.send_keys(Keys.HOME)  # beyond the other handle, which comes along
    assert page.run("[low.value, high.value, state.since, state.until]") == ["0", "0", "", "2018-03"]
    low.send_keys(Keys.END)
    assert page.run("[low.value, high.value, state.since, state.until]") == ["35", "35", "2026-10", ""]
    page.all("#all-time")[0].send_keys(Keys.ENTER)
    assert page.run("location.hash") == ""
    assert len(page.run(TOLD)) == 4


def test_the_histogram_counts_the_facts_of_each_bin(visit: Any, dated: Reader) -> None:
    page = visit(dated, "#at=2020..2021")
    titles = page.run("[...document.querySelectorAll('#bars rect')].map((bar) => bar.textContent)")
    full = [title for title in titles if not title.endswith(": 0")]
    assert full == ["01/2018: 1", "04/2020: 1", "04/2021: 1", "01/2026: 1"]
    marked = page.run("[...document.querySelectorAll('#bars .in')].map((bar) => bar.textContent)")
    assert (marked[0], marked[-1], len(marked)) == ("01/2020: 0", "10/2021: 0", 8)


def test_a_day_to_look_back_from_is_typed(visit: Any, dated: Reader) -> None:
    page = visit(dated)
    page.run("byId('as-of').value = '2020-06-30', byId('as-of').dispatchEvent(new Event('change'))")
    assert page.run("location.hash") == "#at=2020-06-30"
    assert page.texts("#time-words") == ["tính đến 30/06/2020"]
    assert page.run(TOLD) == ["2018", "2020-06-01"]


def test_words_filter_facts_by_names_and_quotes_without_accents(visit: Any, dated: Reader) -> None:
    page = visit(dated)
    page.all("#words")[0].send_keys("tang QUA hoi a")
    page.until(lambda: page.run("location.hash") == "#q=tang%20QUA%20hoi%20a")
    assert page.run(SHOWN) == ["urn:programme", "urn:union/a"]
    page.all("#words")[0].clear()
    page.all("#words")[0].send_keys("tinh a")
    page.until(lambda: page.run(SHOWN) == ["urn:place/a"])


def test_the_panel_says_what_the_filter_leaves_out_and_lifts_it(visit: Any, dated: Reader) -> None:
    page = visit(dated, "#node=" + quote("urn:union/a", safe="") + "&at=2021..2021")
    assert page.texts("#panel .missing")[0].startswith("1 dữ kiện nằm ngoài lựa chọn.")
    assert len(page.all("#panel figure")) == 1
    page.all("#panel .missing button")[0].send_keys(Keys.ENTER)
    assert page.all("#panel .missing") == []
    assert len(page.all("#panel figure")) == 2
    assert page.run("location.hash") == "#node=" + quote("urn:union/a", safe="")


def node(kind: str, key: str) -> str:
    return quote(f"{ID}{kind}/{key}", safe="")


def test_a_neighbourhood_is_shown_alone_and_widened_by_keys(visit: Any, example: Reader) -> None:
    page = visit(example, f"#node={node('programme', 'de-an-939')}")
    everything = len(page.run(SHOWN))
    page.all("#around")[0].send_keys(Keys.ENTER)
    assert f"{ID}union/nam-dinh" in page.run(SHOWN)
    assert f"{ID}programme/me-do-dau" not in page.run(SHOWN)
    one = len(page.run(SHOWN))
    page.all("[aria-label='Xa thêm một bước']")[0].send_keys(Keys.ENTER)
    two = len(page.run(SHOWN))
    assert one < two <= everything
    address = page.run("location.hash")
    assert address.endswith(f"&about={node('programme', 'de-an-939')}&depth=2")
    assert len(visit(example, address).run(SHOWN)) == two
    page.all("#everything")[0].send_keys(Keys.ENTER)
    assert len(page.run(SHOWN)) == everything


def test_what_hangs_on_a_node_alone_is_folded_and_unfolded(visit: Any, example: Reader) -> None:
    page = visit(example, f"#node={node('union', 'nam-dinh')}")
    before = page.run(SHOWN)
    page.all("#collapse")[0].send_keys(Keys.ENTER)
    folded = set(before) - set(page.run(SHOWN))
    assert {f"{ID}programme/me-do-dau", f"{ID}document/ke-hoach.357-kh-hpn.2021-01-26"} <= folded
    assert f"{ID}union/vn" not in folded  # the centre is joined to more
    assert page.run("[...selection.hanging].every((id) => !nodeView.get(id))")
    assert page.texts("#expand") == [f"Mở {len(folded)} mục liên quan"]
    page.all("#expand")[0].send_keys(Keys.ENTER)
    assert page.run(SHOWN) == before


def test_a_neighbour_by_two_relations_is_one_neighbour(visit: Any, load: Any) -> None:
    told = "<urn:e> oa:hasSource <urn:a> ; oa:hasSelector [ oa:exact 'một'@vi ] ."
    ends = "<urn:u> a kgo:WomensUnion . <urn:p> a kgo:Programme ."
    of = "kgo:programme <urn:p> ; prov:wasDerivedFrom <urn:e>"
    done = f"<urn:i/1> a kgo:Implementation ; kgo:implementer <urn:u> ; {of} ."
    figure = f"<urn:f/1> a kgo:ReportedFigure ; kgo:reportedFor <urn:u> ; kgo:rawText '9'@vi ; {of} ."
    page = visit(load(told + ends + done + figure), "#node=urn%3Au&hide=programme")
    assert page.texts("#expand") == ["Mở 1 mục liên quan"]


def test_words_and_findings_together_let_a_named_node_pass(visit: Any, dated: Reader) -> None:
    found = (Finding("urn:place/a", "info", "x", "x"), Finding("urn:union/b", "info", "x", "x"))
    page = visit(dated, "#q=tinh%20a&flagged=1", findings=found)
    assert page.run(SHOWN) == ["urn:place/a"]


def test_a_double_click_folds_and_unfolds(visit: Any, example: Reader) -> None:
    page = visit(example)
    before = page.run(SHOWN)
    union = f"byIri.get('{ID}union/nam-dinh')"
    for less in (True, False):
        x, y = page.run(f"[network.canvasToDOM({union}).x, network.canvasToDOM({union}).y]")
        box = page.run("byId('map').getBoundingClientRect().toJSON()")
        across, down = round(box["x"] + x), round(box["y"] + y)
        ActionChains(page.driver).move_by_offset(across, down).double_click().move_by_offset(-across, -down).perform()
        page.until(lambda less=less: (len(page.run(SHOWN)) < len(before)) == less)
        page.run("new Promise((done) => setTimeout(done, 500))")


def test_what_was_brought_in_by_hand_goes_with_the_next_filter(visit: Any, example: Reader) -> None:
    article, union = f"{ID}article/1111111111111111", f"{ID}union/vn"
    page = visit(example, f"#node={quote(article, safe='')}")
    page.run(f"openNode(byIri.get('{union}'))")
    assert article in page.run(SHOWN)
    page.all("#words")[0].send_keys("nguyen thi vi du")
    page.until(lambda: page.run("isNarrowed()"))
    assert article not in page.run(SHOWN)
    assert union in page.run(SHOWN)  # it is open


def test_the_drawing_moves_to_what_is_left(visit: Any, generated: Any) -> None:
    page = visit(generated(300))
    page.run("network.moveTo({ position: { x: 1e5, y: 1e5 } })")
    assert not page.run("shownNodes().some(isInView)")
    page.all("#words")[0].send_keys("chuong trinh thu so 3")
    page.until(lambda: page.run("shownNodes().some(isInView)"))


def test_the_way_back_from_a_neighbourhood_stays_in_sight(visit: Any, example: Reader) -> None:
    page = visit(example, f"#about={node('programme', 'de-an-939')}")
    everything = page.run("nodes.filter((n) => n.group !== 'article').length")
    assert page.texts("#panel .missing")[0].startswith(
        "Chỉ hiện những gì quanh Hỗ trợ phụ nữ khởi nghiệp, trong 1 bước."
    )
    page.run(f"openNode(byIri.get('{ID}union/nam-dinh'))")
    page.all("#panel .missing button")[0].send_keys(Keys.ENTER)
    assert len(page.run(SHOWN)) == everything
    assert page.all("#panel .missing") == []


@pytest.mark.parametrize(
    ("address", "true"),
    [
        ("#hide=union", "!state.kinds.has('union')"),
        ("#hide=place,relation.within", "!predicates.some((p, i) => p.name === 'within' && state.predicates.has(i))"),
        ("#show=article", "state.kinds.has('article')"),
        ("#tab=timeline", "state.tab === 'timeline' && byId('view-timeline').classList.contains('open')"),
        ("#q=me%20do%20dau", "state.words === 'me do dau' && byId('words').value === 'me do dau'"),
        ("#at=2020..", "state.since === '2020'"),
        ("#colour=centrality", "byId('colour').value === 'centrality'"),
        ("#tab=nowhere&colour=pink&depth=99&at=..&hide=nothing", "addressOf() === ''"),
    ],
)
def test_every_choice_is_an_address_that_comes_back(visit: Any, example: Reader, address: str, true: str) -> None:
    page = visit(example, address)
    assert page.run(true)
    if page.run("addressOf()"):
        assert visit(example, page.run("addressOf()")).run(true)
    assert page.errors() == []


def test_toggles_and_colours_go_into_the_address_by_keyboard(visit: Any, example: Reader) -> None:
    page = visit(example)
    page.all("#kinds [data-kind=place]")[0].send_keys(Keys.ENTER)
    page.all("#kinds [data-kind=article]")[0].send_keys(Keys.ENTER)
    page.all("#relations summary")[0].send_keys(Keys.ENTER)
    page.all("[data-predicate=parent]")[0].send_keys(Keys.ENTER)
    page.all("#colour")[0].send_keys(Keys.ARROW_DOWN)
    assert page.run("location.hash") == "#hide=place%2Crelation.parent&show=article&colour=cluster"
    assert page.texts("#key") == ["Mỗi màu là một cụm gắn bó với nhau"]
    page.all("#kinds [data-kind=place]")[0].send_keys(Keys.ENTER)
    assert page.run("location.hash") == "#hide=relation.parent&show=article&colour=cluster"


def test_the_back_button_undoes_a_tab_but_not_each_step_of_a_filter(visit: Any, example: Reader) -> None:
    page = visit(example)
    page.all("#kinds [data-kind=place]")[0].click()
    page.all("#tab-timeline")[0].click()
    page.all("#kinds [data-kind=event]")[0].click()
    assert page.run("location.hash") == "#tab=timeline&hide=event%2Cplace"
    page.driver.back()
    page.until(lambda: page.run("state.tab") == "network")
    assert page.run("!state.kinds.has('place') && state.kinds.has('event')")
    page.driver.forward()
    page.until(lambda: page.run("state.tab") == "timeline")


def test_a_toggle_still_works_after_an_address_was_followed(visit: Any, example: Reader) -> None:
    """The sets of the state are made anew then; a button that held an old one would do nothing."""
    page = visit(example)
    before = page.run("nodeView.length")
    page.all("#tab-table")[0].click()
    page.run("location.hash = '#at=2019..2022'")
    page.until(lambda: page.run("state.since") == "2019")
    page.run("location.hash = '#tab=table'")
    page.until(lambda: page.run("state.since") == "")
    page.all("#kinds [data-kind=union]")[0].click()
    assert page.run("nodeView.length") == before - 2


def test_a_large_network_shows_all_of_what_is_narrowed_down(visit: Any, generated: Any) -> None:
    page = visit(generated(1800))
    page.all("#words")[0].send_keys("mau")
    page.until(lambda: page.run("isNarrowed()"))
    assert 400 < page.run("nodeView.length") <= 1500
    page.all("#words")[0].clear()
    page.all("#words")[0].send_keys("thu")
    page.until(lambda: page.run("nodeView.length") == 400)
    assert page.texts("#count")[0].startswith("Đang hiện 400 mục nổi bật nhất của lựa chọn này")

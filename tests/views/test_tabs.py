"""The five ways to look at one selection: by keys, sorted, in order of time, on the map, by unit."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from kgraph.dataset.reader import Reader

pytestmark = pytest.mark.browser

ID = "https://data.example/kgraph/id/"
WINDOW = "1400,900"
PANELS = "[...document.querySelectorAll('[role=tabpanel]')].filter((p) => {}).map((p) => p.id)"
OPEN = PANELS.format("getComputedStyle(p).visibility === 'visible'")
DISPLAYED = PANELS.format("getComputedStyle(p).display !== 'none'")
REACHED = PANELS.format("!p.inert")
IN_A_PROVINCE = "(({ fact, from, to }) => isTold(fact) && [from, to].some((n) => n && n.province >= 0))"
WIDTHS = "[...document.querySelectorAll('#amounts section:first-of-type .bar')].map((bar) => bar.style.width)"
LESS_MOTION = [{"name": "prefers-reduced-motion", "value": "reduce"}]
TABS = ("network", "table", "timeline", "map", "figures")


def test_one_tab_is_open_and_arrows_lead_round(visit: Any, example: Reader) -> None:
    page = visit(example)
    page.all("#tab-network")[0].send_keys(Keys.ARROW_LEFT)
    for name in ("figures", *TABS):
        assert page.run(OPEN) == [f"view-{name}"]
        assert [tab.get_attribute("id") for tab in page.all("[role=tab][aria-selected=true]")] == [f"tab-{name}"]
        assert [tab.get_attribute("id") for tab in page.all("[role=tab][tabindex='0']")] == [f"tab-{name}"]
        page.press(Keys.ARROW_RIGHT)
    page.press(Keys.END)
    assert page.run("state.tab") == "figures"
    page.press(Keys.HOME)
    assert page.run("state.tab") == "network"


def test_a_number_opens_a_tab_but_not_while_something_is_typed(visit: Any, example: Reader) -> None:
    page = visit(example)
    for number, name in enumerate(TABS, 1):
        page.press(str(number))
        assert page.run("[state.tab, location.hash]") == [name, "" if number == 1 else f"#tab={name}"]
    page.search("2")
    assert page.run("state.tab") == "figures"
    page.all("#words")[0].send_keys("3")
    assert page.run("state.tab") == "figures"


def test_what_is_not_open_cannot_be_reached_by_tab(visit: Any, example: Reader) -> None:
    page = visit(example, "#tab=table")
    assert page.run(REACHED) == ["view-table"]


def test_the_table_is_sorted_by_each_column_both_ways_by_keyboard(visit: Any, example: Reader) -> None:
    page = visit(example, "#tab=table")
    for column in range(3):
        page.all("#columns button")[column].send_keys(Keys.ENTER)
        assert page.all("#columns th")[column].get_attribute("aria-sort") == "ascending"
        up = page.texts("#rows tr")
        assert page.run("document.activeElement.closest('th').cellIndex") == column
        page.press(Keys.ENTER)
        assert page.all("#columns th")[column].get_attribute("aria-sort") == "descending"
        assert sorted(page.texts("#rows tr")) == sorted(up)
        if column == 0:
            assert up == page.run(f"({up!r}).sort(new Intl.Collator('vi', {{ numeric: true }}).compare)")
            assert page.texts("#rows tr") == up[::-1]
    links = page.run("sorted(shownNodes()).map(linkCount)")
    assert links == sorted(links, reverse=True)
    assert links[0] > links[-1]


def test_the_table_of_facts_opens_each_on_its_words(visit: Any, example: Reader) -> None:
    page = visit(example, "#tab=table")
    page.all("[data-rows=facts]")[0].send_keys(Keys.ENTER)
    assert page.texts("#columns button") == ["Từ", "Quan hệ", "Đến", "Nội dung", "Thời gian", "Câu trích"]
    row = next(row for row in page.all("#rows tr") if "gần 16,5 tỷ đồng – " in row.text)
    assert "nhận đỡ đầu 3.037 cháu với số tiền gần 16,5 tỷ đồng" in row.text
    row.find_elements("css selector", "td button")[-1].send_keys(Keys.ENTER)
    page.until(lambda: page.run("location.hash") == "#fact=0000000000000007&tab=table")
    assert page.all("#panel .chosen mark")[0].text == "nhận đỡ đầu 3.037 cháu với số tiền gần 16,5 tỷ đồng"


def test_long_tables_grow_by_a_button(visit: Any, generated: Any) -> None:
    page = visit(generated(600), "#tab=table")
    total = page.run("shownNodes().length")
    assert len(page.all("#rows tr")) == 200
    page.all("#rest button")[0].send_keys(Keys.ENTER)
    assert len(page.all("#rows tr")) == min(600, total)


def test_the_timeline_is_in_order(visit: Any, example: Reader) -> None:
    page = visit(example, "#tab=timeline")
    assert page.texts("#happenings h3") == ["2020", "2021", "01/2021", "03/2021"]
    times = page.run("once(shownFacts().filter(({ fact }) => fact.time && isTold(fact))).map(({ fact }) => fact.time)")
    assert len(times) == len(page.all("#happenings li:not(.month)"))
    page.all("#happenings .what")[0].send_keys(Keys.ENTER)
    page.until(lambda: page.all("#panel .chosen"))


def test_the_timeline_tells_an_event_once_with_all_its_hosts(visit: Any, load: Any, example_text: str) -> None:
    """Each host tells of it, and so does the article that names it."""
    event = "<https://data.example/kgraph/id/event/0000000000000002>"
    page = visit(load(f"{example_text} {event} schema:organizer id:union\\/vn ."), "#tab=timeline&show=article")
    assert page.run("shownFacts().filter((entry) => eventOf(entry)).length") == 3
    told = [text.split("\n")[1:] for text in page.texts("#happenings li") if "Ký kết chương trình" in text]
    (held,) = [parts for parts in told if parts[0] == "Tổ chức sự kiện"]
    assert {"Hội LHPN tỉnh Nam Định", "Hội LHPN Việt Nam"} <= set(held)
    assert not [parts for parts in told if parts[0] == "Bài báo nhắc đến"]


def test_the_map_counts_facts_by_province_before_and_since_the_reform(visit: Any, load: Any, example_text: str) -> None:
    since = (
        "id:place\\/ninh-binh-2025 a kgo:AdministrativeUnit ; skos:prefLabel 'tỉnh Ninh Bình'@vi ."
        "id:union\\/ninh-binh-2025 a kgo:WomensUnion ; skos:prefLabel 'Hội LHPN tỉnh Ninh Bình'@vi ;"
        "  kgo:jurisdiction id:place\\/ninh-binh-2025 ."
    )
    page = visit(load(example_text + since), "#tab=map")
    assert page.texts("#tilemaps h3") == ["Các tỉnh, thành đến 30/6/2025", "Các tỉnh, thành từ 1/7/2025"]
    before, after = page.all(".tiles")
    assert len(before.find_elements("css selector", ".tile")) == 63
    assert len(after.find_elements("css selector", ".tile")) == 34
    old = before.find_elements("css selector", "[aria-label^='Nam Định']")[0]
    new = after.find_elements("css selector", "[aria-label^='Ninh Bình']")[0]
    told = page.run(f"new Set(shownFacts().filter({IN_A_PROVINCE}).map((entry) => identityOf(entry.fact))).size")
    assert old.get_attribute("aria-label") == f"Nam Định: {told} dữ kiện"
    assert new.get_attribute("aria-label") == f"Ninh Bình: {told} dữ kiện"  # Nam Định was merged into it
    assert not before.find_elements("css selector", "[aria-label^='Hà Nam']")[0].is_enabled()
    old.send_keys(Keys.ENTER)
    assert page.texts("#panel h2") == ["tỉnh Nam Định"]


def test_the_map_follows_the_selection(visit: Any, example: Reader) -> None:
    page = visit(example, "#tab=map&at=1999..2000")
    assert page.run("[...document.querySelectorAll('.tile b')].every((b) => b.textContent === '')")


def test_a_graph_without_provinces_has_no_map(visit: Any, load: Any) -> None:
    page = visit(load("<urn:a> a kgo:WomensUnion ; org:subOrganizationOf <urn:b> . <urn:b> a kgo:WomensUnion ."))
    assert not page.all("#tab-map")[0].is_displayed()
    page.all("#tab-timeline")[0].click()
    page.press(Keys.ARROW_RIGHT)
    assert page.run("state.tab") == "figures"


def test_figures_stand_by_unit_the_largest_first(visit: Any, load: Any) -> None:
    about = "kgo:reportedFor <urn:union> ; prov:wasDerivedFrom <urn:evidence>"
    told = "<urn:evidence> oa:hasSource <urn:article> ; oa:hasSelector [ oa:exact 'một hai ba'@vi ] ."
    money = (("1", "500 triệu đồng", 500_000_000, "triệu đồng"), ("2", "2 tỷ đồng", 2_000_000_000, "tỷ đồng"))
    things = (("3", "12 giỏ hoa", 12, "giỏ hoa"), ("4", "7 lớp", 7, "lớp"))
    figures = "".join(
        f"<urn:f/{key}> a kgo:ReportedFigure ; {about} ; kgo:rawText '{raw}'@vi ; kgo:value {value} ;"
        f" kgo:unit kgs:unit-{unit} ; kgo:unitText '{text}'@vi ."
        for unit, rows in (("vnd", money), ("thing", things))
        for key, raw, value, text in rows
    )
    page = visit(
        load("<urn:union> a kgo:WomensUnion ; skos:prefLabel 'Hội Ví Dụ'@vi ." + told + figures), "#tab=figures"
    )
    assert [text.split("\n")[0] for text in page.texts("#amounts h3")] == ["đồng", "giỏ hoa", "lớp"]
    assert page.texts("#amounts section:first-of-type .what") == ["2 tỷ đồng", "500 triệu đồng"]
    widths = page.run(WIDTHS)
    assert widths == ["100%", "25%"]
    page.all("#amounts .what")[0].send_keys(Keys.ENTER)
    page.until(lambda: page.run("state.fact") == "2")


def test_posts_are_told_over_time_for_person_and_body(visit: Any, load: Any) -> None:
    told = "<urn:evidence> oa:hasSource <urn:article> ; oa:hasSelector [ oa:exact 'một hai ba'@vi ] ."
    names = (
        "<urn:union> a kgo:WomensUnion ; skos:prefLabel 'Hội Ví Dụ'@vi ."
        "<http://e/p> a kgo:Post ; skos:prefLabel 'Chủ tịch'@vi ."
        "<urn:an> a schema:Person ; skos:prefLabel 'Lê Thị Ví Dụ'@vi ."
        "<urn:binh> a schema:Person ; skos:prefLabel 'Bùi Thị Mẫu'@vi ."
    )
    held = "".join(
        f"<urn:m/{i}> a org:Membership ; org:member <urn:{who}> ; org:organization <urn:union> ;"
        " org:role <http://e/p> ;"
        f" kgo:attestedOn '{day}'^^xsd:date ; prov:wasDerivedFrom <urn:evidence> ."
        for i, (who, day) in enumerate([("an", "2019-03-08"), ("an", "2021-10-20"), ("binh", "2023-03-08")])
    )
    page = visit(load(names + told + held), "#node=urn%3Aunion")
    assert [text.split("\n") for text in page.texts(".posts li")] == [
        ["Chủ tịch", "Lê Thị Ví Dụ", "08/03/2019 – 20/10/2021"],
        ["Chủ tịch", "Bùi Thị Mẫu", "08/03/2023"],
    ]
    left = page.run("[...document.querySelectorAll('.track i')].map((mark) => parseFloat(mark.style.left))")
    assert left == sorted(left)
    assert (left[0], left[-1]) == (0, 96)
    page.all(".posts .node")[0].send_keys(Keys.ENTER)
    assert page.texts("#panel h2") == ["Lê Thị Ví Dụ"]
    assert [text.split("\n")[:2] for text in page.texts(".posts li")] == [["Chủ tịch", "Hội Ví Dụ"]]


def test_the_keys_are_listed_and_the_list_is_closed_by_escape(visit: Any, example: Reader) -> None:
    page = visit(example, f"#node={ID.replace(':', '%3A').replace('/', '%2F')}union%2Fvn")
    page.press("?")
    assert page.all("#help")[0].is_displayed()
    assert "Tìm kiếm" in page.texts("#help dd")
    page.press("2")  # what the list says is not done while it is read
    assert page.run("state.tab") == "network"
    page.press(Keys.ESCAPE)
    page.until(lambda: not page.all("#help")[0].is_displayed())
    assert page.texts("#panel h2") == ["Hội LHPN Việt Nam"]


def test_the_drawing_is_moved_and_zoomed_by_keys(visit: Any, example: Reader) -> None:
    page = visit(example)
    page.run("byId('map').focus()")
    before = page.run("[network.getViewPosition().x, network.getScale()]")
    page.press(Keys.ARROW_RIGHT)
    assert page.run("network.getViewPosition().x") > before[0]
    page.press("+")
    page.until(lambda: page.run("network.getScale()") > before[1] * 1.3)
    page.press("0")
    page.until(lambda: abs(page.run("network.getScale()") - before[1]) < 0.01)


def test_the_theme_is_switched_by_a_button(visit: Any, example: Reader) -> None:
    page = visit(example)
    page.all("#theme")[0].send_keys(Keys.ENTER)
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(16, 22, 29)"
    page.all("#theme")[0].send_keys(Keys.ENTER)
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_nothing_moves_for_who_asks_for_less_motion(visit: Any, example: Reader) -> None:
    page = visit(example)
    assert page.run("Boolean(motion())")
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": LESS_MOTION})
    try:
        assert page.run("motion()") is False
    finally:
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@pytest.mark.parametrize("tab", TABS)
def test_on_paper_the_open_tab_stands_without_tools(visit: Any, example: Reader, tab: str) -> None:
    page = visit(example, f"#tab={tab}")
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not page.all("#tools")[0].is_displayed()
        assert page.run(DISPLAYED) == [f"view-{tab}"]
    finally:
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_centrality_and_clusters_colour_the_nodes(visit: Any, generated: Any) -> None:
    page = visit(generated(300))
    colours = "new Set(nodeView.get().map((n) => n.color.background)).size"
    by_kind = page.run(colours)
    page.all("#colour")[0].send_keys(Keys.ARROW_DOWN)
    assert page.run(f"[state.colour, {colours}]") == ["cluster", 8]
    page.all("#colour")[0].send_keys(Keys.ARROW_DOWN)
    hottest = "nodeView.get().filter((n) => n.color.background === CENTRALITY[4]).map((n) => nodes[n.id].rank)"
    assert page.run("state.colour") == "centrality"
    assert 0 < len(page.run(hottest)) < 100
    assert min(page.run(hottest)) >= 48
    assert page.run(colours) >= 3
    assert by_kind == 5

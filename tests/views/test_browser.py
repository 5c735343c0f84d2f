"""The page in a real browser: offline, by keyboard, with every text hostile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

from kgraph.dataset.reader import Reader
from kgraph.views import Finding, Scope

pytestmark = pytest.mark.browser

ID = "https://data.example/kgraph/id/"
WINDOW = "1400,900"


# Where on the screen the line from a union to its place can be clicked.
MIDDLE_OF_A_LINE = """(() => {
  const line = lines.find((l) => predicates[l.predicate].name === "jurisdiction" && nodes[l.from].group === "union");
  const [a, b] = [nodes[line.from], nodes[line.to]];
  const box = document.getElementById("map").getBoundingClientRect();
  const spot = network.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  return [spot.x + box.x, spot.y + box.y];
})()"""
# Left, top, right and bottom of every text in one drawing, in pixels, read off the canvas itself.
BOXES_OF_LABELS = """(() => {
  const seen = [];
  const real = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const m = this.getTransform();
    const half = this.measureText(text).width / 2;
    seen.push([(x - half) * m.a + m.e, y * m.d + m.f, (x + half) * m.a + m.e, y * m.d + m.f + 11]);
  };
  network.redraw();
  CanvasRenderingContext2D.prototype.fillText = real;
  return seen;
})()"""


Visit = Callable[..., Any]  # a Page of conftest.py


def link(kind: str, key: str) -> str:
    return "#node=" + quote(f"{ID}{kind}/{key}", safe="")


def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(visit: Visit, example: Reader) -> None:
    page = visit(example, link("union", "nam-dinh"))
    for css in ("#zoom button", "#tools > button:not(#help-button)", "#tabs button", ".choice button", "#kinds button"):
        for i in range(len(page.all(css))):
            if page.all(css)[i].is_displayed():
                page.all(css)[i].click()
    assert page.requests() == []
    assert page.errors() == []


def test_the_policy_holds(visit: Visit, example: Reader) -> None:
    """A page that could call out would do it here; so an empty list above means something."""
    page = visit(example)
    page.run(
        "fetch('https://tin.example/').catch(() => 0), document.body.append(Object.assign(new Image(), {src: 'https://tin.example/a.png'}))"
    )
    page.until(lambda: any("Content Security Policy" in message for message in page.errors()))


def test_search_by_keyboard_without_accents_opens_a_node_and_sets_the_address(visit: Visit, example: Reader) -> None:
    page = visit(example)
    page.search("hoi lhpn")
    assert page.texts("[role=listbox] [role=option] .name")[:2] == ["Hội LHPN tỉnh Nam Định", "Hội LHPN Việt Nam"]
    page.press(Keys.ARROW_DOWN)
    assert page.texts("[role=option][aria-selected=true] .name") == ["Hội LHPN Việt Nam"]
    page.press(Keys.ENTER)
    assert page.run("location.hash") == link("union", "vn")
    assert page.texts("#panel h2") == ["Hội LHPN Việt Nam"]
    assert not page.all("#hits")[0].is_displayed()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("de an 939", "Hỗ trợ phụ nữ khởi nghiệp"),
        ("godmother", "Mẹ đỡ đầu"),
        ("dinh cong", "Công an tỉnh Nam Định"),
        ("  NGUYEN   vi du", "Nguyễn Thị Ví Dụ"),
        ("ví dụ", "Nguyễn Thị Ví Dụ"),
        (ID + "award/bang-khen", "Bằng khen"),
    ],
)
def test_search_knows_other_names_any_order_and_addresses(visit: Visit, example: Reader, text: str, name: str) -> None:
    page = visit(example)
    page.search(text)
    assert page.texts("[role=option] .name")[0] == name


def test_search_says_when_nothing_is_found(visit: Visit, example: Reader) -> None:
    page = visit(example)
    page.search("zzz")
    page.press(Keys.ENTER)
    assert page.texts("#hits") == ["Không tìm thấy"]
    assert page.run("location.hash") == ""


def test_a_hit_can_be_clicked(visit: Visit, example: Reader) -> None:
    page = visit(example)
    page.search("me do dau")
    page.all("[role=option]")[0].click()
    assert page.run("location.hash") == link("programme", "me-do-dau")


def test_the_panel_shows_the_quote_in_its_sentence_with_article_and_confidence(visit: Visit, example: Reader) -> None:
    page = visit(example, link("person", "nguyen-thi-vi-du.nam-dinh-0a1b2c"))
    assert (
        page.texts("#panel blockquote")[0] == "Tới dự có đồng chí Nguyễn Thị Ví Dụ - Chủ tịch Hội LHPN tỉnh, phát biểu"
    )
    assert page.texts("#panel mark")[0] == "đồng chí Nguyễn Thị Ví Dụ - Chủ tịch Hội LHPN tỉnh"
    assert page.texts("#panel .fact")[0].split("\n") == ["Chủ tịch", "Hội LHPN tỉnh Nam Định", "01/03/2021"]
    assert page.all("#panel figcaption a")[0].get_attribute("href") == "https://tin.example/1"
    caption = page.texts("#panel figcaption")[0]
    assert all(
        part in caption for part in ("02/03/2021", "Báo Ví Dụ", "vi-du.txt", "Tên viết tắt được hiểu theo ngữ cảnh")
    )


def test_figures_stand_in_the_panel_of_union_and_programme(visit: Visit, example: Reader) -> None:
    page = visit(example, link("union", "nam-dinh"))
    assert "gần 16,5 tỷ đồng – số tiền nhận đỡ đầu" in page.texts("#panel strong")


def test_a_deep_link_opens_its_node_and_a_mangled_one_nothing(visit: Visit, example: Reader) -> None:
    assert visit(example, link("programme", "de-an-939")).texts("#panel h2") == ["Hỗ trợ phụ nữ khởi nghiệp"]
    page = visit(example, "#node=%E0%A4%A")
    assert page.texts("#panel .kind") == []
    assert page.errors() == []


MEMBERSHIP, FIGURE = "0000000000000001", "0000000000000017"
CHOSEN = """(() => {
  const item = document.querySelector("#panel .chosen");
  if (!item) return null;
  const [box, room] = [item.getBoundingClientRect(), panel.getBoundingClientRect()];
  return { key: item.querySelector(".key").textContent, seen: box.bottom > room.top && box.top < room.bottom,
    focused: document.activeElement === item, current: item.getAttribute("aria-current") };
})()"""


def test_a_link_to_a_fact_opens_its_line_with_the_fact_marked(visit: Visit, example: Reader) -> None:
    page = visit(example, f"#fact={MEMBERSHIP}")
    assert page.texts("#panel h2") == ["Chức vụ"]
    assert page.texts("#panel .ends .node") == ["Nguyễn Thị Ví Dụ", "Hội LHPN tỉnh Nam Định"]
    assert page.run(CHOSEN) == {
        "key": f"Mã dữ kiện: {MEMBERSHIP}", "seen": True, "focused": True, "current": "true",
    }  # fmt: skip
    assert page.errors() == []


def test_a_link_to_a_fact_without_a_line_opens_its_node(visit: Visit, load: Any) -> None:
    about = "kgo:reportedFor <urn:union> ; prov:wasDerivedFrom <urn:evidence>"
    told = "<urn:evidence> oa:hasSource <urn:article> ; oa:hasSelector [ oa:exact 'một hai ba'@vi ] ."
    union = "<urn:union> a kgo:WomensUnion ; skos:prefLabel 'Hội Ví Dụ'@vi ."
    figures = "".join(f"<urn:f/{i}> a kgo:ReportedFigure ; {about} ; kgo:rawText 'số {i}'@vi ." for i in range(12))
    page = visit(load(union + told + figures), "#fact=9")  # the last of them
    assert page.texts("#panel h2") == ["Hội Ví Dụ"]
    found = page.run(CHOSEN)
    assert (found["key"], found["seen"], found["focused"]) == ("Mã dữ kiện: 9", True, True)
    assert len(page.all("#panel .chosen")) == 1


def test_the_back_button_leads_from_a_node_to_the_fact_and_from_the_fact_to_nothing(
    visit: Visit, example: Reader
) -> None:
    page = visit(example)
    page.run(f"location.hash = '#fact={MEMBERSHIP}'")
    page.until(lambda: page.run(CHOSEN))
    page.all("#panel .ends .node")[0].click()
    assert page.texts("#panel h2") == ["Nguyễn Thị Ví Dụ"]
    assert page.run(CHOSEN) is None
    page.driver.back()
    page.until(lambda: page.run(CHOSEN))
    assert page.texts("#panel h2") == ["Chức vụ"]
    page.driver.back()
    page.until(lambda: page.texts("#panel h2") == ["Mỗi quan hệ đều dẫn tới câu văn làm chứng"])
    page.driver.forward()
    page.until(lambda: page.run(CHOSEN))


def test_a_click_on_a_line_ends_the_address_of_a_fact(visit: Visit, example: Reader) -> None:
    page = visit(example, f"#fact={MEMBERSHIP}")
    page.run("openLine(lines.find((l) => predicates[l.predicate].name === 'jurisdiction'))")
    page.until(lambda: page.run("location.hash") == "")
    page.run("new Promise((done) => setTimeout(done, 50))")
    assert page.texts("#panel h2") == ["Địa bàn"]
    page.driver.back()
    page.until(lambda: page.run(CHOSEN))


@pytest.mark.parametrize(
    ("address", "name"), [("#fact=123", "123"), ("#fact=%E0%A4%A", "%E0%A4%A"), ("#node=urn%3Anone", "urn:none")]
)
def test_an_unknown_address_opens_nothing_and_says_so(visit: Visit, example: Reader, address: str, name: str) -> None:
    page = visit(example, address)
    assert page.all("#panel .kind, #panel .ends, #panel .chosen") == []
    assert page.texts("#panel .missing")[0].startswith("Mạng lưới này không có ")
    assert name in page.texts("#panel .missing")[0]
    page.all("#lang")[0].click()
    assert page.texts("#panel .missing")[0].startswith("This network has no ")
    page.run(f"location.hash = '#fact={FIGURE}'")
    page.until(lambda: page.run(CHOSEN))
    assert page.all("#panel .missing") == []
    page.driver.back()
    page.until(lambda: page.all("#panel .missing"))
    assert page.errors() == []


def test_a_hostile_address_is_text(visit: Visit, example: Reader) -> None:
    page = visit(example, "#fact=" + quote("</p><img src=x onerror=alert(1)>"))
    assert page.all("img") == []
    assert "<img src=x" in page.texts("#panel .missing")[0]


def test_a_link_to_a_fact_reveals_ends_that_are_hidden(visit: Visit, example: Reader) -> None:
    key = "(nodes.flatMap((n) => n.lines).find((l) => nodes[l.from].group === 'article').facts[0].key)"
    page = visit(example)
    page.run(f"location.hash = '#fact=' + {key}")
    page.until(lambda: page.run("state.line"))
    assert page.run("[state.line.from, state.line.to].every((id) => nodeView.get(id))")


def test_a_page_about_something_opens_on_it(visit: Visit, example: Reader) -> None:
    assert visit(example, scope=Scope(about="me do dau")).texts("#panel h2") == ["Mẹ đỡ đầu"]


def test_escape_closes_the_list_and_then_the_panel(visit: Visit, example: Reader) -> None:
    page = visit(example, link("union", "nam-dinh"))
    page.search("nam")
    page.press(Keys.ESCAPE)
    assert not page.all("#hits")[0].is_displayed()
    assert page.texts("#panel h2") == ["Hội LHPN tỉnh Nam Định"]
    page.press(Keys.ESCAPE)
    assert page.run("location.hash") == ""
    assert page.texts("#panel .kind") == []


def test_toggles_hide_nodes_in_drawing_and_table(visit: Visit, example: Reader) -> None:
    page = visit(example)
    unions = page.all("#kinds [data-kind=union]")[0]
    assert (unions.text.split(), unions.get_attribute("aria-pressed")) == (["Hội", "phụ", "nữ", "2"], "true")
    before = page.run("nodeView.length")
    unions.click()
    assert unions.get_attribute("aria-pressed") == "false"
    assert page.run("nodeView.length") == before - 2
    page.all("#tab-table")[0].click()
    assert len(page.all("#rows tr")) == before - 2
    assert page.run("lineView.get().filter((l) => nodes[l.from].group === 'union').length") == 0
    unions.click()
    assert page.run("nodeView.length") == before


def test_articles_are_hidden_until_asked_for(visit: Visit, example: Reader) -> None:
    page = visit(example)
    shown = "nodeView.get().filter((n) => nodes[n.id].group === 'article').length"
    assert page.run(shown) == 0
    page.all("#kinds [data-kind=article]")[0].click()
    assert page.run(shown) == 1


def test_relations_can_be_hidden(visit: Visit, example: Reader) -> None:
    page = visit(example)
    page.all("#relations summary")[0].click()
    page.all("[data-predicate=membership]")[0].click()
    assert page.run("lineView.get().filter((l) => predicates[lines[l.id].predicate].name === 'membership').length") == 0


def test_a_click_on_a_line_shows_its_words(visit: Visit, example: Reader) -> None:
    page = visit(example)
    page.until(lambda: page.run("network.getScale()") > 0)
    spot = page.run(MIDDLE_OF_A_LINE)
    ActionChains(page.driver).move_by_offset(round(spot[0]), round(spot[1])).click().perform()
    ActionChains(page.driver).move_by_offset(-round(spot[0]), -round(spot[1])).perform()
    page.until(lambda: page.texts("#panel h2") == ["Địa bàn"])
    assert page.texts("#panel .registry") == ["Theo danh mục của chương trình, không trích từ bài báo"]


def test_the_language_can_be_switched(visit: Visit, example: Reader) -> None:
    page = visit(example, link("union", "nam-dinh"))
    page.all("#lang")[0].click()
    assert page.run("document.documentElement.lang") == "en"
    assert page.texts("#panel h2") == ["Women's Union of Nam Định province"]
    assert "President" in page.texts("#panel strong")


def test_the_table_shows_the_same_things_and_leads_to_them(visit: Visit, example: Reader) -> None:
    page = visit(example)
    page.all("#tab-table")[0].click()
    assert len(page.texts("#rows tr")) == page.run("nodeView.length")
    next(b for b in page.all("#rows button") if b.text == "Mẹ đỡ đầu").click()
    assert page.texts("#panel h2") == ["Mẹ đỡ đầu"]


def test_a_large_network_says_how_much_it_shows_and_search_reaches_the_rest(visit: Visit, generated: Any) -> None:
    page = visit(generated(1800))
    total = page.run("nodes.length")
    assert page.run("nodeView.length") == 400
    assert page.texts("#count") == [f"Đang hiện 400 mục nổi bật nhất trong {total}; tìm kiếm để tới các mục còn lại"]
    rest = page.run("nodes.find((n) => n.group === 'person' && !selection.top.has(n.id)).label")
    page.search(rest)
    page.press(Keys.ENTER)
    assert page.texts("#panel h2") == [rest]
    assert page.run("nodeView.length") == 401


def test_no_two_labels_overlap_and_hubs_have_theirs(visit: Visit, generated: Any) -> None:
    page = visit(generated(300))
    boxes = page.run(BOXES_OF_LABELS)
    assert len(boxes) > 15
    for i, (left, top, right, bottom) in enumerate(boxes):
        assert not [b for b in boxes[i + 1 :] if left < b[2] and b[0] < right and top < b[3] and b[1] < bottom]


def test_markup_in_texts_is_silent_everywhere(visit: Visit, hostile: Reader, payload: str) -> None:
    page = visit(hostile, findings=(Finding(f"{ID}union/vn", "warning", payload, payload),))
    count = page.run("nodes.length")
    for i in range(count):
        page.run(f"openNode(nodes[{i}])")
    for i in range(page.run("lines.length")):
        page.run(f"select(null, lines[{i}])")
    for tab in page.all("[role=tab]"):
        tab.click()
    page.run("void (rowsAre = 'facts', openTab('table'))")
    page.all("#lang")[0].click()
    page.run(f"openNode(byIri.get('{ID}union/vn'))")
    assert payload in page.texts("#panel .flags li")[0]
    page.search("nguyen thi vi du")
    assert payload in page.texts("[role=option]")[0]
    assert page.all("img, iframe, object, #panel script, svg[onload]") == []
    assert page.run("[...document.links].filter((a) => !/^https?:/.test(a.href)).length") == 0
    assert page.errors() == []
    page.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": "1"})  # an open alert would block this


def test_links_lead_only_to_http(visit: Visit, example: Reader) -> None:
    page = visit(example)
    assert page.run("[link('javascript:alert(1)', 'x').tagName, link(' https://a.example', 'x').tagName]") == [
        "SPAN",
        "SPAN",
    ]
    assert page.run("link('https://a.example/', 'x').rel") == "noopener noreferrer"


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2021-03-01", "01/03/2021"), ("2021-03", "03/2021"), ("2021", "2021"), ("2021/2025", "2021–2025"),
        ("2021-33", "quý 1/2021"), ("[..2019-12-26]", "muộn nhất 26/12/2019"),
    ],
)  # fmt: skip
def test_dates_are_written_as_people_write_them(visit: Visit, example: Reader, edtf: str, shown: str) -> None:
    assert visit(example).run(f"dateText('{edtf}')") == shown


def test_on_a_phone_there_is_one_column(visit: Visit, example: Reader) -> None:
    page = visit(example)
    size = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        stage, panel = (
            page.run(f"document.getElementById('{i}').getBoundingClientRect().toJSON()") for i in ("stage", "panel")
        )
        assert panel["top"] >= stage["bottom"] - 1
        assert page.run("document.documentElement.scrollWidth") <= 390
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_colours_follow_the_system(visit: Visit, example: Reader) -> None:
    page = visit(example)
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.run(ground) == "rgb(255, 255, 255)"
    page.driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    )
    try:
        page.until(lambda: page.run("state.dark"))
        assert page.run(ground) != "rgb(255, 255, 255)"
    finally:
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_what_a_foreign_file_says_is_told_to_be_of_that_file(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "ban-be.ttl").write_text(
        '@prefix foaf: <http://xmlns.com/foaf/0.1/> . <http://e/an> foaf:name "An" ; foaf:knows <http://e/binh> .',
        encoding="utf-8",
    )
    page = visit(Reader.of_file(tmp_path / "ban-be.ttl"), "#node=http%3A%2F%2Fe%2Fan", foreign=True)
    assert page.texts("#panel .registry") == ["Theo tệp đã đọc"]
    assert page.texts("#panel .fact strong") == ["knows"]
    assert page.errors() == []


# What the focus lies on: the id of the element, or of the group of controls that it stands in.
FOCUSED = "(document.activeElement.id || document.activeElement.closest('[id]')?.id || '')"
CONTROLS = (
    *("search", "copy", "save", "theme", "lang", "help-button", "kinds", "flagged", "words", "relations"),
    *("tab-network", "map", "zoom", "colour", "times", "as-of", "since", "until", "panel"),
)


def test_every_control_is_reached_by_tab_alone(visit: Visit, example: Reader) -> None:
    page = visit(example, link("union", "nam-dinh"), findings=(Finding(f"{ID}union/vn", "warning", "x", "x"),))
    page.run("document.activeElement.blur()")
    reached = []
    for _ in range(90):
        page.press(Keys.TAB)
        reached.append(page.run(FOCUSED))
    assert set(CONTROLS) <= set(reached)
    assert not {name for name in reached if name.startswith("view-") and name != "view-network"}  # tabs not open

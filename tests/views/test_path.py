"""The way between two things, found and told in the page."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from selenium.webdriver.common.keys import Keys

from kgraph.dataset.reader import Reader

pytestmark = pytest.mark.browser

ID = "https://data.example/kgraph/id/"
WINDOW = "1400,900"
PERSON, PROGRAMME = "person/nguyen-thi-vi-du.nam-dinh-0a1b2c", "programme/me-do-dau"
POLICE = "body/cong-an-tinh.nam-dinh"


def way(one: str, other: str) -> str:
    return f"#node={quote(ID + one, safe='')}&path={quote(ID + other, safe='')}"


def test_a_way_is_told_step_by_step_with_its_words(visit: Any, example: Reader) -> None:
    page = visit(example, way(PERSON, PROGRAMME))
    assert page.texts("#panel h2") == ["Từ Nguyễn Thị Ví Dụ đến Mẹ đỡ đầu"]
    names = [
        [button.text for button in step.find_elements("css selector", ".node")] for step in page.all("#panel .ends")
    ]
    assert names == [
        ["Nguyễn Thị Ví Dụ", "Hội LHPN tỉnh Nam Định"],
        ["Hội LHPN tỉnh Nam Định", "Mẹ đỡ đầu"],
    ]
    assert all(step.find_elements("css selector", "mark") for step in page.all("#panel .way > li"))
    assert page.errors() == []


def test_a_way_back_tells_the_relations_from_the_other_side(visit: Any, example: Reader) -> None:
    forth = visit(example, way(PERSON, PROGRAMME)).texts("#panel .way > li > .ends em")
    back = visit(example, way(PROGRAMME, PERSON)).texts("#panel .way > li > .ends em")
    assert (forth, back) == (["Chức vụ", "Số liệu"], ["Số liệu", "Nhân sự"])


def test_a_way_is_sought_by_keyboard_alone(visit: Any, example: Reader) -> None:
    page = visit(example)
    page.search("vi du")
    page.press(Keys.ENTER)
    page.all("#seek")[0].send_keys(Keys.ENTER)
    assert "Từ Nguyễn Thị Ví Dụ tới đâu?" in page.texts("#panel .missing")[0]
    page.press("me do dau", Keys.ENTER)
    page.until(lambda: page.all("#panel .way"))
    assert page.run("location.hash") == way(PERSON, PROGRAMME)
    page.driver.back()
    page.until(lambda: page.texts("#panel h2") == ["Nguyễn Thị Ví Dụ"])
    assert page.run("state.path") is None


def test_escape_gives_up_seeking(visit: Any, example: Reader) -> None:
    page = visit(example, way(PERSON, PROGRAMME).partition("&")[0])
    page.all("#seek")[0].click()
    page.press(Keys.ESCAPE)
    page.until(lambda: not page.all("#panel .missing"))
    page.all("#search")[0].clear()
    page.all("#search")[0].send_keys("me do dau", Keys.ENTER)
    assert page.texts("#panel h2") == ["Mẹ đỡ đầu"]


def test_what_articles_say_goes_first_and_no_way_leads_through_a_place(visit: Any, example: Reader) -> None:
    page = visit(example, way(POLICE, "union/nam-dinh"))
    predicates = page.run("state.path.steps.map((step) => predicates[step.line.predicate].name)")
    assert predicates == ["participation", "organizer"]
    page.run("state.predicates.delete(predicates.findIndex((p) => p.name === 'participation'))")
    assert page.run("wayBetween(state.path.from, state.path.to)") is None  # the province that both serve leads nowhere


def test_what_nothing_connects_is_said(visit: Any, example: Reader) -> None:
    page = visit(example)
    hidden = page.run("predicates.map((p) => `relation.${p.name}`).join(',')")
    page.run(f"location.hash = '{way(PERSON, PROGRAMME)}&hide={hidden}'")
    page.until(lambda: page.all("#panel h2")[0].text.startswith("Từ "))
    assert "không có gì" in page.all("#panel")[0].text.lower()
    assert page.all("#panel .way") == []


def test_an_unknown_end_is_named(visit: Any, example: Reader) -> None:
    assert "person/khong-ai" in visit(example, way(PROGRAMME, "person/khong-ai")).texts("#panel .missing")[0]


def test_only_the_way_is_in_full_colour(visit: Any, example: Reader) -> None:
    page = visit(example, way(PERSON, PROGRAMME))
    on_the_way = page.run("[state.path.from, ...state.path.steps.map((step) => step.to)].map((n) => n.id)")
    bright = page.run("nodeView.get().filter((n) => n.opacity === 1).map((n) => n.id)")
    assert sorted(bright) == sorted(on_the_way)
    lines = page.run("lineView.get().filter((l) => l.color.opacity === 1).map((l) => l.id)")
    assert sorted(lines) == sorted(page.run("state.path.steps.map((step) => step.line.id)"))


def test_what_only_the_register_knows_is_longer_than_two_stated_steps(visit: Any, example: Reader) -> None:
    page = visit(example, way(PERSON, "union/nam-dinh"))
    assert page.run("state.path.steps.length") == 1
    membership = "lines.find((l) => l === state.path.steps[0].line)"
    page.run(f"{membership}.facts.forEach((fact) => {{ fact.evidence = []; }})")
    assert page.run("wayBetween(state.path.from, state.path.to).length") == 2


def test_what_lies_on_the_way_is_shown_whatever_is_hidden(visit: Any, example: Reader) -> None:
    page = visit(example)
    page.all("#kinds [data-kind=union]")[0].click()
    page.run(f"location.hash = '{way(PERSON, PROGRAMME)}'")
    page.until(lambda: page.all("#panel .way"))
    assert page.run("state.path.steps.every((step) => nodeView.get(step.to.id))")


def test_an_article_is_an_end_but_never_between(visit: Any, example: Reader) -> None:
    article = "nodes.find((n) => n.group === 'article')"
    page = visit(example)
    named = page.run(f"wayBetween({article}, byIri.get('{ID}{PERSON}')).map((step) => step.to.group)")
    assert named == ["event", "person"]
    between = f"wayBetween(byIri.get('{ID}{POLICE}'), byIri.get('{ID}{PROGRAMME}'))"
    assert page.run(f"{between}.every((step) => step.to.group !== 'article')")

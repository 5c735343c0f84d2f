"""The page in a real browser: offline, by keyboard, on a phone, with hostile text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from kgraph.tracing import report_html

pytestmark = pytest.mark.browser

WINDOW = "1200,900"
ARTICLE = (
    "Hội LHPN tỉnh Nam Định ký giao ước\n"
    "Sáng 5/3/2021, Hội LHPN tỉnh Nam Định đã tổ chức hội nghị về Đề án 939 <b>cho</b> chị em trong tỉnh.\n"
    "Hội LHPN các xã đã giúp 30 hộ vay vốn.\n"
)


class Page:
    """The page of a trace, with what a person does on it."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def shown(self) -> list[str]:
        """The headings of the panel."""
        return [
            s.text.split("\n")[0] for s in self.driver.find_elements(By.CSS_SELECTOR, "#panel section:not([hidden]) h2")
        ]

    def notes(self) -> list[str | None]:
        """The ids of what the panel shows."""
        found = self.driver.find_elements(By.CSS_SELECTOR, "#panel section:not([hidden])")
        return [section.get_attribute("id") for section in found]  # type: ignore[no-untyped-call]

    def marked(self) -> list[str]:
        return [e.text for e in self.driver.find_elements(By.CSS_SELECTOR, "article .m")]

    def piece(self, text: str) -> Any:
        return next(e for e in self.driver.find_elements(By.CSS_SELECTOR, "article [data-m]") if e.text == text)

    def button(self, css: str) -> Any:
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def press(self, *keys: str) -> None:
        webdriver.ActionChains(self.driver).send_keys(*keys).perform()

    def errors(self) -> list[str]:
        return [e["message"] for e in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]


@pytest.fixture
def visit(driver: webdriver.Chrome, tmp_path: Path, traced: Any) -> Callable[..., Page]:
    def go(text: str = ARTICLE, lang: str = "en") -> Page:
        file = tmp_path / "trang.html"
        file.write_text(report_html.render(traced(text, lang)), encoding="utf-8")
        driver.get("about:blank")
        page = Page(driver)
        page.errors()  # what earlier pages left
        driver.get(file.as_uri())
        return page

    return go


def test_a_click_shows_why_and_why_not(visit: Callable[..., Page]) -> None:
    page = visit()
    assert page.shown() == []
    page.piece("Hội LHPN các xã").click()
    assert page.shown() == ["Hội LHPN các xã ◆ union"]
    panel = page.button("#panel").text
    assert "Why not: A group of unions, none in particular. group" in panel
    assert "Rule union-generic: Unions of one kind" in panel
    page.button("#close").click()
    assert page.shown() == []
    assert page.errors() == []


def test_words_in_several_marks_show_all_the_shortest_first(visit: Callable[..., Page]) -> None:
    page = visit()
    pieces = [
        e for e in page.driver.find_elements(By.CSS_SELECTOR, "article [data-m]") if e.text == "Hội LHPN tỉnh Nam Định"
    ]
    pieces[1].click()
    assert [heading.split()[-1] for heading in page.shown()] == ["union", "event"]


def test_the_keyboard_reaches_every_mark(visit: Callable[..., Page]) -> None:
    page = visit()
    page.button("#only-left").send_keys("")
    seen: set[str] = set()
    for _ in page.marked():
        page.press(Keys.TAB)
        seen.update(page.notes())
    assert seen == {f"m{n}" for n in range(len(page.driver.find_elements(By.CSS_SELECTOR, "#panel section")))}
    page.press(Keys.ESCAPE)
    assert page.shown() == []


def test_filters_leave_a_kind_or_all_that_is_mapped_unmarked(visit: Callable[..., Page]) -> None:
    page = visit()
    assert "30 hộ" in page.marked()
    page.button("#filters [data-kind=quantity]").click()
    assert "30 hộ" not in page.marked()
    page.button("#only-left").click()
    assert page.marked() == ["Hội LHPN các xã"]
    page.button("#only-left").click()
    page.button("#filters [data-kind=quantity]").click()
    assert "30 hộ" in page.marked()


def test_what_is_not_mapped_is_dashed(visit: Callable[..., Page]) -> None:
    page = visit()
    style = {
        text: page.piece(text).value_of_css_property("border-bottom-style") for text in ("Hội LHPN các xã", "5/3/2021")
    }
    assert style == {"Hội LHPN các xã": "dashed", "5/3/2021": "solid"}


def test_the_text_is_the_text(visit: Callable[..., Page]) -> None:
    page = visit()
    assert "về Đề án 939 <b>cho</b> chị em" in page.button("article").text.replace("▲", "")
    assert page.driver.find_elements(By.CSS_SELECTOR, "article b") == []


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_runs_over_the_side_and_the_chosen_words_stay_in_sight(width: int, visit: Callable[..., Page]) -> None:
    page = visit(ARTICLE + "Chị em đã giúp nhau làm ăn.\n" * 20 + "Hội LHPN các xã đã giúp 45 hộ vay vốn.\n")
    size = {"width": width, "height": 700, "deviceScaleFactor": 1, "mobile": width < 600}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)  # type: ignore[no-untyped-call]
    try:
        assert page.driver.execute_script("return document.documentElement.scrollWidth") <= width
        page.driver.find_elements(By.CSS_SELECTOR, "[data-m]")[-1].send_keys("")
        [words, panel] = [page.button(css).rect for css in (".chosen", "#panel")]
        scrolled = page.driver.execute_script("return scrollY")
        assert width > 600 or words["y"] + words["height"] - scrolled <= panel["y"] - scrolled
        assert page.shown()
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})  # type: ignore[no-untyped-call]


def test_the_policy_holds(visit: Callable[..., Page]) -> None:
    """A page that could call out would do it here."""
    page = visit()
    page.driver.execute_script("document.body.append(Object.assign(new Image(), {src: 'https://tin.example/a.png'}))")
    page.driver.execute_script("fetch('https://tin.example/').catch(() => 0)")
    assert sum("Content Security Policy" in message for message in page.errors()) >= 2


def test_hostile_text_does_nothing(visit: Callable[..., Page]) -> None:
    page = visit(ARTICLE.replace("chị em", "</script><script>document.title='x'</script><img src=x onerror=alert(1)>"))
    assert page.driver.title.startswith("Hội LHPN tỉnh Nam Định ký giao ước")
    assert page.driver.find_elements(By.TAG_NAME, "img") == []
    assert page.errors() == []

"""The HTML report in a real browser: filters, their address, keyboard, print, phone, and links into the network."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from kgraph.bilingual import Bilingual
from kgraph.validation import report_html
from kgraph.validation.findings import Finding, Kind

pytestmark = pytest.mark.browser

WINDOW = "1100,900"
HOSTILE = "<img src=x onerror=alert(1)>\"'&"


class Page:
    """The report, with what a person does on it."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def run(self, script: str) -> Any:
        return self.driver.execute_script(f"return {script}")

    def shown(self) -> list[str]:
        """The shapes of the findings that can be seen; a section without any must not be seen either."""
        sections = [s for s in self.driver.find_elements(By.CSS_SELECTOR, "main section") if s.is_displayed()]
        items = [[i for i in s.find_elements(By.CSS_SELECTOR, ".finding") if i.is_displayed()] for s in sections]
        assert all(items), "an empty section is shown"
        return [str(item.get_attribute("data-name")) for group in items for item in group]  # type: ignore[no-untyped-call]

    def count(self) -> str:
        return self.driver.find_element(By.ID, "count").text

    def choose(self, name: str, value: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, f"[name={name}] option[value='{value}']").click()

    def tick(self, severity: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, f"[value={severity}]").click()

    def type(self, text: str) -> None:
        self.driver.find_element(By.NAME, "q").send_keys(text)

    def options(self, name: str) -> list[str]:
        return [o.text for o in self.driver.find_elements(By.CSS_SELECTOR, f"[name={name}] option")]

    def until(self, true: Callable[[], object]) -> None:
        WebDriverWait(self.driver, 5).until(lambda _: true())

    def errors(self) -> list[str]:
        return [e["message"] for e in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]


@pytest.fixture
def five(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Two figures and an event with faults (CountUnit, QualifierBound; two on the event), a post in no article.

    The note on the post is about a registry; one figure stands in another article.
    """
    count, order, after, bound, label = findings
    other = replace(bound, article="https://data.example/kgraph/id/article/2", title="Bài “khác” & nữa")
    return count, order, after, other, replace(label, article="", title="", date="", files=())


@pytest.fixture
def visit(driver: webdriver.Chrome, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Writes the report of findings and opens it as a double click does."""

    def go(findings: Sequence[Finding], address: str = "", lang: str = "vi") -> Page:
        file = tmp_path / "report.html"
        page = report_html.render(findings, lang)
        for finding in sorted(findings, key=lambda f: f.order):  # so that a test can tell them apart
            page = page.replace('class="finding" data-s', f'class="finding" data-name="{finding.shape}" data-s', 1)
        file.write_text(page, encoding="utf-8")
        driver.get("about:blank")
        Page(driver).errors()
        driver.get(file.as_uri() + address)
        return Page(driver)

    yield go
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


ALL = ["CountUnit", "DateOrder", "EventAfterPublication", "QualifierBound", "LabelEn"]


def test_all_is_shown_at_first(visit: Callable[..., Page], five: Sequence[Finding]) -> None:
    page = visit(five)
    assert page.shown() == ALL
    assert page.count() == "Đang hiện 5 trên 5 mục"
    assert page.run("location.hash") == ""
    assert page.errors() == []


def test_severities_are_ticked_off(visit: Callable[..., Page], five: Sequence[Finding]) -> None:
    page = visit(five)
    page.tick("violation")
    assert page.shown() == ["QualifierBound", "LabelEn"]
    assert page.count() == "Đang hiện 2 trên 5 mục"
    assert page.run("location.hash") == "#severity=warning%2Cinfo"
    page.tick("warning")
    page.tick("info")
    assert page.shown() == []
    assert page.driver.find_element(By.ID, "none").is_displayed()


def test_kind_and_article_are_chosen_and_narrow_each_other(visit: Callable[..., Page], five: Sequence[Finding]) -> None:
    page = visit(five)
    page.choose("kind", "ReportedFigure")
    assert page.shown() == ["CountUnit", "QualifierBound"]
    assert [o.rpartition(" ")[2] for o in page.options("article")] == ["(2)", "(1)", "(1)", "(0)"]
    assert [o.rpartition(" ")[2] for o in page.options("kind")] == ["(5)", "(1)", "(2)", "(2)"]
    page.choose("article", "2")
    assert page.shown() == ["QualifierBound"]
    assert page.run("location.hash") == "#kind=ReportedFigure&article=2"
    page.choose("kind", "")
    page.choose("article", "-")
    assert page.shown() == ["LabelEn"]


@pytest.mark.parametrize("typed", ["xoai quynh d", "QUỲNH  xoai", "xoài 3.037"])
def test_search_needs_no_accents_and_takes_words_in_any_order(
    visit: Callable[..., Page], five: Sequence[Finding], typed: str
) -> None:
    page = visit([replace(five[0], label=Bilingual("Đỗ Quỳnh Xoài", "")), *five[1:]])
    page.type(typed)
    assert page.shown() == ["CountUnit"]
    assert page.count() == "Đang hiện 1 trên 5 mục"


def test_search_finds_the_words_of_a_cause_and_dj(visit: Callable[..., Page], five: Sequence[Finding]) -> None:
    page = visit(five)
    page.type("su kien da dien ra")
    assert page.shown() == ["EventAfterPublication"]
    page.driver.find_element(By.NAME, "q").clear()
    page.type("nguoc hai can")
    assert page.shown() == ["DateOrder"]


def test_a_heading_tells_how_many_of_its_findings_are_shown(
    visit: Callable[..., Page], five: Sequence[Finding]
) -> None:
    page = visit([*five, replace(five[0], article="urn:x/2", focus="urn:x")])
    assert page.driver.find_element(By.CSS_SELECTOR, "h2 .n").text == "2"
    page.choose("article", "2")
    assert page.driver.find_element(By.CSS_SELECTOR, "h2 .n").text == "1 / 2"


def test_a_link_opens_the_report_filtered(visit: Callable[..., Page], five: Sequence[Finding]) -> None:
    page = visit(five, "#severity=violation&kind=Event&q=sau+ng%C3%A0y+%C4%91%C4%83ng")
    assert page.shown() == ["EventAfterPublication"]
    assert page.driver.find_element(By.NAME, "q").get_attribute("value") == "sau ngày đăng"  # type: ignore[no-untyped-call]
    address = page.run("location.href")
    page.driver.execute_script("location.hash = '#kind=ReportedFigure'")
    page.until(lambda: page.shown() == ["CountUnit", "QualifierBound"])
    page.driver.back()
    page.until(lambda: page.run("location.href") == address and page.shown() == ["EventAfterPublication"])


@pytest.mark.parametrize("address", ["#kind=None", "#article=%E0%A4%A&x=1", "#%%%", "#q="])
def test_what_an_address_names_wrongly_is_not_filtered(
    visit: Callable[..., Page], five: Sequence[Finding], address: str
) -> None:
    page = visit(five, address)
    assert page.shown() == ALL
    assert page.run("[...document.querySelectorAll('select')].every((list) => list.selectedIndex === 0)")
    assert page.errors() == []


def test_filters_are_cleared_together(visit: Callable[..., Page], five: Sequence[Finding]) -> None:
    page = visit(five, "#severity=violation&kind=Event&q=zzz")
    assert page.shown() == []
    page.driver.find_element(By.CSS_SELECTOR, "[type=reset]").click()
    page.until(lambda: page.shown() == ALL)
    assert page.run("location.href").endswith("report.html")


def test_everything_can_be_reached_by_keyboard_and_has_a_name(
    visit: Callable[..., Page], five: Sequence[Finding]
) -> None:
    page = visit(five)
    reached = []
    for _ in range(7):
        webdriver.ActionChains(page.driver).send_keys(Keys.TAB).perform()
        active = page.driver.switch_to.active_element
        reached.append((active.tag_name, active.accessible_name))
    assert [name for _, name in reached] == [
        "lỗi 3", "cảnh báo 1", "lưu ý 1", "Loại", "Bài báo", "Tìm trong báo cáo, không cần gõ dấu", "Bỏ lọc",
    ]  # fmt: skip
    webdriver.ActionChains(page.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
    webdriver.ActionChains(page.driver).send_keys("date", Keys.ENTER).perform()
    assert page.errors() == []  # the policy would forbid to send the form
    status = page.driver.find_element(By.ID, "count")
    assert (status.aria_role, page.run("count.getAttribute('aria-live')")) == ("status", "polite")


def test_paper_holds_what_is_filtered_and_says_so(visit: Callable[..., Page], five: Sequence[Finding]) -> None:
    page = visit(five, "#severity=violation,warning&kind=ReportedFigure&article=2")
    told = page.driver.find_element(By.ID, "filtered")
    assert not told.is_displayed()
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert page.shown() == ["QualifierBound"]
    assert told.text == "Chỉ gồm: lỗi, cảnh báo; số liệu; Bài “khác” & nữa · 2021-03-02"
    assert page.count() == "Đang hiện 1 trên 5 mục"
    assert not page.driver.find_element(By.ID, "filters").is_displayed()


def test_without_script_the_report_is_whole(visit: Callable[..., Page], five: Sequence[Finding]) -> None:
    page = visit(five)
    page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    page = visit(five, "#kind=Event")
    shown = [e for e in page.driver.find_elements(By.CSS_SELECTOR, ".finding, section h2") if e.is_displayed()]
    assert len(shown) == 10
    assert not page.driver.find_element(By.ID, "filters").is_displayed()
    assert not page.driver.find_element(By.ID, "none").is_displayed()


def test_hostile_texts_and_addresses_stay_text(visit: Callable[..., Page], five: Sequence[Finding]) -> None:
    hostile = Bilingual(HOSTILE, HOSTILE)
    page = visit(
        [
            replace(
                f, label=hostile, message=hostile, quote=HOSTILE, rule=HOSTILE, title=HOSTILE, files=(HOSTILE,),
                kind=Kind("x", hostile), article=f"https://data.example/{HOSTILE}",
            )
            for f in five[:3]
        ],
        "#q=%3Cimg+src%3Dx",
    )  # fmt: skip
    page.choose("kind", "x")
    assert len(page.shown()) == 3
    assert page.driver.find_elements(By.TAG_NAME, "img") == []
    assert page.errors() == []


def test_on_a_phone_nothing_is_cut_off(visit: Callable[..., Page], five: Sequence[Finding]) -> None:
    page = visit([*five[:4], replace(five[4], article="urn:x", title="Một tựa bài rất dài " * 12)])
    size = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    assert page.run("document.documentElement.scrollWidth") <= 390
    assert page.run("[...document.querySelectorAll('select')].every((s) => s.getBoundingClientRect().right <= 390)")


def test_colours_follow_the_system(visit: Callable[..., Page], five: Sequence[Finding]) -> None:
    page = visit(five)
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.run(ground) == "rgb(255, 255, 255)"
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
    assert page.run(ground) == "rgb(16, 22, 29)"

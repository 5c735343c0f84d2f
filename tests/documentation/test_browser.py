"""The page in a real browser: offline, on a phone, with texts that can be read, and a filter that finds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

from kgraph.documentation import Vocabulary, render

pytestmark = pytest.mark.browser

WINDOW = "1400,1000"
# Texts of a picture that lie on one another or outside it; tilted ones are measured by their distance elsewhere.
CROWDED = """
const faults = [];
for (const svg of document.querySelectorAll("svg")) {
  const whole = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text:not(.tilted)")].map((t) => [t.textContent, t.getBoundingClientRect()]);
  for (const [text, box] of texts)
    if (box.left < whole.left || box.right > whole.right || box.top < whole.top - 1 || box.bottom > whole.bottom + 1)
      faults.push(`outside: ${text}`);
  texts.forEach(([text, a], i) => {
    for (const [other, b] of texts.slice(i + 1))
      if (a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom)
        faults.push(`${text} on ${other}`);
  });
  const boxes = [...svg.querySelectorAll("rect.box")].map((r) => r.getBoundingClientRect());
  for (const [text, t] of texts)
    for (const b of boxes)
      if (t.left < b.left && b.left < t.right && t.top < b.bottom && b.top < t.bottom)
        faults.push(`${text} over an edge`);
}
return faults;
"""


class Page:
    """The page in the browser."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def run(self, script: str) -> Any:
        return self.driver.execute_script(script)

    def errors(self) -> list[str]:
        return [e["message"] for e in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]

    def requests(self) -> list[str]:
        """Addresses that the page asked for, apart from itself."""
        events = [json.loads(e["message"])["message"] for e in self.driver.get_log("performance")]  # type: ignore[no-untyped-call]
        asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
        return [address for address in asked if not address.startswith(("file:", "data:", "chrome"))]

    def listed(self) -> list[str]:
        """The terms in the contents that are to be seen."""
        items = self.driver.find_elements(By.CSS_SELECTOR, "nav [data-find]:not([hidden])")
        return [item.find_element(By.TAG_NAME, "code").get_attribute("textContent") for item in items]  # type: ignore[no-untyped-call]


@pytest.fixture
def visit(driver: webdriver.Chrome, tmp_path: Path, vocabulary: Vocabulary) -> Callable[..., Page]:
    """Writes the page and opens it as a double click does."""

    def go(address: str = "", lang: str = "vi", width: int | None = None) -> Page:
        file = tmp_path / "trang.html"
        file.write_text(render(vocabulary, lang), encoding="utf-8")
        size = {"width": width or 1400, "height": 1000, "deviceScaleFactor": 1, "mobile": width is not None}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        driver.get("about:blank")
        page = Page(driver)
        page.requests(), page.errors()  # what earlier pages left
        driver.get(file.as_uri() + address)
        return page

    return go


Visit = Callable[..., Page]


def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(visit: Visit) -> None:
    page = visit("#Event")
    page.driver.find_element(By.CSS_SELECTOR, "#filter input").send_keys("su kien")
    assert page.requests() == []
    assert page.errors() == []


def test_the_address_of_a_term_leads_to_it(visit: Visit) -> None:
    page = visit("#programmeKind")
    top = page.run("return document.getElementById('programmeKind').getBoundingClientRect().top")
    assert -1 <= top < 60


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_texts_of_the_pictures_lie_within_them_and_not_on_one_another(visit: Visit, lang: str) -> None:
    page = visit(lang=lang)
    assert page.run("return document.querySelectorAll('svg').length") > 25
    assert page.run(CROWDED) == []


def test_the_check_of_crowding_finds_texts_that_are_too_large(visit: Visit) -> None:
    page = visit()
    page.run("for (const t of document.querySelectorAll('svg text')) t.setAttribute('textLength', 400)")
    assert len(page.run(CROWDED)) > 100


def test_filter_finds_by_label_in_both_languages_and_by_name_without_marks(visit: Visit) -> None:
    page = visit()
    field = page.driver.find_element(By.CSS_SELECTOR, "#filter input")
    everything = page.listed()
    for typed, expected in (
        ("don vi hanh chinh", ["kgo:AdministrativeUnit", "kgo:placeKind", "kgs:place-kinds"]),
        ("GIAO UOC thi dua", ["kgs:agreement-kinds"]),
        ("nobody", []),
        ("award grant", ["kgo:AwardGrant", "kgs:award-statuses"]),
        ("kgo:reportedFor", ["kgo:reportedFor"]),
    ):
        field.clear()
        field.send_keys(typed)
        assert page.listed() == expected
        assert page.driver.find_element(By.ID, "no-hits").is_displayed() is (not expected)
    field.clear()
    field.send_keys(" ")
    assert page.listed() == everything


def test_the_page_fits_a_phone_and_its_pictures_scroll(visit: Visit) -> None:
    page = visit(width=390)
    assert page.run("return document.documentElement.scrollWidth") <= 390
    wide = "return [...document.querySelectorAll('.scroll')].filter((f) => f.scrollWidth > f.clientWidth).length"
    assert page.run(wide) > 10
    assert not page.driver.find_element(By.CSS_SELECTOR, "nav [data-find]").is_displayed()
    page.driver.find_element(By.CSS_SELECTOR, "#filter input").send_keys("hoi lhpn")
    assert page.driver.find_element(By.CSS_SELECTOR, "nav [data-find]:not([hidden])").is_displayed()

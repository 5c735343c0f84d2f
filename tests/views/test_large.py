"""Pages of 300, 3,000 and 20,000 nodes: silent, whole within reach, and usable; how soon is for `make bench`."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.common.keys import Keys

from kgraph.dataset.reader import Reader

pytestmark = pytest.mark.browser

WINDOW = "1400,900"


@pytest.mark.parametrize("size", [300, 3_000, 20_000])
def test_every_size_is_silent_and_usable_by_keyboard(visit: Any, generated: Any, size: int) -> None:
    page = visit(generated(size))
    total = page.run("nodes.length")
    assert total > 0.95 * size
    assert page.run("shownNodes().length") == (
        400 if size > 1500 else page.run("nodes.filter((n) => n.group !== 'article').length")
    )
    rest = page.run("byImportance.filter((n) => n.group === 'person').at(-1).label")  # the least connected of all
    page.search(rest)
    page.press(Keys.ENTER)
    page.until(lambda: page.texts("#panel h2") == [rest])
    assert page.run("nodeView.get(state.node.id).id") == page.run("state.node.id")
    if page.all("#expand"):
        page.all("#expand")[0].send_keys(Keys.ENTER)
        assert page.run("hiddenAround(state.node).length") == 0
    for name in ("table", "timeline", "map", "figures", "network"):
        tab = page.all(f"#tab-{name}")[0]
        if tab.is_displayed():
            tab.send_keys(Keys.ENTER)
            assert page.run("state.tab") == name
    page.all("#since")[0].send_keys(Keys.END)
    page.all("#words")[0].send_keys("hoi lhpn")
    page.until(lambda: "q=hoi%20lhpn" in page.run("location.hash"))
    assert page.requests() == []
    assert page.errors() == []


# Holds back what unpacks until the page is told to go on.
HELD = """(() => {
  const Real = window.DecompressionStream;
  const goOn = new Promise((go) => { window.goOn = go; });
  window.DecompressionStream = function (kind) {
    const gate = new TransformStream({ transform: (part, out) => goOn.then(() => out.enqueue(part)) });
    return { writable: gate.writable, readable: gate.readable.pipeThrough(new Real(kind)) };
  };
})()"""


def test_what_is_typed_before_the_page_has_started_is_searched(visit: Any, driver: Any, example: Reader) -> None:
    held = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": HELD})
    try:
        page = visit(example, started=False)
        page.search("me do")
        assert page.all("[role=option]") == []
        page.run("void window.goOn()")
        page.until(lambda: page.texts("[role=option] .name") == ["Mẹ đỡ đầu"])
        page.press(Keys.ENTER)
        page.until(lambda: page.texts("#panel h2") == ["Mẹ đỡ đầu"])
    finally:
        driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", held)


@pytest.mark.parametrize("lacking", ["delete window.DecompressionStream", "delete Object.fromEntries"])
def test_a_browser_that_cannot_run_the_page_is_told_so(visit: Any, example: Reader, driver: Any, lacking: str) -> None:
    old = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": lacking})
    try:
        with pytest.raises(TimeoutException):  # the page never says how much it shows
            visit(example)
        told = driver.find_element("id", "unsupported")
        assert told.is_displayed()
        assert "Firefox 113" in told.text
    finally:
        driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", old)

"""How soon the network is drawn, beside a stock pyvis page of as many nodes in the same browser, and how large it is.

A drawing counts as there when the first frame that fills a shape is done. Without a GPU the figures are those of the
slowest machine that people have.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from runpy import run_path
from statistics import median

from pyvis.network import Network
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from kgraph.dataset.reader import Reader
from kgraph.views import render
from kgraph.views.network import read_model

ROOT = Path(__file__).parents[1]
SIZES, ROUNDS = (300, 3_000, 20_000), 3
PEER_SIZE, PATIENCE = SIZES[0], 180  # seconds
FLAGS = ("headless=new", "no-sandbox", "disable-gpu", "disable-background-networking", "window-size=1400,900")
WORDS = ("vi du 12", "hoi lhpn tinh nui mau", "chuong trinh", "thu nghiem", "khong co ai")
# Tells the time of the first complete drawing: when the frame ends in which a canvas is filled for the first time.
FIRST_DRAWING = """(() => {
  const fill = CanvasRenderingContext2D.prototype.fill;
  CanvasRenderingContext2D.prototype.fill = function (...given) {
    if (window.firstDrawing === undefined) {
      window.firstDrawing = 0;
      setTimeout(() => { window.firstDrawing = performance.now(); });
    }
    return fill.apply(this, given);
  };
})()"""
# The median of 21 rounds for each of the words, and of these the greatest: the first rounds are not yet compiled.
SEARCH = """Math.max(...%s.map((words) => {
  const times = [];
  for (let round = 0; round < 21; round += 1) {
    const start = performance.now();
    find(words);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[10];
}))"""


# The median of 9 rounds: words that part of the network holds, and a bound of the time; each draws the open tab anew.
NARROW = """(() => {
  const times = [];
  for (let round = 0; round < 9; round += 1) {
    const start = performance.now();
    Object.assign(state, round % 2 ? { words: "mau", since: "" } : { words: "", since: "2021-04" });
    update();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[4];
})()"""


def network_of(nodes: int) -> Reader:
    """A network of about *nodes* nodes with invented names, as the tests generate it."""
    made = run_path(str(ROOT / "tests" / "views" / "conftest.py"))
    reader: Reader = made["reader_of"](made["turtle"](nodes))
    return reader


def more_per_thousand(sizes: dict[int, int]) -> float:
    """Megabytes that a page grows by for each 1,000 nodes; *sizes* are bytes by nodes."""
    least, most = min(sizes), max(sizes)
    return (sizes[most] - sizes[least]) / (most - least) / 1000


def without_addresses(html: str) -> str:
    """A page without what it loads from elsewhere, which would only make it wait."""
    return re.sub(r"<(?:link|script)[^>]*(?:href|src)=[\"']http[^>]*>(?:</script>)?", "", html)


def stock(nodes: int) -> str:
    """What pyvis alone makes of a network of *nodes*: its own template, and positions found in the browser."""
    model = read_model(network_of(nodes))
    network = Network(cdn_resources="in_line")
    for node in model.nodes:
        network.add_node(node.iri, node.label)
    for fact in model.facts:
        if fact.target:
            network.add_edge(fact.source, fact.target)
    return without_addresses(network.generate_html())


@contextmanager
def browser() -> Iterator[webdriver.Chrome]:
    """A Chromium that tells when a page has drawn."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in FLAGS:
        options.add_argument(f"--{flag}")
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver") or ""))
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": FIRST_DRAWING})
    try:
        yield driver
    finally:
        driver.quit()


def drawn(driver: webdriver.Chrome, file: Path, rounds: int) -> float:
    """Milliseconds from the click to the first drawing of *file*, the median of *rounds*."""
    return median(_drawn(driver, file) for _ in range(rounds))


def _drawn(driver: webdriver.Chrome, file: Path) -> float:
    driver.get("about:blank")
    driver.get(file.as_uri())
    WebDriverWait(driver, PATIENCE).until(lambda d: d.execute_script("return window.firstDrawing"))
    return float(driver.execute_script("return window.firstDrawing"))


def told(text: str) -> None:
    """One line of the report."""
    sys.stdout.write(f"{text}\n")


def measured(driver: webdriver.Chrome, page: Path, nodes: int) -> tuple[float, int]:
    """Measure the page of *nodes* nodes; tell and return when it is drawn (milliseconds) and its bytes."""
    page.write_text(render(network_of(nodes)), encoding="utf-8")
    size = page.stat().st_size
    soon = drawn(driver, page, ROUNDS)
    search = driver.execute_script(f"return {SEARCH % list(WORDS)}")
    narrow = driver.execute_script(f"return {NARROW}")
    told(
        f"view, {nodes} nodes: drawn after {soon / 1000:.2f} s, search {search:.1f} ms, narrowed down in"
        f" {narrow:.0f} ms, {size / 1e6:.2f} MB"
    )
    return soon, size


def main() -> int:
    """Print when pages of several sizes are drawn, how long a search takes, and what they weigh."""
    if not shutil.which("chromium") or not shutil.which("chromedriver"):
        told("view: no Chromium with its driver: apt-get install chromium chromium-driver")
        return 0
    with tempfile.TemporaryDirectory() as folder, browser() as driver:
        page = Path(folder) / "page.html"
        found = {nodes: measured(driver, page, nodes) for nodes in SIZES}
        page.write_text(stock(PEER_SIZE), encoding="utf-8")
        late = drawn(driver, page, 1)
    told(f"view: {more_per_thousand({nodes: size for nodes, (_, size) in found.items()}):.2f} MB more for 1,000 nodes")
    soon = found[PEER_SIZE][0]
    told(f"stock pyvis, {PEER_SIZE} nodes: drawn after {late / 1000:.2f} s, {late / soon:.0f} times as late")
    return 0


if __name__ == "__main__":
    sys.exit(main())

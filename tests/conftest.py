"""Two invented articles (fixtures/example.trig, queries/fixture.trig) with the vocabulary, and a browser for pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service

from kgraph.dataset.canonical import sorted_quads, write_quads
from kgraph.dataset.generations import new_generation, prepare, switch
from kgraph.dataset.reader import Reader
from kgraph.dataset.store import fill
from kgraph.vocab import graph_iri

TESTS = Path(__file__).parent
FILES = (TESTS / "fixtures" / "example.trig", TESTS / "queries" / "fixture.trig")
SCHEMES = TESTS.parent / "ontology" / "schemes.ttl"
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-gold", action="store_true", help="write what is said now as what is expected")


@pytest.fixture(scope="session")
def two_articles() -> Reader:
    store = ox.Store()
    for file in FILES:
        store.load(path=str(file))
    store.load(path=str(SCHEMES), to_graph=ox.NamedNode(graph_iri("vocabulary")))
    return Reader(store)


@pytest.fixture(scope="session")
def two_articles_rdflib() -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=True)
    for file in FILES:
        dataset.parse(file)
    return dataset


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, two_articles: Reader) -> Path:
    """The same as a dataset directory, for the commands."""
    data = tmp_path_factory.mktemp("data") / "build"
    prepare(data)
    with new_generation(data) as generation:
        write_quads(sorted_quads(two_articles.store), generation / "kgraph.nq")
        fill(generation, generation / "kgraph.nq")
        switch(data, generation)
    return data


def _missing(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def driver(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """A Chromium whose window has the size that the test module gives as WINDOW."""
    binary, service = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not service:
        _missing("no Chromium with its driver: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = binary or ""
    window = f"--window-size={request.module.WINDOW}"
    for flag in (*FLAGS, window, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.set_capability("unhandledPromptBehavior", "ignore")  # an alert must be seen by the test
    try:
        browser = webdriver.Chrome(options=options, service=Service(service))
    except WebDriverException as error:
        _missing(f"Chromium does not start: {error.msg}")
    yield browser
    browser.quit()

"""Two invented articles (fixtures/example.trig, queries/fixture.trig) with the vocabulary, and a browser for pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest
import rdflib
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service

from kgraph.dataset.canonical import sorted_quads, write_quads
from kgraph.dataset.difference import Difference
from kgraph.dataset.generations import new_generation, prepare, switch
from kgraph.dataset.reader import Reader
from kgraph.dataset.store import fill
from kgraph.pipeline import build
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


@pytest.fixture(scope="session", autouse=True)
def _own_cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing is read from or written into the cache folder of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


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
        fill(generation, [generation / "kgraph.nq"])
        switch(data, generation)
    return data


def _missing(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def missing() -> Callable[[str], None]:
    """Skips what needs a program that is not here, and says why; in CI, which installs all of them, it fails."""
    return _missing


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


@pytest.fixture(scope="session")
def sample_quads(tmp_path_factory: pytest.TempPathFactory) -> list[ox.Quad]:
    """The sample articles as they are built, in order."""
    data = tmp_path_factory.mktemp("samples")
    build((TESTS.parent / "data" / "articles",), data)
    return list(ox.parse(path=str(data / "kgraph.nq"), format=ox.RdfFormat.N_QUADS))


@pytest.fixture(scope="session")
def random_change() -> Callable[[ox.Store, list[ox.Quad], Random], Difference]:
    """Takes quads out of a store of *quads*, or puts them back, and lets others lead to another end."""
    return _random_change


def _random_change(store: ox.Store, quads: list[ox.Quad], chance: Random) -> Difference:
    told = [q for q in quads if "/graph/vocabulary" not in str(q.graph_name)]
    some = set(chance.sample(told, chance.randint(1, 3)))
    gone = {quad for quad in some if quad in store}
    come = some - gone
    for one, any_other in zip(chance.sample(told, 3), chance.sample(told, 3), strict=True):
        alike = [q for q in told if q.predicate == one.predicate]
        end = (chance.choice(alike) if chance.random() < 0.8 else any_other).object
        come.add(ox.Quad(one.subject, one.predicate, end, one.graph_name))
    come = {quad for quad in come if quad not in store}
    for quad in gone:
        store.remove(quad)
    store.extend(come)
    return Difference(frozenset(gone), frozenset(come))

"""Two invented articles (tests/fixtures/example.trig, tests/queries/fixture.trig) with the vocabulary."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kgraph.dataset.canonical import sorted_quads
from kgraph.dataset.generations import new_generation, prepare, switch
from kgraph.dataset.reader import Reader
from kgraph.dataset.store import fill, finish
from kgraph.vocab import graph_iri

TESTS = Path(__file__).parent
FILES = (TESTS / "fixtures" / "example.trig", TESTS / "queries" / "fixture.trig")
SCHEMES = TESTS.parent / "ontology" / "schemes.ttl"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-gold", action="store_true", help="write what the mappers say now as their gold examples")


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
        finish(fill(generation, (line.decode() for line in sorted_quads(two_articles.store))))
        switch(data, generation)
    return data

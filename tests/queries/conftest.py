"""The two invented articles of all tests, and two more on either side of the reform."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kgraph.dataset.reader import Reader

REFORM = Path(__file__).parent / "reform.trig"


@pytest.fixture(scope="session")
def articles(two_articles: Reader) -> Reader:
    store = ox.Store()
    store.extend(two_articles.store)
    store.load(path=str(REFORM))
    return Reader(store)


@pytest.fixture(scope="session")
def articles_rdflib(two_articles_rdflib: rdflib.Dataset) -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=True)
    for quad in two_articles_rdflib.quads():
        dataset.add(quad)
    dataset.parse(REFORM)
    return dataset

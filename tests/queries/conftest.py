"""The two invented articles of all tests, two more on either side of the reform, and two that contradict each other."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kgraph.dataset.reader import Reader

MORE = tuple(Path(__file__).parent / name for name in ("reform.trig", "two-reports.trig"))


@pytest.fixture(scope="session")
def articles(two_articles: Reader) -> Reader:
    store = ox.Store()
    store.extend(two_articles.store)
    for file in MORE:
        store.load(path=str(file))
    return Reader(store)


@pytest.fixture(scope="session")
def articles_rdflib(two_articles_rdflib: rdflib.Dataset) -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=True)
    for quad in two_articles_rdflib.quads():
        dataset.add(quad)
    for file in MORE:
        dataset.parse(file)
    return dataset

"""The ontology as an rdflib graph."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import rdflib

from kgraph.dataset.shipped import resource_triples
from kgraph.validation.rdf import rdflib_graph

sys.path.insert(0, str(Path(__file__).parent))  # for the checks that stand in files of their own


@pytest.fixture(scope="session")
def ontology() -> rdflib.Graph:
    """All of ontology/*.ttl."""
    return rdflib_graph(resource_triples("ontology"))

"""The ontology as an rdflib graph."""

from __future__ import annotations

import pytest
import rdflib

from kgraph.dataset.shipped import resource_triples
from kgraph.validation.rdf import rdflib_graph


@pytest.fixture(scope="session")
def ontology() -> rdflib.Graph:
    """All of ontology/*.ttl."""
    return rdflib_graph(resource_triples("ontology"))

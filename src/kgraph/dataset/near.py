"""The part of a dataset that lies around a few nodes, as a dataset of its own: what is asked there is quick."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.reader import Reader
from kgraph.dataset.trails import Node, Trail, surroundings
from kgraph.vocab import graph_iri

_GRAPH: Final = ox.NamedNode(graph_iri("surroundings"))


def near(store: ox.Store, nodes: Collection[Node], trails: Iterable[Trail]) -> Reader:
    """The triples of *store* that *trails* lead over from *nodes*, in one graph."""
    found = ox.Store()
    found.extend(ox.Quad(t.subject, t.predicate, t.object, _GRAPH) for t in surroundings(store, nodes, trails))
    return Reader(found)

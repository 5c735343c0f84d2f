"""A dataset that a SPARQL 1.1 server holds: asked there, or fetched into memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.reader import Reader, Solved
from kgraph.errors import DatasetError
from kgraph.protocol import Connection, Endpoint, find_endpoint
from kgraph.protocol.address import address
from kgraph.vocab import graph_iri

GRAPHS: Final = graph_iri("")
"""What the IRIs of all graphs of a dataset begin with; a server may hold others too."""
_ALL: Final = f'SELECT ?s ?p ?o ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), "{GRAPHS}")) }}'
# Every dataset has this graph, whatever its articles.
_BUILT: Final = f"GRAPH <{graph_iri('vocabulary')}> {{ ?s a ?c }}"
_UNITED: Final = f"GRAPH <{graph_iri('vocabulary')}> {{ ?s a ?c }} ?s a ?c"


@dataclass(frozen=True, slots=True)
class Server:
    """The dataset behind *endpoint*, whose default graph is the union of all graphs."""

    endpoint: Endpoint

    def query(self, sparql: str) -> Solved:
        """The server's answer. Raises SyntaxError where *sparql* is not SPARQL 1.1, QueryError or ServerError."""
        return self.endpoint.query(sparql)

    def fetched(self) -> ox.Store:
        """All quads of the dataset, in memory. Raises ServerError."""
        store = ox.Store()
        store.bulk_extend(self._quads())
        return store

    def _quads(self) -> Iterator[ox.Quad]:
        for row in self.endpoint.rows(_ALL):
            yield ox.Quad(*row)  # type: ignore[arg-type]  # the query gives them in this order


def open_server(url: str) -> Reader:
    """The dataset that the server at *url* holds; the server answers what is asked.

    Raises ServerError where no server answers queries there, and DatasetError where it holds no dataset, or does not
    answer over all graphs together.
    """
    return Reader(Server(_united(find_endpoint(Connection.to(address(url))))))


def _united(endpoint: Endpoint) -> Endpoint:
    """*endpoint* as it answers over the union of all graphs; some servers have to be told."""
    for way in (endpoint, endpoint.over_union()):
        if way.finds(_UNITED):
            return way
    if not endpoint.finds(_BUILT):
        raise DatasetError(f"{endpoint.url}: no dataset here; run `kgraph build --store URL` first")
    raise DatasetError(
        f"{endpoint.url}: queries do not see the named graphs; let the server's default graph be their union "
        "(Fuseki: tdb2:unionDefaultGraph true; see docs/servers.md)"
    )

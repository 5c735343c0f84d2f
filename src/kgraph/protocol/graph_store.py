"""Whole graphs by the SPARQL 1.1 Graph Store HTTP Protocol: readers see the one before or the one after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgraph.errors import ServerError
from kgraph.protocol.address import address, graph_store_url
from kgraph.protocol.connection import Connection
from kgraph.protocol.endpoint import Endpoint
from kgraph.protocol.faults import refusal

_FIX: Final = "name the address that takes graphs (Graph Store protocol) by --graph-store URL"
_GONE: Final = 404


@dataclass(frozen=True, slots=True)
class GraphStore:
    """Where a server takes whole graphs."""

    connection: Connection
    url: str

    def put(self, graph: str, triples: bytes) -> None:
        """Make the N-Triples *triples* all that the graph with the IRI *graph* holds. Raises ServerError."""
        self._send("PUT", graph, triples)

    def delete(self, graph: str) -> None:
        """Take the graph with the IRI *graph* away, if it is there. Raises ServerError."""
        self._send("DELETE", graph, None)

    def _send(self, method: str, graph: str, triples: bytes | None) -> None:
        kind = None if triples is None else "application/n-triples"
        response = self.connection.send(method, self.url, params={"graph": graph}, data=triples, content_type=kind)
        gone = method == "DELETE" and response.status_code == _GONE
        if not (gone or 200 <= response.status_code < 300):
            raise refusal(self.connection, response, _FIX)


def find_graph_store(endpoint: Endpoint, url: str = "") -> GraphStore:
    """Where the server of *endpoint* takes graphs: at *url*, or where servers of its kind do.

    Raises ServerError on a server of an unknown kind without *url*.
    """
    known = address(url).url if url else graph_store_url(endpoint.url, endpoint.server)
    if not known:
        raise ServerError(f"{endpoint.url}: a server of an unknown kind; {_FIX}")
    return GraphStore(endpoint.connection, known)

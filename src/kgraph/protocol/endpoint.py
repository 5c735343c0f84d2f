"""Queries by the SPARQL 1.1 Protocol, with the same answers as an embedded store gives."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from tempfile import TemporaryFile
from typing import Final, TypeAlias

import pyoxigraph as ox
import requests

from kgraph.errors import KgraphError, ServerError
from kgraph.protocol.address import query_urls
from kgraph.protocol.connection import Connection, told
from kgraph.protocol.faults import check_whole, refusal, refused_query
from kgraph.protocol.virtuoso import mended, mended_row

Solved: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Row: TypeAlias = tuple[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None, ...]

# One format each: where several are offered, Virtuoso gives triples as a table.
_RESULTS: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples"
_ANY: Final = "SELECT ?s { ?s ?p ?o } LIMIT 1"
_UNION: Final = "union-default-graph"
_CHUNK: Final = 1 << 20
_NO_SPARQL: Final = "give the base address of a SPARQL server or its address for queries"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a server answers queries. *server* is its name; *asks_union*: it has to be told to look in all graphs."""

    connection: Connection
    url: str
    server: str = ""
    asks_union: bool = False

    def over_union(self) -> Endpoint:
        """The same, each query of which demands the union of all graphs as default graph."""
        return replace(self, asks_union=True)

    def query(self, sparql: str) -> Solved:
        """The answer to any query. Raises SyntaxError on one that is not SPARQL 1.1, QueryError or ServerError."""
        if isinstance(ox.Store().query(sparql), ox.QueryTriples):
            return self._triples(sparql)
        try:
            answer = json.loads(self._sent(sparql, _RESULTS).content)  # `parse_query_results` would find faults later
            content = json.dumps(mended(answer) if self._is_virtuoso else answer, ensure_ascii=False)
            return ox.parse_query_results(content, ox.QueryResultsFormat.JSON)
        except (ValueError, KeyError, TypeError, SyntaxError) as error:
            raise self._unreadable() from error

    def finds(self, pattern: str) -> bool:
        """Whether anything fits the graph *pattern*. Raises ServerError."""
        return any(True for _ in self.rows(f"SELECT * {{ {pattern} }} LIMIT 1"))

    def rows(self, sparql: str) -> Iterator[Row]:
        """The rows of a SELECT that may be too many to hold; the answer waits in a file."""
        with TemporaryFile() as file:
            response = self._sent(sparql, _RESULTS, stream=True)
            with told(self.url):
                for chunk in response.iter_content(_CHUNK):
                    file.write(chunk)
            file.seek(0)
            try:
                for row in ox.parse_query_results(file, ox.QueryResultsFormat.JSON):  # type: ignore[union-attr]
                    yield mended_row(tuple(row)) if self._is_virtuoso else tuple(row)
            except SyntaxError as error:
                raise self._unreadable() from error

    @property
    def _is_virtuoso(self) -> bool:
        return self.server.startswith("Virtuoso")

    def _triples(self, sparql: str) -> ox.QueryTriples:
        store = ox.Store()
        try:
            store.load(self._sent(sparql, _TRIPLES).content, format=ox.RdfFormat.N_TRIPLES)
        except SyntaxError as error:
            raise self._unreadable() from error
        answer = store.query("CONSTRUCT WHERE { ?s ?p ?o }")
        assert isinstance(answer, ox.QueryTriples)  # noqa: S101  # for the type checker
        return answer

    def _sent(self, sparql: str, accept: str, *, stream: bool = False) -> requests.Response:
        data = {"query": sparql} | ({_UNION: "true"} if self.asks_union else {})
        response = self.connection.send("POST", self.url, accept=accept, data=data, stream=stream)
        if response.status_code != 200:
            raise refused_query(self.connection, response)
        check_whole(response)
        return response

    def _unreadable(self) -> ServerError:
        return ServerError(f"{self.url}: the answer is not what SPARQL 1.1 demands; {_NO_SPARQL}")


def find_endpoint(connection: Connection) -> Endpoint:
    """Where the server of *connection* answers queries: at its address, or where known servers do below it.

    Raises ServerError where it cannot be reached, lets nobody in, or answers no query.
    """
    fault: KgraphError = ServerError(f"{connection.address.url}: no SPARQL server answers there; {_NO_SPARQL}")
    for url in query_urls(connection.address.url):
        response = connection.send("POST", url, accept=_RESULTS, data={"query": _ANY})
        if response.status_code in (401, 403) or response.status_code >= 500:
            raise refusal(connection, response, _NO_SPARQL)
        if _is_answer(response):
            return Endpoint(connection, url, response.headers.get("Server", ""))
        if response.is_redirect:
            fault = refusal(connection, response, _NO_SPARQL)
    raise fault


def _is_answer(response: requests.Response) -> bool:
    try:
        return response.status_code == 200 and isinstance(response.json()["results"]["bindings"], list)
    except (ValueError, KeyError, TypeError):
        return False

"""What a server answers instead of what was asked for, as one line that names its address and the fix."""

from __future__ import annotations

from typing import Final

import requests

from kgraph.errors import KgraphError, QueryError, ServerError
from kgraph.protocol.address import PASSWORD, USER
from kgraph.protocol.connection import Connection

_LONGEST: Final = 300
# What Virtuoso says of an answer that is not whole.
_ROWS: Final = "X-SPARQL-MaxRows"
_STATE: Final = "X-SQL-State"


def refusal(connection: Connection, response: requests.Response, fix: str) -> KgraphError:
    """The error for a *response* that is no success; *fix* is advice for where there is nothing such at the address."""
    url, status = response.url.partition("?")[0], response.status_code
    said = f"{url}: the server answers {status} ({_said(response)})"
    if status in (401, 403):
        known = connection.address.user or connection.address.token
        advice = "are not accepted; check them" if known else f"are needed; set {USER} and {PASSWORD}"
        return ServerError(f"{url}: user and password {advice} ({status})")
    if 300 <= status < 400:
        return ServerError(f"{url}: has moved to {response.headers.get('Location', 'elsewhere')}; use that address")
    if status in (404, 405, 406, 415, 501):
        return ServerError(f"{said}; {fix}")
    if status == 413:
        return ServerError(f"{url}: takes no requests of this size (413); raise its limit")
    if status in (408, 503, 504):
        return ServerError(f"{said}; it is at work or gave up: ask for less, or raise its time limit")
    return ServerError(f"{said}; its log may tell more")


def refused_query(connection: Connection, response: requests.Response) -> KgraphError:
    """As `refusal`, for a query: what the server says of the query is for who wrote it."""
    if response.status_code == 400:
        return QueryError(f"{response.url.partition('?')[0]}: the server does not take the query: {_said(response)}")
    return refusal(connection, response, "is this the address of SPARQL queries?")


def check_whole(response: requests.Response) -> None:
    """Raise ServerError where the server left out a part of its answer and says so in a header."""
    url = response.url.partition("?")[0]
    if _ROWS in response.headers:
        rows = response.headers[_ROWS]
        raise ServerError(
            f"{url}: cuts answers at {rows} rows; raise ResultSetMaxRows in virtuoso.ini, or ask for less"
        )
    if _STATE in response.headers:
        raise ServerError(f"{url}: ran out of its time for queries; raise MaxQueryExecutionTime in virtuoso.ini")


def _said(response: requests.Response) -> str:
    """The first words of a message that is text; a web page is none."""
    if "html" in response.headers.get("Content-Type", ""):
        return response.reason or "a web page"
    return " ".join(response.text.split())[:_LONGEST] or response.reason or "no message"

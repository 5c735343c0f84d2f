"""Where a SPARQL server is and who asks it: the address without its password, and the layouts of known servers."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from kgraph.errors import ServerError

USER: Final = "KGRAPH_STORE_USER"
PASSWORD: Final = "KGRAPH_STORE_PASSWORD"  # noqa: S105  # the name of a variable, not a password
TOKEN: Final = "KGRAPH_STORE_TOKEN"  # noqa: S105
_QUERY: Final = ("/query", "/sparql")
"""Where servers answer queries below their base address: Oxigraph and Fuseki, Virtuoso and others."""


@dataclass(frozen=True, slots=True)
class Address:
    """The *url* of a server, which may be shown, and what opens it, which may not."""

    url: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)


def address(text: str, environment: Mapping[str, str] = os.environ) -> Address:
    """*text* as typed, ``http://user:password@host`` or without a user, whom the environment then tells.

    Raises ServerError where it is no http or https address; the message shows no password.

    >>> address("http://ann:secret@example.org:7878/", {})
    Address(url='http://example.org:7878')
    """
    parts = _parts(text)
    host = parts.netloc.rpartition("@")[2]
    url = urlunsplit((parts.scheme, host, parts.path.rstrip("/"), parts.query, ""))
    user = unquote(parts.username or "") or environment.get(USER, "")
    password = unquote(parts.password or "") or environment.get(PASSWORD, "")
    return Address(url, user, password, environment.get(TOKEN, ""))


def _parts(text: str) -> SplitResult:
    """Raises ServerError where *text* is no address; what stands before an @ may be a password and is not repeated."""
    shown = text.rpartition("@")[2]
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket that is not closed
        usable = False
    if not usable or not text.isprintable() or " " in text:
        raise ServerError(f"{shown}: is no http or https address of a server; write it as http://localhost:7878")
    return parts


def query_urls(url: str) -> tuple[str, ...]:
    """Where *url*, the base or the query endpoint of a server, may answer queries, the likeliest first.

    >>> query_urls("http://localhost:7878")
    ('http://localhost:7878/query', 'http://localhost:7878/sparql', 'http://localhost:7878')
    >>> query_urls("http://localhost:8890/sparql")
    ('http://localhost:8890/sparql',)
    """
    parts = urlsplit(url)
    if parts.query or parts.path.endswith((*_QUERY, "/sparql-auth")):
        return (url,)
    below = tuple(url + path for path in _QUERY)
    return (url, *below) if parts.path else (*below, url)


def graph_store_url(endpoint: str, server: str) -> str:
    """Where the server with query *endpoint*, which calls itself *server*, takes whole graphs; "" where unknown.

    >>> graph_store_url("http://localhost:7878/query", "Oxigraph/0.5.13")
    'http://localhost:7878/store'
    >>> graph_store_url("http://localhost:7200/repositories/news", "")
    'http://localhost:7200/repositories/news/rdf-graphs/service'
    """
    base = endpoint
    for path in (*_QUERY, "/sparql-auth"):
        base = base.removesuffix(path)
    if "/repositories/" in endpoint:  # RDF4J and GraphDB
        return f"{endpoint}/rdf-graphs/service"
    # Servers by how they begin to call themselves; what stands behind Jena's name depends on its version.
    paths = {"Oxigraph": "/store", "Virtuoso": "/sparql-graph-crud-auth", "Apache Jena": "/data", "Fuseki": "/data"}
    return next((base + path for name, path in paths.items() if server.startswith(name)), "")

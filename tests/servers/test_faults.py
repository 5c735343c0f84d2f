"""What a user or a server can get wrong is one line that names the address and the fix, and shows no password.

Real servers do not answer wrongly on demand: here a small one of our own does, over real connections.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from kgraph.dataset.mirror import bring_into_line, find_mirror
from kgraph.dataset.reader import Reader
from kgraph.dataset.server import open_server
from kgraph.errors import DatasetError, KgraphError, QueryError, ServerError
from kgraph.protocol import Connection, Endpoint, find_endpoint, find_graph_store
from kgraph.protocol.address import TOKEN, Address

ROWS = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"urn:a"}}]}}'
NONE = b'{"head":{"vars":["s"]},"results":{"bindings":[]}}'


@dataclass(frozen=True, slots=True)
class Says:
    """One answer of the server that errs; *length* is what it says its length was."""

    status: int = 200
    body: bytes = ROWS
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None


@dataclass(slots=True)
class Erring:
    """A server that gives *answers* in turn, the last one again and again, and remembers what it was sent."""

    url: str
    answers: list[Says]
    headers: list[dict[str, str]] = field(default_factory=list)


@pytest.fixture
def erring() -> Iterator[Callable[..., Erring]]:
    servers: list[ThreadingHTTPServer] = []

    def start(*answers: Says) -> Erring:
        state = Erring("", list(answers))

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _answer(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                state.headers.append(dict(self.headers))
                says = state.answers.pop(0) if len(state.answers) > 1 else state.answers[0]
                self.send_response(says.status)
                for name, value in says.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(says.body) if says.length is None else says.length))
                self.end_headers()
                self.wfile.write(says.body)
                self.close_connection = says.length is not None

            do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815  # names of the library

            def log_message(self, *_: Any) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        state.url = f"http://127.0.0.1:{server.server_port}"
        return state

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def asked(server: Erring) -> Reader:
    return open_server(server.url.replace("://", "://ann:secret@") + "/sparql")


FAULTS = {
    "nothing there": (Says(404), "no SPARQL server answers there; give the base address"),
    "a web page": (Says(200, b"<html>", {"Content-Type": "text/html"}), "no SPARQL server answers there"),
    "half an answer": (Says(200, ROWS[:40]), "no SPARQL server answers there"),
    "a list": (Says(200, b"[]"), "no SPARQL server answers there"),
    "not let in": (Says(401), "user and password are not accepted; check them (401)"),
    "forbidden": (Says(403), "user and password are not accepted; check them (403)"),
    "moved": (Says(301, b"", {"Location": "https://a.example/"}), "has moved to https://a.example/; use that address"),
    "broken": (Says(500, b"No space left\non device"), "the server answers 500 (No space left on device); its log"),
    "busy": (Says(503, b"later"), "the server answers 503 (later); it is at work or gave up"),
    "cut off": (Says(200, ROWS, length=1000), "the answer cannot be read"),
}


@pytest.mark.parametrize(("answer", "said"), FAULTS.values(), ids=list(FAULTS))
def test_faults_of_the_first_answer(erring: Callable[..., Erring], answer: Says, said: str) -> None:
    server = erring(answer)
    with pytest.raises(ServerError) as caught:
        asked(server)
    told = str(caught.value)
    assert said in told
    assert told.startswith(server.url)
    assert "\n" not in told
    assert "secret" not in told


LATER = {
    "a bad query": (Says(400, b"Parser error\nat 3"), QueryError, "does not take the query: Parser error at 3"),
    "half an answer": (Says(200, ROWS[:60]), ServerError, "the answer is not what SPARQL 1.1 demands"),
    "an answer without rows": (Says(200, b'{"head":{}}'), ServerError, "the answer is not what SPARQL 1.1 demands"),
    "too long": (Says(413), ServerError, "takes no requests of this size (413)"),
    "gave up": (Says(504, b""), ServerError, "ask for less, or raise its time limit"),
    "rows left out": (Says(headers={"X-SPARQL-MaxRows": "5"}), ServerError, "cuts answers at 5 rows"),
    "time ran out": (Says(headers={"X-SQL-State": "S1TAT"}), ServerError, "ran out of its time for queries"),
}  # fmt: skip


@pytest.mark.parametrize(("answer", "kind", "said"), LATER.values(), ids=list(LATER))
def test_faults_of_later_answers(
    erring: Callable[..., Erring], answer: Says, kind: type[KgraphError], said: str
) -> None:
    reader = asked(erring(Says(), Says(), answer))
    with pytest.raises(kind) as caught:
        reader.select("SELECT ?s { ?s ?p ?o }")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_quads_that_break_off(erring: Callable[..., Erring]) -> None:
    reader = asked(erring(Says(), Says(), Says(200, ROWS[:60])))
    with pytest.raises(ServerError, match="the answer is not what SPARQL"):
        _ = reader.store


def test_triples_that_are_none(erring: Callable[..., Erring]) -> None:
    reader = asked(erring(Says(), Says(), Says(200, b"<html>")))
    with pytest.raises(ServerError, match="the answer is not what SPARQL"):
        reader.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")


def test_a_query_that_is_wrong_is_told_as_of_a_directory(oxigraph: Any, dataset: Path) -> None:
    bring_into_line(dataset, find_mirror(oxigraph.url))
    told = []
    for reader in (Reader.open(dataset), open_server(oxigraph.url)):
        with pytest.raises(QueryError) as caught:
            reader.select("SELECT * {\n")
        told.append(str(caught.value))
    assert told[0] == told[1]


def test_a_server_that_keeps_graphs_apart_is_told(erring: Callable[..., Erring]) -> None:
    answers = {"named": Says(), "apart": Says(body=NONE)}
    with pytest.raises(DatasetError, match="let the server's default graph be their union"):
        asked(erring(answers["named"], answers["apart"], answers["apart"], answers["named"]))


def test_patience_ends(monkeypatch: pytest.MonkeyPatch, oxigraph: Any) -> None:
    monkeypatch.setattr("kgraph.protocol.connection.PATIENCE", (1, 0.05))
    endpoint = find_endpoint(Connection.to(Address(oxigraph.url)))
    slow = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'VALUES ?v{i} {{ 1 2 3 4 5 6 7 8 9 }}' for i in range(7))} }}"
    with pytest.raises(ServerError, match=r"no answer in 0\.05 seconds"):
        endpoint.query(slow)


def test_a_short_illness_is_waited_out(erring: Callable[..., Erring]) -> None:
    server = erring(Says(503), Says(502), Says())
    assert asked(server).select("SELECT ?s { ?s ?p ?o }").rows


def test_basic_authentication_is_used_where_it_is_asked_for(erring: Callable[..., Erring]) -> None:
    server = erring(Says(401, b"", {"WWW-Authenticate": 'Basic realm="x"'}), Says())
    open_server(server.url.replace("://", "://%C3%A1n:s%20ecret@") + "/sparql")
    sent = [headers.get("Authorization") for headers in server.headers]
    assert sent[0] is None
    assert {base64.b64decode(str(word).removeprefix("Basic ")).decode() for word in sent[1:]} == {"án:s ecret"}


def test_a_token_is_sent(erring: Callable[..., Erring], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOKEN, "abc")
    server = erring(Says())
    open_server(server.url)
    assert {headers.get("Authorization") for headers in server.headers} == {"Bearer abc"}


@pytest.mark.parametrize(
    "typed",
    ["ftp://a.example", "a.example:7878", "http://", "http://ann:secret@[x", "http://a:99999", "http://a b/", "http://a:0"],
)  # fmt: skip
def test_what_is_no_address(typed: str, kgraph: Callable[..., Result]) -> None:
    result = kgraph("query", "money", "--store", typed)
    assert isinstance(result.exception, ServerError)
    assert "is no http or https address of a server" in str(result.exception)
    assert "secret" not in str(result.exception)


@pytest.mark.parametrize("typed", ["http://ann:secret@127.0.0.1:1", "http://ann:secret@no-such-host.invalid/query"])
def test_nobody_there(typed: str, kgraph: Callable[..., Result], tmp_path: Path) -> None:
    result = kgraph("build", "--data", tmp_path / "data", "--store", typed)
    assert isinstance(result.exception, ServerError)
    assert "cannot be reached; is the server running there" in str(result.exception)
    assert "secret" not in str(result.exception)
    assert not (tmp_path / "data").exists(), "a server that is not there is told before the work"


def test_where_graphs_go_must_be_known(erring: Callable[..., Erring], kgraph: Callable[..., Result]) -> None:
    server = erring(Says(headers={"Server": "nginx"}))
    result = kgraph("build", "--store", server.url)
    assert "name the address that takes graphs (Graph Store protocol) by --graph-store URL" in str(result.exception)


def test_where_graphs_go_may_be_named(oxigraph: Any, dataset: Path) -> None:
    named = find_mirror(oxigraph.url, oxigraph.url + "/store")
    assert bring_into_line(dataset, named).sent == 14
    wrong = find_graph_store(named.endpoint, oxigraph.url + "/nothing")
    with pytest.raises(ServerError, match="--graph-store URL"):
        wrong.put("https://data.example/kgraph/graph/x", b"")


def test_graph_store_is_for_store(kgraph: Callable[..., Result]) -> None:
    assert kgraph("build", "--graph-store", "http://127.0.0.1:1").exit_code == 2


def test_what_was_built_stays_where_the_server_fails(
    erring: Callable[..., Erring], kgraph: Callable[..., Result], tmp_path: Path
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Hội LHPN tỉnh Nam Định\n\nHội LHPN tỉnh Nam Định triển khai Đề án 939.\n", encoding="utf-8")
    full = Says(507, b"Insufficient Storage")
    empty = Says(body=b'{"head":{"vars":["g","count","sum"]},"results":{"bindings":[]}}')
    url = erring(empty, empty, full).url
    where = ("--data", tmp_path / "data", "--store", url, "--graph-store", f"{url}/store")
    result = kgraph("build", article, *where)
    assert "(Insufficient Storage); its log may tell more" in str(result.exception)
    assert "is built, and the next build completes the server" in str(result.exception)
    assert (tmp_path / "data" / "kgraph.nq").exists()


def test_the_address_of_a_connection_shows_no_password() -> None:
    endpoint = Endpoint(Connection.to(Address("http://a.example", "ann", "secret", "token")), "http://a.example")
    assert "secret" not in repr(endpoint)
    assert "token" not in repr(endpoint)


def test_without_the_extra_it_is_named(kgraph: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.cli._options.find_spec", lambda _name: None)
    result = kgraph("query", "money", "--store", "http://127.0.0.1:1")
    assert str(result.exception) == "--store needs the extra `store`; run `pip install 'kgraph[store]'`"

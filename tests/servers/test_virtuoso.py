"""Virtuoso, another server with other habits: digest authentication, no booleans, a default graph that is the union."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox
import pytest
from click.testing import Result

from kgraph.dataset.mirror import bring_into_line, find_mirror
from kgraph.dataset.reader import Reader
from kgraph.dataset.server import Server, open_server
from kgraph.errors import ServerError
from kgraph.queries import SavedQuery, load, run
from kgraph.vocab import graph_iri

pytestmark = [pytest.mark.virtuoso, pytest.mark.usefixtures("as_dba")]

DIFFERS: Final = {
    "agreements": "Virtuoso 7.2 leaves variables of an OPTIONAL that holds an OPTIONAL unbound where they have a value",
}
"""Saved queries that Virtuoso answers otherwise, and why."""


@pytest.fixture
def url(virtuoso: Any, dataset: Path) -> str:
    """The server with the sample dataset."""
    bring_into_line(dataset, find_mirror(virtuoso.url))
    return str(virtuoso.url)


def test_saved_queries(url: str, built: Path, values: Callable[[SavedQuery], dict[str, str]]) -> None:
    here, there, rows, other = Reader.open(built), open_server(url), 0, set()
    for query in load():
        one, two = run(here, query, values(query)), run(there, query, values(query))
        if one != two:
            other.add(query.name)
        rows += len(getattr(one, "rows", ()))
    assert other == set(DIFFERS)
    assert rows > 300


@pytest.mark.parametrize(("fact", "said"), [("?s a kgo:Unheard", "false"), ("?s kgo:fileName ?name", "true")])
def test_ask(url: str, kgraph: Callable[..., Result], tmp_path: Path, fact: str, said: str) -> None:
    (tmp_path / "ask.rq").write_text(f"ASK {{ {fact} }}", encoding="utf-8")
    result = kgraph("query", "--file", tmp_path / "ask.rq", "--store", url, "--format", "csv")
    assert result.stdout == f"answer\n{said}\n"


def test_all_quads_come_back(
    url: str, built: Path, by_graph: Callable[[Iterable[ox.Quad]], dict[str, set[str]]]
) -> None:
    quads = ox.parse(path=str(built / "kgraph.nq"), format=ox.RdfFormat.N_QUADS)
    assert by_graph(Server(find_mirror(url).endpoint).fetched()) == by_graph(quads)


def test_nothing_is_sent_twice_though_it_is_kept_in_another_form(url: str, dataset: Path) -> None:
    mirror = find_mirror(url)
    assert bring_into_line(dataset, mirror).sent == 0
    (dataset / "servers.json").unlink()
    assert bring_into_line(dataset, mirror).sent > 0
    assert bring_into_line(dataset, mirror).sent == 0


def test_what_others_changed_is_sent_again(url: str, dataset: Path) -> None:
    mirror, registry = find_mirror(url), graph_iri("registry")
    mirror.graphs.put(registry, '<urn:a> <urn:b> "Hội" .\n'.encode())
    done = bring_into_line(dataset, mirror)
    assert (done.sent, done.deleted, done.short) == (1, 0, ())
    mirror.graphs.delete(registry)
    assert bring_into_line(dataset, mirror).sent == 1


def test_commands(url: str, dataset: Path, kgraph: Callable[..., Result]) -> None:
    for command in (("validate", "--format", "json"), ("view", "--out", "-"), ("query", "money", "--format", "csv")):
        here, there = kgraph(*command, "--data", dataset), kgraph(*command, "--data", dataset, "--store", url)
        assert (here.exit_code, here.stdout) == (there.exit_code, there.stdout), command


def test_an_answer_that_is_cut_is_no_answer(url: str) -> None:
    with pytest.raises(ServerError, match="cuts answers at 10000 rows; raise ResultSetMaxRows"):
        open_server(url).select("SELECT * { ?a ?b ?c . ?d ?e ?c }")


@pytest.mark.parametrize(
    ("password", "said"), [("", "are needed; set KGRAPH_STORE_USER"), ("wrong", "are not accepted")]
)
def test_who_may_not_write_is_told(
    url: str, dataset: Path, monkeypatch: pytest.MonkeyPatch, password: str, said: str
) -> None:
    (dataset / "servers.json").unlink()
    monkeypatch.setenv("KGRAPH_STORE_PASSWORD", password)
    if not password:
        monkeypatch.delenv("KGRAPH_STORE_USER")
    with pytest.raises(ServerError, match=said):
        bring_into_line(dataset, find_mirror(url))

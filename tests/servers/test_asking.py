"""What a server answers is what the dataset directory answers, to the byte."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from click.testing import Result

from kgraph.dataset.mirror import bring_into_line, find_mirror
from kgraph.dataset.reader import Reader
from kgraph.dataset.server import Server, open_server
from kgraph.errors import DatasetError
from kgraph.protocol import find_graph_store
from kgraph.queries import FORMATS, Reading, SavedQuery, load, run, write
from kgraph.queries.running import Triples

Run = Callable[..., Result]
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPED = {
    "boolean": ("true", "false"),
    "integer": ("12", "3000000000", "-9000000000000000000"),
    "decimal": ("1.5", "2", "0.333333"),
    "date": ("2019-12-26",),
    "gYear": ("2019",),
}
STRINGS = ("plain", "", "  two spaces ", r"a\nb\tc\"d\\e\r", "e\u0301", "😀", "Phụ nữ " * 20000)
VALUES = [
    *(f'"{value}"^^<{XSD}{datatype}>' for datatype, values in TYPED.items() for value in values),
    *(f'"{value}"{tag}' for value in STRINGS for tag in ("", "@vi")),
    '"[..2019-12-26]"^^<http://id.loc.gov/datatypes/edtf/EDTF>',
    "<https://data.example/a%20b?c=d&e=f#g>",
]
KEEPS = "".join(f"<https://data.example/s{i}> <https://data.example/p> {v} .\n" for i, v in enumerate(VALUES))
"""Literals of every kind that a dataset has, and some that break servers."""


def test_every_saved_query_in_every_format(
    oxigraph: Any, dataset: Path, values: Callable[[SavedQuery], dict[str, str]]
) -> None:
    bring_into_line(dataset, find_mirror(oxigraph.url))
    here, there = Reader.open(dataset), open_server(oxigraph.url)
    rows = 0
    for query in load():
        given = values(query)
        one, other = run(here, query, given), run(there, query, given)
        assert one == other, query.name
        rows += len(one.triples if isinstance(one, Triples) else one.rows)
        for form in set(FORMATS) - ({"turtle"} if not isinstance(one, Triples) else set()):
            reading = Reading("vi", True, None, given)
            assert write(here, query, one, form, reading) == write(there, query, other, form, reading)
    assert rows > 300


@pytest.mark.parametrize("arguments", [(), ("--union-default-graph",)], ids=["usual", "union"])
def test_the_default_graph_is_the_union_however_the_server_was_started(
    start_oxigraph: Callable[..., AbstractContextManager[Any]],
    tmp_path: Path,
    dataset: Path,
    arguments: tuple[str, ...],
) -> None:
    with start_oxigraph(tmp_path, *arguments) as served:
        bring_into_line(dataset, find_mirror(served.url))
        table = open_server(served.url).select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        assert table == Reader.open(dataset).select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")


@pytest.mark.parametrize("path", ["", "/", "/query"])
def test_base_or_endpoint(oxigraph: Any, dataset: Path, path: str) -> None:
    done = bring_into_line(dataset, find_mirror(oxigraph.url + path))
    assert done.sent == 14
    assert open_server(oxigraph.url + path).select("SELECT ?a { ?a kgo:fileName ?name }").rows


def test_commands_say_the_same_of_a_server_as_of_the_directory(
    oxigraph: Any, dataset: Path, kgraph: Run, tmp_path: Path
) -> None:
    bring_into_line(dataset, find_mirror(oxigraph.url))
    for command in (
        ("query", "unions-of-programme", "--set", "programme=programme/de-an-939", "--format", "json"),
        ("query", "programmes-of-union", "--set", "union=hoi lhpn tinh nam dinh", "--format", "html", "--out", "-"),
        ("query", "programmes-of-union", "--help"),
        ("validate", "--format", "json"),
        ("validate", "--format", "sarif", "--fail-on", "warning"),
        ("view", "--out", "-"),
        ("view", "--about", "hoi lhpn tinh nam dinh", "--out", "-"),
        ("explain", "hoi lhpn tinh quang tri"),
        ("path", "hoi lhpn tinh nam dinh", "hoi lhpn tinh ha nam"),
        ("dossier", "hoi lhpn tinh nam dinh", "--out", "-"),
        ("export", "nquads"),
        ("export", "graphml"),
    ):
        here, there = kgraph(*command, "--data", dataset), kgraph(*command, "--data", dataset, "--store", oxigraph.url)
        assert (here.exit_code, here.stdout) == (there.exit_code, there.stdout), command
        assert len(here.stdout) > 100, command


def test_the_view_of_a_server_needs_no_dataset_directory(
    oxigraph: Any, dataset: Path, kgraph: Run, tmp_path: Path
) -> None:
    bring_into_line(dataset, find_mirror(oxigraph.url))
    there = kgraph("view", "--data", tmp_path / "none", "--store", oxigraph.url)
    assert there.exit_code == 0, there.output
    kgraph("view", "--data", dataset)
    assert (tmp_path / "none" / "view.html").read_bytes() == (dataset / "view.html").read_bytes()


def test_answers_come_from_the_server_and_not_from_here(oxigraph: Any, dataset: Path, kgraph: Run) -> None:
    mirror = find_mirror(oxigraph.url)
    bring_into_line(dataset, mirror)
    mirror.graphs.put("https://data.example/kgraph/graph/registry", b"")
    here = kgraph("query", "union-hierarchy", "--data", dataset, "--format", "csv")
    there = kgraph("query", "union-hierarchy", "--data", dataset, "--format", "csv", "--store", oxigraph.url)
    assert len(there.stdout) < len(here.stdout)


def test_every_literal_comes_back_as_it_was(oxigraph: Any) -> None:
    assert _kept(oxigraph.url) == _stored()


@pytest.mark.virtuoso
def test_virtuoso_keeps_every_literal_too(virtuoso: Any, as_dba: None) -> None:
    assert _kept(virtuoso.url) == _stored()


def _stored() -> list[ox.Quad]:
    store = ox.Store()
    store.load(KEEPS.encode(), format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(GRAPH))
    return sorted(store, key=str)


GRAPH = "https://data.example/kgraph/graph/article/0000"


def _kept(url: str) -> list[ox.Quad]:
    """`KEEPS` after it was sent to a server and fetched, as literals of answers and of all quads."""
    mirror = find_mirror(url)
    mirror.graphs.put(GRAPH, KEEPS.encode())
    fetched = list(Server(mirror.endpoint).fetched().quads_for_pattern(None, None, None, ox.NamedNode(GRAPH)))
    asked = mirror.endpoint.query(f"SELECT ?s ?p ?o {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}")
    find_graph_store(mirror.endpoint).delete(GRAPH)
    assert {tuple(row) for row in asked} == {tuple(quad.triple) for quad in fetched}
    return sorted(fetched, key=str)


def test_a_server_without_a_dataset_is_told(oxigraph: Any) -> None:
    with pytest.raises(DatasetError, match="no dataset here; run `kgraph build --store URL` first"):
        open_server(oxigraph.url)

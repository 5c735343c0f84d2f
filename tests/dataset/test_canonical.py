"""Files whose bytes depend on content alone, and the same content for users of rdflib."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

import kgraph
from kgraph.dataset.canonical import merged, sorted_quads, turtle_parts, write_quads
from kgraph.errors import DatasetError

FIXTURE = Path(__file__).parents[1] / "fixtures" / "example.trig"


def write(folder: Path, quads: list[ox.Quad]) -> tuple[bytes, bytes]:
    """Both files made of *quads* in this order."""
    folder.mkdir(exist_ok=True)
    store = ox.Store()
    store.extend(quads)
    lines = sorted_quads(store)
    write_quads(lines, folder / "kgraph.nq")
    (folder / "kgraph.ttl").write_bytes(b"".join(turtle_parts(merged(lines))))
    return (folder / "kgraph.nq").read_bytes(), (folder / "kgraph.ttl").read_bytes()


@pytest.fixture(scope="module")
def quads() -> list[ox.Quad]:
    """The example dataset."""
    return list(ox.parse(path=str(FIXTURE), format=ox.RdfFormat.TRIG))


def test_bytes_do_not_depend_on_order(tmp_path: Path, quads: list[ox.Quad]) -> None:
    shuffled = [*quads]
    Random(7).shuffle(shuffled)  # noqa: S311
    assert write(tmp_path / "a", quads) == write(tmp_path / "b", shuffled)


def test_quads_are_sorted_lines(tmp_path: Path, quads: list[ox.Quad]) -> None:
    lines = write(tmp_path, quads)[0].split(b"\n")
    assert lines[-1] == b""
    assert lines[:-1] == sorted(set(lines[:-1]))
    assert len(lines) - 1 == len(set(map(str, quads)))


def test_turtle_merges_all_graphs_under_the_fixed_prefixes(tmp_path: Path, quads: list[ox.Quad]) -> None:
    text = write(tmp_path, quads)[1].decode()
    heads = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert heads == sorted(heads)
    union = rdflib.Graph()
    for context in kgraph.load(FIXTURE).graphs():
        union += context
    assert isomorphic(rdflib.Graph().parse(data=text, format="turtle"), union)


def test_a_node_stands_before_its_selectors() -> None:
    lines = [b"<http://a/e1#quote> <p> <o> <g> .", b"<http://a/e1> <p> <o> <g> .", b"<http://a/e1> <p> <o> <h> ."]
    assert merged(lines) == [b"<http://a/e1> <p> <o> .", b"<http://a/e1#quote> <p> <o> ."]


def test_load_gives_the_union_and_the_graphs(tmp_path: Path, quads: list[ox.Quad]) -> None:
    write(tmp_path, quads)
    dataset = kgraph.load(tmp_path)
    rows = dataset.query("SELECT ?l { ?m org:member/skos:prefLabel ?l }")
    assert [str(row[0]) for row in rows] == ["Nguyễn Thị Ví Dụ"]
    assert {str(g.identifier).rpartition("/graph/")[2].split("/")[0] for g in dataset.graphs() if len(g)} >= {
        "article", "registry", "derived", "provenance",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.ttl", "a b", "cannot be read as RDF"),
        ("x.nq", "a b", "cannot be read as RDF"),
        ("x.txt", "", "unknown RDF format"),
        ("none", None, "run `kgraph build"),
    ],
)
def test_what_cannot_be_loaded_is_one_line(tmp_path: Path, name: str, content: str | None, words: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(DatasetError, match=words) as caught:
        kgraph.load(tmp_path / name)
    assert "\n" not in str(caught.value)

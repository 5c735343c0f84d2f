"""A build brings a server into line, whatever happened to the sources or to the server before."""

from __future__ import annotations

import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from random import Random
from typing import Any

import pyoxigraph as ox
import pytest
from click.testing import Result

from kgraph.dataset.mirror import Mirror, bring_into_line, find_mirror
from kgraph.dataset.server import GRAPHS, Server
from kgraph.errors import ServerError
from kgraph.protocol import Connection, find_endpoint
from kgraph.vocab import graph_iri

Run = Callable[..., Result]
ByGraph = Callable[[Iterable[ox.Quad]], dict[str, set[str]]]
SAMPLES = Path(__file__).parents[2] / "data" / "articles"
OTHERS = "https://example.org/not-of-kgraph"
REGISTRY = graph_iri("registry")


def held(mirror: Mirror) -> ox.Store:
    return Server(mirror.endpoint).fetched()


def file_of(data: Path) -> list[ox.Quad]:
    return list(ox.parse(path=str(data / "kgraph.nq"), format=ox.RdfFormat.N_QUADS))


def test_nothing_is_sent_twice(oxigraph: Any, dataset: Path, by_graph: ByGraph) -> None:
    mirror = find_mirror(oxigraph.url)
    first, second = bring_into_line(dataset, mirror), bring_into_line(dataset, mirror)
    assert (first.sent, first.deleted, first.left) == (14, 0, 0)
    assert (second.sent, second.deleted, second.left) == (0, 0, 14)
    assert not (dataset / "servers.json").exists(), "Oxigraph keeps what it is sent"
    assert by_graph(held(mirror)) == by_graph(file_of(dataset))


def test_a_server_that_has_everything_is_sent_nothing_from_elsewhere(oxigraph: Any, dataset: Path, built: Path) -> None:
    bring_into_line(dataset, find_mirror(oxigraph.url))
    assert bring_into_line(built, find_mirror(oxigraph.url)).sent == 0
    assert not (built / "servers.json").exists()


# What others may do to the graphs of a server. Each changes something, if only one word among as many triples.
def lose_a_graph(mirror: Mirror, graph: str, _chance: Random) -> None:
    mirror.graphs.delete(graph)


def lose_everything(mirror: Mirror, _graph: str, _chance: Random) -> None:
    for graph in {quad.graph_name.value for quad in held(mirror)}:
        mirror.graphs.delete(graph)


def gain_a_graph(mirror: Mirror, _graph: str, chance: Random) -> None:
    mirror.graphs.put(f"{GRAPHS}article/{chance.randrange(16**16):016x}", b"<urn:a> <urn:b> <urn:c> .\n")


def lose_a_triple(mirror: Mirror, graph: str, chance: Random) -> None:
    lines = lines_of(mirror, graph)
    lines.remove(chance.choice(lines))
    mirror.graphs.put(graph, b"".join(lines))


def change_a_word(mirror: Mirror, graph: str, chance: Random) -> None:
    """In one literal, so that the number of triples stays."""
    lines = lines_of(mirror, graph)
    at = chance.choice([place for place, line in enumerate(lines) if b'"' in line])
    lines[at] = lines[at].replace(b'"', b'"x', 1)
    mirror.graphs.put(graph, b"".join(lines))


def lines_of(mirror: Mirror, graph: str) -> list[bytes]:
    dump = held(mirror).dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""
    return sorted(dump.splitlines(keepends=True))


OTHER_HANDS = (lose_a_graph, lose_everything, gain_a_graph, lose_a_triple, change_a_word)


@pytest.mark.parametrize("hand", OTHER_HANDS)
def test_what_others_did_is_undone(oxigraph: Any, dataset: Path, by_graph: ByGraph, hand: Callable[..., None]) -> None:
    mirror = find_mirror(oxigraph.url)
    bring_into_line(dataset, mirror)
    hand(mirror, REGISTRY, Random(1))  # noqa: S311
    assert by_graph(held(mirror)) != by_graph(file_of(dataset))
    done = bring_into_line(dataset, mirror)
    assert done.sent + done.deleted == (14 if hand is lose_everything else 1)
    assert by_graph(held(mirror)) == by_graph(file_of(dataset))


def test_graphs_of_others_stay(oxigraph: Any, dataset: Path) -> None:
    mirror = find_mirror(oxigraph.url)
    mirror.graphs.put(OTHERS, b"<urn:a> <urn:b> <urn:c> .\n")
    bring_into_line(dataset, mirror)
    assert mirror.endpoint.finds(f"GRAPH <{OTHERS}> {{ <urn:a> <urn:b> <urn:c> }}")


def edit(folder: Path, chance: Random) -> str:
    """Change one source in *folder*: an article comes, goes, or says something else; or people decide on a label."""
    here, all_ = sorted(folder.glob("*.txt")), sorted(SAMPLES.glob("*.txt"))
    away = [path for path in all_ if path.name not in {p.name for p in here}]
    kinds = ["words", "label"] + ["come"] * bool(away) + ["go"] * (len(here) > 2)
    kind, path = chance.choice(kinds), chance.choice(here)
    if kind == "come":
        shutil.copy(chance.choice(away), folder)
    elif kind == "go":
        path.unlink()
    elif kind == "words":
        words = f"{path.read_text(encoding='utf-8')}\nNăm {chance.randint(2010, 2024)} đã qua.\n"
        path.write_text(words, encoding="utf-8")
    else:
        rows = f"label,union/nam-dinh,,Hội Phụ nữ {chance.randint(1, 9)},An,2026-01-31,\n"
        (folder / "decisions.csv").write_text("kind,a,b,value,by,date,why\n" + rows, encoding="utf-8")
    return kind


@pytest.mark.parametrize("seed", [1, 2])
def test_random_edits_and_other_hands(oxigraph: Any, kgraph: Run, by_graph: ByGraph, tmp_path: Path, seed: int) -> None:
    chance, folder, data = Random(seed), tmp_path / "articles", tmp_path / "data"  # noqa: S311
    folder.mkdir()
    for path in sorted(SAMPLES.glob("*.txt"))[:4]:
        shutil.copy(path, folder)
    mirror, done = find_mirror(oxigraph.url), Counter[str]()
    mirror.graphs.put(OTHERS, b"<urn:a> <urn:b> <urn:c> .\n")
    for _ in range(7):
        done[edit(folder, chance)] += 1
        if (data / "kgraph.nq").exists() and chance.random() < 0.6:
            hand = chance.choice(OTHER_HANDS)
            graphs = sorted(by_graph(held(mirror)))
            if graphs:
                hand(mirror, chance.choice(graphs)[1:-1], chance)
                done[hand.__name__] += 1
        result = kgraph("build", folder, "--data", data, "--jobs", 1, "--store", oxigraph.url)
        assert result.exit_code == 0, result.output
        assert by_graph(held(mirror)) == by_graph(file_of(data))
    assert len(done) > 4, "too little happened"
    assert mirror.endpoint.finds(f"GRAPH <{OTHERS}> {{ ?s ?p ?o }}")


def test_a_server_that_dies_is_completed_by_the_next_build(
    start_oxigraph: Callable[..., AbstractContextManager[Any]], dataset: Path, by_graph: ByGraph, tmp_path: Path
) -> None:
    place = ("--location", str(tmp_path / "db"))
    with start_oxigraph(tmp_path, *place) as served:
        port = int(served.url.rpartition(":")[2])
        with pytest.raises(ServerError, match="cannot be reached"):
            bring_into_line(dataset, find_mirror(served.url), lambda done, _all: served.kill() if done == 5 else None)
    with start_oxigraph(tmp_path, *place, port=port) as served:
        mirror = find_mirror(served.url)
        assert bring_into_line(dataset, mirror).sent == 9
        assert by_graph(held(mirror)) == by_graph(file_of(dataset))


def test_readers_see_a_graph_whole(oxigraph: Any) -> None:
    mirror, size = find_mirror(oxigraph.url), 1000
    versions = [b"".join(b'<urn:s%d> <urn:p> "%s%d" .\n' % (i, mark, i) for i in range(size)) for mark in (b"a", b"b")]
    mirror.graphs.put(OTHERS, versions[0])
    seen, ended = Counter[tuple[tuple[str, str], ...]](), threading.Event()
    asked = (
        f"SELECT ?mark (COUNT(*) AS ?n) {{ GRAPH <{OTHERS}> {{ ?s ?p ?o }} BIND (SUBSTR(?o, 1, 1) AS ?mark) }}"
        " GROUP BY ?mark"
    )

    def look() -> None:
        endpoint = find_endpoint(Connection.to(mirror.endpoint.connection.address))
        while not ended.is_set():
            seen[tuple((mark.value, n.value) for mark, n in endpoint.query(asked))] += 1  # type: ignore[misc, union-attr]

    reader = threading.Thread(target=look)
    reader.start()
    for turn in range(20):
        mirror.graphs.put(OTHERS, versions[turn % 2])
    ended.set()
    reader.join()
    assert set(seen) <= {(("a", str(size)),), (("b", str(size)),)}
    assert len(seen) == 2


def test_a_build_tells_what_it_sent(oxigraph: Any, kgraph: Run, tmp_path: Path) -> None:
    article = shutil.copy(min(SAMPLES.glob("*.txt")), tmp_path)
    told = [kgraph("build", article, "--data", tmp_path / "data", "--store", oxigraph.url).stderr for _ in range(2)]
    lines = [text.splitlines()[-2:] for text in told]
    assert [line[0].removeprefix(oxigraph.url) for line in lines] == [
        "/query: 5 of 5 graphs sent, 0 deleted",
        "/query: 0 of 5 graphs sent, 0 deleted",
    ]
    assert all("1 article" in line[1] for line in lines)


def test_two_builds_do_not_send_at_once(oxigraph: Any, dataset: Path, kgraph: Run) -> None:
    from kgraph.dataset.generations import lock

    with lock(dataset):
        result = kgraph("build", SAMPLES, "--data", dataset, "--store", oxigraph.url)
    assert "another build is writing here" in str(result.exception)

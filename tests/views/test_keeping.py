"""A rebuild keeps the map: old nodes stay, new ones stand beside what they are joined to, and nothing overlaps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.cli import cli
from kgraph.dataset.reader import Reader
from kgraph.pipeline import build
from kgraph.views import Scope, render
from kgraph.views.keeping import kept_positions, places_of
from kgraph.views.layout import positions
from kgraph.views.packing import CELL

SAMPLES = Path(__file__).parents[2] / "data" / "articles"


def network(count: int, seed: int = 1) -> tuple[nx.Graph, list[str]]:
    return nx.gnm_random_graph(count, count, seed=seed), [f"n{i}" for i in range(count)]


def as_places(points: Any, names: list[str]) -> dict[str, tuple[int, int]]:
    return {name: (round(float(x)), round(float(y))) for name, (x, y) in zip(names, points, strict=True)}


@settings(max_examples=40, deadline=None)
@given(st.integers(5, 60), st.integers(0, 12), st.integers(0, 99))
def test_old_nodes_stay_and_new_ones_find_room(old: int, new: int, seed: int) -> None:
    new = min(new, old - 1)
    graph, names = network(old + new, seed)
    before = as_places(positions(graph.subgraph(range(old)).copy(), names[:old]), names[:old])
    after = as_places(kept_positions(graph, names, before), names)
    assert {name: after[name] for name in before} == before
    for name in names[old:]:
        x, y = after[name]
        gaps = [max(abs(x - a), abs(y - b)) for other, (a, b) in after.items() if other != name]
        assert min(gaps, default=CELL) > 5  # a cell of its own: never on top of another


def test_a_new_node_stands_beside_its_neighbour() -> None:
    graph, names = network(40)
    before = as_places(positions(graph, names), names)
    graph.add_edge(7, 40)
    after = kept_positions(graph, [*names, "new"], before)
    assert np.linalg.norm(after[40] - after[7]) < 4 * CELL


def test_what_is_joined_to_nothing_stands_below() -> None:
    graph, names = network(40)
    before = as_places(positions(graph, names), names)
    graph.add_edge(40, 41)
    after = kept_positions(graph, [*names, "a", "b"], before)
    assert after[40:, 1].min() > after[:40, 1].max()


def test_where_most_is_new_the_map_is_made_anew() -> None:
    graph, names = network(40)
    before = {name: (i, i) for i, name in enumerate(names[:20])}
    assert np.array_equal(kept_positions(graph, names, before), positions(graph, names))
    assert not np.array_equal(kept_positions(graph, names, before | {"n20": (0, 0)}), positions(graph, names))


def test_an_old_page_tells_its_places(example: Reader) -> None:
    html = render(example)
    found = places_of(html)
    assert "https://data.example/kgraph/id/union/nam-dinh" in found
    assert render(example, before=found) == html
    moved = {iri: (x + 1000, y) for iri, (x, y) in found.items()}
    assert places_of(render(example, before=moved)) == moved


@pytest.mark.parametrize("html", ["", "<html></html>", '<script type="application/json" id="data">{}</script>', "\x00"])
def test_another_page_tells_none(html: str) -> None:
    assert places_of(html) == {}


def test_nodes_of_other_addresses_are_known_again(load: Any) -> None:
    reader = load("<urn:a> a kgo:WomensUnion ; org:subOrganizationOf <http://e/b> . <http://e/b> a kgo:WomensUnion .")
    assert set(places_of(render(reader))) == {"urn:a", "http://e/b"}


def view(data: Path, *options: str) -> str:
    done = CliRunner().invoke(cli, ["view", "--data", str(data), *options])
    assert done.exit_code == 0, done.output
    return (data / "view.html").read_text(encoding="utf-8")


def test_articles_that_are_added_do_not_move_the_map(tmp_path: Path) -> None:
    files = sorted(SAMPLES.glob("*.txt"))
    build(tuple(files[:-1]), tmp_path)
    first = view(tmp_path)
    assert view(tmp_path) == first
    build(tuple(files), tmp_path)
    second, before = places_of(view(tmp_path)), places_of(first)
    assert len(second) > len(before) > 50
    assert {iri: second[iri] for iri in before} == before
    fresh = places_of(view(tmp_path, "--fresh"))
    assert {iri: fresh[iri] for iri in before} != before


def test_a_part_written_in_the_same_place_does_not_spoil_the_whole(example: Reader) -> None:
    part, whole = places_of(render(example, Scope(about="de an 939", depth=0))), places_of(render(example))
    assert 0 < 2 * len(part) <= len(whole)
    assert render(example, before=part) == render(example)

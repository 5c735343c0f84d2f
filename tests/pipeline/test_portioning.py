"""A dataset validated portion by portion gives the findings that are found in the whole of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest

from kgraph.dataset.difference import Difference
from kgraph.dataset.inventory import Inventory
from kgraph.dataset.portions import Portions, common_nodes
from kgraph.dataset.reader import Reader
from kgraph.dataset.store import STORE
from kgraph.pipeline import BuildOptions, build, portioning
from kgraph.pipeline.checking import linked, opening
from kgraph.pipeline.portioning import _found, _Task, told_of
from kgraph.pipeline.telling import Told
from kgraph.validation.findings import Finding
from kgraph.validation.run import validate

RandomChange = Callable[[ox.Store, list[ox.Quad], Random], Difference]
GOLD = Path(__file__).parents[1] / "gold" / "articles"
ARTICLE, DERIVED = "https://data.example/kgraph/graph/article/", "https://data.example/kgraph/graph/derived"


def common_to_graphs(store: ox.Store) -> set[str]:
    """The nodes that several graphs of articles name, or one of another kind but the derived one."""
    graphs: defaultdict[str, set[str]] = defaultdict(set)
    for quad in store:
        name = str(quad.graph_name)[1:-1]
        for end in (quad.subject, quad.object):
            if not isinstance(end, ox.Literal) and name != DERIVED:
                graphs[str(end)].add(name)
    return {node for node, names in graphs.items() if len(names) > 1 or not min(names).startswith(ARTICLE)}


def graph_files(store: ox.Store, chance: Random, folder: Path) -> Iterator[Path]:
    """The graphs of the articles of *store*, some to a file."""
    names = sorted(str(g)[1:-1] for g in store.named_graphs() if str(g)[1:].startswith(ARTICLE))
    chance.shuffle(names)
    number = 0
    while names:
        some, names = names[: (size := chance.randint(1, 4))], names[size:]
        quads = (q for name in some for q in store.quads_for_pattern(None, None, None, ox.NamedNode(name)))
        ox.serialize(quads, folder / f"{number}.nq", format=ox.RdfFormat.N_QUADS)
        yield folder / f"{number}.nq"
        number += 1


def portion_by_portion(
    store: ox.Store, common: set[str], files: Iterator[Path], monkeypatch: pytest.MonkeyPatch
) -> list[Finding]:
    portions = Portions(store, frozenset(node.encode() for node in common))
    monkeypatch.setattr(portioning, "_opened", lambda *_: portions)
    whole = _Task(Path(), Path())
    nodes = sorted(common)
    tasks = [_Task(Path(), Path(), articles=path) for path in files]
    tasks += [_Task(Path(), Path(), nodes=tuple(nodes[at : at + 40])) for at in range(0, len(nodes), 40)]
    return sorted(chain.from_iterable(_found(task) for task in [*tasks, whole]), key=lambda f: f.order)


@pytest.mark.parametrize("seed", range(6))
def test_portions_find_what_the_whole_does(
    seed: int, sample_quads: list[ox.Quad], random_change: RandomChange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(seed)  # noqa: S311 - not a secret
    store = ox.Store()
    store.extend(sample_quads)
    told = 0
    for _ in range(6):
        for _ in range(12):
            random_change(store, sample_quads, chance)
        files = graph_files(store, chance, tmp_path)
        found = portion_by_portion(store, common_to_graphs(store), files, monkeypatch)
        everything = linked(validate(Reader(store)), opening(Reader(store)))
        assert found == list(everything)
        told += len({finding.cause for finding in everything})
    assert told >= 40


def test_a_portion_sees_little(sample_quads: list[ox.Quad], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Portions that hold everything would pass the test above."""
    store = ox.Store()
    store.extend(sample_quads)
    sizes: list[int] = []

    def measured(_: ox.Store, near: ox.Store, __: frozenset[bytes]) -> list[Finding]:
        sizes.append(len(near))
        return []

    monkeypatch.setattr(portioning, "findings_near", measured)
    files = graph_files(store, Random(1), tmp_path)  # noqa: S311 - not a secret
    portion_by_portion(store, common_to_graphs(store), files, monkeypatch)
    articles = sum(1 for quad in sample_quads if str(quad.graph_name)[1:].startswith(ARTICLE))
    assert len(sizes) > 2
    assert articles <= sum(sizes) < 1.5 * articles


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset in which people joined things of several articles and parted one of several."""
    data = tmp_path_factory.mktemp("decided")
    build((GOLD,), data)
    opened = Reader.open(data)
    people = [row["x"] for row in opened.values("SELECT DISTINCT ?x { ?x a schema:Person } ORDER BY ?x")]
    events = [row["x"] for row in opened.values("SELECT DISTINCT ?x { ?x a kgo:Event } ORDER BY ?x")]
    named = "SELECT ?p ?a { ?fact org:member ?p ; prov:wasDerivedFrom/oa:hasSource ?a } ORDER BY ?p ?a"
    first = next(opened.values(named))
    rows = [f"same,{people[0]},{people[3]},", f"same,{events[0]},{events[5]},", f"label,{people[0]},,Tên Mới",
            f"different,{first['p']},{first['a']},"]  # fmt: skip
    ledger = data / "decisions.csv"
    ledger.write_text("\n".join(["kind,a,b,value", *rows, ""]), encoding="utf-8")
    build((GOLD,), data, BuildOptions(decisions=ledger))
    return data


def test_no_common_node_is_missed(decided: Path) -> None:
    generation = (decided / "current").resolve()
    store, inventory = ox.Store.read_only(str(generation / STORE)), Inventory.open(generation)
    assert json.loads(inventory.note("decided"))
    found = set(common_nodes(store, inventory))
    assert common_to_graphs(store) <= found
    named = {str(quad.subject) for quad in store}
    assert len(found & named) < 0.4 * len(named)


@pytest.mark.parametrize("jobs", [1, 2])
def test_processes_find_what_the_whole_does(decided: Path, tmp_path: Path, jobs: int) -> None:
    generation = (decided / "current").resolve()
    store = ox.Store.read_only(str(generation / STORE))
    files = list(graph_files(store, Random(2), tmp_path))  # noqa: S311 - not a secret
    found = sorted(told_of(generation / STORE, files, Inventory.open(generation), jobs))
    assert found == list(map(Told.of, linked(validate(Reader(store)), opening(Reader(store)))))
    assert len(found) > 3
    assert not list(generation.glob("portions-*"))

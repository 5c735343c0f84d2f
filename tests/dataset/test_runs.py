"""What is sorted in runs and merged part by part is what a store in memory gives when it is sorted whole."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest

from kgraph.dataset.canonical import canonical, merged, sorted_quads, turtle_parts
from kgraph.dataset.runs import cuts, merged_lines, parts, write_run
from kgraph.dataset.store import in_memory

ID = "https://data.example/kgraph/id"
KEYS = ("a", "a0", "a01", "a0-x", "a01#quote", "b", "ha-nam", "ha-nam-x", "0a1b", "0a1c", "0a1b#position", "z9z9")
SUBJECTS = (
    *(f"<{ID}/{kind}/{key}>" for kind in ("person", "person-x", "evidence", "union") for key in KEYS),
    "<https://data.example/kgraph/graph/article/0a1b>", "<https://w3id.org/kgraph/ont#Event>",
)  # fmt: skip
OBJECTS = ('"Hội > LHPN"@vi', f"<{ID}/union/vn>", '"1.00"^^<http://www.w3.org/2001/XMLSchema#decimal>',
           '"007"^^<http://www.w3.org/2001/XMLSchema#integer>', '"a\\"^^<b"', '"\\u007F"')  # fmt: skip


def random_lines(chance: Random, count: int) -> list[str]:
    return [
        f"{chance.choice(SUBJECTS)} <http://p/{chance.randrange(3)}> {chance.choice(OBJECTS)} "
        f"<http://g/{chance.randrange(3)}> ."
        for _ in range(count)
    ]


@pytest.mark.parametrize("seed", range(40))
def test_parts_put_together_are_the_files_of_the_whole(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)  # noqa: S311 - not a secret
    groups = [random_lines(chance, chance.randrange(60)) for _ in range(chance.randint(1, 5))]
    every = [line for lines in groups for line in lines]
    at = cuts((line.encode() for line in every), chance.randint(1, 9))
    runs = [write_run(lines, tmp_path / f"{number}.nq", at) for number, lines in enumerate(groups)]
    apart = [merged_lines(run.slice(part) for run in runs) for part in parts(runs, at)]
    whole = sorted_quads(in_memory(every))
    assert [line for lines in apart for line in lines] == whole
    pieces = b"".join(turtle_parts(merged(lines))[1] for lines in apart)
    assert pieces == turtle_parts(merged(whole))[1]


def test_there_are_parts(tmp_path: Path) -> None:
    """With one part alone the test above would pass whatever cuts are."""
    lines = random_lines(Random(1), 500)  # noqa: S311 - not a secret
    long_keys = [line for line in lines if not any(f"/{short}>" in line.split(" ")[0] for short in ("a", "a0", "b"))]
    at = cuts((line.encode() for line in long_keys), 6)
    run = write_run(long_keys, tmp_path / "a.nq", at)
    assert len(parts([run], at)) == len(at) + 1 >= 4
    assert all(merged_lines([run.slice(part)]) for part in parts([run], at))
    short = write_run(lines, tmp_path / "b.nq", at)
    assert 1 < len(parts([run, short], at)) < len(at) + 1, "a cut inside the key of …/a0 divides no part"


def test_a_node_with_a_short_key_keeps_parts_together(tmp_path: Path) -> None:
    """In kgraph.nq …/a0> stands behind …/a0-x>, in kgraph.ttl before it."""
    at = (f"<{ID}/person/a0-".encode(),)
    lines = [f"<{ID}/person/{key}> <http://p> <http://o> <http://g> ." for key in ("a0", "a0-x")]
    assert parts([write_run(lines[1:], tmp_path / "a.nq", at)], at) == [(0, 1), (1, 2)]
    assert parts([write_run(lines, tmp_path / "b.nq", at)], at) == [(0, 2)]


def test_lines_become_those_of_a_store() -> None:
    lines = random_lines(Random(3), 300)  # noqa: S311 - not a secret
    assert canonical(lines) == sorted_quads(in_memory(lines))
    assert canonical([]) == []


def test_cuts_divide_evenly() -> None:
    sample = [f"<{ID}/evidence/{number:04x}> <http://p> <http://o> <http://g> .".encode() for number in range(4096)]
    at = cuts(sample, 4)
    assert [cut.rpartition(b"/")[2] for cut in at] == [b"040", b"080", b"0c0"]
    assert cuts(sample, 1) == cuts([], 9) == ()


def test_literals_with_datatype_alone_go_through_a_store(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[ox.Store] = []
    monkeypatch.setattr("kgraph.dataset.canonical.sorted_quads", lambda store: loaded.append(store) or [])
    plain = [line for line in random_lines(Random(5), 50) if '"^^<' not in line]  # noqa: S311 - not a secret
    assert canonical(plain) == sorted({line.encode() for line in plain})
    assert [len(store) for store in loaded] == [0]

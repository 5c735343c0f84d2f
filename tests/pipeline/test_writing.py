"""One generation: the store on disk, the files and the findings all say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kgraph.dataset.canonical import sorted_quads
from kgraph.dataset.reader import Reader
from kgraph.pipeline import BuildOptions, build, portioning, spilling, writing
from kgraph.pipeline.flagging import FILE
from kgraph.validation import report_json
from kgraph.validation.run import validate

SAMPLES = Path(__file__).parents[2] / "data" / "articles"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    build((SAMPLES,), folder)
    return folder


def test_the_store_holds_the_quads_of_the_file(data: Path) -> None:
    lines = (data / "kgraph.nq").read_bytes().splitlines()
    assert sorted_quads(Reader.open(data).store) == lines
    assert len(lines) > 5000


def test_what_is_found_in_memory_is_found_on_disk(data: Path) -> None:
    found = validate(Reader.open(data))
    assert found
    listed = (data / "current" / FILE).read_text(encoding="utf-8")
    assert [f.message.vi in listed for f in found] == [True] * len(found)
    assert listed.count('"focus"') == len(found)
    assert report_json.render(found).count('"focus"') == len(found)


def test_bytes_do_not_depend_on_how_much_is_held(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten articles are written at once; here by three, in many parts and by two processes."""
    monkeypatch.setattr(spilling, "BATCH", 3)
    monkeypatch.setattr(spilling, "PART", 30_000)
    monkeypatch.setattr(spilling, "LINES", 20)
    monkeypatch.setattr(spilling, "_SAMPLE", 4)
    monkeypatch.setattr(portioning, "NODES", 50)
    pieces: list[int] = []
    joined = writing._joined
    monkeypatch.setattr(writing, "_joined", lambda found, *rest: joined(counted(found, pieces), *rest))
    build((SAMPLES,), tmp_path, BuildOptions(jobs=2))
    assert len(pieces) > 10
    for name in ("kgraph.nq", "kgraph.ttl", "report.html", f"current/{FILE}"):
        assert (tmp_path / name).read_bytes() == (data / name).read_bytes(), name
    assert sorted_quads(Reader.open(tmp_path).store) == sorted_quads(Reader.open(data).store)
    kept = {"findings.json", "findings.sqlite", "identity.json", "inventory.sqlite", "kgraph.nq", "kgraph.ttl"}
    assert {path.name for path in (tmp_path / "current").iterdir()} == kept | {"report.html", "store"}


def counted(pieces: Iterable[writing._Piece], seen: list[int]) -> Iterator[writing._Piece]:
    for piece in pieces:
        seen.append(piece.triples)
        yield piece

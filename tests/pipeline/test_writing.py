"""One generation: the store on disk, the files and the findings all say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.dataset.canonical import sorted_quads
from kgraph.dataset.reader import Reader
from kgraph.pipeline import build
from kgraph.pipeline.flagging import FILE
from kgraph.validation import report_json
from kgraph.validation.run import validate, validate_triples

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


def test_lines_of_triples_are_checked_as_the_dataset_of_them(data: Path) -> None:
    triples = {line.rsplit(b" ", 2)[0] + b" ." for line in (data / "kgraph.nq").read_bytes().splitlines()}
    assert validate_triples(triples) == validate(Reader.open(data))

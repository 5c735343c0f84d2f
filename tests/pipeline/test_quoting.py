"""Quotes are compared with the files they were read from, and only while those say what they said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset.reader import Reader
from kgraph.pipeline import BuildOptions, build
from kgraph.pipeline.quoting import compared
from kgraph.vocab import expand

SAMPLES = Path(__file__).parents[2] / "data" / "articles"
TEXT, PAGE = "cum-thi-dua-song-hong-2022.txt", "le-chan-tong-ket-2020.html"
EXACT = ox.NamedNode(expand("oa:exact"))


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A dataset of a text and a page, in ``out`` beside them."""
    for name in (TEXT, PAGE):
        shutil.copy(SAMPLES / name, tmp_path / name)
    build((tmp_path / TEXT, tmp_path / PAGE), tmp_path / "out", BuildOptions())
    return tmp_path / "out"


def spoilt(data: Path) -> tuple[Reader, list[str]]:
    """The dataset with a letter changed in the first letter of every quote, and the true words."""
    reader = Reader.open(data)
    store = ox.Store()
    store.extend(reader.store)
    quotes = list(store.quads_for_pattern(None, EXACT, None))
    for quad in quotes:
        store.remove(quad)
        wrong = ox.Literal("#" + quad.object.value[1:], language="vi")
        store.add(ox.Quad(quad.subject, quad.predicate, wrong, quad.graph_name))
    return Reader(store), [quad.object.value for quad in quotes]


def test_a_build_quotes_its_sources(dataset: Path) -> None:
    found = compared(Reader.open(dataset), dataset)
    assert (found.differing, found.articles_without_source) == ((), 0)


def test_every_quote_that_differs_is_told_with_the_words_of_the_article(dataset: Path) -> None:
    reader, true = spoilt(dataset)
    found = compared(reader, dataset)
    assert len(true) > 40
    assert sorted(triple.object.value for triple in found.differing) == sorted(true)


@pytest.mark.parametrize("name", [TEXT, PAGE])
def test_a_file_that_has_changed_or_gone_proves_nothing(dataset: Path, name: str) -> None:
    reader, true = spoilt(dataset)
    file = dataset.parent / name
    file.write_text(file.read_text(encoding="utf-8").replace("Hội", "Hội ấy"), encoding="utf-8")
    changed = compared(reader, dataset)
    file.unlink()
    gone = compared(reader, dataset)
    assert changed == gone
    assert gone.articles_without_source == 1
    assert 0 < len(gone.differing) < len(true)


def test_a_source_that_is_no_article_any_more_is_passed_over(dataset: Path) -> None:
    (dataset.parent / TEXT).write_bytes(b"\x00\xff")
    (dataset.parent / PAGE).write_text("<html><body></body></html>", encoding="utf-8")
    assert compared(Reader.open(dataset), dataset).articles_without_source == 2


def test_a_file_that_came_after_the_build_is_not_counted(tmp_path: Path) -> None:
    folder = tmp_path / "bai"
    folder.mkdir()
    shutil.copy(SAMPLES / TEXT, folder / TEXT)
    build((folder,), tmp_path / "out", BuildOptions())
    shutil.copy(SAMPLES / PAGE, folder / PAGE)
    (folder / TEXT).unlink()
    assert compared(Reader.open(tmp_path / "out"), tmp_path / "out").articles_without_source == 1

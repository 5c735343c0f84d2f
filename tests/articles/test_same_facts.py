"""One article saved as text and as a page is one article with two copies, and its facts are the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.pipeline import build
from kgraph.pipeline.values import BuildReport

pytest.importorskip("trafilatura", reason="the html extra is not installed")

PAGES = Path(__file__).parent / "pages"


def built(folder: Path, *names: str) -> tuple[BuildReport, ox.Store]:
    """The dataset of the files *names* in a folder of their own."""
    source, data = folder / "bai", folder / "build"
    source.mkdir(parents=True)
    for name in names:
        shutil.copy(PAGES / name, source / name)
    report = build((source,), data)
    store = ox.Store()
    store.load(path=str(data / "kgraph.nq"))
    return report, store


def facts(store: ox.Store, key: str) -> list[str]:
    """Every statement of the article but those of its copies, which name files and sites."""
    graph = ox.NamedNode(f"https://data.example/kgraph/graph/article/{key}")
    quads = (str(ox.Triple(q.subject, q.predicate, q.object)) for q in store.quads_for_pattern(None, None, None, graph))
    return sorted(line for line in quads if "/id/copy/" not in line and f"/id/article/{key}> " not in line)


def test_a_page_and_its_text_give_the_same_facts(tmp_path: Path) -> None:
    keys = set()
    told = []
    for name in ("tu-sach.txt", "newspaper.html", "sharepoint.html"):
        report, store = built(tmp_path / name, name)
        assert report.facts > 5
        (key,) = {str(q.graph_name).rstrip(">").rsplit("/", 1)[1] for q in store if "/article/" in str(q.graph_name)}
        keys.add(key)
        told.append(facts(store, key))
    assert len(keys) == 1
    assert told[0] == told[1] == told[2] != []


def test_a_folder_of_both_counts_the_article_once_and_goes_on_after_a_page_without_text(tmp_path: Path) -> None:
    one, _ = built(tmp_path / "one", "tu-sach.txt")
    both, _ = built(tmp_path / "both", "tu-sach.txt", "newspaper.html", "wordpress.html", "gallery.html")
    assert (both.articles, both.facts) == (one.articles, one.facts) == (1, one.facts)
    assert [line.partition(": ")[0] for line in both.problems] == ["gallery.html"]

"""``kgraph path`` as a user types it, and which way it takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset.reader import Reader
from kgraph.errors import NotFoundError
from kgraph.exports import connection
from kgraph.vocab import DATA, expand


def _kgraph(*args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgraph", "path", *args]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def _way(reader: Reader, one: str, other: str) -> list[tuple[str, str, str]]:
    steps = connection(reader, f"{DATA}id/{one}", f"{DATA}id/{other}")
    return [
        (step.source.removeprefix(f"{DATA}id/"), step.relation, step.target.removeprefix(f"{DATA}id/"))
        for step in steps
    ]


def test_each_step_has_its_words_and_article(built: Path) -> None:
    done = _kgraph("tran thi mau", "cum thi dua mau", "--data", str(built))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "1. Trần Thị Mẫu — giữ chức vụ tại — Cụm thi đua mẫu (Ủy viên · 2022-11-18)",
        "    “bà Trần Thị Mẫu - Chủ tịch Hội LHPN tỉnh Hà Nam, nguyên Ủy viên Hội LHPN tỉnh Nam Định”",
        "    Cụm thi đua mẫu họp tại Hà Nam",
    ]


def test_what_articles_state_goes_before_the_registry(two_articles: Reader) -> None:
    """Both unions are below the centre, which is two steps as well."""
    way = _way(two_articles, "union/ha-nam", "union/nam-dinh")
    assert [relation for _, relation, _ in way] == ["holds-post-in", "held-post-in"]
    assert {source for source, *_ in way} == {"person/tran-thi-mau.ha-nam-0f0f0f"}


def test_the_registry_connects_what_no_article_does(two_articles: Reader) -> None:
    assert _way(two_articles, "place/ha-nam", "union/ha-nam") == [("union/ha-nam", "works-in", "place/ha-nam")]


def test_what_nothing_connects_is_said_so(two_articles: Reader) -> None:
    store = ox.Store()
    store.extend(two_articles.store)
    alone = ox.NamedNode(f"{DATA}id/person/alone")
    store.add(ox.Quad(alone, ox.NamedNode(expand("rdf:type")), ox.NamedNode(expand("schema:Person"))))
    with pytest.raises(NotFoundError, match="nothing in the dataset connects the two"):
        connection(Reader(store), alone.value, f"{DATA}id/union/ha-nam")


def test_what_is_wrong_is_one_line(built: Path) -> None:
    cases = {("zzzz", "union/ha-nam"): 1, ("union/ha-nam", "hoi lhpn tinh ha nam"): 2}
    for names, code in cases.items():
        done = _kgraph(*names, "--data", str(built))
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (code, "", 1), names


def test_dates_are_said_in_words(built: Path) -> None:
    done = _kgraph("union/ha-nam", "programme/de-an-939", "--data", str(built))
    assert "dự kiến · 2022 – 2025)" in done.stdout.splitlines()[0]

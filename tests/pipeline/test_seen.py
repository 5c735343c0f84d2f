"""A file that nobody touched is not read again; every other one is, however well its change is hidden."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import time_ns

import fake_extraction
import pytest

from kgraph.pipeline import BuildOptions, BuildReport, build, seen
from kgraph.pipeline.reading import read_found

LATER = 3 * seen.SETTLED
Files = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that builds read."""
    names: list[str] = []
    module = sys.modules["kgraph.pipeline.reading"]
    monkeypatch.setattr(module, "read_found", lambda item, size: (names.append(item.name), read_found(item, size))[1])
    return names


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files were made a while ago."""
    monkeypatch.setattr(seen, "time_ns", lambda: time_ns() + LATER)


def run(data: Path, folder: Path, **options: int) -> BuildReport:
    return build((folder,), data, BuildOptions(**options), extract=fake_extraction.extract)


@pytest.mark.usefixtures("settled")
def test_what_nobody_touched_is_not_read_again(tmp_path: Path, articles: Path, read: list[str], files: Files) -> None:
    first = run(tmp_path / "out", articles)
    assert read == ["a.txt", "b.txt", "c.txt", "d.txt"]
    read.clear()
    assert run(tmp_path / "out", articles) == first
    assert read == []
    (articles / "b.txt").write_text("Tin hai\nHội tặng bà Mới quà.", encoding="utf-8")
    (articles / "sources.csv").write_text("file,published\na.txt,2022-01-01\n", encoding="utf-8")
    run(tmp_path / "out", articles)
    assert read == ["a.txt", "b.txt"]
    run(tmp_path / "fresh", articles)
    assert files(tmp_path / "out") == files(tmp_path / "fresh")


@pytest.mark.usefixtures("settled")
def test_a_change_that_keeps_size_and_time_is_seen(tmp_path: Path, articles: Path, read: list[str]) -> None:
    run(tmp_path / "out", articles)
    read.clear()
    file, before = articles / "b.txt", (articles / "b.txt").stat()
    file.write_bytes(file.read_bytes().replace(b"Tin", b"Tim"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    run(tmp_path / "out", articles)
    assert read == ["b.txt"]


@pytest.mark.usefixtures("settled")
def test_another_file_of_that_name_is_seen(tmp_path: Path, articles: Path, read: list[str]) -> None:
    (tmp_path / "other").write_bytes((articles / "b.txt").read_bytes())
    run(tmp_path / "out", articles)
    read.clear()
    (tmp_path / "other").replace(articles / "b.txt")
    run(tmp_path / "out", articles)
    assert read == ["b.txt"]


def test_a_file_as_young_as_the_build_is_read_again(tmp_path: Path, articles: Path, read: list[str]) -> None:
    run(tmp_path / "out", articles)
    read.clear()
    run(tmp_path / "out", articles)
    assert read == ["a.txt", "b.txt", "c.txt", "d.txt"]


@pytest.mark.usefixtures("settled")
def test_what_was_read_is_refused_where_it_is_too_large_now(tmp_path: Path, articles: Path) -> None:
    run(tmp_path / "out", articles)
    told = run(tmp_path / "out", articles, max_bytes=30)
    assert [line.partition(": ")[2][:24] for line in told.problems if "a.txt" in line] == ["55 bytes are more than 3"]


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("content", [b"", b"{}", b"[1, 2]", b'["x", {}]', b"\xff", b'["x", {"a": 1}]', b"[]"])
def test_a_damaged_list_is_made_again(tmp_path: Path, articles: Path, read: list[str], content: bytes) -> None:
    first = run(tmp_path / "out", articles)
    whole = (tmp_path / "out" / "cache" / seen.FILE).read_bytes()
    (tmp_path / "out" / "cache" / seen.FILE).write_bytes(content)
    read.clear()
    assert run(tmp_path / "out", articles) == first
    assert len(read) == 4
    assert (tmp_path / "out" / "cache" / seen.FILE).read_bytes() == whole


@pytest.mark.usefixtures("settled")
def test_what_the_cache_lost_is_read_again(tmp_path: Path, articles: Path, read: list[str], files: Files) -> None:
    run(tmp_path / "out", articles)
    before = files(tmp_path / "out")
    for path in (tmp_path / "out" / "cache").glob("*/*"):
        path.unlink()
    (tmp_path / "out" / "current" / "inventory.sqlite").unlink()
    read.clear()
    run(tmp_path / "out", articles)
    assert len(read) == 4
    assert files(tmp_path / "out") == before

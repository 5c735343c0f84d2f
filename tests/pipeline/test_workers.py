"""Mapping in several processes: what a process that dies costs, and that sources are taken as they are needed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import fake_extraction
import pytest

from kgraph.errors import KgraphError
from kgraph.model import Article, Source, Statement
from kgraph.pipeline.workers import BATCH, Task, map_all

COUNT = 6 * BATCH


def tasks(prefix: str = "") -> Iterator[Task]:
    """Texts that each name themselves."""
    return ((f"{n:03}", Source(f"{n:03}.txt", f"Tin {n}\n{prefix}Hội họp {n}.".encode())) for n in range(COUNT))


def killed(_: Source) -> tuple[Article, tuple[Statement, ...]]:
    """Every process dies."""
    os._exit(9)


def test_a_process_that_dies_costs_a_retry(tmp_path: Path) -> None:
    mark = tmp_path / "died"
    found = list(map_all(tasks(f"{mark}|"), fake_extraction.killed_once, 2))
    assert mark.exists()
    assert sorted(name for name, _ in found) == [f"{n:03}" for n in range(COUNT)]
    assert sorted(found) == sorted(map_all(tasks(f"{mark}|"), fake_extraction.extract, 1))


def test_processes_that_always_die_are_one_line() -> None:
    with pytest.raises(KgraphError, match=r"killed again and again.*use fewer --jobs"):
        list(map_all(tasks(), killed, 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_sources_are_taken_as_they_are_needed(jobs: int) -> None:
    taken = 0

    def counted() -> Iterator[Task]:
        nonlocal taken
        for task in (task for _ in range(20) for task in tasks()):
            taken += 1
            yield task

    results = map_all(counted(), fake_extraction.extract, jobs)
    next(results)
    assert taken <= (2 * jobs + 3) * BATCH
    assert sum(1 for _ in results) == taken - 1 == 20 * COUNT - 1

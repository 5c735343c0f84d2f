"""What the benchmark of builds says of its figures."""

from __future__ import annotations

import sys
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

HELD = """
import os, time
shared = b"x" * 80_000_000
for _ in range(2):
    if not os.fork():
        time.sleep(1.5)
        os._exit(0)
own = b"y" * 60_000_000
time.sleep(1.5)
print("done")
"""
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def benchmark() -> dict[str, Any]:
    sys.path.insert(0, str(BENCHMARKS))
    try:
        return run_path(str(BENCHMARKS / "scale.py"))
    finally:
        sys.path.remove(str(BENCHMARKS))


def test_the_exponent_is_that_of_the_number_of_articles(benchmark: dict[str, Any]) -> None:
    built = benchmark["Built"]
    small, large = built(100, 0, 2.0, 0.0, 0.0), built(1000, 0, 20.0, 0.0, 0.0)
    assert benchmark["exponent"](small, large) == pytest.approx(1.0)
    assert benchmark["exponent"](small, large._replace(seconds=200.0)) == pytest.approx(2.0)


def test_the_page_compares_with_last_time_and_reckons_with_the_largest(benchmark: dict[str, Any]) -> None:
    row = benchmark["Row"]
    names = (
        ("full build with validation", 50.0),
        ("triples an article", 300.0),
        ("store on disk", 80.0),
        ("peak memory", 5.0),
    )
    found = [row(f"{size} articles: {name}", value * size, "x") for size in (1, 2) for name, value in names]
    page = benchmark["page"](found, {"1 articles: store on disk": 70.0})
    assert "| 1 articles: store on disk | 80.0 x | 70.0 |" in page
    assert "| 1,000,000 | 2.8 h | 5,000.0 GB | 0.60 billion | 160 GB |" in page


def test_memory_is_reckoned_along_a_line(benchmark: dict[str, Any]) -> None:
    extended = benchmark["extended"]
    assert extended([(1, 7.0), (10, 100.0), (20, 110.0)], 40) == pytest.approx(130.0)
    assert extended([(10, 100.0)], 40) == pytest.approx(400.0)


def test_a_small_run_builds_updates_and_compares(benchmark: dict[str, Any], tmp_path: Path) -> None:
    found = {row.name: row for row in benchmark["builds"]((20,), 1, tmp_path)}
    assert found["20 articles: full build with validation"].value > 0
    assert 200 < found["20 articles: triples an article"].value < 1500
    names = ("one changed, all files", "one changed, without kgraph.nq and kgraph.ttl")
    every, store = (found[f"20 articles: {name}"].value for name in names)
    assert 0 < store < every, "kgraph.nq and kgraph.ttl were spliced, and that was timed"


def test_memory_is_that_of_all_processes_and_shared_pages_count_once(benchmark: dict[str, Any]) -> None:
    """Eighty megabytes held by three processes, sixty more by one of them."""
    text, peak = benchmark["watched"]([sys.executable, "-c", HELD])
    assert text == "done\n"
    assert 140 < peak < 220

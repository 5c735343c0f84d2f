"""The arithmetic of the speed benchmark; nothing here is timed."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parents[2] / "benchmarks" / "extraction.py"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("extraction_benchmark", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_median_round_counts(benchmark: ModuleType) -> None:
    found = benchmark.speed([1000, 3000], [9.0, 0.5, 0.25])
    assert (found.articles, found.characters) == (4.0, 8000.0)


def test_no_text_comes_twice(benchmark: ModuleType) -> None:
    assert benchmark.copies(["Tin một.", "Tin hai.\n"], 5) == [
        "Tin một.\n1.\n",
        "Tin hai.\n1.\n",
        "Tin một.\n2.\n",
        "Tin hai.\n2.\n",
        "Tin một.\n3.\n",
    ]

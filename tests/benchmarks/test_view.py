"""The arithmetic of the benchmark of the view; nothing here is timed."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

FILE = Path(__file__).parents[2] / "benchmarks" / "view.py"


@pytest.fixture(scope="module")
def benchmark() -> dict[str, Any]:
    return run_path(str(FILE))


def test_growth_is_told_for_a_thousand_nodes(benchmark: dict[str, Any]) -> None:
    assert benchmark["more_per_thousand"]({300: 600_000, 2300: 1_400_000, 1000: 5}) == pytest.approx(0.4)


def test_a_stock_page_waits_for_nothing_from_elsewhere(benchmark: dict[str, Any]) -> None:
    page = benchmark["stock"](50)
    assert "new vis.Network(" in page
    assert '="http' not in page.partition("<body")[0].replace("<meta", "")
    assert "Hội LHPN tỉnh" in page or "H\\u1ed9i LHPN" in page


def test_scripts_of_the_page_itself_stay(benchmark: dict[str, Any]) -> None:
    kept = "<script>draw()</script>"
    assert (
        benchmark["without_addresses"](f'<script src="https://a/b.js"></script>{kept}<link href="http://c/d.css"/>')
        == kept
    )

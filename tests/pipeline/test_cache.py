"""What was mapped comes back whole, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import fake_extraction
import pytest

from kgraph.dataset.sketches import Sketch
from kgraph.model import Source
from kgraph.pipeline.cache import Cache
from kgraph.pipeline.mapping import Mapped, map_source

TEXT = "Tin một\nNgày 1/3, Hội họp, bà Ví phát biểu."


@pytest.fixture
def mapped() -> Mapped:
    """An article with everything that one can have."""
    source = Source("a.txt", TEXT.encode(), url="https://vi.du/a", published="2021-03-02")
    found = replace(map_source(source, fake_extraction.extract), sketch=Sketch(9, (2, 2**63), ("01", "145")))
    assert all((found.lines, found.sketch.hashes, found.adds.labels, found.adds.facts, found.copy.url))
    return found


def test_what_was_mapped_comes_back(tmp_path: Path, mapped: Mapped) -> None:
    cache = Cache(tmp_path)
    cache.put("ab", mapped)
    assert cache.get("ab") == mapped
    assert cache.head("ab") == Mapped(**{name: getattr(mapped, name) for name in mapped.__slots__ if name != "lines"})


@pytest.mark.parametrize("cut", [1, 40, -1])
def test_what_is_damaged_does_not(tmp_path: Path, mapped: Mapped, cut: int) -> None:
    cache = Cache(tmp_path)
    cache.put("ab", mapped)
    path = next(tmp_path.glob("*/ab"))
    path.write_bytes(path.read_bytes()[:cut])
    assert cache.get("ab") is None
    assert (cache.head("ab") is None) == (cut > 0)

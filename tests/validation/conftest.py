"""Datasets with known faults."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset.reader import Reader
from kgraph.validation.findings import Finding
from kgraph.validation.run import validate

TESTS = Path(__file__).parents[1]
EXAMPLE = TESTS / "fixtures" / "example.trig"


@pytest.fixture
def changed() -> Callable[..., Reader]:
    """The example dataset with some of its words replaced."""

    def load(*changes: tuple[str, str]) -> Reader:
        text = EXAMPLE.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        store = ox.Store()
        store.load(text.encode(), format=ox.RdfFormat.TRIG)
        return Reader(store)

    return load


@pytest.fixture
def findings(changed: Callable[..., Reader]) -> tuple[Finding, ...]:
    """Four findings of three severities: a count that is not whole, a held event after publication, two more."""
    return validate(
        changed(
            ("kgo:value 3037 ;", "kgo:value 3.037 ;"),
            ('kgo:earliestDate "2021-03-01"', 'kgo:earliestDate "2021-03-09"'),
            (', "President"@en', ""),
            ("schema:maxValue 16500000000 ;", ""),
        )
    )

"""Garbage is looked for rarely during a build, and as before after it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from kgraph.pipeline.collecting import rare_collection


@pytest.fixture(autouse=True)
def thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize(("before", "during"), [(700, 200_000), (0, 0), (900_000, 900_000)])
def test_it_is_rare_and_as_before_afterwards(before: int, during: int) -> None:
    gc.set_threshold(before, 11, 12)
    with rare_collection():
        assert gc.get_threshold() == (during, 11, 12)
    assert gc.get_threshold() == (before, 11, 12)


def test_it_is_as_before_after_an_error() -> None:
    gc.set_threshold(700, 11, 12)
    with pytest.raises(KeyError), rare_collection():
        raise KeyError
    assert gc.get_threshold() == (700, 11, 12)

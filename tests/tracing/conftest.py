"""Traces of short texts and of all gold articles."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Protocol

import pytest

from kgraph.model import Source
from kgraph.pipeline.trace import trace
from kgraph.sources import read_sources
from kgraph.tracing import Trace

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "data" / "articles", ROOT / "tests" / "gold" / "articles", ROOT / "tests" / "gold" / "mappers")


class Traced(Protocol):
    def __call__(self, text: str, lang: str = "vi", hide: bool = False, **known: str) -> Trace: ...


def trace_of(text: str, lang: str = "vi", hide: bool = False, **known: str) -> Trace:
    return trace(Source("bai.txt", text.encode(), **known), lang, hide=hide)


@lru_cache(maxsize=1)
def all_traces() -> tuple[Trace, ...]:
    found = (source for folder in FOLDERS for source in read_sources([folder]) if isinstance(source, Source))
    return tuple(trace(source, "en", hide=False) for source in found if not source.name.endswith(".tsv"))


@pytest.fixture
def traced() -> Traced:
    """The text of an article -> its trace."""
    return trace_of


@pytest.fixture(scope="session")
def gold() -> tuple[Trace, ...]:
    """The traces of the sample articles and of all gold texts, names and all."""
    return all_traces()

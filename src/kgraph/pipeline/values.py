"""What a build is asked for and what it answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

from kgraph.model import Article, Source, Statement
from kgraph.sources import MAX_BYTES

Extract: TypeAlias = Callable[[Source], tuple[Article, tuple[Statement, ...]]]
"""Reads one source; raises KgraphError where it is no article."""

Progress: TypeAlias = Callable[[int, int], None]
"""Told after every source: how many are done, of how many."""


def quiet(_done: int, _total: int) -> None:
    """The progress that shows nothing."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """*add* keeps the sources of earlier builds, *jobs* is the number of processes, *max_bytes* the largest file read.

    *decisions* is the ledger; by default ``decisions.csv`` in the first source folder. *scheduler* is the address of a
    Dask cluster that maps the sources instead of processes here.
    """

    add: bool = False
    jobs: int = 1
    max_bytes: int = MAX_BYTES
    decisions: Path | None = None
    scheduler: str = ""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built. *problems* are inputs left out, *notes* worth knowing; one line each, naming the file.

    *articles* is 0 where nothing could be read; the dataset is then as it was before. *findings* is the number of
    violations and warnings of the shapes, *triples* that of distinct triples in all graphs.
    """

    articles: int = 0
    facts: int = 0
    triples: int = 0
    findings: int = 0
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def dumps(report: BuildReport) -> str:
    """*report* as JSON."""
    return json.dumps(asdict(report), ensure_ascii=False)


def loads(text: str) -> BuildReport:
    """The report in *text*."""
    values = json.loads(text)
    return BuildReport(**values | {name: tuple(values[name]) for name in ("problems", "notes")})

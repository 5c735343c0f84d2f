"""The graphs of a dataset -> sorted runs on disk, made in several processes and without holding them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from kgraph.dataset.runs import Cuts, Run, cuts, write_run
from kgraph.pipeline.assembly import Assembly
from kgraph.pipeline.editing import Graphs
from kgraph.pipeline.workers import batches, in_order

BATCH: Final = 250
"""Articles that a process holds at a time: 100 MB, with all that is made of them."""
PART: Final = 32_000_000
"""Bytes of N-Quads that are sorted and written at a time."""
LINES: Final = 150_000
"""Lines that are sorted at a time where they come one by one; about a `PART`."""
_SAMPLE: Final = 50


@dataclass(frozen=True, slots=True)
class Spilled:
    """Runs of the graphs of *articles*, each graph in one of them, and of the *shared* ones, and where all are cut."""

    cuts: Cuts
    articles: tuple[Run, ...]
    shared: Run


def spill(assembly: Assembly, folder: Path, jobs: int) -> Spilled:
    """All graphs of *assembly* as runs in *folder*."""
    graphs = assembly.graphs
    at = _cuts(graphs)
    shared = write_run(chain.from_iterable(assembly.shared.values()), folder / "shared.nq", at)
    some = map(graphs.only, batches(graphs.keys, BATCH))
    return Spilled(at, tuple(in_order(some, partial(_spill, folder=folder, at=at), jobs)), shared)


def run_of(lines: Iterable[str], name: Path, at: Cuts) -> Iterator[Run]:
    """N-Quads *lines* as runs in files that begin with *name*; not all lines are held."""
    for number, some in enumerate(batches(lines, LINES)):
        yield write_run(some, name.with_name(f"{name.name}-{number}.nq"), at)


def _spill(graphs: Graphs, folder: Path, at: Cuts) -> Run:
    """What a process does with the *graphs* sent to it."""
    return write_run(chain.from_iterable(map(graphs.lines, graphs.keys)), folder / f"{graphs.keys[0]}.nq", at)


def _cuts(graphs: Graphs) -> Cuts:
    """By some articles; a few need no cuts."""
    if len(graphs.keys) <= BATCH:
        return ()
    some = graphs.keys[:: len(graphs.keys) // _SAMPLE]
    lines = [line.encode() for key in some for line in graphs.lines(key)]
    return cuts(lines, 1 + sum(map(len, lines)) * len(graphs.keys) // len(some) // PART)

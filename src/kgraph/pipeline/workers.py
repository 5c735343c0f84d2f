"""Mapping many sources: what the cache knows is taken from there, the rest is read in one process or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final, TypeAlias

from kgraph.errors import KgraphError
from kgraph.model import Source
from kgraph.pipeline.mapping import Mapped, map_source
from kgraph.pipeline.values import Extract

BATCH: Final = 16
"""Sources sent to a process at a time: enough that sending costs little, few enough that the bar moves."""

Task: TypeAlias = tuple[str, Source]
Done: TypeAlias = tuple[str, Mapped]


def map_all(tasks: Sequence[Task], extract: Extract, jobs: int) -> Iterator[Done]:
    """Map the source of every (name, source), in any order of names. A few are not worth starting processes for.

    Raises KgraphError where the system killed a process.
    """
    if jobs <= 1 or len(tasks) <= BATCH:
        yield from ((name, map_source(source, extract)) for name, source in tasks)
        return
    try:
        yield from _pooled(tasks, extract, jobs)
    except BrokenProcessPool as error:
        raise KgraphError(
            f"one of {jobs} processes was killed, perhaps for want of memory; use fewer --jobs"
        ) from error


def _pooled(tasks: Sequence[Task], extract: Extract, jobs: int) -> Iterator[Done]:
    with ProcessPoolExecutor(jobs) as pool:
        pending: deque[Future[list[Done]]] = deque()
        for start in range(0, len(tasks), BATCH):
            pending.append(pool.submit(_map_batch, tasks[start : start + BATCH], extract))
            if len(pending) > 2 * jobs:  # results are fetched as they come, so that they do not pile up
                yield from pending.popleft().result()
        for future in pending:
            yield from future.result()


def _map_batch(tasks: Iterable[Task], extract: Extract) -> list[Done]:
    return [(name, map_source(source, extract)) for name, source in tasks]

"""Mapping many sources, in one process or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Final, TypeAlias

from kgraph.errors import KgraphError
from kgraph.model import Source
from kgraph.pipeline.mapping import Mapped, map_source
from kgraph.pipeline.values import Extract

BATCH: Final = 16
"""Sources sent to a process at a time: enough that sending costs little, few enough that the bar moves."""
RETRIES: Final = 2
"""How often in a row batches are tried again when a process dies; what kills it every time is no accident."""

Task: TypeAlias = tuple[str, Source]
Done: TypeAlias = tuple[str, Mapped]
Batch: TypeAlias = tuple[Task, ...]


def map_all(tasks: Iterable[Task], extract: Extract, jobs: int) -> Iterator[Done]:
    """Map the source of every (name, source), in any order. A few are not worth starting processes for.

    *tasks* are taken as they are needed, so that sources need not all be held. A process that dies costs a retry of
    the batches it had; raises KgraphError where that does not help.
    """
    every = iter(tasks)
    first = tuple(islice(every, BATCH + 1))
    if jobs <= 1 or len(first) <= BATCH:
        yield from (mapped for task in chain(first, every) for mapped in map_batch((task,), extract))
    else:
        yield from _retried(batches(chain(first, every)), extract, jobs)


def batches(tasks: Iterable[Task]) -> Iterator[Batch]:
    """*tasks* by `BATCH`, in their order."""
    every = iter(tasks)
    while batch := tuple(islice(every, BATCH)):
        yield batch


def map_batch(tasks: Iterable[Task], extract: Extract) -> list[Done]:
    """What a process does with the sources sent to it."""
    return [(name, map_source(source, extract)) for name, source in tasks]


def _retried(waiting: Iterator[Batch], extract: Extract, jobs: int) -> Iterator[Done]:
    failures = 0
    while True:
        sent: deque[Batch] = deque()
        try:
            for done in _pooled(waiting, sent, extract, jobs):
                failures = 0
                yield done
            return
        except BrokenProcessPool as error:
            failures += 1
            if failures > RETRIES:
                what = f"one of {jobs} processes was killed again and again, perhaps for want of memory"
                raise KgraphError(f"{what}; use fewer --jobs") from error
            waiting = chain(tuple(sent), waiting)


def _pooled(waiting: Iterator[Batch], sent: deque[Batch], extract: Extract, jobs: int) -> Iterator[Done]:
    """Results of the batches *waiting*; those *sent* to a process and not yet answered stay there where it dies."""
    futures: deque[Future[list[Done]]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        for batch in waiting:
            sent.append(batch)
            futures.append(pool.submit(map_batch, batch, extract))
            if len(futures) > 2 * jobs:  # results are fetched as they come, so that they do not pile up
                yield from _first(futures, sent)
        while futures:
            yield from _first(futures, sent)


def _first(futures: deque[Future[list[Done]]], sent: deque[Batch]) -> list[Done]:
    found = futures.popleft().result()
    sent.popleft()
    return found

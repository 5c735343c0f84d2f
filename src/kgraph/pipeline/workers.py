"""Work on many things, in one process or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from typing import Final, TypeAlias, TypeVar

from kgraph.errors import KgraphError
from kgraph.model import Source
from kgraph.pipeline.mapping import Mapped, map_source
from kgraph.pipeline.values import Extract
from kgraph.registry.compiled import keep

BATCH: Final = 16
"""Sources sent to a process at a time: enough that sending costs little, few enough that the bar moves."""
RETRIES: Final = 2
"""How often in a row work is tried again when a process dies; what kills it every time is no accident."""

Task: TypeAlias = tuple[str, Source]
Done: TypeAlias = tuple[str, Mapped]
Batch: TypeAlias = tuple[Task, ...]
Put: TypeAlias = Callable[[str, Mapped], None]
_T = TypeVar("_T")
_R = TypeVar("_R")


def map_all(tasks: Iterable[Task], extract: Extract, jobs: int, put: Put | None = None) -> Iterator[Done]:
    """Map the source of every (name, source), in their order. A few are not worth starting processes for.

    *tasks* are taken as they are needed, so that sources need not all be held. With *put*, graphs are put away where
    they are made, and what comes has no lines. Raises KgraphError as `in_order` does.
    """
    every = iter(tasks)
    first = tuple(islice(every, BATCH + 1))
    alone = jobs <= 1 or len(first) <= BATCH
    waiting = ((task,) for task in chain(first, every)) if alone else batches(chain(first, every), BATCH)
    for done in in_order(waiting, partial(map_batch, extract=extract, put=put), 1 if alone else jobs):
        yield from done


def batches(things: Iterable[_T], size: int) -> Iterator[tuple[_T, ...]]:
    """*things* by *size*, in their order."""
    every = iter(things)
    while batch := tuple(islice(every, size)):
        yield batch


def map_batch(tasks: Iterable[Task], extract: Extract, put: Put | None = None) -> list[Done]:
    """What a process does with the sources sent to it."""
    done = [(name, map_source(source, extract)) for name, source in tasks]
    keep()
    return [_put_away(name, mapped, put) for name, mapped in done] if put else done


def _put_away(name: str, mapped: Mapped, put: Put) -> Done:
    put(name, mapped)
    return name, replace(mapped, lines=())


def in_order(things: Iterable[_T], work: Callable[[_T], _R], jobs: int) -> Iterator[_R]:
    """What *work* makes of each of *things*, in their order, in *jobs* processes.

    *things* are taken as they are needed; one alone is worth no process. A process that dies costs a retry of what it
    had; raises KgraphError where that does not help.
    """
    every = iter(things)
    first = tuple(islice(every, 2))
    if jobs <= 1 or len(first) < 2:
        yield from map(work, chain(first, every))
    else:
        yield from _retried(chain(first, every), work, jobs)


def _retried(waiting: Iterator[_T], work: Callable[[_T], _R], jobs: int) -> Iterator[_R]:
    failures = 0
    while True:
        sent: deque[_T] = deque()
        try:
            for done in _pooled(waiting, sent, work, jobs):
                failures = 0
                yield done
            return
        except BrokenProcessPool as error:
            failures += 1
            if failures > RETRIES:
                what = f"one of {jobs} processes was killed again and again, perhaps for want of memory"
                raise KgraphError(f"{what}; use fewer --jobs") from error
            waiting = chain(tuple(sent), waiting)


def _pooled(waiting: Iterator[_T], sent: deque[_T], work: Callable[[_T], _R], jobs: int) -> Iterator[_R]:
    """Results of the things *waiting*; those *sent* to a process and not yet answered stay there where it dies."""
    futures: deque[Future[_R]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        for thing in waiting:
            sent.append(thing)
            futures.append(pool.submit(work, thing))
            if len(futures) > 2 * jobs:  # results are fetched as they come, so that they do not pile up
                yield _first(futures, sent)
        while futures:
            yield _first(futures, sent)


def _first(futures: deque[Future[_R]], sent: deque[_T]) -> _R:
    found = futures.popleft().result()
    sent.popleft()
    return found

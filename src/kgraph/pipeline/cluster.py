"""Mapping many sources on a Dask cluster: the same batches, sent to other machines."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from kgraph.dataset.provenance import rules_digest
from kgraph.errors import KgraphError
from kgraph.pipeline.values import Extract
from kgraph.pipeline.workers import BATCH, RETRIES, Batch, Done, Task, batches, map_batch

if TYPE_CHECKING:
    from distributed import Client, Future

_AHEAD: Final = 3
"""Batches sent out for every thread of the cluster: enough that none waits, few enough that results do not pile up."""
_PATIENCE: Final = "20s"


def map_on_cluster(tasks: Iterable[Task], extract: Extract, scheduler: str) -> Iterator[Done]:
    """Map the source of every (name, source) on the cluster at *scheduler* ("tcp://host:8786"), in any order.

    A worker that dies costs a retry of its batches. Raises KgraphError where Dask is not installed, the cluster cannot
    be reached, its workers have other rules than this program, or a batch fails again and again.
    """
    try:
        from distributed import KilledWorker
    except ImportError as error:
        raise KgraphError("Dask is not installed; run `pip install 'kgraph[dask]'`") from error
    with _connected(scheduler) as client:
        _check_workers(client, scheduler)
        try:
            yield from _results(client, batches(tasks, BATCH), extract)
        except KilledWorker as error:
            raise KgraphError(f"{scheduler}: workers were killed again and again; give them more memory") from error


def _connected(scheduler: str) -> Client:
    from distributed import Client

    try:
        return Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise KgraphError(f"{scheduler}: no Dask scheduler answers there; check --scheduler") from error


def _check_workers(client: Client, scheduler: str) -> None:
    """Other rules would give other facts, and which article got which would be chance."""
    found = client.run(_rules, on_error="return")
    if not found:
        raise KgraphError(f"{scheduler}: the cluster has no worker; start one with `dask worker {scheduler}`")
    other = sorted(worker for worker, rules in found.items() if rules != rules_digest())
    if other:
        raise KgraphError(f"{other[0]}: not the same kgraph as here; install this version on every worker")


def _rules() -> str:
    """What a worker answers: the digest of the rules that it has."""
    return rules_digest()


def _results(client: Client, waiting: Iterator[Batch], extract: Extract) -> Iterator[Done]:
    """Results in the order of the batches; what a worker took along when it died is worked out again."""
    most = _AHEAD * sum(client.nthreads().values())
    sent: deque[Future[list[Done]]] = deque()
    for batch in waiting:
        sent.append(client.submit(map_batch, batch, extract, pure=False, retries=RETRIES))
        if len(sent) >= most:
            yield from sent.popleft().result()
    while sent:
        yield from sent.popleft().result()

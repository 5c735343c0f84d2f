"""Mapping on a Dask cluster: a real scheduler and real workers, on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import fake_extraction
import pytest

from kgraph.errors import KgraphError
from kgraph.model import Source
from kgraph.pipeline import BuildOptions, build, cluster
from kgraph.pipeline.cluster import map_on_cluster
from kgraph.pipeline.workers import BATCH, Task, map_all

pytestmark = pytest.mark.skipif(find_spec("distributed") is None, reason="needs the extra kgraph[dask]")
SAMPLES = Path(__file__).parents[2] / "data" / "articles"
COUNT = 6 * BATCH


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A cluster of two processes; they must find the fake under the name that it has here."""
    from distributed import LocalCluster

    os.environ["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as found:
        yield found.scheduler_address


def tasks(prefix: str = "") -> Iterator[Task]:
    """Texts that each name themselves."""
    return ((f"{n:03}", Source(f"{n:03}.txt", f"Tin {n}\n{prefix}Hội họp {n}.".encode())) for n in range(COUNT))


def test_a_cluster_gives_the_bytes_of_processes(
    tmp_path: Path, scheduler: str, files: Callable[[Path], dict[str, bytes]]
) -> None:
    build((SAMPLES,), tmp_path / "here", BuildOptions(jobs=1))
    build((SAMPLES,), tmp_path / "there", BuildOptions(scheduler=scheduler))
    assert files(tmp_path / "here") == files(tmp_path / "there")


def test_all_that_one_process_finds(scheduler: str) -> None:
    found = list(map_on_cluster(tasks(), fake_extraction.extract, scheduler))
    assert sorted(found) == sorted(map_all(tasks(), fake_extraction.extract, 1))


def test_a_worker_that_dies_costs_a_retry(tmp_path: Path, scheduler: str) -> None:
    found = list(map_on_cluster(tasks(f"{tmp_path / 'died'}|"), fake_extraction.killed_once, scheduler))
    assert (tmp_path / "died").exists()
    assert sorted(name for name, _ in found) == [f"{n:03}" for n in range(COUNT)]


def test_other_rules_on_a_worker_are_told(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "rules_digest", lambda: "0123456789abcdef")
    with pytest.raises(KgraphError, match="not the same kgraph as here; install this version on every worker"):
        list(map_on_cluster(tasks(), fake_extraction.extract, scheduler))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x", "x"])
def test_no_cluster_is_one_line(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", "1s")
    with pytest.raises(KgraphError, match="no Dask scheduler answers there; check --scheduler"):
        list(map_on_cluster(tasks(), fake_extraction.extract, address))


def test_without_dask_the_fix_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(KgraphError, match=r"pip install 'kgraph\[dask\]'"):
        list(map_on_cluster(tasks(), fake_extraction.extract, "tcp://127.0.0.1:1"))

"""The real articles that stand beside the checkout, built once for all tests of this folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

SHARED = Path(__file__).parents[3] / "shared"
ARTICLES, GOLD, SCORE = SHARED / "articles", SHARED / "gold", SHARED / "score" / "score.py"


@pytest.fixture(scope="session", autouse=True)
def _articles_are_here() -> None:
    missing = [str(path) for path in (ARTICLES, GOLD, SCORE) if not path.exists()]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"CI must have the real articles; missing: {', '.join(missing)}")
    if missing:
        pytest.skip(f"no real articles beside the checkout; missing: {', '.join(missing)}")


def _kgraph(*arguments: str, seed: int = 0) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kgraph", *arguments],
        env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1"},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def _built(articles: Path, data: Path, jobs: int, seed: int) -> Path:
    done = _kgraph("build", str(articles), "--data", str(data), "--jobs", str(jobs), seed=seed)
    assert done.returncode == 0, done.stderr
    return data


def _copied(to: Path, *, backwards: bool) -> Path:
    to.mkdir()
    for file in sorted(ARTICLES.glob("*.txt"), reverse=backwards):
        (to / file.name).write_bytes(file.read_bytes())
    return to


@pytest.fixture(scope="session")
def kgraph() -> Callable[..., subprocess.CompletedProcess[str]]:
    return _kgraph


@pytest.fixture(scope="session")
def built() -> Callable[..., Path]:
    return _built


@pytest.fixture(scope="session")
def copied() -> Callable[..., Path]:
    return _copied


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _copied(tmp_path_factory.mktemp("real") / "articles", backwards=False)


@pytest.fixture(scope="session")
def data(folder: Path) -> Path:
    return _built(folder, folder.parent / "build", jobs=1, seed=0)


@pytest.fixture(scope="session")
def store(data: Path) -> ox.Store:
    store = ox.Store()
    store.bulk_load(path=str(data / "kgraph.nq"), format=ox.RdfFormat.N_QUADS)
    return store

"""``kgraph build --engine dask``: how it is asked for, and what a user can get wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kgraph.cli import cli
from kgraph.errors import KgraphError


@pytest.mark.parametrize(
    "options", [["--engine", "dask"], ["--scheduler", "tcp://127.0.0.1:1"], ["--engine", "spark", "--scheduler", "x"]]
)
def test_engine_and_scheduler_go_together(options: list[str], tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["build", "--data", str(tmp_path / "out"), *options])
    assert result.exit_code == 2
    assert "Usage" in result.output
    assert not (tmp_path / "out").exists()


def test_a_cluster_that_is_not_there_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.pipeline.cluster._PATIENCE", "1s")
    options = ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"]
    result = CliRunner().invoke(cli, ["build", "--data", str(tmp_path / "out"), *options])
    assert isinstance(result.exception, KgraphError)  # which `main` prints in one line
    assert str(result.exception) == "tcp://127.0.0.1:1: no Dask scheduler answers there; check --scheduler"

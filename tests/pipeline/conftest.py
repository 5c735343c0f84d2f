"""Fixtures of the pipeline's tests: a fake extraction and folders of invented articles."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = str(Path(__file__).parent)
if HERE not in sys.path:  # a child process must find the fake under the same name
    sys.path.insert(0, HERE)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Three articles (two with facts), one text that is none, and what sources.csv says."""
    folder = tmp_path / "bai"
    folder.mkdir()
    texts = {
        "a.txt": "Tin một\nNgày 1/3, Hội họp, bà Ví phát biểu.",
        "b.txt": "Tin hai\nHội tặng quà.",
        "c.txt": "Tin ba\nTrời đẹp.",
        "d.txt": "LỖI",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "sources.csv").write_text("file,publisher,published\na.txt,Báo Ví Dụ,2021-03-02\n", encoding="utf-8")
    return folder


@pytest.fixture
def files() -> Callable[[Path], dict[str, bytes]]:
    """What a reader gets from a dataset directory, by file name."""
    return lambda data: {name: (data / name).read_bytes() for name in ("kgraph.nq", "kgraph.ttl", "report.html")}


@pytest.fixture
def updates(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The generations that builds made by changing the one before."""
    module = sys.modules["kgraph.pipeline.build"]
    update, made = module.update_generation, []

    def noted(earlier: Path, folder: Path, *rest: Any) -> Any:
        made.append(folder)
        return update(earlier, folder, *rest)

    monkeypatch.setattr(module, "update_generation", noted)
    return made

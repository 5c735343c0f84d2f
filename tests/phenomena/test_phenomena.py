"""Every phenomenon of real news has own sentences that are read rightly, and that fail once its rule is taken out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

# A headline, a day and a last sentence that say nothing of their own.
_FRAME = (
    "Phụ nữ làm đường quê\n02/03/2021\n{}\n"
    "Bà con trong làng vui vì con đường mới đã nối hai bờ, trẻ nhỏ đi học không còn phải chờ đò mỗi sáng như trước.\n"
)
HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@dataclass(frozen=True)
class Phenomenon:
    """*text* says the lines *says* and none of *never*; *take_out* are edits (file, old, new) that remove the rule."""

    name: str
    text: str
    says: tuple[str, ...]
    never: tuple[str, ...]
    take_out: tuple[tuple[str, str, str], ...]
    source: tuple[tuple[str, str], ...]

    @property
    def wrong(self) -> str:
        """What is asked of every reading of the text, for the message of a failed test."""
        return f"says {self.says}, never {self.never}"

    def holds(self, lines: list[str]) -> bool:
        """Whether *lines* are what the text says."""
        return all(line in lines for line in self.says) and not any(line in lines for line in self.never)


def _phenomenon(name: str, row: dict[str, Any]) -> Phenomenon:
    edits = tuple((edit["file"], edit["old"], edit.get("new", "")) for edit in row["take_out"])
    source = tuple(sorted(row.get("source", {}).items()))
    text = row.get("whole") or _FRAME.format(row["text"])
    return Phenomenon(name, text, tuple(row.get("says", ())), tuple(row.get("never", ())), edits, source)


PHENOMENA = {
    name: _phenomenon(name, row)
    for name, row in tomllib.loads((HERE / "phenomena.toml").read_text(encoding="utf-8")).items()
}


def _read(kgraph: Path, articles: Path) -> dict[str, list[str]]:
    """What the copy of kgraph below *kgraph* reads in the *articles*, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(kgraph / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(HERE / "told.py"), str(articles)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"fault": done.stderr.splitlines()[-1:]}
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def _write(folder: Path, phenomenon: Phenomenon) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    article = {"text": phenomenon.text, **dict(phenomenon.source)}
    (folder / f"{phenomenon.name}.json").write_text(json.dumps(article, ensure_ascii=False), encoding="utf-8")


def _without(folder: Path, phenomenon: Phenomenon) -> Path:
    """A copy of kgraph below *folder* from which the rule of *phenomenon* is taken out."""
    shutil.copytree(ROOT / "src" / "kgraph", folder / "src" / "kgraph", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "data" / "registry", folder / "data" / "registry", symlinks=True)
    (folder / "pyproject.toml").touch()  # what makes it a checkout, whose own registry is read
    for file, old, new in phenomenon.take_out:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise ValueError(f"{file} no longer holds {old!r}; name the rule's new words")
        path.write_text(text.replace(old, new), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def with_all_rules(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("articles")
    for phenomenon in PHENOMENA.values():
        _write(folder, phenomenon)
    return _read(ROOT, folder)


@pytest.fixture(scope="module")
def without_its_rule(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """For each phenomenon what is read in its text without its rule; two processes at a time."""
    folder = tmp_path_factory.mktemp("without")

    @cache
    def lines(name: str) -> list[str]:
        phenomenon = PHENOMENA[name]
        _write(folder / name / "articles", phenomenon)
        try:
            found = _read(_without(folder / name, phenomenon), folder / name / "articles")
        except ValueError as error:
            return [f"fault: {error}"]
        shutil.rmtree(folder / name)
        return found.get(name, [f"fault: {found.get('fault')}"])

    with ThreadPoolExecutor(2) as pool:
        return dict(zip(PHENOMENA, pool.map(lines, PHENOMENA), strict=True))


@pytest.mark.parametrize("name", PHENOMENA)
def test_is_read_rightly(name: str, with_all_rules: dict[str, list[str]]) -> None:
    assert PHENOMENA[name].holds(with_all_rules[name]), f"{PHENOMENA[name].wrong}; but: {with_all_rules[name]}"


@pytest.mark.parametrize("name", PHENOMENA)
def test_is_misread_without_its_rule(name: str, without_its_rule: dict[str, list[str]]) -> None:
    lines = without_its_rule[name]
    assert not any(line.startswith("fault:") for line in lines), lines
    assert not PHENOMENA[name].holds(lines), f"the rule makes no difference: {lines}"

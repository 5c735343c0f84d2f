"""Compiled patterns are read back as they were made, and nothing depends on whether they can be."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

import pytest
import regex

from kgraph.registry import compiled as module
from kgraph.registry.compiled import compiled, file, keep, read, write

SOURCES = (r"(?<!\p{L})Hội[ ]+(?:LHPN|liên[ ]+hiệp)", r"(?i)đề[ ]+án[ ]+(?P<number>\d+)", r"[^,;]{0,40}$")
TEXT = "Hội  LHPN tỉnh Mẫu thực hiện Đề án 939, Đề án 938"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of its own, and nothing known yet."""
    monkeypatch.setattr(module, "user_cache_path", lambda name, **_: tmp_path / name)
    monkeypatch.setattr(module, "_NEW", {})
    module._known.cache_clear()
    yield tmp_path
    module._known.cache_clear()


def start_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """As a new process finds it; what it compiles is listed."""
    made: list[str] = []
    monkeypatch.setattr(module, "_NEW", {})
    module._known.cache_clear()

    def compile_(source: str, flags: int = 0) -> regex.Pattern[str]:
        made.append(source)
        return regex._main.compile(source, flags)

    monkeypatch.setattr(regex, "compile", compile_)
    return made


@pytest.mark.usefixtures("folder")
def test_what_was_made_is_not_made_again_and_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [[*pattern.finditer(TEXT)] for pattern in map(compiled, SOURCES)]
    keep()
    made = start_again(monkeypatch)
    after = [[*pattern.finditer(TEXT)] for pattern in map(compiled, SOURCES)]
    assert made == []
    assert [[m.span() for m in found] for found in after] == [[m.span() for m in found] for found in before]
    assert after[1][0]["number"] == "939"
    assert compiled(SOURCES[1], regex.I) is not compiled(SOURCES[1])
    assert made == [SOURCES[1]]


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 400, None])
def test_what_is_damaged_is_made_again(content: bytes | None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(SOURCES[0])
    keep()
    whole = file().read_bytes()
    file().write_bytes(whole[:-1] if content is None else content)
    made = start_again(monkeypatch)
    assert compiled(SOURCES[0]).search(TEXT)
    assert made == [SOURCES[0]]
    keep()
    assert file().read_bytes() == whole
    assert [path.name for path in folder.rglob("*") if path.is_file()] == [file().name]


@pytest.mark.usefixtures("folder")
def test_what_others_kept_meanwhile_stays_until_it_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(SOURCES[0])
    write({(SOURCES[1], 0): regex.compile(SOURCES[1])}, file())
    keep()
    assert {source for source, _ in read(file())} == set(SOURCES[:2])
    monkeypatch.setattr(module, "_MOST", 2)
    compiled(SOURCES[2])
    keep()
    assert {source for source, _ in read(file())} == {SOURCES[2]}


def test_where_nothing_can_be_written_all_works(folder: Path) -> None:
    (folder / "kgraph").write_text("a file where the folder should be", encoding="utf-8")
    assert compiled(SOURCES[0]).search(TEXT)
    keep()
    assert read(file()) == {}


def test_the_second_start_compiles_next_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "mẫu.txt").write_text("Hội LHPN tỉnh Hà Nam tặng 12 suất quà.\n", encoding="utf-8")
    counting = (
        "import sys, regex; made = []; make = regex._main._compile\n"
        "def compile_(*given): made.append(given[0]); return make(*given)\n"
        "regex._main._compile = compile_\n"
        "from pathlib import Path; from kgraph.pipeline import build\n"
        "assert build((Path(sys.argv[1]),), Path(sys.argv[2])).articles == 1\n"
        "print(len(made))"
    )
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "PATH": ""}
    first, second = (
        int(run([sys.executable, "-c", counting, str(tmp_path / "mẫu.txt"), str(tmp_path / name)],
                env=environment, capture_output=True, check=True, text=True).stdout)
        for name in ("one", "other")
    )  # fmt: skip
    assert first - second > 200

"""``kgraph trace`` as a user types it, in a process of its own."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.pipeline import build

TITLE = "Hội LHPN tỉnh Nam Định tổ chức hội nghị"
ARTICLE = (
    f"{TITLE}\n"
    "Sáng 5/3, Hội LHPN tỉnh Nam Định đã tổ chức hội nghị triển khai Đề án 939 cho cán bộ cơ sở.\n"
    "Hội LHPN các xã đã tặng quà cho chị Đỗ Thị Ví Dụ.\n"
)
Folder = Callable[..., Path]


def _kgraph(*args: str | Path, piped: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgraph", "trace", *map(str, args)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", input=piped, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article, and what sources.csv says of it."""
    place = tmp_path / "bai"
    place.mkdir()
    (place / "hoi-nghi.txt").write_text(ARTICLE, encoding="utf-8")
    (place / "sources.csv").write_text("file,published\nhoi-nghi.txt,2021-03-08\n", encoding="utf-8")
    return place


@pytest.fixture
def data(folder: Path, tmp_path: Path) -> Path:
    target = tmp_path / "build"
    build((folder,), target)
    return target


def test_a_file_is_traced_as_a_build_reads_it(folder: Path) -> None:
    done = _kgraph(folder / "hoi-nghi.txt", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    head = done.stdout.splitlines()
    assert head[0] == TITLE
    assert "published 2021-03-08" in head[1]
    assert ", 2021-03-05, held by Women's Union of Nam Định province" in " ".join(done.stdout.replace("│", "").split())
    assert "A group of unions, none in particular [group]" in done.stdout
    assert "Đỗ Thị Ví Dụ" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_text_can_be_piped(folder: Path) -> None:
    done = _kgraph("-", piped=ARTICLE)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, TITLE)
    assert _kgraph("-", piped="").stderr.startswith("kgraph: -: empty; ")


@pytest.mark.parametrize("form", ["html", "json", "text"])
def test_what_is_written_keeps_private_names_out_unless_asked(form: str, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "trang"
    shown = []
    for more in ([], ["--show-private"]):
        done = _kgraph(folder / "hoi-nghi.txt", "--format", form, "--out", out, *more)
        assert (done.returncode, done.stdout) == (0, "")
        assert str(out) in done.stderr
        shown.append("Đỗ Thị Ví Dụ" in " ".join(out.read_text(encoding="utf-8").split()))
    assert shown == [False, True]


@pytest.mark.parametrize("form", ["html", "json"])
def test_a_page_on_stdout_keeps_private_names_out_too(form: str, folder: Path) -> None:
    done = _kgraph(folder / "hoi-nghi.txt", "--format", form)
    assert TITLE in done.stdout
    assert "Ví Dụ" not in done.stdout
    assert form == "html" or json.loads(done.stdout)["article"]["published"] == "2021-03-08"


def test_an_article_of_the_dataset_by_title_key_and_iri(data: Path) -> None:
    first = _kgraph("hoi nghi", "--data", data)
    [key] = re.findall(r"article/([0-9a-f]{16})", first.stdout.splitlines()[1])
    assert first.stdout.splitlines()[0] == TITLE
    for name in (key, f"article/{key}", f"https://data.example/kgraph/id/article/{key}"):
        assert _kgraph(name, "--data", data).stdout == first.stdout


def test_an_article_without_title_is_found_by_its_key(folder: Path, tmp_path: Path) -> None:
    (folder / "hoi-nghi.txt").write_text("Hội LHPN tỉnh Nam Định đã giúp 30 hộ vay vốn làm ăn. " * 9, encoding="utf-8")
    build((folder,), tmp_path / "khac")
    key = json.loads(_kgraph(folder / "hoi-nghi.txt", "--format", "json").stdout)["article"]["key"]
    assert _kgraph(key, "--data", tmp_path / "khac").returncode == 0


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("khong-co.txt", 2, "khong-co.txt: no such file or folder; check the name"),
        ("zzz", 1, 'nothing in the dataset is called "zzz"'),
        ("union/nam-dinh", 1, "is Hội LHPN tỉnh Nam Định (union/nam-dinh), not an article"),
        ("", 2, "is a folder; name one article in it"),
        ("x" * 5000, 1, "nothing in the dataset"),
        ("a\0b", 1, "nothing in the dataset"),
    ],
)
def test_what_is_no_article_is_told_in_one_line(name: str, code: int, words: str, data: Path) -> None:
    from click.testing import CliRunner

    from kgraph.cli import cli
    from kgraph.errors import KgraphError

    result = CliRunner().invoke(cli, ["trace", name, "--data", str(data)])
    assert isinstance(result.exception, KgraphError)
    assert (result.exception.exit_code, words in str(result.exception)) == (code, True)


def test_a_folder_and_a_missing_dataset_are_told(folder: Path, tmp_path: Path) -> None:
    done = _kgraph(folder)
    assert (done.returncode, done.stderr) == (2, f"kgraph: {folder}: is a folder; name one article in it\n")
    done = _kgraph("abc", "--data", tmp_path / "none")
    assert done.returncode == 2
    assert done.stderr.startswith(f"kgraph: abc: no such file to trace, and {tmp_path / 'none'}: no dataset here; ")


def test_a_file_that_is_gone_or_has_changed_is_told(data: Path, folder: Path) -> None:
    file = folder / "hoi-nghi.txt"
    file.write_text(ARTICLE.replace("Đề án 939", "Đề án 938"), encoding="utf-8")
    done = _kgraph("hoi nghi", "--data", data)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kgraph: hoi-nghi.txt: has changed since the build; ")
    file.rename(folder / "ten-khac.txt")
    done = _kgraph("hoi nghi", "--data", data)
    assert done.stderr.startswith("kgraph: hoi-nghi.txt: is no longer where the dataset was built from; ")


def test_faults_of_sources_csv_are_warnings(folder: Path) -> None:
    (folder / "sources.csv").write_text("file,published\nhoi-nghi.txt,tháng ba\n", encoding="utf-8")
    done = _kgraph(folder / "hoi-nghi.txt")
    assert done.returncode == 0
    assert done.stderr.startswith("warning: ")
    assert "published 'tháng ba' is not a day" in done.stderr


@pytest.mark.parametrize(("environment", "colours"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_only_on_a_terminal_that_wants_them(environment: dict[str, str], colours: bool, folder: Path) -> None:
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    command = [sys.executable, "-m", "kgraph", "trace", str(folder / "hoi-nghi.txt")]
    master, terminal = pty.openpty()
    process = subprocess.Popen(command, stdout=terminal, env=plain | environment)
    os.close(terminal)
    shown = b"".join(iter(lambda: _read(master), b""))
    assert process.wait() == 0
    assert TITLE in shown.decode()
    assert (b"\x1b[" in shown) is colours


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""

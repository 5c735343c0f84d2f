"""``kgraph view`` as a person calls it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FIXTURE = Path(__file__).parents[1] / "fixtures" / "example.trig"


def view(*args: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kgraph", "view", *map(str, args)], capture_output=True, encoding="utf-8"
    )


def test_the_page_is_written_and_stderr_says_where_to_click(tmp_path: Path) -> None:
    out = tmp_path / "new folder" / "trang.html"
    run = view("--graph", FIXTURE, "--out", out)
    assert (run.returncode, run.stdout) == (0, "")
    assert out.resolve().as_uri() in run.stderr
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [p.name for p in out.parent.iterdir()] == ["trang.html"]


def test_dash_writes_to_stdout_and_nothing_else(tmp_path: Path) -> None:
    run = view("--graph", FIXTURE, "--out", "-", "--about", "de an 939", "--lang", "en")
    assert (run.returncode, run.stderr) == (0, "")
    assert '<html lang="en">' in run.stdout


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (["--data", "nowhere"], 2, "kgraph build"),
        (["--graph", "nowhere.ttl"], 2, "nowhere.ttl"),
        (["--graph", FIXTURE, "--out", "-", "--about", "khong co ai"], 1, "khong co ai"),
        (["--graph", FIXTURE, "--out", "-", "--about", "nam-dinh"], 1, "union/nam-dinh"),
        (["--graph", FIXTURE, "--out", "-", "--as-of", "hôm nay"], 2, "YYYY-MM-DD"),
        (["--graph", FIXTURE, "--out", "/proc/none/v.html"], 2, "--out"),
        (["--graph", FIXTURE, "--depth", "-1"], 2, "--depth"),
        (["--graph", FIXTURE, "--out", "-", "--kind", "hội"], 2, "union"),
        (["--graph", FIXTURE, "--out", "-", "--since", "hôm qua"], 2, "YYYY-MM-DD"),
        (["--graph", FIXTURE, "--out", "-", "--query", "khong-co"], 2, "khong-co"),
        (["--graph", FIXTURE, "--out", "-", "--query", "unions-of-programme"], 2, "--set programme="),
        (["--graph", FIXTURE, "--out", "-", "--set", "programme=x"], 2, "--query"),
    ],
)
def test_what_a_user_can_cause_is_said_in_a_line(args: list[object], code: int, says: str) -> None:
    run = view(*args)
    assert run.returncode == code
    assert says in run.stderr
    assert "Traceback" not in run.stderr


def test_help_does_not_load_the_drawing_libraries() -> None:
    code = "import sys;from kgraph.cli.view import command;print({'pyvis','networkx','numpy'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert run.stdout.strip() == "set()"


def test_a_saved_query_is_drawn_with_what_it_is_asked_of(tmp_path: Path) -> None:
    asked = ("--query", "unions-of-programme", "--set", "programme=de an 939")
    page = view("--graph", FIXTURE, "--out", "-", *asked).stdout
    assert all(label in page for label in ("Hội LHPN tỉnh Nam Định", "Hỗ trợ phụ nữ khởi nghiệp"))
    assert "Nguyễn Thị Ví Dụ" not in page.partition('id="nodes"')[2]


def test_as_of_and_until_are_one(tmp_path: Path) -> None:
    pages = [view("--graph", FIXTURE, "--out", "-", option, "2020").stdout for option in ("--as-of", "--until")]
    assert pages[0] == pages[1] != view("--graph", FIXTURE, "--out", "-").stdout

"""kgraph validate: output, words, exit codes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from kgraph.cli.validate import command
from kgraph.errors import DatasetError

EXAMPLE = Path(__file__).parents[1] / "fixtures" / "example.trig"
WARNING = ("schema:maxValue 16500000000 ;", "")
VIOLATION = ("kgo:value 3037 ;", "kgo:value 3.037 ;")
Built = Callable[..., Path]


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """Writes a dataset directory of the example with some words replaced."""

    def build(*changes: tuple[str, str]) -> Path:
        text = EXAMPLE.read_text(encoding="utf-8")
        for change in changes:
            text = text.replace(*change)
        (tmp_path / "current").mkdir()
        ox.Store(str(tmp_path / "current" / "store")).bulk_load(text.encode(), format=ox.RdfFormat.TRIG)
        return tmp_path

    return build


def run(data: Path, *options: str) -> Result:
    return CliRunner().invoke(command, ["--data", str(data), *options])


def test_clean_dataset_is_0_and_says_so(built: Built) -> None:
    result = run(built())
    assert result.exit_code == 0
    assert result.stdout == "Không tìm thấy gì cần sửa.\n"
    not_compared = "1 bài không so được đoạn trích với bản gốc: tệp đã đổi hoặc không còn."
    assert result.stderr == f"{not_compared}\n0 lỗi, 0 cảnh báo, 0 lưu ý\n"


def test_violation_is_1_with_the_report_on_stdout_and_the_sum_on_stderr(built: Built) -> None:
    result = run(built(VIOLATION), "--lang", "en")
    assert result.exit_code == 1
    assert "was read as 3.037" in result.stdout
    assert result.stderr.endswith("\n1 violation, 0 warnings, 0 notes\n")


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--fail-on", "warning"), 1), (("--fail-on", "violation"), 0)])
def test_a_warning_fails_only_when_asked(options: tuple[str, ...], code: int, built: Built) -> None:
    assert run(built(WARNING), *options).exit_code == code


@pytest.mark.parametrize(
    ("form", "start"),
    [("text", "[lỗi]"), ("html", "<!doctype html>"), ("json", "{"), ("sarif", "{"), ("turtle", "@prefix")],
)
def test_every_format_goes_to_stdout(form: str, start: str, built: Built) -> None:
    assert run(built(VIOLATION), "--format", form).stdout.startswith(start)


def test_json_is_json(built: Built) -> None:
    assert json.loads(run(built(VIOLATION), "--format", "json").stdout)["counts"]["violation"] == 1


def test_no_dataset_is_an_error_that_names_the_fix(tmp_path: Path) -> None:
    error = run(tmp_path / "nothing").exception
    assert isinstance(error, DatasetError)
    assert "kgraph build --data" in str(error)


def test_unknown_format_is_wrong_use(tmp_path: Path) -> None:
    assert run(tmp_path, "--format", "pdf").exit_code == 2


def links(page: str) -> list[str]:
    return re.findall(r'<a href="([^"]*)"', page)


def test_html_leads_into_the_view_beside_it(built: Built) -> None:
    assert links(run(built(VIOLATION), "--format", "html").stdout) == ["view.html#fact=0000000000000017"]


@pytest.mark.parametrize(
    "address",
    [
        "https://tin.example/mang-luoi.html", "http://localhost:8000/", "../view/mạng lưới.html", "/srv/view.html",
        "view.html?v=a:b", "./a:b.html", "view.html",
    ],
)  # fmt: skip
def test_the_view_may_be_elsewhere(built: Built, address: str) -> None:
    page = run(built(VIOLATION), "--format", "html", "--view", address).stdout
    assert links(page) == [f"{address}#fact=0000000000000017"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "\x01javascript:x", "data:text/html,x", "file:///etc/passwd", "ftp://tin.example/",
        "http:view.html", "https://", "http://[::1",
        "//tin.example/view.html", "\\\\tin.example\\view.html", "C:\\view.html", "view.html#x", "", "  ",
        "view\n.html",
    ],
)  # fmt: skip
def test_an_address_that_no_link_may_have_is_wrong_use(tmp_path: Path, address: str) -> None:
    result = run(tmp_path, "--format", "html", "--view", address)
    assert result.exit_code == 2
    [error] = [line for line in result.stderr.splitlines() if line.startswith("Error")]
    assert "--view" in error
    assert "relative path; try view.html" in error
    assert result.stdout == ""


def test_json_tells_where_the_view_shows_a_finding(built: Built) -> None:
    report = json.loads(run(built(VIOLATION), "--format", "json", "--view", "https://tin.example/v").stdout)
    [first] = report["causes"][0]["findings"]
    assert first["link"] == "https://tin.example/v#fact=0000000000000017"


def test_help_shows_an_example() -> None:
    shown = CliRunner().invoke(command, ["--help"]).output
    assert "Example:" in shown
    assert "kgraph validate --format html > report.html" in shown

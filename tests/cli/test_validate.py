"""kgraph validate: output, words, exit codes."""

from __future__ import annotations

import json
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
    ("form", "start"), [("text", "[lỗi]"), ("html", "<!doctype html>"), ("json", "{"), ("turtle", "@prefix")]
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


def test_help_shows_an_example() -> None:
    shown = CliRunner().invoke(command, ["--help"]).output
    assert "Example:" in shown
    assert "kgraph validate --format html > report.html" in shown

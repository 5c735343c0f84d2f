"""``kgraph docs ontology``: where the page goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kgraph.cli import cli
from kgraph.cli.docs import ontology


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["docs", "ontology", *words])


def test_needs_no_dataset_and_says_where_the_page_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.startswith("build/docs/ontology.html: double-click it")
    assert (tmp_path / "build/docs/ontology.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("out", ["v1.0", "new/folder"])
def test_a_folder_gets_the_page_under_its_own_name(out: str, tmp_path: Path) -> None:
    (tmp_path / "v1.0").mkdir()
    assert run("--out", str(tmp_path / out)).exit_code == 0
    assert (tmp_path / out / "ontology.html").is_file()


def test_a_file_is_taken_as_it_is_and_the_language_as_asked(tmp_path: Path) -> None:
    assert run("--out", str(tmp_path / "x.html"), "--lang", "en").exit_code == 0
    assert '<html lang="en">' in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_a_dash_is_standard_output() -> None:
    result = run("--out", "-")
    assert result.stdout.startswith("<!doctype html>")
    assert result.stderr == ""


def test_saved_queries_are_on_the_page() -> None:
    assert 'id="query-awards"' in run("--out", "-").stdout


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    result = run("--out", str(tmp_path / "file" / "x.html"))
    assert result.exception is not None
    assert "cannot be written" in str(result.exception)
    assert "--out" in str(result.exception)


def test_open_shows_the_page_in_the_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    assert run("--out", str(tmp_path / "x.html"), "--open").exit_code == 0
    assert opened == [(tmp_path / "x.html").as_uri()]


def test_help_has_an_example() -> None:
    assert "kgraph docs ontology --open" in (ontology.help or "")

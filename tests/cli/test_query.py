"""``kgraph query`` as a user types it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kgraph.cli import cli
from kgraph.errors import QueryError


def _kgraph(*args: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgraph", *args]
    return subprocess.run(command, capture_output=True, encoding="utf-8", input=stdin, check=False)


def test_without_a_name_it_lists_the_queries_with_their_parameters() -> None:
    done = _kgraph("query", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        "programmes-of-union\n    Programmes that a union carries out or plans\n    --set union=...  Women's"
        in done.stdout
    )


def test_a_saved_query_answers_by_name_without_accents(built: Path) -> None:
    done = _kgraph("query", "programmes-of-union", "--set", "union=hoi lhpn tinh nam dinh", "--data", str(built))
    assert (done.returncode, done.stderr) == (0, "Thêm --evidence để xem bài báo và nguyên văn.\n")
    assert "Hỗ trợ phụ nữ khởi nghiệp" in done.stdout
    assert "Nguyên văn" not in done.stdout


def test_evidence_is_shown_on_request_and_never_left_out_for_machines(built: Path) -> None:
    asked = ("query", "programmes-of-union", "--set", "union=hoi lhpn tinh nam dinh", "--data", str(built))
    for more in (("--evidence",), ("--format", "csv")):
        done = _kgraph(*asked, *more)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Nguyên văn" in done.stdout or "quote" in done.stdout


def test_no_rows_is_no_error(built: Path) -> None:
    done = _kgraph("query", "quotes", "--set", "text=zzz", "--format", "csv", "--data", str(built))
    assert (done.returncode, done.stdout, done.stderr) == (0, "type,fact,article,quote\n", "")


def test_a_missing_parameter_names_the_option_even_without_a_dataset(tmp_path: Path) -> None:
    done = _kgraph("query", "programmes-of-union", "--data", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "`--set union=" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_or_stdin_is_run(built: Path, tmp_path: Path) -> None:
    query = tmp_path / "mine.rq"
    query.write_text("SELECT (COUNT(*) AS ?persons) WHERE { ?s a schema:Person }", encoding="utf-8")
    for file, stdin in ((str(query), None), ("-", query.read_text(encoding="utf-8"))):
        done = _kgraph("query", "--file", file, "--format", "csv", "--data", str(built), stdin=stdin)
        assert (done.returncode, done.stdout) == (0, "persons\n2\n")


def test_what_is_wrong_is_one_line_and_exit_2(built: Path, tmp_path: Path) -> None:
    latin = tmp_path / "latin.rq"
    latin.write_bytes("ASK { } # h\xe0".encode("latin-1"))
    broken = tmp_path / "broken.rq"
    broken.write_text("# mine\nSELECT ?x WHERE { ?x ", encoding="utf-8")
    remote = tmp_path / "remote.rq"
    remote.write_text("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", encoding="utf-8")
    for args, words in [
        (("--file", str(remote)), "remote.rq: "),
        (("programmes-of-uinon",), "did you mean programmes-of-union"),
        (("--file", str(tmp_path / "none.rq")), "none.rq: cannot be read"),
        (("--file", str(latin)), "latin.rq: is not UTF-8"),
        (("--file", str(broken)), "broken.rq: the query is not valid SPARQL 1.1: look at line 2, column 22"),
        (("money", "--file", str(broken)), "not both"),
        (("money", "--set", "reportedFor"), "--set NAME=VALUE"),
        (("money", "--format", "turtle"), "turtle is for CONSTRUCT"),
        (("events-between", "--set", "since=2021", "--set", "until=2022-01-01"), "must be a date"),
    ]:
        done = _kgraph("query", *args, "--data", str(built))
        assert done.returncode == 2, args
        assert done.stdout == ""
        assert words in done.stderr
        assert done.stderr.startswith("kgraph: ")
        assert done.stderr.count("\n") == 1, done.stderr


def test_an_unknown_entity_is_exit_1(built: Path) -> None:
    done = _kgraph("query", "money", "--set", "reportedFor=zzzz", "--data", str(built))
    assert (done.returncode, done.stdout) == (1, "")


def test_help_shows_an_example() -> None:
    for name in ("query", "facts", "explain", "export"):
        done = _kgraph(name, "--help")
        assert done.returncode == 0
        assert f"Example:\n    kgraph {name}" in done.stdout


def test_help_of_a_query_tells_its_parameters_with_values_of_the_dataset(built: Path) -> None:
    for args in (("query", "programmes-of-union", "--help"), ("query", "-h", "programmes-of-union")):
        done = _kgraph(*args, "--data", str(built), "--lang", "en")
        assert (done.returncode, done.stderr) == (0, "")
        assert "--set union=...  Women's Union body (entity, needed)" in done.stdout
        assert "such as: Women's Union of Hà Nam province; Women's Union of Nam Định province; " in done.stdout
        assert "--set year=...  Year (integer, optional)" in done.stdout


def test_help_of_a_query_needs_no_dataset(tmp_path: Path) -> None:
    done = _kgraph("query", "programmes-of-union", "--help", "--data", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "--set union=...  Hội (entity, bắt buộc)" in done.stdout
    assert "ví dụ" not in done.stdout


def test_help_of_no_query_names_the_nearest(tmp_path: Path) -> None:
    done = _kgraph("query", "programmes-of-unio", "--help", "--data", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean programmes-of-union" in done.stderr


def test_a_wrong_name_brings_the_nearest_of_its_kind(built: Path) -> None:
    done = _kgraph("query", "programmes-of-union", "--set", "union=hoi lhpn tinh nam dinhh", "--data", str(built))
    assert done.returncode == 1
    assert 'did you mean "Hội LHPN tỉnh Nam Định"' in done.stderr
    assert "huyện" not in done.stderr.partition("did you mean")[2]


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals on Windows")
def test_what_is_missing_is_asked_for_on_a_terminal(built: Path) -> None:
    outer, inner = os.openpty()
    command = [sys.executable, "-m", "kgraph", "query", "programmes-of-union", "--format", "csv", "--data", str(built)]
    with subprocess.Popen(command, stdin=inner, stdout=subprocess.PIPE, stderr=inner, text=True) as process:
        os.write(outer, b"hoi lhpn tinh nam dinh\n")
        rows, _ = process.communicate(timeout=60)
    os.close(inner)
    asked = os.read(outer, 4096).decode()
    os.close(outer)
    assert process.returncode == 0
    assert "Hội (union)" in asked
    assert rows.splitlines()[0] == "programme,status,period,article,quote"
    assert len(rows.splitlines()) > 1


def test_a_page_is_written_where_it_is_asked_for(built: Path, tmp_path: Path) -> None:
    file = tmp_path / "pages" / "money.html"
    done = _kgraph("query", "money", "--format", "html", "--out", str(file), "--data", str(built))
    assert (done.returncode, done.stdout) == (0, "")
    assert file.as_uri() in done.stderr
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_what_is_to_be_opened_is_a_page_beside_the_data(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    done = CliRunner().invoke(cli, ["query", "money", "--open", "--data", str(built)])
    page = built / "money.html"
    assert (done.exit_code, opened) == (0, [page.as_uri()])
    assert "<table>" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("asked", [["money", "--format", "csv"], ["money", "--format", "table"], []])
def test_only_a_page_is_opened(asked: list[str], built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    (built / "money.html").unlink(missing_ok=True)
    done = CliRunner().invoke(cli, ["query", *asked, "--open", "--data", str(built)])
    assert isinstance(done.exception, QueryError)
    assert "--open" in str(done.exception)
    assert (opened, (built / "money.html").exists()) == ([], False)


def test_the_catalogue_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "lists" / "queries.ttl"
    done = _kgraph("query", "--format", "turtle", "--out", str(file))
    assert (done.returncode, done.stdout) == (0, "")
    assert file.read_text(encoding="utf-8") == _kgraph("query", "--format", "turtle").stdout


def test_it_is_told_what_draws_the_chart_that_is_missing(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ["query", "money", "--format", "html", "--data", str(built)]
    assert "kgraph[charts]" not in CliRunner().invoke(cli, asked).stderr
    monkeypatch.setattr("kgraph.cli.query.can_draw", lambda: False)
    monkeypatch.setattr("kgraph.queries.page.can_draw", lambda: False)
    assert "pip install 'kgraph[charts]'" in CliRunner().invoke(cli, asked).stderr
    assert "kgraph[charts]" not in CliRunner().invoke(cli, ["query", "quotes", *asked[2:], "--set", "text=a"]).stderr


def test_a_sum_of_several_kinds_is_refused_in_one_line(built: Path) -> None:
    text = "SELECT (SUM(?n) AS ?all) { ?fact kgo:value ?n }"
    done = _kgraph("query", "--file", "-", "--data", str(built), stdin=text)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "different kinds (achieved, target, planned, stock)" in done.stderr

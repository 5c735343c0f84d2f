"""``kgraph build`` as people type it: exit codes, one line a fault, the summing-up line."""

from __future__ import annotations

import functools
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kgraph import pipeline
from kgraph.cli import build as cli_build
from kgraph.cli import cli, main
from kgraph.dataset.reader import Reader
from kgraph.errors import KgraphError
from kgraph.model import Article, Entity, Evidence, Source, Span, Statement, short_hash


def extract(source: Source) -> tuple[Article, tuple[Statement, ...]]:
    """Every text mentions the union of Nam Định with its first word, unless it says "không"."""
    text = source.content.decode().strip()
    article = Article(short_hash(text), source.name, text, text, (), (Span(0, len(text)),))
    values = (("kgo:mentionedEntity", Entity("union", "nam-dinh")),)
    fact = Statement("entity-mention", "kgo:EntityMention", values, (Evidence(Span(0, 3), "x"),))
    return article, () if "không" in text else (fact,)


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pipeline, "build", functools.partial(pipeline.build, extract=extract))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bai").mkdir()
    (tmp_path / "bai" / "a.txt").write_text("Hội họp", encoding="utf-8")
    (tmp_path / "bai" / "b.txt").write_text("Trời không mưa", encoding="utf-8")


def run(*arguments: str, **options: object) -> Result:
    """What ``kgraph build`` prints and answers."""
    return CliRunner().invoke(cli, ["build", *arguments], **options)  # type: ignore[arg-type]


def test_good_build_sums_up_on_stderr() -> None:
    result = run("bai")
    last = result.stderr.splitlines()[-1]
    assert (result.exit_code, result.stdout) == (0, "")
    assert re.fullmatch(r"build: 2 articles, 1 fact, \d+ triples, \d+ findings?, \d+\.\d s", last)
    assert result.stderr.splitlines()[0] == "warning: b.txt: no fact found; is it about the Women's Union?"
    assert Path("build/kgraph.nq").is_file()


def test_bad_files_warn_and_strict_makes_them_an_error() -> None:
    Path("bai/leer.txt").touch()
    result = run("bai", "--data", "out")
    assert result.exit_code == 0
    assert [line for line in result.stderr.splitlines() if "bai/leer.txt" in line and "empty" in line]
    assert run("bai", "--strict").exit_code == 1
    Path("bai/leer.txt").unlink()
    assert run("bai", "--strict").exit_code == 0, "an article without facts is no error"


def test_nothing_readable_is_wrong_use() -> None:
    result = run("nowhere")
    assert isinstance(result.exception, KgraphError)
    assert result.exception.exit_code == 2
    assert "nowhere: no such file or folder" in result.stderr
    assert not Path("build").exists()


def test_no_traceback_reaches_the_user(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["kgraph", "build", "nowhere"])
    monkeypatch.setattr(sys.stdout, "reconfigure", lambda **_: None, raising=False)
    monkeypatch.setattr(sys.stderr, "reconfigure", lambda **_: None, raising=False)
    with pytest.raises(SystemExit) as exit_:
        main()
    lines = capsys.readouterr().err.splitlines()
    assert exit_.value.code == 2
    assert [line.partition(":")[0] for line in lines] == ["warning", "kgraph"]


@pytest.mark.parametrize("arguments", [("--jobs", "0"), ("--max-bytes", "0"), ("--decisions", "none.csv"), ("--nope",)])
def test_wrong_options_are_wrong_use(arguments: tuple[str, ...]) -> None:
    assert run("bai", *arguments).exit_code == 2


def test_piped_text_is_an_article_and_add_keeps_it() -> None:
    assert run("-", input="Hội tặng quà").exit_code == 0
    assert run("bai", "--add").stderr.splitlines()[-1].startswith("build: 3 articles")
    titles = Reader.open(Path("build")).values("SELECT ?t { ?a dct:title ?t } ORDER BY ?t")
    assert "Hội tặng quà" in [row["t"] for row in titles]


def test_max_bytes_holds_for_files_and_pipes() -> None:
    Path("bai/dai.txt").write_text("Hội " * 100, encoding="utf-8")
    assert "--max-bytes" in run("bai", "--max-bytes", "100").stderr
    result = run("-", "--max-bytes", "10", "--data", "out", input="Hội " * 100)
    assert "--max-bytes" in result.stderr
    assert isinstance(result.exception, KgraphError)


def test_pipe_into_an_unwritable_place_is_one_line() -> None:
    Path("datei").touch()
    result = run("-", "--data", "datei/out", input="Hội họp")
    assert isinstance(result.exception, KgraphError)
    assert "cannot be written" in str(result.exception)


def test_a_file_name_in_another_encoding_is_named() -> None:
    Path("bai/tên\udce9.txt").write_text("Hội họp", encoding="utf-8")
    result = run("bai")
    assert result.exit_code == 0
    assert "tên\\udce9.txt: the name of this file is not UTF-8; rename it" in result.stderr
    assert run("bai/tên\udce9.txt", "bai/a.txt", "--add").exit_code == 0


def test_without_source_the_samples_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cli_build, "folder", lambda name: tmp_path / "bai" if name == "data/articles" else None)
    assert run().stderr.splitlines()[-1].startswith("build: 2 articles")


def test_ledger_of_the_option_is_applied() -> None:
    run("bai")
    (key,) = (row["f"] for row in Reader.open(Path("build")).values("SELECT ?f { ?f a kgo:EntityMention }"))
    Path("so.csv").write_text(f"kind,a,b,value,by,date,why\nwrong,{key},,,Lan,2024-01-02,sai\n", encoding="utf-8")
    assert "0 facts" in run("bai", "--decisions", "so.csv").stderr


def test_help_shows_an_example() -> None:
    assert "kgraph build articles/" in run("--help").stdout

"""``kgraph review`` as people use it: questions, keys, the ledger it writes, going back, and lists for programs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kgraph.cli import cli
from kgraph.dataset.ledger import read_ledger
from kgraph.errors import KgraphError
from kgraph.pipeline import build
from kgraph.pipeline.remember import remember

ARTICLES = {
    "mot": "Hội LHPN tỉnh Hà Nam tổng kết công tác năm 2020\n"
    "Ngày 12/1/2021, Hội LHPN tỉnh Hà Nam tổ chức Hội nghị tổng kết công tác Hội năm 2020. Dự hội nghị có bà "
    "Trần Thị Mẫu Đơn, Chủ tịch Hội LHPN huyện Bình Lục và bà Lê Thị Thử, Phó Chủ tịch Hội LHPN tỉnh Hà Nam. "
    "Kết quả, đã vận động 20 suất quà cho hội viên.",
    "hai": "Phụ nữ tỉnh Hà Nam gặp mặt đầu năm\n"
    "Ngày 15/2/2021, Hội LHPN tỉnh Hà Nam tổ chức Hội nghị biểu dương phong trào. Dự hội nghị có bà "
    "Trần Thị Mẫu Đơn, Chủ tịch Hội LHPN huyện Bình Lục, bà Lê Thị Thứ, Phó Chủ tịch Hội LHPN tỉnh Hà Nam.",
    "ba": "Hội LHPN huyện Lý Nhân họp\n"
    "Ngày 12/1/2021, Hội LHPN huyện Lý Nhân tổ chức Hội nghị triển khai nhiệm vụ. Bà Trần Thị Mẫu Đơn, Chủ tịch "
    "Hội LHPN huyện Lý Nhân phát biểu.",
}
LE, OTHER_LE = "person/le-thi-thu.ha-nam-749156", "person/le-thi-thu.ha-nam-ee44cb"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles in ``bai``, and ``build`` of them."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "bai").mkdir()
    for name, text in ARTICLES.items():
        (folder / "bai" / f"{name}.txt").write_text(text, encoding="utf-8")
    build((folder / "bai",), folder / "build")
    return folder


@pytest.fixture
def here(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy to work in, as the current folder."""
    shutil.copytree(made, tmp_path / "x", symlinks=True)
    monkeypatch.chdir(tmp_path / "x")
    monkeypatch.delenv("KGRAPH_BY", raising=False)
    remember(Path("build"), [tmp_path / "x" / "bai"])
    return tmp_path / "x"


def run(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(cli, ["review", *arguments], input=answers)


def persons(answers: str, *arguments: str) -> Result:
    """A sitting of Lan on the persons."""
    return run("--kind", "person", "--by", "Lan", "--date", "2026-01-31", *arguments, answers=answers)


def ledger() -> list[str]:
    path = Path("bai/decisions.csv")
    return path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else []


def listing(*arguments: str) -> list[dict[str, object]]:
    result = run("--list", "--format", "json", *arguments)
    assert result.exit_code == 0
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def test_the_question_shows_both_sides_and_the_reasons(here: Path) -> None:
    result = persons("t\n")
    shown = result.stderr
    for words in (
        "Lê Thị Thử",
        "Lê Thị Thứ",
        "“Lê Thị Thứ, Phó Chủ tịch Hội LHPN tỉnh Hà Nam”",
        "2021-01-12",
        "mot.txt",
    ):
        assert words in shown
    assert "cùng chức danh ở cùng một tổ chức (+0.4)" in shown
    assert "[c] cùng một  [k] khác  [p] phân vân" in shown
    assert (result.exit_code, result.stdout, ledger()) == (0, "", [])
    assert "0 quyết định đã ghi vào" in shown


def test_answers_are_rows_with_who_when_and_why(here: Path) -> None:
    result = persons("k\nhai chị em, xem ảnh\ndifferent\n\n")
    article = next(str(item["b"]) for item in listing("--decisions", "none.csv") if item["proposal"] == "different")
    first, second = ledger()
    assert first in (
        f'different,{LE},{OTHER_LE},,Lan,2026-01-31,"hai chị em, xem ảnh"',
        f'different,{OTHER_LE},{LE},,Lan,2026-01-31,"hai chị em, xem ảnh"',
    )
    assert second.startswith("different,person/tran-thi-mau-don.ha-nam-")
    assert second.endswith(f",{article},,Lan,2026-01-31,")
    assert "2 quyết định đã ghi vào" in result.stderr
    assert f"kgraph build {here / 'bai'} --data build" in result.stderr


def test_what_was_decided_is_not_asked_again_and_the_next_build_applies_it(here: Path) -> None:
    persons("c\nc\n")
    assert "không còn gì để xem" in persons("").stderr
    assert listing("--kind", "person") == []
    report = build((here / "bai",), here / "build")
    assert (report.problems, report.notes) == ((), ())
    assert listing("--kind", "person", "--decisions", "none.csv") == []


def test_english_keys_unknown_ones_and_names_of_answers(here: Path) -> None:
    result = persons("c\n\nS\nsame\n", "--lang", "en")
    assert result.stderr.count("no such answer; choose one of") == 2
    assert "Are these two one and the same?" in result.stderr
    assert "same post in the same body (+0.4)" in result.stderr
    assert [row.split(",")[0] for row in ledger()] == ["same", "same"]


def test_back_takes_the_last_answer_away_byte_for_byte(here: Path) -> None:
    before = "\ufeff# của Lan\r\nkind;a;b;value;by;date;why\r\nright;0123456789abcdef;;;Mai;;\r\n".encode()
    Path("bai/decisions.csv").write_bytes(before)
    result = persons("c\nl\nl\nt\n")
    assert Path("bai/decisions.csv").read_bytes() == before
    assert "đã lấy lại quyết định trước" in result.stderr
    assert "chưa có gì để lùi" in result.stderr
    persons("b\nl\nc\nl\nk\nvì; thế\nt\n")
    added = Path("bai/decisions.csv").read_bytes().removeprefix(before).decode()
    assert added.startswith("different;person/le-thi-thu")
    assert added.endswith(';;Lan;2026-01-31;"vì; thế"\r\n')
    assert added.count("\r\n") == 1


def test_back_over_a_new_ledger_takes_the_file_away(here: Path) -> None:
    persons("c\nl\n")
    assert not Path("bai/decisions.csv").exists()


def test_back_does_not_undo_what_somebody_else_wrote(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kgraph.curation.session import Session

    session = Session(Path("bai/decisions.csv"), "Lan", "2026-01-31")
    session.decide(0, "right", "https://data.example/kgraph/id/event/x")
    Path("bai/decisions.csv").write_text("kind,a\n", encoding="utf-8")
    with pytest.raises(KgraphError, match="changed meanwhile; take the last row out by hand"):
        session.back()


def test_a_label_is_asked_for_and_the_question_stays(here: Path) -> None:
    result = persons("n\n2\nLê Thị Thử Nghiệm\nn\n1\n\nc\nt\n")
    assert ledger()[0] == f"label,{OTHER_LE},,Lê Thị Thử Nghiệm,Lan,2026-01-31,"
    assert [row.split(",")[0] for row in ledger()] == ["label", "same"]
    assert result.stderr.count("[1/2]") == 3


def test_unsure_is_listed_but_not_asked_again_unless_wanted(here: Path) -> None:
    persons("p\nt\n")
    build((here / "bai",), here / "build")
    assert [item["unsure"] for item in listing("--kind", "person")] == [False, True]
    assert "[1/1]" in persons("t\n").stderr
    assert "đã xem, chưa rõ" in persons("b\nt\n", "--unsure").stderr


def test_doubtful_facts_come_after_candidates(here: Path) -> None:
    kinds = [item["kind"] for item in listing()]
    assert kinds.index("fact") == len([kind for kind in kinds if kind != "fact"])
    fact = next(item for item in listing("--kind", "fact") if item["reasons"] == ["suy luận"])
    answers = "w\nthe sum is planned\n"
    result = run(
        "--kind", "fact", "--limit", "1", "--by", "Lan", "--date", "2026-01-31", "--lang", "en", answers=answers
    )
    assert "Does the article say this?" in result.stderr
    assert "[r] right  [w] wrong  [k] skip" in result.stderr
    assert ledger() == [
        f"wrong,{listing('--decisions', 'none.csv', '--kind', 'fact')[0]['a']},,,Lan,2026-01-31,the sum is planned"
    ]
    assert fact["b"] is None
    build((here / "bai",), here / "build")
    decided = read_ledger(Path("bai/decisions.csv"))[0][0].a
    assert decided not in [item["a"] for item in listing("--decisions", "none.csv")]


def test_pairs_that_follow_from_answers_are_not_asked(here: Path) -> None:
    Path("d.csv").write_text(f"kind,a,b\nsame,{LE},person/x\nsame,person/x,{OTHER_LE}\n", encoding="utf-8")
    assert [i["proposal"] for i in listing("--kind", "person", "--decisions", "d.csv")] == ["different"]


def test_list_as_a_table(here: Path) -> None:
    lines = run("--list", "--kind", "person").stdout.splitlines()
    assert lines[0].split("\t") == ["kind", "proposal", "score", "a", "b", "labels", "reasons"]
    assert lines[1].split("\t")[:2] == ["person", "same"]
    assert len(run("--list", "--limit", "1").stdout.splitlines()) == 2


def test_who_decides_may_stand_in_the_environment(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_BY", "Mai")
    run("--kind", "person", "--date", "2026-01-31", answers="c\n")
    assert ",Mai,2026-01-31," in ledger()[0]


def test_piped_answers_are_never_taken_for_a_name(here: Path) -> None:
    result = run("--kind", "person", answers="c\n")
    assert result.exit_code == 2
    assert "--by NAME" in result.stderr
    assert ledger() == []


def test_wrong_use_is_one_line(here: Path) -> None:
    assert run("--date", "31/1/2026").exit_code == 2
    assert run("--kind", "nope").exit_code == 2
    Path("build/sources.json").unlink()
    result = run("--list", "--kind", "person")
    assert isinstance(result.exception, KgraphError)
    assert "name the ledger by --decisions FILE" in str(result.exception)
    assert "no dataset here" in str(run("--data", "nowhere").exception)


def test_a_ledger_that_cannot_be_written_is_named(here: Path) -> None:
    result = persons("c\n", "--decisions", "nowhere/decisions.csv")
    assert isinstance(result.exception, KgraphError)
    assert "nowhere/decisions.csv: cannot be written" in str(result.exception)

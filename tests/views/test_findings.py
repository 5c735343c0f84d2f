"""What validation found, in the network: a mark at the node or fact, its words in both languages, and a filter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from selenium.webdriver.common.keys import Keys

from kgraph.cli import cli
from kgraph.dataset.generations import current_generation
from kgraph.dataset.reader import Reader
from kgraph.errors import DatasetError
from kgraph.pipeline import build
from kgraph.pipeline.flagging import FILE, flags
from kgraph.views import Finding

ID = "https://data.example/kgraph/id/"
WINDOW = "1400,900"
PERSON = f"{ID}person/nguyen-thi-vi-du.nam-dinh-0a1b2c"
OF_A_NODE = Finding(f"{ID}programme/de-an-939", "warning", "Thiếu <b>thời gian</b>", "No <b>period</b>")
OF_A_FACT = Finding("0000000000000007", "violation", "Số không khớp", "The number differs")
OF_NOTHING = Finding("urn:gone", "info", "Không còn", "Gone")
FOUND = (OF_A_NODE, OF_A_FACT, OF_NOTHING)

Write = Callable[..., Path]


@pytest.mark.browser
def test_findings_stand_at_what_they_are_about(visit: Any, example: Reader) -> None:
    page = visit(example, "#node=" + OF_A_NODE.about.replace(":", "%3A").replace("/", "%2F"), findings=FOUND)
    assert page.texts("#panel .flags li") == ["Cảnh báo: Thiếu <b>thời gian</b>"]
    page.run("location.hash = '#fact=0000000000000007'")
    page.until(lambda: page.all("#panel .chosen"))
    assert page.texts("#panel .chosen .flags li") == ["Lỗi: Số không khớp"]
    page.all("#lang")[0].click()
    assert page.texts("#panel .chosen .flags li") == ["Violation: The number differs"]
    assert page.run("nodeView.get().filter((n) => n.color.border === FLAG).map((n) => nodes[n.id].iri)") == [
        OF_A_NODE.about
    ]
    assert page.errors() == []


@pytest.mark.browser
def test_only_what_is_found_fault_with_is_shown_on_demand(visit: Any, example: Reader) -> None:
    page = visit(example, findings=FOUND)
    assert page.texts("#flagged")[0].split() == ["Cần", "xem", "lại", "2"]
    page.all("#flagged")[0].send_keys(Keys.ENTER)
    assert page.run("location.hash") == "#flagged=1"
    shown = set(page.run("shownNodes().map((n) => n.iri)"))
    assert {OF_A_NODE.about, f"{ID}union/nam-dinh", f"{ID}programme/me-do-dau"} <= shown
    assert PERSON not in shown
    assert page.run("shownFacts().map(({ fact }) => fact.key).filter(Boolean)").count("0000000000000007") == 1
    assert set(visit(example, "#flagged=1", findings=FOUND).run("shownNodes().map((n) => n.iri)")) == shown


@pytest.mark.browser
def test_an_article_with_a_finding_is_shown_although_articles_are_hidden(visit: Any, example: Reader) -> None:
    article = f"{ID}article/1111111111111111"
    page = visit(example, findings=(Finding(article, "info", "Thiếu ngày", "No date"),))
    shown = "shownNodes().map((n) => n.iri)"
    assert article not in page.run(shown)
    page.all("#flagged")[0].send_keys(Keys.ENTER)
    assert article in page.run(shown)
    assert page.run("shownFacts().filter(({ fact }) => isTold(fact)).length") > 0


@pytest.mark.browser
def test_without_findings_there_is_no_such_button(visit: Any, example: Reader) -> None:
    assert not visit(example, findings=(OF_NOTHING,)).all("#flagged")[0].is_displayed()


@pytest.fixture
def checked(tmp_path: Path) -> Path:
    """A dataset of one article without a date, which is a note."""
    (tmp_path / "bai.txt").write_text(
        "Hội LHPN tỉnh Nam Định tổng kết\nHội LHPN tỉnh Nam Định triển khai Đề án 939.\n", encoding="utf-8"
    )
    build((tmp_path / "bai.txt",), tmp_path / "data")
    return tmp_path / "data"


def test_a_build_keeps_its_findings_for_the_network(checked: Path) -> None:
    found = flags(checked)
    assert [(finding.about.rpartition("/")[0], finding.severity) for finding in found] == [(f"{ID}article", "info")]
    assert found[0].vi != found[0].en


def test_the_command_marks_them(checked: Path) -> None:
    done = CliRunner().invoke(cli, ["view", "--data", str(checked), "--out", "-"])
    assert done.exit_code == 0
    assert flags(checked)[0].vi in done.output


def test_a_damaged_list_is_one_line(checked: Path) -> None:
    generation = current_generation(checked)
    assert generation
    for text in ("{", "{}", '{"causes": [{"severity": "info", "findings": [{}]}]}', "[]"):
        (generation / FILE).write_text(text, encoding="utf-8")
        with pytest.raises(DatasetError, match="run `kgraph build` again"):
            flags(checked)


def test_a_dataset_of_before_has_none(checked: Path, tmp_path: Path) -> None:
    generation = current_generation(checked)
    assert generation
    (generation / FILE).unlink()
    assert flags(checked) == flags(tmp_path / "nowhere") == ()

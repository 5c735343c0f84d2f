"""Every reason of the table is given by a text that calls for it, and by none that does not."""

from __future__ import annotations

import ast
import csv
import re
from pathlib import Path
from typing import Any

import pytest

from kgraph.tracing.model import Trace
from kgraph.tracing.tables import kinds, reasons, words

SRC = Path(__file__).parents[2] / "src" / "kgraph"
PLAIN = "Tin về phong trào phụ nữ ở cơ sở\n"
HOME = (
    "Hội LHPN tỉnh Nam Định tổ chức hội nghị\n"
    "Sáng 5/3/2021, Hội LHPN tỉnh Nam Định đã tổ chức hội nghị sơ kết công tác quý I.\n"
)
# For each reason the words it is given for, and a text: its title, or what it goes on from, and one line.
with (Path(__file__).parent / "examples.tsv").open(encoding="utf-8") as table:
    EXAMPLES = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
LINES = {
    "line-furniture": "Trang chủ | Giới thiệu | Tin tức | Liên hệ\n",
    "line-too-short": "Đường hoa\n",
    "line-date": "24/02/2021\n",
    "line-byline": "Lê Thị Bút\n",
    "line-source": "Nguồn: báo tỉnh\n",
    "line-behind-end": "TIN KHÁC\nMột mẩu tin khác\n",
    "line-above-title": "Video Clip\n",
}
BODY = (
    "Tuần trước, Hội LHPN tỉnh Nam Định đã cùng các cháu học sinh trồng thêm rất nhiều cây xanh ở ven đường làng và "
    "quanh trường.\n"
)
# Functions, and a module of them, that answer with a reason, or with nothing where there is none.
ANSWER = frozenset({"untied", "_objection", "inaction", "_unknown"})
CALLS = frozenset({"Doubt", "Weighed", "ZonedLine"})


def text_of(example: dict[str, str]) -> str:
    opening = {"home": HOME, "plain": PLAIN}.get(example["opening"], example["opening"] + "\n")
    return opening + example["text"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["reason"] for example in EXAMPLES])
def test_a_text_that_calls_for_the_reason(example: dict[str, str], traced: Any) -> None:
    reason = example["reason"]
    # A paper of one province speaks for it: a bare commune of another one is a guess.
    known = {"publisher": "Báo Nam Định"} if reason == "place-without-context" else {}
    trace = traced(text_of(example), lang="en", **known)
    found = {(mark.words, why.id, why.text) for mark in trace.marks for why in mark.why_not}
    assert (example["words"], reason, reasons()[reason].text.en) in found


@pytest.mark.parametrize("reason", LINES)
def test_a_line_that_is_left_out(reason: str, traced: Any) -> None:
    above = LINES[reason] if reason == "line-above-title" else ""
    head = LINES[reason] if reason in ("line-furniture", "line-too-short", "line-date") else ""
    end = LINES[reason] if reason in ("line-byline", "line-source", "line-behind-end") else ""
    trace = traced(f"{above}{PLAIN}{head}{BODY}{end}")
    left = {line.text: line.why for line in trace.lines if line.why}
    assert left == dict.fromkeys(LINES[reason].strip().split("\n"), reasons()[reason].text.vi)


def test_every_reason_has_an_example() -> None:
    assert sorted({example["reason"] for example in EXAMPLES} | set(LINES)) == sorted(reasons())


def test_no_reason_where_everything_is_said(traced: Any) -> None:
    trace = traced(
        "Hội LHPN tỉnh Nam Định tổ chức hội nghị\nSáng 5/3/2021, Hội LHPN tỉnh Nam Định đã tổ chức hội nghị.\n"
    )
    assert [(mark.words, mark.why_not) for mark in trace.marks if mark.why_not and mark.kind != "event"] == []


def _named(file: Path) -> set[str]:
    """The reasons that a module names: in the calls that carry one, and in what the functions above return."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    calls = (n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") in CALLS)
    given = [part for call in calls for argument in call.args[1:] for part in ast.walk(argument)]
    functions = (
        n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and (n.name in ANSWER or file.stem in ANSWER)
    )
    answers = (n.value for f in functions for n in ast.walk(f) if isinstance(n, ast.Return) and n.value)
    given += [part for answer in answers for part in ast.walk(answer)]
    texts = {part.value for part in given if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    return {text for text in texts if "-" in text or text == "group"}  # "bare" and the like are compared, not given


def test_every_reason_that_the_code_names_has_a_row() -> None:
    files = [file for package in ("articles", "mappers", "resolve", "tracing") for file in (SRC / package).glob("*.py")]
    named = set().union(*(_named(file) for file in files))
    assert len(named) > 40, "the scan no longer sees the reasons"
    assert sorted(named - set(reasons())) == []


def test_rows_name_known_kinds_and_both_languages_differ() -> None:
    rows = reasons().values()
    assert {row.kind for row in rows} - {"line"} <= set(kinds())
    assert [row.id for row in rows if not row.text.vi or not row.text.en or row.text.vi == row.text.en] == []
    assert words("vi").keys() == words("en").keys()
    assert {f"kind-{kind}" for kind in kinds()} <= words("vi").keys()


def test_every_method_and_confidence_of_the_ontology_has_a_word() -> None:
    schemes = (SRC.parents[1] / "ontology" / "schemes.ttl").read_text(encoding="utf-8")
    named = set(re.findall(r"^kgs:((?:res|confidence)-[a-z-]+) a skos:Concept ", schemes, re.MULTILINE))
    assert len(named) >= 10
    assert sorted(named - words("vi").keys()) == []


def test_candidates_are_told_apart(traced: Any) -> None:
    trace = traced(text_of(next(example for example in EXAMPLES if example["reason"] == "place-ambiguous")))
    [names] = [why.candidates for mark in trace.marks for why in mark.why_not if why.id == "place-ambiguous"]
    assert len(names) > 1
    assert len(set(names)) == len(names)
    assert all(name.startswith("xã Tân Thành, ") for name in names)


def test_everything_seen_is_in_a_fact_or_says_why_not(gold: tuple[Trace, ...]) -> None:
    silent = [(trace.name, mark.words) for trace in gold for mark in trace.marks if not mark.facts and not mark.why_not]
    assert silent == []

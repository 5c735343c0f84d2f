"""What each rule is worth, and how a report shows it."""

from __future__ import annotations

import json

import pytest

from kgraph.evaluation import FORMATS, Document, Report, evaluate
from kgraph.evaluation.frozen import changes
from kgraph.evaluation.report import share
from kgraph.evaluation.results import RuleScore, rule_scores

GOLD = {
    "unions": [
        {"name": "Hội LHPN xã A", "level": "commune", "within": "Mẫu"},
        {"name": "Hội LHPN xã B", "level": "commune"},
        {"name": "Hội LHPN xã C", "level": "commune", "optional": True},
    ],
    "officials": [{"name": "Trần Thị Mẫu", "roles": [{"title": "Chủ tịch", "org": "Hội LHPN xã A"}]}],
}
FOUND = {
    "unions": [
        {"name": "Hội LHPN xã A", "level": "commune", "within": "Mẫu"},
        {"name": "Hội LHPN xã | D", "level": "commune"},
        {"name": "Hội LHPN xã C", "level": "commune"},
    ],
    "officials": [{"name": "Trần Thị Mẫu", "roles": [{"title": "Chủ tịch", "org": "Hội LHPN xã A"}]}],
}
RULES = {
    "/unions/0": ("union-level", "union-named"),
    "/unions/1": ("union-level",),
    "/unions/2": ("union-short",),
    "/officials/0": ("person-post",),
    "/officials/0/roles/0": ("person-post",),
}
EVALUATION = evaluate({"bai": GOLD}, {"bai": Document(FOUND, RULES)})


def test_each_rule_answers_for_the_rows_it_read() -> None:
    assert rule_scores(EVALUATION) == (
        RuleScore("person-post", "persons", 1, 1, 0),
        RuleScore("person-post", "roles", 1, 1, 0),
        RuleScore("union-level", "union_within", 1, 1, 0),
        RuleScore("union-level", "unions", 2, 1, 1),
        RuleScore("union-named", "union_within", 1, 1, 0),
        RuleScore("union-named", "unions", 1, 1, 0),
        RuleScore("union-short", "unions", 1, 0, 0),
    )


def test_precision_of_a_rule_is_over_its_judged_rows() -> None:
    assert [RuleScore("x", "unions", 3, *rows).precision for rows in ((1, 1), (0, 0))] == [0.5, None]


def test_the_table_shows_kinds_rules_and_errors() -> None:
    lines = [" ".join(line.split()) for line in FORMATS["table"](Report(EVALUATION, errors=True)).splitlines()]
    assert "unions 1 1 1 0.500 0.500 0.500" in lines
    assert "figures 0 - 0 - 1.000 -" in lines
    assert "union-level unions 2 1 1 0.500" in lines
    assert '- bai {"name": "Hội LHPN xã B", "level": "commune"}' in lines
    assert '+ bai union-level {"name": "Hội LHPN xã | D", "level": "commune"}' in lines
    assert [line for line in lines if "Hội LHPN xã C" in line] == []


def test_without_errors_and_rules_only_the_kinds_are_shown() -> None:
    plain = FORMATS["table"](Report(evaluate({"bai": GOLD}, {"bai": Document(FOUND)})))
    assert plain.startswith("Kinds\n")
    assert "Rules" not in plain
    assert "xã B" not in plain


def test_markdown_is_whole_tables() -> None:
    text = FORMATS["markdown"](Report(EVALUATION, errors=True))
    assert "## Kinds\n\n| kind | right |" in text
    assert "Hội LHPN xã \\| D" in text
    tables = [part.splitlines() for part in text.split("\n\n") if part.startswith("|")]
    assert [{line.replace("\\|", "").count("|") for line in table} for table in tables] == [{8}, {7}, {5}]


def test_json_has_every_number_unrounded() -> None:
    report = Report(EVALUATION, EVALUATION, changes(EVALUATION.counts(), EVALUATION.counts()), errors=True)
    document = json.loads(FORMATS["json"](report))
    assert document["kinds"]["entities"]["recall"] == 2 / 3
    assert document["kinds"]["figures"]["precision"] is None
    assert document["rules"][3] == {
        "rule": "union-level", "kind": "unions", "rows": 2, "right": 1, "wrong": 1, "precision": 0.5,
    }  # fmt: skip
    assert document["naive"]["unions"]["fp"] == 1
    assert document["baseline"]["kinds"]["unions"] == {"was": 0.5, "now": 0.5}
    assert document["errors"][1] == {
        "kind": "unions", "article": "bai", "error": "extra", "rules": ["union-level"],
        "row": {"name": "Hội LHPN xã | D", "level": "commune"},
    }  # fmt: skip


def test_the_floor_and_the_change_stand_beside_the_measures() -> None:
    worse = evaluate({"bai": GOLD}, {"bai": Document({})})
    shown = FORMATS["table"](Report(EVALUATION, worse, changes(worse.counts(), EVALUATION.counts())))
    rows = {line.split()[0]: line.split() for line in shown.splitlines()[1:] if line}
    assert rows["kind"][-4:] == ["naive", "F1", "was", "change"]
    assert rows["unions"][-3:] == ["0.000", "0.000", "+0.500"]
    assert rows["roles"][-3:] == ["-", "0.000", "+1.000"]
    assert rows["awards"][-3:] == ["-", "1.000", "="]


@pytest.mark.parametrize(("value", "text"), [(0.99996, "0.999"), (1.0, "1.000"), (0.0, "0.000"), (None, "-")])
def test_only_what_is_whole_is_shown_as_whole(value: float | None, text: str) -> None:
    assert share(value) == text

"""What a person reads of an evaluation: tables of the kinds, of the rules, and of the single errors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kgraph.evaluation.frozen import Changes
from kgraph.evaluation.kinds import KINDS
from kgraph.evaluation.naive import TRIED
from kgraph.evaluation.results import Evaluation, RuleScore, rule_scores
from kgraph.evaluation.rows import Row
from kgraph.evaluation.scoring import Score

_NONE: Final = "-"
# Lists inside an entry are rows of their own kind, and these flags are instructions to the comparison.
_NOT_SHOWN: Final = frozenset({"optional", "year_inferred"})


@dataclass(frozen=True, slots=True)
class Report:
    """An evaluation with what it is held against: the naive *floor* and the *changes* since the frozen result.

    *errors* asks for every missed and every extra row.
    """

    evaluation: Evaluation
    floor: Evaluation | None = None
    changes: Changes | None = None
    errors: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its title, its header and its rows. The first *words* columns hold words, the others numbers."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int


def grids(report: Report) -> Iterator[Grid]:
    """The tables of *report*; those of rules and errors only where there are any."""
    yield _kinds(report)
    if rules := rule_scores(report.evaluation):
        yield Grid(
            "Rules", ("rule", "kind", "rows", "right", "extra", "precision"), tuple(_rule(r) for r in rules), words=2
        )
    if report.errors:
        found = ((kind, tuple(errors(report.evaluation, kind))) for kind in KINDS)
        header = ("", "article", "rules", "row")
        yield from (Grid(f"{kind}: missed - and extra +", header, rows, len(header)) for kind, rows in found if rows)


def _kinds(report: Report) -> Grid:
    header = ("kind", "right", "extra", "missed", "precision", "recall", "F1")
    held = ("naive F1",) * (report.floor is not None) + ("was", "change") * (report.changes is not None)
    floor = report.floor.scores() if report.floor else {}
    rows = (
        (name, *_score(score), *_floor(report, floor, name), *_change(report, name))
        for name, score in report.evaluation.scores().items()
    )
    return Grid("Kinds", header + held, tuple(rows), words=1)


def _score(score: Score) -> tuple[str, ...]:
    counts = score.counts
    extra = _NONE if score.precision is None else str(counts.fp)
    return str(counts.tp), extra, str(counts.fn), share(score.precision), share(score.recall), share(score.f1)


def _floor(report: Report, floor: dict[str, Score], name: str) -> tuple[str, ...]:
    if report.floor is None:
        return ()
    return (share(floor[name].f1 if name in TRIED else None),)


def _change(report: Report, name: str) -> tuple[str, ...]:
    if report.changes is None:
        return ()
    change = report.changes.kinds[name]
    moved = change.now - change.was
    return share(change.was), f"{moved:+.3f}" if abs(moved) >= 0.0005 else "="


def _rule(rule: RuleScore) -> tuple[str, ...]:
    return rule.rule, rule.kind, str(rule.rows), str(rule.right), str(rule.wrong), share(rule.precision)


def share(value: float | None) -> str:
    """A measure with three places; a dash for one that does not exist. Only what is whole is shown as 1.000.

    >>> share(0.9998), share(1.0), share(None)
    ('0.999', '1.000', '-')
    """
    if value is None:
        return _NONE
    return f"{min(value, 0.999) if value < 1 else value:.3f}"


def errors(evaluation: Evaluation, kind: str) -> Iterator[tuple[str, str, str, str]]:
    """Every error of *kind*: ``-`` (missed) or ``+`` (extra), the article, the rules behind the row, and the row."""
    for name, compared in evaluation.compared(kind):
        yield from (("-", name, "", shown(row)) for row in compared.missed)
        yield from (("+", name, " ".join(row.rules), shown(row)) for row in compared.extra)


def shown(row: Row) -> str:
    """The fields of *row* that say something, as JSON in one line."""
    told = {k: v for k, v in row.fields.items() if v is not None and not isinstance(v, list) and k not in _NOT_SHOWN}
    return json.dumps(told, ensure_ascii=False)

"""The formats of a report: a table for the terminal, Markdown for a page, JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any, Final

from kgraph.evaluation.kinds import KINDS
from kgraph.evaluation.report import Grid, Report, errors, grids
from kgraph.evaluation.results import rule_scores
from kgraph.evaluation.scoring import Score


def as_table(report: Report) -> str:
    """Columns aligned by blanks, numbers to the right, under a title each."""
    return "\n".join(f"{grid.title}\n{_aligned(grid)}" for grid in grids(report))


def _aligned(grid: Grid) -> str:
    cells = (grid.header, *grid.rows)
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "".join(f"{_line(row, widths, grid.words)}\n" for row in cells)


def _line(row: tuple[str, ...], widths: list[int], words: int) -> str:
    padded = (
        cell.ljust(width) if column < words else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(padded).rstrip()


def as_markdown(report: Report) -> str:
    """A heading and a pipe table for each grid."""
    return "\n".join(f"## {grid.title}\n\n{_piped(grid)}" for grid in grids(report))


def _piped(grid: Grid) -> str:
    rule = tuple("---" if column < grid.words else "---:" for column in range(len(grid.header)))
    rows = (tuple(map(_safe, row)) for row in grid.rows)
    return "".join(f"| {' | '.join(row)} |\n" for row in (grid.header, rule, *rows))


def _safe(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|")


def as_json(report: Report) -> str:
    """All numbers unrounded, under the names that the tables use."""
    evaluation = report.evaluation
    document: dict[str, Any] = {
        "articles": list(evaluation.articles),
        "kinds": {name: _measures(score) for name, score in evaluation.scores().items()},
        "rules": [asdict(rule) | {"precision": rule.precision} for rule in rule_scores(evaluation)],
    }
    if report.floor:
        document["naive"] = {name: _measures(score) for name, score in report.floor.scores().items()}
    if report.changes:
        document["baseline"] = asdict(report.changes) | {"fallen": report.changes.fallen}
    if report.errors:
        document["errors"] = list(_errors(report))
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _measures(score: Score) -> dict[str, Any]:
    return asdict(score.counts) | {"precision": score.precision, "recall": score.recall, "f1": score.f1}


def _errors(report: Report) -> Iterator[dict[str, Any]]:
    for kind in KINDS:
        for sign, article, rules, row in errors(report.evaluation, kind):
            error = {"kind": kind, "article": article, "error": "missed" if sign == "-" else "extra"}
            yield error | {"rules": rules.split(), "row": json.loads(row)}


FORMATS: Final[Mapping[str, Callable[[Report], str]]] = MappingProxyType(
    {"table": as_table, "json": as_json, "markdown": as_markdown}
)
"""How to write a report, by the name of the format."""

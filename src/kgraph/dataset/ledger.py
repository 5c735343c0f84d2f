"""``decisions.csv``: what people decided of things and facts, with who, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kgraph.dataset.spreadsheet import is_day, read_sheet

COLUMNS: Final = ("kind", "a", "b", "value", "by", "date", "why")
REMARK: Final = "#"
"""What a row begins with that people wrote for themselves; it is no decision."""
NEEDS: Final = {
    "same": ("a", "b"),
    "different": ("a", "b"),
    "unsure": ("a", "b"),
    "wrong": ("a",),
    "right": ("a",),
    "label": ("a", "value"),
}
"""The kinds of decision, and the cells that each needs."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row: *a* and *b* name things or facts by IRI, ``kind/key`` or a fact's bare key. *where* is file and row."""

    kind: str
    a: str
    b: str = ""
    value: str = ""
    by: str = ""
    date: str = ""
    why: str = ""
    where: str = ""


def read_ledger(path: Path) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    """The decisions in *path* (none if there is no such file), and a line for each malformed row, which is left out."""
    sheet = read_sheet(path, COLUMNS, REMARK)
    decisions, problems = [], list(sheet.problems)
    for number, values in sheet.rows:
        where = f"{path}: row {number}"
        if fault := _fault(values):
            problems.append(f"{where}: {fault}; the row is ignored")
        else:
            decisions.append(Decision(**{name: values.get(name, "") for name in COLUMNS}, where=where))
    return tuple(decisions), tuple(problems)


def _fault(values: dict[str, str]) -> str:
    kind = values["kind"]
    if kind not in NEEDS:
        return f"unknown kind '{kind}'; the kinds are {', '.join(NEEDS)}"
    if missing := [name for name in NEEDS[kind] if not values.get(name)]:
        return f"'{kind}' needs a value in column {' and '.join(missing)}"
    day = values.get("date", "")
    return "" if not day or is_day(day) else f"date '{day}' is not a day as YYYY-MM-DD"

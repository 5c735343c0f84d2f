"""CSV as people's spreadsheets write it: a byte order mark, commas or semicolons, blank rows; faults named by row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Final

# Excel with Vietnamese settings writes semicolons, because the comma is the decimal mark there.
_DELIMITERS: Final = ",;\t"
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file as (row number, values by column), the header being row 1, and *problems* naming their row."""

    rows: tuple[tuple[int, dict[str, str]], ...] = ()
    problems: tuple[str, ...] = ()


def read_sheet(path: Path, columns: tuple[str, ...], comment: str = "") -> Sheet:
    """The rows of *path*, whose first of *columns* must be there; empty if there is no file. Raises nothing.

    Rows that begin with *comment* are remarks of people; without one, every row counts.
    """
    if not path.is_file():
        return Sheet()
    try:
        table = cells(path.read_bytes().decode("utf-8-sig"), comment)
    except UnicodeDecodeError as error:
        return Sheet(problems=(f"{path}: not UTF-8 at byte {error.start}; save it as CSV UTF-8",))
    except (OSError, csv.Error) as error:
        return Sheet(problems=(f"{path}: cannot be read as CSV ({error}); the file is ignored",))
    return _sheet(path, table, columns)


def cells(text: str, comment: str = "") -> list[tuple[int, list[str]]]:
    """The rows of *text* with their numbers from 1; raises csv.Error where a quotation mark is not closed."""
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter(text, comment), strict=True)
    return [(number, row) for number, row in enumerate(rows, start=1) if not _is_remark(row, comment)]


def _is_remark(row: list[str], comment: str) -> bool:
    return bool(comment and row) and row[0].lstrip().startswith(comment)


def delimiter(text: str, comment: str = "") -> str:
    """What separates the cells of the first line that is no remark."""
    lines = (line for line in text.splitlines() if not (comment and line.lstrip().startswith(comment)))
    return max(_DELIMITERS, key=next(lines, "").count)


def column_names(row: list[str]) -> list[str]:
    """The names in the header *row*."""
    return [cell.strip().casefold() for cell in row]


def _sheet(path: Path, table: list[tuple[int, list[str]]], columns: tuple[str, ...]) -> Sheet:
    head = table[0][0] if table else 1
    header = column_names(table[0][1]) if table else []
    if columns[0] not in header:
        return Sheet(problems=(f"{path}: row {head}: no column '{columns[0]}'; the columns are {','.join(columns)}",))
    rows = [(number, row) for number, row in table[1:] if any(map(str.strip, row))]
    good = tuple((n, _values(header, row)) for n, row in rows if len(row) == len(header))
    return Sheet(good, tuple(_faults(path, header, columns, rows)))


def _values(header: list[str], row: list[str]) -> dict[str, str]:
    return {name: " ".join(cell.split()) for name, cell in zip(header, row, strict=True)}


def _faults(
    path: Path, header: list[str], columns: tuple[str, ...], rows: list[tuple[int, list[str]]]
) -> Iterator[str]:
    for name in header:
        if name not in columns:
            yield f"{path}: row 1: unknown column '{name}' is ignored"
    for number, row in rows:
        if len(row) != len(header):
            counts = f"{len(row)} cells instead of {len(header)}"
            yield f"{path}: row {number}: {counts}; put text that holds a comma in double quotes; the row is ignored"


def is_day(value: str) -> bool:
    """Whether *value* is a day of the calendar as YYYY-MM-DD."""
    try:
        return bool(_DAY.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:  # 2021-02-30
        return False

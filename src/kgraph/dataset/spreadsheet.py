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


def read_sheet(path: Path, columns: tuple[str, ...]) -> Sheet:
    """The rows of *path*, whose first of *columns* must be there; empty if there is no file. Raises nothing."""
    if not path.is_file():
        return Sheet()
    try:
        text = path.read_text(encoding="utf-8-sig")
        table = list(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except UnicodeDecodeError as error:
        return Sheet(problems=(f"{path}: not UTF-8 at byte {error.start}; save it as CSV UTF-8",))
    except (OSError, csv.Error) as error:
        return Sheet(problems=(f"{path}: cannot be read as CSV ({error}); the file is ignored",))
    return _sheet(path, table, columns)


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(_DELIMITERS, key=head.count)


def _sheet(path: Path, table: list[list[str]], columns: tuple[str, ...]) -> Sheet:
    header = [cell.strip().casefold() for cell in table[0]] if table else []
    if columns[0] not in header:
        return Sheet(problems=(f"{path}: row 1: no column '{columns[0]}'; the columns are {','.join(columns)}",))
    rows = [(number, cells) for number, cells in enumerate(table[1:], start=2) if any(map(str.strip, cells))]
    good = tuple((n, _values(header, cells)) for n, cells in rows if len(cells) == len(header))
    return Sheet(good, tuple(_faults(path, header, columns, rows)))


def _values(header: list[str], cells: list[str]) -> dict[str, str]:
    return {name: " ".join(cell.split()) for name, cell in zip(header, cells, strict=True)}


def _faults(
    path: Path, header: list[str], columns: tuple[str, ...], rows: list[tuple[int, list[str]]]
) -> Iterator[str]:
    for name in header:
        if name not in columns:
            yield f"{path}: row 1: unknown column '{name}' is ignored"
    for number, cells in rows:
        if len(cells) != len(header):
            counts = f"{len(cells)} cells instead of {len(header)}"
            yield f"{path}: row {number}: {counts}; put text that holds a comma in double quotes; the row is ignored"


def is_day(value: str) -> bool:
    """Whether *value* is a day of the calendar as YYYY-MM-DD."""
    try:
        return bool(_DAY.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:  # 2021-02-30
        return False

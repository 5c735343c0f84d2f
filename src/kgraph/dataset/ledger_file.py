"""Adds a row to ``decisions.csv`` as its owner keeps it: every byte that stands there stays."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Final

from kgraph.dataset.ledger import COLUMNS, NEEDS, REMARK, Decision
from kgraph.dataset.spreadsheet import cells, column_names, delimiter
from kgraph.errors import DatasetError

_LF: Final = "\n"


def content(path: Path) -> bytes | None:
    """The bytes of the ledger *path*, or None where there is none. Raises DatasetError where it cannot be read."""
    try:
        return path.read_bytes() if path.exists() else None
    except OSError as error:
        raise DatasetError(f"{path}: cannot be read ({error.strerror}); name another ledger by --decisions") from error


def with_row(path: Path, before: bytes | None, decision: Decision) -> bytes:
    """The bytes *before* of the ledger *path* and one row more, in its columns, separators and line ends.

    Raises DatasetError where the file is no CSV in UTF-8, or has no column for something that *decision* needs.
    """
    text, columns = _header(path, before or b"")
    end = "\r\n" if "\r\n" in text else _LF
    gap = "" if not text or text.endswith(("\n", "\r")) else end
    if not columns:
        added = ",".join(COLUMNS) + end + _row(decision, COLUMNS, ",", end)
    elif missing := [name for name in NEEDS[decision.kind] if name not in columns]:
        raise DatasetError(f"{path}: no column '{missing[0]}'; add it to the header row and to every other row")
    else:
        added = _row(decision, columns, delimiter(text, REMARK), end)
    return (before or b"") + (gap + added).encode()


def _header(path: Path, before: bytes) -> tuple[str, list[str]]:
    """The text of the file and the names of its columns; none where it is empty."""
    try:
        text = before.decode("utf-8-sig")
        rows = cells(text, REMARK)
    except UnicodeDecodeError as error:
        raise DatasetError(f"{path}: not UTF-8 at byte {error.start}; save it as CSV UTF-8") from error
    except csv.Error as error:
        raise DatasetError(f"{path}: cannot be read as CSV ({error}); close the quotation mark") from error
    columns = column_names(rows[0][1]) if rows else []
    if columns and "kind" not in columns:
        raise DatasetError(f"{path}: row {rows[0][0]}: no column 'kind'; the columns are {','.join(COLUMNS)}")
    return text, columns


def _row(decision: Decision, columns: Sequence[str], separator: str, end: str) -> str:
    line = StringIO()
    values = [str(getattr(decision, name)) if name in COLUMNS else "" for name in columns]
    csv.writer(line, delimiter=separator, lineterminator=end).writerow(values)
    return line.getvalue()


def replace_content(path: Path, new: bytes | None) -> None:
    """Make *new* the bytes of *path*, whole or not at all; None takes the file away. Raises DatasetError."""
    target = path.resolve()  # of a link, what it leads to is written, and the link stays
    fresh = target.with_name(f".{target.name}.new")
    try:
        if new is None:
            target.unlink(missing_ok=True)
            return
        with fresh.open("wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, fresh)
        fresh.replace(target)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise DatasetError(f"{path}: cannot be written ({error.strerror}); name another by --decisions") from error

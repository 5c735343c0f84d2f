"""``sources.csv``: what a person says of the files of a folder (it outranks what the text says)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from kgraph.dataset.spreadsheet import is_day, read_sheet
from kgraph.vietnamese import nfc

NAME: Final = "sources.csv"
FIELDS: Final = ("url", "publisher", "published", "title")


@dataclass(frozen=True, slots=True)
class Row:
    """The metadata of one file; None where the cell is empty. *published* is YYYY-MM-DD."""

    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    title: str | None = None


NO_ROW: Final = Row()


@dataclass(frozen=True, slots=True)
class Listing:
    """A read ``sources.csv``: rows by NFC file name relative to its folder, their row numbers, and what is wrong."""

    rows: dict[str, Row]
    numbers: dict[str, int]
    problems: tuple[str, ...] = ()


def read_listing(folder: Path) -> Listing:
    """The ``sources.csv`` of *folder*; an empty listing where there is none. Raises nothing: faults are *problems*."""
    sheet = read_sheet(folder / NAME, ("file", *FIELDS))
    listing, problems = Listing({}, {}), list(sheet.problems)
    for number, values in sheet.rows:
        problems += (f"{folder / NAME}: row {number}: {fault}" for fault in _add(listing, number, values))
    return replace(listing, problems=tuple(problems))


def _add(listing: Listing, number: int, values: dict[str, str]) -> Iterator[str]:
    if fault := _bad_name(values["file"], listing):
        yield f"{fault}; the row is ignored"
        return
    name = _clean(values["file"])
    faults = {field: fault for field in FIELDS if (fault := _fault(field, values.get(field, "")))}
    listing.numbers[name] = number
    listing.rows[name] = Row(**{f: values.get(f) or None for f in FIELDS if f not in faults})
    yield from faults.values()


def _clean(name: str) -> str:
    return str(PurePosixPath(nfc(name.replace("\\", "/"))))


def _bad_name(name: str, listing: Listing) -> str:
    if not name:
        return "no file name"
    clean = PurePosixPath(_clean(name))
    if clean.is_absolute() or ".." in clean.parts:
        return f"'{name}' lies outside the folder"
    first = listing.numbers.get(str(clean))
    return f"'{name}' is listed before, in row {first}" if first else ""


def _fault(field: str, value: str) -> str:
    """What is wrong with a cell, or nothing; a faulty cell is ignored, the rest of its row counts."""
    if value and field == "published" and not is_day(value):
        return f"published '{value}' is not a day as YYYY-MM-DD; the cell is ignored"
    if value and field == "url" and not is_web_address(value):
        return f"url '{value}' is not an http or https address; the cell is ignored"
    return ""


def is_web_address(value: str) -> bool:
    """Whether *value* is an http or https address with a host."""
    try:
        parts = urlsplit(value)
    except ValueError:  # "http://[::1": a bracket without its pair
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)

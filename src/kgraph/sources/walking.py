"""Paths that a user names -> the article files behind them, each once, in an order that does not depend on theirs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeAlias

from kgraph.sources.content import PAGE_SUFFIXES
from kgraph.sources.found import Found, SourceProblem
from kgraph.sources.listing import NAME, NO_ROW, Listing, Row, read_listing
from kgraph.vietnamese import nfc

SUFFIXES: Final = (".txt", *PAGE_SUFFIXES)
LEDGER: Final = "decisions.csv"
CACHE_TAG: Final = "CACHEDIR.TAG"
"""Marks a folder of derived files, such as a dataset directory, whose report.html is no article."""

_Listings: TypeAlias = Callable[[Path], Listing]


def find_sources(paths: Iterable[Path]) -> tuple[tuple[Found, ...], tuple[SourceProblem, ...]]:
    """The article files under *paths* sorted by name, each once, and what is wrong with paths and listings."""
    listing = lru_cache(maxsize=None)(read_listing)
    files: dict[Path, Found] = {}
    problems: set[str] = set()
    resolved = lru_cache(maxsize=None)(Path.resolve)
    for item in (item for path in paths for item in _look(path, listing)):
        if isinstance(item, Found):
            place = item.path.resolve() if item.path.is_symlink() else resolved(item.path.parent) / item.path.name
            files[place] = min(item, files.get(place, item), key=_order)
        else:
            problems.add(item.line)
    return tuple(sorted(files.values(), key=_order)), tuple(map(SourceProblem, sorted(problems)))


def _order(found: Found) -> tuple[str, str]:
    return found.name, str(found.path)


def _look(path: Path, listing: _Listings) -> Iterator[Found | SourceProblem]:
    if path.is_dir():
        yield from _folder(path, listing)
    elif not path.exists():
        yield SourceProblem(f"{path}: no such file or folder; check the name")
    elif path.name not in (NAME, LEDGER):
        beside = listing(path.parent)
        yield from map(SourceProblem, beside.problems)
        yield Found(path, nfc(path.name), beside.rows.get(nfc(path.name), NO_ROW))


def _folder(root: Path, listing: _Listings) -> Iterator[Found | SourceProblem]:
    rows: dict[str, Row] = {}
    found: list[Found] = []
    for folder in _folders(root):
        under = listing(folder)
        yield from map(SourceProblem, under.problems)
        yield from _missing(folder, under)
        # folders come before what they hold, so that the nearest sources.csv has the last word
        rows |= {_name(folder / name, root): row for name, row in under.rows.items()}
        found += _files(folder, rows, root)
    yield from (Found(item.path, item.name, rows.get(item.name, NO_ROW)) for item in found)
    if not found:
        yield SourceProblem(f"{root}: no article in this folder; articles end in {', '.join(SUFFIXES)}")


def _name(path: Path, root: Path) -> str:
    return nfc(path.relative_to(root).as_posix())


def _folders(root: Path) -> Iterator[Path]:
    for folder, inner, _ in os.walk(root):
        inner[:] = sorted(name for name in inner if not (name.startswith(".") or _is_of_page(Path(folder) / name)))
        if (Path(folder) / CACHE_TAG).exists():
            inner.clear()
        else:
            yield Path(folder)


def _is_of_page(folder: Path) -> bool:
    """Whether *folder* is "bai_files" beside "bai.html": frames that a browser saved with a page are no articles."""
    stem = folder.name.removesuffix("_files")
    return stem != folder.name and any(folder.with_name(stem + suffix).exists() for suffix in PAGE_SUFFIXES)


def _files(folder: Path, rows: dict[str, Row], root: Path) -> Iterator[Found]:
    """Files of *folder* with the suffix of an article, and any other file that a listing asks for by name."""
    above = "" if folder == root else f"{_name(folder, root)}/"
    for file in sorted(_visible(folder) if os.access(folder, os.R_OK) else ()):
        name = above + nfc(file)
        if file.lower().endswith(SUFFIXES) or name in rows:
            yield Found(folder / file, name)


def _visible(folder: Path) -> list[str]:
    """The names of what is in *folder* and may be an article; to ask each path apart takes three times as long."""
    with os.scandir(folder) as entries:
        return [e.name for e in entries if not (e.name.startswith(".") or e.name in (NAME, LEDGER) or e.is_dir())]


def _missing(folder: Path, listing: Listing) -> Iterator[SourceProblem]:
    for name, number in listing.numbers.items():
        if not _exists(folder / name):
            yield SourceProblem(
                f"{folder / NAME}: row {number}: no file '{name}' here; correct the name or drop the row"
            )


def _exists(path: Path) -> bool:
    """Whether the file is there, perhaps with its accents written as marks of their own (macOS writes "hội" so)."""
    return path.exists() or (path.parent.is_dir() and path.name in {nfc(other.name) for other in path.parent.iterdir()})

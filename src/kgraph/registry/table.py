"""Loads TSV tables of the registry; each complaint names the file and the row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar

from kgraph.errors import RegistryError
from kgraph.resources import read
from kgraph.vietnamese import match_form

FOLDER: Final = "data/registry"
Row: TypeAlias = list[str]
T = TypeVar("T")


def load(name: str, columns: tuple[str, ...], make: Callable[[Row], T]) -> tuple[T, ...]:
    """The rows of ``data/registry/{name}``, each given to *make* as cells in the order of *columns*.

    Raises RegistryError where the file is missing, its header differs, a row has another number of cells, or *make*
    refuses a row with ValueError, KeyError or IndexError.
    """
    head, *lines = _lines(name)
    if tuple(head.split("\t")) != columns:
        raise RegistryError(f"{FOLDER}/{name}: the header must be {' '.join(columns)}, separated by tabs")
    return tuple(_row(name, number, line, len(columns), make) for number, line in enumerate(lines, 2))


def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``data/registry/{name}`` as cells by column name, for lexicons whose columns are their own affair.

    Raises RegistryError where the file is missing or a row has another number of cells than the header.
    """
    columns = _lines(name)[0].split("\t")
    return load(name, tuple(columns), lambda cells: MappingProxyType(dict(zip(columns, cells, strict=True))))


def _lines(name: str) -> list[str]:
    try:
        text = read(f"{FOLDER}/{name}")
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryError(f"{FOLDER}/{name}: cannot be read ({error})") from error
    return text.rstrip("\n").split("\n")


def _row(name: str, number: int, line: str, width: int, make: Callable[[Row], T]) -> T:
    cells = line.split("\t")
    if len(cells) != width:
        raise RegistryError(f"{FOLDER}/{name}, row {number}: has {len(cells)} cells, not {width}")
    try:
        return make(cells)
    except (ValueError, KeyError, IndexError) as error:
        raise RegistryError(f"{FOLDER}/{name}, row {number}: {error}") from error


def listed(cell: str) -> tuple[str, ...]:
    """The items of a cell that are separated by ``|``; an empty cell has none."""
    return tuple(cell.split("|")) if cell else ()


@lru_cache(maxsize=2048)
def folded(name: str) -> str:
    """*name* as tables compare names: tone-mark placement ("Hoá", "Hóa"), case and runs of spaces do not count."""
    return " ".join(match_form(name).casefold().split())


def by_key(name: str, rows: Iterable[tuple[str, T]]) -> Mapping[str, T]:
    """*rows* by key; raises RegistryError, naming file and key, where a key comes twice."""
    found: dict[str, T] = {}
    for key, row in rows:
        if key in found:
            raise RegistryError(f"{FOLDER}/{name}: the key {key} comes twice")
        found[key] = row
    return MappingProxyType(found)


def by_name(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    """All rows that bear a name, by `folded` name, in the order of *pairs*."""
    found: dict[str, list[T]] = {}
    for name, row in pairs:
        same = found.setdefault(folded(name), [])
        if row not in same:
            same.append(row)
    return MappingProxyType({name: tuple(rows) for name, rows in found.items()})

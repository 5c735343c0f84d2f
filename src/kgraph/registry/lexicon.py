"""A small curated table that is looked up by key, by any of its names, or by code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Generic, Protocol, TypeVar

from kgraph.errors import RegistryError
from kgraph.registry.table import FOLDER, by_key, by_name, folded, listed, load


class Term(Protocol):
    """What every row of a lexicon has."""

    @property
    def key(self) -> str:
        """The frozen key, which makes the IRI."""

    @property
    def label(self) -> str:
        """The preferred Vietnamese name."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names and abbreviations."""


T = TypeVar("T", bound=Term)
_COLUMNS: Final = ("key", "label", "label_en", "aliases")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A term that is nothing but its names."""

    key: str
    label: str
    label_en: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon(Generic[T]):
    """The rows of one curated table."""

    file: str
    _by_key: Mapping[str, T]
    _by_name: Mapping[str, T]

    def __getitem__(self, key: str) -> T:
        """The row under *key*; raises RegistryError where there is none."""
        if key not in self._by_key:
            raise RegistryError(f"no row has the key {key!r} in {FOLDER}/{self.file}")
        return self._by_key[key]

    def __iter__(self) -> Iterator[T]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def get(self, key: str) -> T | None:
        """The row under *key*, or None."""
        return self._by_key.get(key)

    def named(self, name: str) -> T | None:
        """The row with the label or alias *name*, whatever its tone-mark placement, case and blanks, or None."""
        return self._by_name.get(folded(name))

    def names(self) -> Iterable[str]:
        """Every label and alias once, folded as `named` compares them."""
        return self._by_name.keys()


def lexicon(file: str, terms: Iterable[T]) -> Lexicon[T]:
    """*terms* indexed; raises RegistryError where two rows share a key or a name."""
    rows = tuple(terms)
    named = by_name((name, row) for row in rows for name in (row.label, *row.aliases))
    shared = [f"{name!r} ({', '.join(row.key for row in same)})" for name, same in named.items() if len(same) > 1]
    if shared:
        raise RegistryError(f"{FOLDER}/{file}: two rows share a name: {'; '.join(shared)}")
    only = MappingProxyType({name: same[0] for name, same in named.items()})
    return Lexicon(file, by_key(file, ((row.key, row) for row in rows)), only)


def labelled(file: str) -> Lexicon[Labelled]:
    """The rows of a table that has names only; raises RegistryError on a fault in it."""
    return lexicon(file, load(file, _COLUMNS, _labelled))


def _labelled(row: list[str]) -> Labelled:
    key, label, label_en, aliases = row
    return Labelled(key, label, label_en, listed(aliases))

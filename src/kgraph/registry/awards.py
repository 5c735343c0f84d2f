"""Kinds of awards: bằng khen, giấy khen, cờ thi đua, huân chương, titles of honour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kgraph.registry.lexicon import Lexicon, lexicon
from kgraph.registry.table import listed, load

_FILE: Final = "awards.tsv"
_COLUMNS: Final = ("key", "label", "label_en", "aliases")


@dataclass(frozen=True, slots=True)
class Award:
    """One row of ``awards.tsv``."""

    key: str
    label: str
    label_en: str
    aliases: tuple[str, ...]


@lru_cache(maxsize=1)
def awards() -> Lexicon[Award]:
    """The rows of ``awards.tsv``. Raises RegistryError on a fault in it."""
    return lexicon(_FILE, load(_FILE, _COLUMNS, _award))


def _award(row: list[str]) -> Award:
    key, label, label_en, aliases = row
    return Award(key, label, label_en, listed(aliases))

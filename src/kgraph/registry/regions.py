"""Regions of provinces, such as đồng bằng sông Hồng: names of areas, not administrative units."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kgraph.registry.lexicon import Lexicon, lexicon
from kgraph.registry.table import listed, load

_FILE: Final = "regions.tsv"
_COLUMNS: Final = ("key", "label", "label_en", "aliases")


@dataclass(frozen=True, slots=True)
class Region:
    """One row of ``regions.tsv``."""

    key: str
    label: str
    label_en: str
    aliases: tuple[str, ...]


@lru_cache(maxsize=1)
def regions() -> Lexicon[Region]:
    """The rows of ``regions.tsv``. Raises RegistryError on a fault in it."""
    return lexicon(_FILE, load(_FILE, _COLUMNS, _region))


def _region(row: list[str]) -> Region:
    key, label, label_en, aliases = row
    return Region(key, label, label_en, listed(aliases))

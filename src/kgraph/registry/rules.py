"""The catalogue of rules: what each rule that stands in evidence reads, in one line for people."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from kgraph.bilingual import Bilingual
from kgraph.registry.table import by_key, load

_FILE: Final = "rules.tsv"
_COLUMNS: Final = ("id", "vi", "en")


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Bilingual]:
    """What each rule of ``rules.tsv`` reads, by its id. Raises RegistryError on a fault in the file."""
    return by_key(_FILE, load(_FILE, _COLUMNS, _rule))


def _rule(row: list[str]) -> tuple[str, Bilingual]:
    name, vi, en = row
    if not (name and vi and en):
        raise ValueError("a cell is empty; give the id of the rule and one line in each language")
    return name, Bilingual(vi, en)

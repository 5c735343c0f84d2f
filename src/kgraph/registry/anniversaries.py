"""What is counted from which year: "90 năm thành lập Hội LHPN Việt Nam" is said in 2020."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kgraph.registry.table import by_key, load
from kgraph.vietnamese import match_form

_FILE: Final = "anniversaries.tsv"
_COLUMNS: Final = ("words", "since", "note")
_YEARS: Final = range(1950, 2100)  # an article of another year is a slip of the pen


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A day of which people count the years, and the year of its first observance."""

    words: str
    since: int

    def year(self, count: int) -> int | None:
        """The year of which *count* years are celebrated; None where that is none of our time.

        >>> Anniversary("quốc tế phụ nữ", 1910).year(103), Anniversary("quốc tế phụ nữ", 1910).year(8)
        (2013, None)
        """
        year = self.since + count
        return year if year in _YEARS else None


@lru_cache(maxsize=1)
def anniversaries() -> Mapping[str, Anniversary]:
    """The rows of ``anniversaries.tsv`` by their words. Raises RegistryError on a fault in the file."""
    return by_key(_FILE, ((row.words, row) for row in load(_FILE, _COLUMNS, _anniversary)))


def _anniversary(row: list[str]) -> Anniversary:
    return Anniversary(match_form(row[0]), int(row[1]))

"""Many spellings looked up at once, whatever their case: each leads to its row of a lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

import ahocorasick_rs

from kgraph.model import Span
from kgraph.registry.words import lowered
from kgraph.vietnamese import match_form

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spellings(Generic[T]):
    """An automaton over spellings in lower case, and the row of each."""

    automaton: ahocorasick_rs.AhoCorasick
    rows: tuple[T, ...]

    def find(self, text: str) -> Iterator[tuple[Span, T]]:
        """Every longest spelling in *text* (in matching form), inside words too, with its row."""
        for index, start, end in self.automaton.find_matches_as_indexes(lowered(text)):
            yield Span(start, end), self.rows[index]


def spellings(pairs: Iterable[tuple[str, T]]) -> Spellings[T]:
    """The automaton over the spellings in *pairs*; of equal ones the first counts."""
    words, rows = zip(*pairs, strict=True)
    plain = [lowered(match_form(word)) for word in words]
    return Spellings(ahocorasick_rs.AhoCorasick(plain, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), rows)


def is_word(text: str, span: Span) -> bool:
    """Whether *span* begins and ends at a border of words: "Hội" in "Hội LHPN", not in "Hộinghị"."""
    before, behind = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not before.isalnum() and not behind.isalnum()

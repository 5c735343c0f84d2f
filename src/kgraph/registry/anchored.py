"""Patterns that are tried only where one of their first words stands; one pass over a text finds those of all."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

import ahocorasick_rs
import regex

from kgraph.registry.words import lowered, rx

_FIRSTS: Final[set[str]] = set()  # of all patterns made so far


@dataclass(frozen=True, slots=True)
class Anchored:
    """A pattern and the words in lower case that begin its matches. It finds what the pattern finds by itself."""

    pattern: regex.Pattern[str]
    firsts: frozenset[str]

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
        """The matches of the pattern in text[start:end] that do not overlap, as ``Pattern.finditer`` gives them."""
        starts, stop = self.starts(text), len(text) if end is None else end
        near = starts[bisect_left(starts, start) : bisect_left(starts, stop)]
        return self._at(near, text, stop) if near else iter(())

    def _at(self, starts: Sequence[int], text: str, stop: int) -> Iterator[regex.Match[str]]:
        behind = 0
        for at in starts:
            if at >= behind and (match := self.pattern.match(text, at, stop)):
                yield match
                behind = match.end()

    def search(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """The first match of the pattern in text[start:end], or None."""
        return next(self.finditer(text, start, end), None)

    def starts(self, text: str) -> Sequence[int]:
        """Where in *text* one of the first words stands, inside words too."""
        return _starts(self.firsts, text)


def anchored(pattern: str, *spellings: Iterable[str]) -> Anchored:
    """`rx` of *pattern*, every match of which must begin with the first word of one of *spellings*, in any case.

    >>> lead = anchored(r"(?i)(?:lễ ký|hội) \\p{Lu}+", ["lễ ký", "hội"])
    >>> [match[0] for match in lead.finditer("Lễ  ký AB, hội C")]
    ['Lễ  ký AB', 'hội C']
    """
    firsts = {lowered(spelling).partition(" ")[0] for group in spellings for spelling in group}
    # A longer word that begins with a shorter one would find the same place again.
    distinct = frozenset(first for first in firsts if not first.startswith(tuple(firsts - {first})))
    _FIRSTS.update(distinct)
    return Anchored(rx(pattern), distinct)


@lru_cache(maxsize=256)
def _starts(firsts: frozenset[str], text: str) -> Sequence[int]:
    """Kept for the texts at hand: a pattern is asked sentence by sentence."""
    index = _index(text, len(_FIRSTS))
    return sorted(chain.from_iterable(index[first] for first in firsts & index.keys()))


@lru_cache(maxsize=32)
def _index(text: str, known: int) -> Mapping[str, Sequence[int]]:
    """Where each of the *known* first words stands in *text*."""
    words, automaton = _automaton(known)
    index: dict[str, list[int]] = defaultdict(list)
    for word, start, _ in automaton.find_matches_as_indexes(lowered(text), overlapping=True):
        index[words[word]].append(start)
    return index


@lru_cache(maxsize=1)
def _automaton(_known: int) -> tuple[Sequence[str], ahocorasick_rs.AhoCorasick]:
    """Made again when a pattern brought new words."""
    words = sorted(_FIRSTS)
    return words, ahocorasick_rs.AhoCorasick(words)

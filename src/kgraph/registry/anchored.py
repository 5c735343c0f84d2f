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

from kgraph.model import Span
from kgraph.registry.words import lowered, rx

_FIRSTS: Final[set[str]] = set()  # of all patterns made so far


@dataclass(frozen=True, slots=True)
class Opening:
    """What a match that begins with a certain word begins with: one of *loose* in any case, or of *written*."""

    loose: tuple[str, ...]
    written: tuple[str, ...]

    def among(self, places: Sequence[int], text: str, lower: str) -> Sequence[int]:
        """Those of *places*, where the word stands, at which the rest stands too; *lower* is *text* in lower case."""
        if self.loose and " " not in self.loose[0]:
            return places  # the word alone is enough
        return [at for at in places if lower.startswith(self.loose, at) or text.startswith(self.written, at)]


@dataclass(frozen=True, slots=True, eq=False)  # known by its identity, which is a quick key
class Anchored:
    """A pattern and what begins its matches, by the first word in lower case. It finds what the pattern finds alone."""

    pattern: regex.Pattern[str]
    openings: Mapping[str, Opening]

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
        """The matches of the pattern in text[start:end] that do not overlap, as ``Pattern.finditer`` gives them."""
        stop = len(text) if end is None else end
        near = self._between(text, start, stop)
        return self._at(near, text, stop) if near else iter(())

    def _between(self, text: str, start: int, stop: int) -> Sequence[int]:
        starts = _starts(self, text)
        return starts[bisect_left(starts, start) : bisect_left(starts, stop)] if starts else starts

    def _at(self, starts: Sequence[int], text: str, stop: int) -> Iterator[regex.Match[str]]:
        behind = 0
        for at in starts:
            if at >= behind and (match := self.pattern.match(text, at, stop)):
                yield match
                behind = match.end()

    def search(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """The first match of the pattern in text[start:end], or None."""
        stop = len(text) if end is None else end
        matches = (self.pattern.match(text, at, stop) for at in self._between(text, start, stop))
        return next(filter(None, matches), None)

    def begins(self, text: str, span: Span) -> bool:
        """Whether a match may begin in *span*."""
        return bool(self._between(text, span.start, span.end))

    def starts(self, text: str) -> Sequence[int]:
        """Where in *text* a match may begin, inside words too."""
        return _starts(self, text)


def anchored(
    pattern: str, *spellings: Iterable[str], whole: Iterable[str] = (), written: Iterable[str] = ()
) -> Anchored:
    """`rx` of *pattern*, every match of which must begin with the first word of one of *spellings*, in any case.

    Or with one of the spellings *whole*, in any case; or with one of those *written* so ("Vi" is a family name, "vi"
    begins "vi phạm"). Both save the pattern many a vain try: a "công ty" is rarer than a "công".

    >>> lead = anchored(r"(?i)(?:lễ ký|hội) \\p{Lu}+", ["lễ ký", "hội"])
    >>> [match[0] for match in lead.finditer("Lễ  ký AB, hội C")]
    ['Lễ  ký AB', 'hội C']
    """
    loose, exact = {_first(s) for group in spellings for s in group} | {lowered(s) for s in whole}, set(written)
    firsts = {_first(spelling) for spelling in loose | exact}
    # A longer word that begins with a shorter one would find the same place again.
    distinct = frozenset(first for first in firsts if not first.startswith(tuple(firsts - {first})))
    _FIRSTS.update(distinct)
    return Anchored(rx(pattern), {first: _opening(first, loose, exact) for first in distinct})


def _first(spelling: str) -> str:
    return lowered(spelling).partition(" ")[0]


def _opening(first: str, loose: Iterable[str], exact: Iterable[str]) -> Opening:
    """What of *loose* and *exact* begins with the word *first*, each said once."""
    return Opening(_begun(first, loose), _begun(first, exact))


def _begun(first: str, spellings: Iterable[str]) -> tuple[str, ...]:
    found = {spelling for spelling in spellings if lowered(spelling).startswith(first)}
    return tuple(sorted(one for one in found if not one.startswith(tuple(found - {one}))))


@lru_cache(maxsize=256)
def _starts(pattern: Anchored, text: str) -> Sequence[int]:
    """Kept for the texts at hand: a pattern is asked sentence by sentence."""
    lower = lowered(text)
    index = _index(lower, len(_FIRSTS))
    here = index.keys() & pattern.openings.keys()
    if "  " in lower:  # a run of blanks may part the words of a spelling: "công  ty"
        return sorted(chain.from_iterable(index[first] for first in here))
    return sorted(chain.from_iterable(pattern.openings[first].among(index[first], text, lower) for first in here))


@lru_cache(maxsize=32)
def _index(lower: str, known: int) -> Mapping[str, Sequence[int]]:
    """Where each of the *known* first words stands in a text in *lower* case."""
    words, automaton = _automaton(known)
    index: dict[str, list[int]] = defaultdict(list)
    for word, start, _ in automaton.find_matches_as_indexes(lower, overlapping=True):
        index[words[word]].append(start)
    return index


@lru_cache(maxsize=1)
def _automaton(_known: int) -> tuple[Sequence[str], ahocorasick_rs.AhoCorasick]:
    """Made again when a pattern brought new words."""
    words = sorted(_FIRSTS)
    return words, ahocorasick_rs.AhoCorasick(words)

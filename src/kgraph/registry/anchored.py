"""Patterns that are tried only where what they begin with stands; one pass over a text finds those of all."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final

import ahocorasick_rs
import regex

from kgraph.model import Span
from kgraph.registry.words import lowered, rx

_SPELLINGS: Final[set[str]] = set()  # of all patterns made so far


@dataclass(frozen=True, eq=False)  # known by its identity, which is a quick key
class Anchored:
    """A pattern as `rx` takes it, *source*, and what begins its matches. It finds what the pattern finds by itself.

    They begin with one of *loose*, in any case, or with one of *written*, here by its lower case.
    """

    source: str
    loose: frozenset[str]
    written: Mapping[str, tuple[str, ...]]
    firsts: frozenset[str]  # the first words of all these

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The pattern, compiled where a match may begin: of one article, half of all patterns never are."""
        return rx(self.source)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
        """The matches of the pattern in text[start:end] that do not overlap, as ``Pattern.finditer`` gives them."""
        stop = len(text) if end is None else end
        near = self._between(text, start, stop)
        return self._at(near, text, stop) if near else iter(())

    def _between(self, text: str, start: int, stop: int) -> Sequence[int]:
        starts = self.starts(text)
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
    first_words = (spelling.partition(" ")[0] for group in spellings for spelling in group)
    loose, exact = _distinct(map(lowered, (*first_words, *whole))), defaultdict[str, tuple[str, ...]](tuple)
    for spelling in sorted(set(written)):
        exact[lowered(spelling)] += (spelling,)
    firsts = _distinct(spelling.partition(" ")[0] for spelling in (*loose, *exact))
    _SPELLINGS.update(loose, exact)
    return Anchored(pattern, loose, dict(exact), firsts)


def _distinct(spellings: Iterable[str]) -> frozenset[str]:
    """*spellings* without those that begin with another one, which would find the same place again."""
    found = frozenset(spellings)
    return frozenset(one for one in found if not one.startswith(tuple(found - {one})))


@lru_cache(maxsize=256)
def _starts(pattern: Anchored, text: str) -> Sequence[int]:
    """Kept for the texts at hand: a pattern is asked sentence by sentence."""
    lower = lowered(text)
    spaced = "  " in lower  # a run of blanks may part the words of a spelling: "công  ty"
    index, here = _index(lower, spaced, len(_SPELLINGS))
    found = [index[spelling] for spelling in here & (pattern.firsts if spaced else pattern.loose)]
    cased = () if spaced else here.intersection(pattern.written)
    found += ([at for at in index[one] if text.startswith(pattern.written[one], at)] for one in cased)
    return sorted(chain.from_iterable(found))


@lru_cache(maxsize=32)
def _index(lower: str, first_words: bool, known: int) -> tuple[Mapping[str, Sequence[int]], frozenset[str]]:
    """Where each of the *known* spellings, or of their first words, stands in a text in *lower* case; and which do."""
    spellings, automaton = _automaton(first_words, known)
    index: dict[str, list[int]] = defaultdict(list)
    for spelling, start, _ in automaton.find_matches_as_indexes(lower, overlapping=True):
        index[spellings[spelling]].append(start)
    return index, frozenset(index)


@lru_cache(maxsize=2)
def _automaton(first_words: bool, _known: int) -> tuple[Sequence[str], ahocorasick_rs.AhoCorasick]:
    """Made again when a pattern brought new spellings."""
    spellings = sorted({s.partition(" ")[0] for s in _SPELLINGS} if first_words else _SPELLINGS)
    return spellings, ahocorasick_rs.AhoCorasick(spellings)

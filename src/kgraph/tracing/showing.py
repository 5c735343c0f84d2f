"""Text as a reader may see it: with the names of private persons, or without."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import regex

from kgraph.model import Span
from kgraph.vietnamese import match_form


@dataclass(frozen=True, slots=True)
class Showing:
    """The article's *text* with *hidden* spans, each shown as *mask*; *names* are hidden in any other text too."""

    text: str
    hidden: tuple[Span, ...]
    names: tuple[str, ...]
    mask: str

    def span(self, span: Span) -> str:
        """The words at *span*; a name that lies partly in it is hidden whole."""
        shown, at = "", span.start
        for name in (name for name in self.hidden if name.overlaps(span)):
            shown += self.text[at : max(at, name.start)] + self.mask
            at = name.end
        return shown + self.text[at : span.end]

    def words(self, words: str) -> str:
        """*words* that do not stand in the article's text (of a line left out, of a label)."""
        found = _spans(words, self.names)
        return Showing(words, found, (), self.mask).span(Span(0, len(words)))


def showing(text: str, private: Iterable[Span], mask: str) -> Showing:
    """*text* without the *private* names, wherever and in whatever case a full name stands."""
    spans = set(private)
    names = tuple(sorted({" ".join(match_form(span.of(text)).split()) for span in spans if " " in span.of(text)}))
    return Showing(text, _merged({*spans, *_spans(text, names)}), names, mask)


def _spans(text: str, names: tuple[str, ...]) -> tuple[Span, ...]:
    if not names:
        return ()
    return tuple(Span(*match.span()) for match in _pattern(names).finditer(match_form(text)))


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> regex.Pattern[str]:
    spaced = (r"\s+".join(map(regex.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    return regex.compile(rf"(?i)(?<!\p{{L}})(?:{'|'.join(spaced)})(?!\p{{L}})")


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)

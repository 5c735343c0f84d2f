"""Sentences of a text, line by line."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from kgraph.model import Span
from kgraph.registry.words import any_of

# "TP. Móng Cái", "T.Ư Hội", "Th.S": a full stop after these ends no sentence.
_END = regex.compile(rf"(?<!\b{any_of('abbreviation')})[.!?…]+[\"”’')\]]*(?=\s+[\p{{Lu}}\d\"“‘'(\[-])")


def sentences(text: str, lines: tuple[Span, ...]) -> Iterator[Span]:
    """The sentences of each line in *lines* of *text*, without the blanks between them."""
    for line in lines:
        start = line.start
        for match in _END.finditer(text, line.start, line.end):
            yield Span(start, match.end())
            start = match.end()
            while start < line.end and text[start].isspace():
                start += 1
        if start < line.end:
            yield Span(start, line.end)

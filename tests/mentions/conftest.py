"""Reads one sentence in which the expected words stand in square brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

from kgraph.articles.sentences import sentences
from kgraph.document import Mentions
from kgraph.mentions import recognise
from kgraph.model import Article, Span, Zone

_MARK = re.compile(r"\[([^\[\]]+)\]")

Compare = Callable[[str, Sequence[str], Callable[[Mentions], Iterable[Any]], Callable[[Any], str]], None]


def article(text: str) -> Article:
    """*text* as the body of an article without a title, one zone a line."""
    zones, start = [], 0
    for line in text.split("\n"):
        zones.append(Zone("body", Span(start, start + len(line))))
        start += len(line) + 1
    spans = tuple(zone.span for zone in zones)
    return Article("0" * 16, "sentence.txt", "", text, tuple(zones), tuple(sentences(text, spans)))


def unmarked(marked: str) -> tuple[str, list[Span]]:
    """The text without its brackets, and the span of the words that stood in each pair."""
    plain, spans, last = "", [], 0
    for match in _MARK.finditer(marked):
        plain += marked[last : match.start()]
        spans.append(Span(len(plain), len(plain) + len(match[1])))
        plain, last = plain + match[1], match.end()
    return plain + marked[last:], spans


@pytest.fixture
def read() -> Callable[[str], Mentions]:
    """What all recognisers find in a text."""
    return lambda text: recognise(article(text))


@pytest.fixture
def compare() -> Compare:
    """Asserts that the marked words, and no others, are found, each as described ("A & B": two mentions of them)."""

    def check(
        marked: str,
        expected: Sequence[str],
        pick: Callable[[Mentions], Iterable[Any]],
        describe: Callable[[Any], str],
    ) -> None:
        text, spans = unmarked(marked)
        assert len(spans) == len(expected), "one description for each pair of brackets"
        wanted = [
            (span.start, span.of(text), one)
            for span, all_ in zip(spans, expected, strict=True)
            for one in all_.split(" & ")
        ]
        found = [(m.span.start, text[m.span.start : m.span.end], describe(m)) for m in pick(recognise(article(text)))]
        assert found == wanted

    return check

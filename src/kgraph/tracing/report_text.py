"""A trace for a terminal: the text with its zones in the margin, and below each sentence what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Final

import click
import regex

from kgraph.tracing.model import Fact, Line, Mark, Sentence, Trace
from kgraph.tracing.phrases import is_lost, reason, summary
from kgraph.tracing.tables import words

_CONTROL: Final = regex.compile(r"[\p{Cc}\p{Cf}]")
_STYLES: Final[Mapping[str, Mapping[str, Any]]] = {
    "margin": {"fg": "cyan"},
    "text": {"bold": True},
    "mark": {},
    "fact": {"fg": "green"},
    "lost": {"fg": "yellow"},
    "aside": {"dim": True},
}


@dataclass(frozen=True, slots=True)
class _Screen:
    """Where the trace is printed: *width* in columns, and whether in colour."""

    trace: Trace
    color: bool
    width: int
    margin: int

    def word(self, name: str) -> str:
        return words(self.trace.lang)[name]

    def rows(self, margin: str, text: str, style: str, indent: str = "") -> Iterator[str]:
        """*text* wrapped behind the margin; further rows are set in by two."""
        room = max(20, self.width - self.margin - 3)
        lines = wrap(
            _CONTROL.sub("", text), room, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False
        )
        for number, line in enumerate(lines or [""]):
            head = (margin if number == 0 else "").ljust(self.margin)
            yield f"{self.painted(head, 'margin')} │ {self.painted(line, style)}".rstrip()

    def painted(self, text: str, style: str) -> str:
        return click.style(text, **_STYLES[style]) if self.color and _STYLES[style] else text


def render(trace: Trace, *, color: bool = False, width: int = 100) -> str:
    """*trace* as text of *width* columns, in colour only where asked for."""
    margin = max(len(words(trace.lang)[f"zone-{line.zone}"]) for line in trace.lines)
    screen = _Screen(trace, color, width, margin)
    return (
        "\n".join([*_head(screen), *(row for line in trace.lines for row in _line(screen, line)), *_rules(screen)])
        + "\n"
    )


def _head(screen: _Screen) -> Iterator[str]:
    trace = screen.trace
    yield screen.painted(_CONTROL.sub("", trace.title), "text")
    published = f"{screen.word('published')} {trace.published}" if trace.published else ""
    about = f"{screen.word('about')}: {trace.home}" if trace.home else ""
    yield " · ".join(part for part in (_CONTROL.sub("", trace.name), f"article/{trace.key}", published, about) if part)
    yield summary(trace)
    yield ""


def _line(screen: _Screen, line: Line) -> Iterator[str]:
    margin = screen.word(f"zone-{line.zone}")
    if not line.sentences:
        yield from screen.rows(margin, f"{line.text}  ({line.why})" if line.why else line.text, "aside")
    for number, sentence in enumerate(line.sentences):
        yield from screen.rows(margin if number == 0 else "", sentence.text, "text")
        yield from _sentence(screen, sentence)


def _sentence(screen: _Screen, sentence: Sentence) -> Iterator[str]:
    if sentence.acts:
        yield from screen.rows("", f"{screen.word('acts')}: {sentence.acts}", "aside", "  ")
    for mark in (screen.trace.marks[number] for number in sentence.marks):
        yield from _mark(screen, mark)
    for fact in (screen.trace.facts[number] for number in sentence.facts):
        yield from screen.rows("", _fact(fact), "fact", "  ")


def _mark(screen: _Screen, mark: Mark) -> Iterator[str]:
    """A mark on a line; a reason for which a fact may be missing stands on one of its own."""
    lost = is_lost(mark.why_not)
    sign = "•" if not mark.is_left else "✗" if lost else "·"
    aside = "".join(f" · {reason(why, screen.trace.lang)}" for why in mark.why_not if not why.lost)
    style = "mark" if not mark.is_left else "lost" if lost else "aside"
    yield from screen.rows("", f"{sign} {_words(screen, mark)}{aside}", style, "  ")
    for why in (why for why in mark.why_not if why.lost):
        text = f"{screen.word('why-not')}: {reason(why, screen.trace.lang)} [{why.id}]"
        yield from screen.rows("", text, "lost", "      ")


def _words(screen: _Screen, mark: Mark) -> str:
    rule = f" [{mark.rule}]" if mark.rule else ""
    meant = "; ".join(f"{entity.label} ({entity.key})" for entity in mark.entities)
    means = f" → {meant}" if meant else ""
    method = f" ({screen.word('how')}: {mark.method})" if mark.method else ""
    return f"“{mark.words}” {screen.word(f'kind-{mark.kind}')}{rule}{means}{method}"


def _fact(fact: Fact) -> str:
    stated = "; ".join(dict.fromkeys(f"{quote.rule}, {quote.confidence}" for quote in fact.quotes))
    return f"✓ {fact.heading}: {fact.words} [{stated}]"


def _rules(screen: _Screen) -> Iterator[str]:
    if not screen.trace.rules:
        return
    yield ""
    yield screen.painted(screen.word("rules"), "text")
    for rule in screen.trace.rules:
        count = f"{rule.count}"
        yield f"  {rule.id} ({count}): {rule.reads}"

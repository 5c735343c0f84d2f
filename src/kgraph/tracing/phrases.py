"""Phrases that the terminal and the page share."""

from __future__ import annotations

from typing import Final

from kgraph.tracing.model import Trace, WhyNot
from kgraph.tracing.tables import words

SHOWN: Final = 5
"""Candidates named; a common commune name has thirty."""


def summary(trace: Trace) -> str:
    """How much was seen, how much became a fact, and how much did not: what may be missing, and what by design."""
    left = [mark for mark in trace.marks if mark.is_left]
    lost = sum(is_lost(mark.why_not) for mark in left)
    return words(trace.lang)["summary"] % (len(trace.marks), len(trace.facts), lost, len(left) - lost)


def is_lost(why_not: tuple[WhyNot, ...]) -> bool:
    """Whether a fact may be missing for one of the reasons."""
    return any(why.lost for why in why_not)


def reason(why: WhyNot, lang: str) -> str:
    """The reason in words, with the first of the units that may be meant."""
    if not why.candidates:
        return why.text
    more = len(why.candidates) - SHOWN
    rest = [words(lang)["more"] % more] if more > 0 else []
    return f"{why.text} ({words(lang)['may-be']}: {'; '.join([*why.candidates[:SHOWN], *rest])})"

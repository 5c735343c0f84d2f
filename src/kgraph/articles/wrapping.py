"""Lines broken at a fixed width -> the paragraphs they were: "... phường Bến Thành | tổ chức lễ trao học bổng"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import regex

from kgraph.articles.lines import Line

_ENDED: Final = regex.compile(r"[.!?…:;][\"”’')\]/]*$")
_LEAST_CHARS: Final = 40
"""A shorter line is a menu entry, a caption or a byline, whatever comes next."""
_LEAST_BREAKS: Final = 3
"""Breaks inside sentences that show a file to be wrapped throughout."""
_FULL: Final = 0.8
"""How much of the widest wrapped line a line must fill to go on where the next one begins with a capital."""


def unwrapped(found: Sequence[Line], raw: str) -> list[Line]:
    """*found* lines of the file text *raw* with those joined that a fixed width broke; the break becomes a blank.

    A line that ends without a mark goes on in the next one where that begins with a small letter, or, in a file that is
    wrapped throughout, where the line is about as wide as the others: names begin with a capital.
    """
    broken = [len(a.text) for a, b in pairwise(found) if _runs_on(a, b, raw) and _small(b)]
    full = _FULL * max(broken) if len(broken) >= _LEAST_BREAKS else float("inf")
    joined: list[Line] = []
    last: Line | None = None
    for line in found:
        if last is not None and _runs_on(last, line, raw) and (_small(line) or len(last.text) >= full):
            joined[-1] = _joined(joined[-1], line)
        else:
            joined.append(line)
        last = line
    return joined


def _runs_on(line: Line, following: Line, raw: str) -> bool:
    """Whether a sentence can go on from *line* to *following*: no mark at the end, no blank line between."""
    gap = raw[line.origins[-1] + 1 : following.origins[0]]
    return len(line.text) >= _LEAST_CHARS and not _ENDED.search(line.text) and gap.count("\n") <= 1


def _small(line: Line) -> bool:
    return line.text[0].islower()


def _joined(first: Line, second: Line) -> Line:
    return Line(f"{first.text} {second.text}", (*first.origins, first.origins[-1] + 1, *second.origins))

"""The day that a crawler wrote before the text ("date 2025-10-04 Phụ nữ xã ..."), as a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from kgraph.articles.lines import Line

_MONTH: Final = r"(?:19|20)\d\d-\d\d"
_STAMP: Final = regex.compile(
    rf"(?i)(?:(?:date|published|ngày đăng)[ :]+{_MONTH}(?:-\d\d)?|{_MONTH}-\d\d(?=[ |]))(?![\d/-])[ |:]*"
)


def unstamped(found: Sequence[Line]) -> list[Line]:
    """*found* with the stamp at the head of the first line cut off as a line of its own; without one as they are."""
    stamp = _STAMP.match(found[0].text) if found else None
    if stamp is None:
        return list(found)
    first, cut = found[0], stamp.end()
    rest = [Line(first.text[cut:], first.origins[cut:])] if cut < len(first.text) else []
    kept = len(stamp[0].rstrip(" |:"))
    return [Line(first.text[:kept], first.origins[:kept]), *rest, *found[1:]]

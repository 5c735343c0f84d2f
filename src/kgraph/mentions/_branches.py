"""Branches of banks and companies: "Agribank chi nhánh Cửa Lân" is a body of its own, not the bank."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.mentions._grammar import LEVEL, level_kind, name_start, place_at, surnames
from kgraph.registry.words import alternatives, any_of, rx

_BRANCH = rx(rf"(?:[ ]*[-–,(])? ?(?P<word>{any_of('branch')})(?!\p{{L}})(?: (?P<level>{LEVEL}))?")
_PERSON = rf"{alternatives(surnames())} (?:Thị|Văn) "
_OWN_WORDS = rx(rf"(?!{_PERSON})\p{{Lu}}\p{{L}}*(?: (?!{_PERSON})\p{{Lu}}\p{{L}}*| \d+(?! \p{{Ll}})){{0,3}}")


@dataclass(frozen=True, slots=True)
class Branch:
    """What follows a bank's name: *words* to add to it, up to *end*; *level* where only a level word tells which."""

    words: str
    end: int
    level: str | None = None


def branch_at(text: str, position: int) -> Branch | None:
    """The branch said at *position*: "chi nhánh Cửa Lân", "- Chi nhánh tỉnh" (of the article's own province)."""
    match = _BRANCH.match(text, position)
    if match is None:
        return None
    start = name_start(text, match.end())
    level = level_kind(match["level"]) if match["level"] else None
    end = _name_end(text, start, level) if start is not None else None
    if end is not None:
        return Branch(" ".join(text[match.start("word") : end].split()), end)
    return Branch(match["word"], match.end(), level) if level else None


def _name_end(text: str, start: int, level: str | None) -> int | None:
    place = place_at(text, start, level)
    if place is not None:
        return place.span.end
    own = _OWN_WORDS.match(text, start)
    return own.end() if own else None

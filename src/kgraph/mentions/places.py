"""Places named with their level word ("huyện Di Linh"): what tells where the article is, and where things happen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kgraph.document import Mentions, PlaceName
from kgraph.mentions._grammar import LEVEL, in_brackets, level_kind, level_words, name_start, place_at
from kgraph.registry.anchored import anchored
from kgraph.registry.words import rx

_LEVEL = anchored(rf"(?<!\p{{L}})(?P<level>{LEVEL})", level_words())


# "Thanh Hóa: Ngày hội phụ nữ", "Đồng Tháp - Sáng 5/3, ...": the place that a headline or a first line begins with.
_FIRST_LINES = 3
_HEAD = rx(r"[ ]*(?::| [-–—] )")


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with the places, inside the names of bodies too."""
    return replace(mentions, places=tuple(_places(mentions.text)))


def _places(text: str) -> Iterator[PlaceName]:
    yield from _date_line(text)
    for match in _LEVEL.finditer(text):
        start = name_start(text, match.end())
        place = place_at(text, start, level_kind(match["level"])) if start is not None else None
        if place is not None:
            within = in_brackets(text, place)
            yield replace(place, within=within) if within else place  # "xã Tân Đông (huyện Hóc Môn)" is rare


def _date_line(text: str) -> Iterator[PlaceName]:
    """The bare place that opens the headline or one of the first lines."""
    start = 0
    for _ in range(_FIRST_LINES):
        place = place_at(text, start, None)
        if place is not None and _HEAD.match(text, place.span.end):
            yield place
        start = text.find("\n", start) + 1
        if start == 0:
            return

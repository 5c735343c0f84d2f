"""Women's unions of other countries, and of Vietnamese women abroad: bodies, but no unions of the hierarchy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from kgraph.document import AgentMention
from kgraph.model import Span
from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, rx

_HEAD = r"(?<!\p{L})Hội (?P<women>(?:[Ll]iên hiệp )?[Pp]hụ nữ|LHPN)(?: \(LHPN\))?"
_LEVEL = r"(?:tỉnh|thành phố|thủ đô|huyện)"
_COUNTRY = rf"(?:(?:nước|Cộng hòa|Liên bang|Vương quốc) )?{any_of('country')}"
_AND = r"(?:,| và|, và)"


@lru_cache(maxsize=1)
def _patterns() -> tuple[Anchored, regex.Pattern[str]]:
    level, provinces = rf"(?P<level>{_LEVEL})?", alternatives(row["word"] for row in rows("foreign-places.tsv"))
    end = r"(?!\p{L}| \p{Lu})"  # "Hội LHPN Lào | Cai" is at home
    place = rf"{level} ?(?P<place>{provinces}|{_COUNTRY}){end}"
    there = rf" (?:Việt Nam )?tại {_COUNTRY}(?!\p{{L}})"
    first = anchored(rf"{_HEAD}(?:(?P<there>{there})| (?:(?:{any_of('many')}|\d+) )?{place})", ("hội",))
    return first, rx(rf"{_AND} {level} ?(?P<place>{provinces}){end}")


def abroad(text: str) -> Iterator[AgentMention]:
    """Each such body in *text* (in matching form), of a list each for itself: "Hội LHPN các tỉnh A, B và C"."""
    first, further = _patterns()
    for match in first.finditer(text):
        if match["there"]:
            yield _mention(Span(*match.span()), " ".join(match[0].split()))
            continue
        level = match["level"]
        yield _mention(Span(*match.span()), _label(level, match["place"]))
        end = match.end()
        while more := further.match(text, end):
            level = more["level"] or level
            yield _mention(Span(more.start("place"), more.end()), _label(level, more["place"]))
            end = more.end()


def _label(level: str | None, place: str) -> str:
    return " ".join(f"Hội LHPN {level or ''} {place}".split())


def _mention(span: Span, label: str) -> AgentMention:
    return AgentMention(span, "women-abroad", "body", "named", label, body_kind="association")

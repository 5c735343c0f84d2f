"""Women's unions of other countries, and of Vietnamese women abroad: bodies, but no unions of the hierarchy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from kgraph.document import AgentMention
from kgraph.model import Span
from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.places import places
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, rx, words

_HEAD = r"(?<!\p{L})Hội (?P<women>(?:[Ll]iên hiệp )?[Pp]hụ nữ|LHPN)(?: \(LHPN\))?"
_HEADS = ("hội liên hiệp phụ nữ", "hội phụ nữ", "hội lhpn")
_LEVEL = r"(?:tỉnh|thành phố|thủ đô|huyện|quận|xã)"
_COUNTRY = rf"(?:(?i:{any_of('state-form')}) )?{any_of('country')}"
_AND = r"(?:,| và|, và)"
_COUNTRY_WORDS = rx(r"^(?:nước )?(?:bạn )?")
_NAME = r"\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,4}"


@lru_cache(maxsize=1)
def _patterns() -> tuple[Anchored, regex.Pattern[str]]:
    level, provinces = rf"(?P<level>{_LEVEL})?", alternatives(row["word"] for row in rows("foreign-places.tsv"))
    end = r"(?!\p{L}| \p{Lu}| vì )"  # "Hội LHPN Lào | Cai" is at home; "vì hòa bình" goes on with a name
    # "Hội LHPN huyện Sầm Ví Dụ, tỉnh Hủa Phăn (Lào)": no list has the name, but the country is said behind it.
    within = (
        rf"(?:(?:,| \(| -)? ?{_LEVEL} {_NAME})?(?:(?:,| \(| -) ?{_COUNTRY}| (?i:{any_of('state-form')}) {_COUNTRY})"
    )
    named = rf"(?<=(?:{_LEVEL}) )(?P<unlisted>{_NAME})(?={within}(?!\p{{L}}| \p{{Lu}}))"
    place = rf"{level} ?(?P<place>{provinces}|{_COUNTRY}|{named}){end}"
    home = rf"(?:(?:người )?Việt Nam|{_NAME})"  # "Hội Phụ nữ Hà Tĩnh ở CHLB Đức": they come from Hà Tĩnh
    there = rf"(?: {home})? (?:tại|ở) {_COUNTRY}(?!\p{{L}})"
    first = anchored(rf"{_HEAD}(?:(?P<there>{there})| (?:(?:{any_of('many')}|\d+) )?{place})", whole=_HEADS)
    return first, rx(rf"{_AND} {level} ?(?P<place>{provinces}){end}")


def abroad(text: str) -> Iterator[AgentMention]:
    """Each such body in *text* (in matching form), of a list each for itself: "Hội LHPN các tỉnh A, B và C"."""
    first, further = _patterns()
    yield from _by_own_name(text)
    for match in first.finditer(text):
        if match["there"]:
            yield _mention(Span(*match.span()), " ".join(match[0].split()))
            continue
        level, unlisted = match["level"], match["unlisted"]
        if unlisted and places().named(unlisted):
            continue  # "Hội LHPN tỉnh Nghệ An, nước Lào ...": at home
        yield _mention(Span(*match.span()), _label(level, match["place"]))
        end = match.end()
        while not unlisted and (more := further.match(text, end)):
            level = more["level"] or level
            yield _mention(Span(more.start("place"), more.end()), _label(level, more["place"]))
            end = more.end()


@lru_cache(maxsize=1)
def _own_name() -> Anchored:
    return anchored(
        rf"(?<!\p{{L}})(?:Hội )?(?i:{any_of('women-abroad')})(?!\p{{L}})(?: {_LEVEL} {_NAME})?",
        whole=(spelling for name in words("women-abroad") for spelling in (name, f"hội {name}")),
    )


def _by_own_name(text: str) -> Iterator[AgentMention]:
    """ "Hội Phụ nữ Campuchia vì hòa bình và phát triển | tỉnh Ví Dụ": these bear a name of their own."""
    for match in _own_name().finditer(text):
        label = match[0][0].upper() + match[0][1:]
        yield _mention(Span(*match.span()), " ".join(label.replace("Hội phụ nữ", "Hội Phụ nữ").split()))


def _label(level: str | None, place: str) -> str:
    return " ".join(f"Hội LHPN {level or ''} {_COUNTRY_WORDS.sub('', place)}".split())


def _mention(span: Span, label: str) -> AgentMention:
    return AgentMention(span, "women-abroad", "body", "named", label, body_kind="association")

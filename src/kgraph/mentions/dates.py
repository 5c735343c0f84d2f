"""Dates as the text gives them: day, month, quarter, year, range, term; never filled up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import regex

from kgraph.document import DateMention, Mentions
from kgraph.model import Span
from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.anniversaries import anniversaries
from kgraph.registry.words import alternatives, any_of, rx, words

# The look ahead for a digit says nothing new, but lets the search jump from digit to digit.
_D = r"(?<!\d)(?=\d)(?:0?[1-9]|[12]\d|3[01])"
_M, _Y = r"(?:0?[1-9]|1[0-2])(?!\d)", r"(?:19|20)\d\d(?!\d)"
_SEP = r"[ ]?[/.-][ ]?"
# A bare "8/8" is a fraction: a day without a year needs a word that says so.
_CUE, _CUES = rf"(?:(?i:{any_of('day-cue')})(?: (?:ngày|mùng|mồng))?|\()", (*words("day-cue"), "mùng", "(")
# "nhân kỷ niệm ngày 8/3": the day of the feast, not of what is told ("kiện toàn nhân sự" is none).
_FEAST = rx(rf"(?i)(?<!\p{{L}}){any_of('feast')}(?!\p{{L}})[^,.;\n]{{0,40}}\Z")
_FEAST_CHARS = 45
_DAY, _UNTIL = rf"(?P<d1>{_D})", rf"(?P<d2>{_D}){_SEP}(?P<m2>{_M})(?:{_SEP}(?P<y2>{_Y}))?"
_PATTERNS: Mapping[str, Anchored | regex.Pattern[str]] = {
    "range": anchored(
        rf"(?i:từ) (?:ngày )?{_DAY}(?:{_SEP}(?P<m1>{_M})(?:{_SEP}(?P<y1>{_Y}))?)?"
        rf" (?:đến|tới|-|–)(?: hết)?(?: ngày)? {_UNTIL}",
        ("từ",),
    ),
    "span": anchored(rf"{_CUE} ?{_DAY}[ ]?(?:-|–|và|,)[ ]?{_UNTIL}", _CUES),
    # "Trong hai ngày 14 và 15 tháng 10 năm 2025"
    "span-long": anchored(
        rf"{_CUE} ?{_DAY}[ ]?(?:-|–|và|,)[ ]?(?P<d2>{_D}) tháng (?P<m2>{_M})(?:(?: năm |{_SEP})(?P<y2>{_Y}))?", _CUES
    ),
    "full": rx(rf"(?P<day>{_D}){_SEP}(?P<month>{_M}){_SEP}(?P<year>{_Y})"),
    "long": anchored(
        rf"(?i:ngày|sáng|chiều|tối|mùng) (?P<day>{_D}) tháng (?P<month>{_M})"
        rf"(?:(?: năm |{_SEP})(?P<year>{_Y}))?",
        ("ngày", "sáng", "chiều", "tối", "mùng"),
    ),
    "cued": anchored(rf"{_CUE} ?(?P<day>{_D}){_SEP}(?P<month>{_M})(?!{_SEP}\d)", _CUES),
    "quarter": rx(rf"(?i:quý) (?P<quarter>IV|I{{1,3}}|[1-4])(?:(?:/| năm )(?P<year>{_Y}))?(?!\p{{L}})"),
    "month": rx(rf"(?i:tháng) (?P<month>{_M})(?:{_SEP}(?P<year>{_Y})| năm (?P<year>{_Y}))?"),
    "term": anchored(rf"(?i:giai đoạn|nhiệm kỳ) (?P<year>{_Y})[ ]?[-–—][ ]?(?P<y2>{_Y})", ("giai", "nhiệm")),
    # "Tết yêu thương - Xuân Ất Tỵ 2025"
    "year": rx(
        rf"(?i:năm|(?:xuân|tết)(?: nguyên đán)?(?: {any_of('zodiac-stem')} \p{{L}}{{2,4}})?)"
        rf" (?P<year>{_Y})(?![ ]?[-–—/][ ]?\d)"
    ),
}
# "Sáng nay, ...": the day of publication. "Hôm nay" in the middle of a sentence is no day ("cuộc sống hôm nay").
_TODAY = anchored(rf"(?<!\p{{L}})(?:(?i:{any_of('today')})|Hôm nay)(?!\p{{L}})", whole=(*words("today"), "hôm nay"))
_COUNT = rx(r"(?<![\d.,])(?P<count>\d{2,4}) (?i:năm) (?i:ngày )?\Z")
_COUNT_CHARS = 16
# "(20/10/1930 – 20/10/2020)": what is celebrated, and the year in which it is.
_JUBILEE = rx(rf"\((?:ngày )?{_D}{_SEP}{_M}{_SEP}{_Y}[ ]?[-–—/][ ]?(?:ngày )?{_D}{_SEP}{_M}{_SEP}(?P<year>{_Y})\)")
_SAME_DAY = anchored(r"(?<!\p{L})(?i:cùng ngày)(?!\p{L})", ("cùng",))
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with every date, the most exact reading of each stretch."""
    kept: list[DateMention] = []
    for date in _found(mentions.text):
        if not any(date.span.overlaps(other.span) for other in kept):
            kept.append(date)
    days = [date for date in kept if date.role == "day"]
    same = (_same_day(Span(*match.span()), days) for match in _SAME_DAY.finditer(mentions.text))
    return replace(mentions, dates=tuple(sorted((*kept, *filter(None, same)), key=lambda d: d.span)))


def _same_day(span: Span, days: Sequence[DateMention]) -> DateMention | None:
    """ "Chiều cùng ngày": the day said last."""
    last = max((date for date in days if date.span < span), key=lambda date: date.span, default=None)
    return replace(last, span=span, rule="date-same-day") if last else None


def _found(text: str) -> Iterator[DateMention]:
    """Every reading of *text*, the most exact first."""
    for match in _JUBILEE.finditer(text):
        yield DateMention(Span(*match.span()), "date-jubilee", int(match["year"]), role="anniversary")
    for role, pattern in _PATTERNS.items():
        yield from (_READERS[role](role, match, text) for match in pattern.finditer(text))
    yield from (DateMention(Span(*m.span()), "date-today", None, role="today") for m in _TODAY.finditer(text))
    yield from _anniversaries(text)


@lru_cache(maxsize=1)
def _feasts() -> Anchored:
    return anchored(rf"(?<!\p{{L}})(?i:{alternatives(anniversaries())})(?!\p{{L}})", whole=anniversaries())


def _anniversaries(text: str) -> Iterator[DateMention]:
    """ "103 năm ngày Quốc tế Phụ nữ": the count tells the year, 2013."""
    for match in _feasts().finditer(text):
        counted = _COUNT.search(text, max(0, match.start() - _COUNT_CHARS), match.start())
        year = counted and anniversaries()[" ".join(match[0].lower().split())].year(int(counted["count"]))
        if counted and year:
            yield DateMention(Span(counted.start(), match.end()), "date-anniversary", year, role="anniversary")


def _int(match: regex.Match[str], group: str) -> int | None:
    return int(match[group]) if group in match.re.groupindex and match[group] else None


def _range(role: str, match: regex.Match[str], _: str) -> DateMention:
    """ "từ ngày 5 đến 7/3/2021": month and year of the end are those of the beginning too, unless it has its own."""
    day, month, year = int(match["d2"]), _int(match, "m2"), _int(match, "y2")
    first_year, first_month = _int(match, "y1") or year, _int(match, "m1") or month
    span, end = Span(*match.span()), (day, month, year)
    return DateMention(span, f"date-{role}", first_year, first_month, _int(match, "d1"), role="range", end=end)


def _day(role: str, match: regex.Match[str], text: str) -> DateMention:
    span, year = Span(*match.span()), _int(match, "year")
    feast = not year and _FEAST.search(text, max(0, span.start - _FEAST_CHARS), span.start)
    read_as = "feast" if feast else "day"
    return DateMention(span, f"date-{role}", year, _int(match, "month"), _int(match, "day"), role=read_as)


def _quarter(role: str, match: regex.Match[str], _: str) -> DateMention:
    number = _QUARTERS.get(match["quarter"]) or int(match["quarter"])
    return DateMention(Span(*match.span()), f"date-{role}", _int(match, "year"), quarter=number, role=role)


def _term(role: str, match: regex.Match[str], _: str) -> DateMention:
    end = (0, None, _int(match, "y2"))
    return DateMention(Span(*match.span()), f"date-{role}", _int(match, "year"), role=role, end=end)


def _month_or_year(role: str, match: regex.Match[str], _: str) -> DateMention:
    return DateMention(Span(*match.span()), f"date-{role}", _int(match, "year"), _int(match, "month"), role=role)


_READERS: Mapping[str, Callable[[str, regex.Match[str], str], DateMention]] = {
    "range": _range, "span": _range, "full": _day, "long": _day, "cued": _day, "quarter": _quarter, "term": _term,
    "month": _month_or_year, "year": _month_or_year, "span-long": _range,
}  # fmt: skip

"""When an event is: the date that its sentence says of it, and the year where the date has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from kgraph.document import DateMention, Document
from kgraph.model import Span
from kgraph.registry.words import any_of, lowered, rx
from kgraph.resolve._tellings import Telling
from kgraph.resolve.dates import When, when

_DATE_CHARS = 90  # how far behind the name its date may stand
_STOP = regex.compile(r"[.;:“]")
# "Thực hiện Chương trình số 11/CTPH ngày 26/02/2019 của ...": the day of a paper.
_OF_PAPER = rx(rf"(?<!\p{{L}})(?:số [^ ,;]*\d[^ ,;]*,?|{any_of('numbered-paper')}[^,;.]{{0,40}})(?: ngày)? \Z")
_PAPER_CHARS = 60
_ITEM = rx(r"[ ]*[-–*+•●▪][ ]*\p{Lu}")
_MANY_HELD = rx(rf"(?<!\p{{L}})(?:các|nhiều) (?:\p{{L}}+ )?{any_of('crowd')}[^.;:]{{0,80}} {any_of('hold')}(?!\p{{L}})")
_SCRAP_CHARS = 50
_YEAR_END = 11  # the month from which reviews of a year are held
_COMING = rx(r"(?: này)?(?: sắp)? tới(?!\p{L})")
_OPENING_CHARS = 25  # "Theo kế hoạch, trong | quý III"
_SINCE = rx(r"(?i)(?<!\p{L})(?:từ|đến|hết|kể)(?!\p{L})")
_UNTIL = rx(r"(?<!\p{L})(?:tính|kể|hết|trước)(?: từ| đến| tới)?(?: hết)?(?: ngày)? (?=\d)")
_UNTIL_CHARS = 20
_STAMP = rx(r"(?i)(?:date|published)[ :]+((?:19|20)\d\d)-\d\d")  # a month that a crawler wrote above the text
_DATED = frozenset({"day", "range", "month", "quarter", "today"})
_EXACT = frozenset({"day", "range", "today"})


def time_of(telling: Telling) -> When | None:
    """The time that the sentence says of the event, with the year that it, the page or the text makes plain."""
    date = date_of(telling)
    if date is None:
        return None
    ahead = telling.trigger.planned or is_coming(telling, date)
    return when(date, telling.document.article.published, _years(telling, date), ahead)


def news_day(telling: Telling) -> When | None:
    """The one day that sentences before this one open with: "Sáng 15/01, Trung ương Hội ... Dịp này, Hội trao quà"."""
    document = telling.document
    opening = [date for date in document.mentions.dates if date.role in _EXACT and _opens_sentence(document, date)]
    days = {(date.day, date.month, date.year, date.end) for date in opening}
    if len(days) != 1 or opening[0].span.start > telling.start:
        return None
    return when(opening[0], document.article.published, _years(telling, opening[0]), False)


def _opens_sentence(document: Document, date: DateMention) -> bool:
    held = next((s for s in document.article.sentences if s.contains(date.span)), None)
    lead = document.text[held.start : date.span.start] if held else ""
    early = held is not None and len(lead) < _OPENING_CHARS and not _SINCE.search(lead)
    return early and not _is_of_another(document, date.span) and not _is_bound(document.text, date)


def is_coming(telling: Telling, date: DateMention) -> bool:
    """ "Ngày 18/1 tới, Hội ...": still to come, without a "sẽ"."""
    return bool(_COMING.match(telling.document.text, date.span.end))


def date_of(telling: Telling) -> DateMention | None:
    """The date that the sentence says of the event: the last one before the verb, else the first one behind it."""
    said = [date for date in _said(telling) if date.role in _DATED]
    before = [date for date in said if date.span.end <= telling.start and _leads(telling, date)]
    behind = (date for date in said if date.span.start >= telling.start and _follows(telling, date))
    return before[-1] if before else next(behind, None) or _day_of_list(telling) or _day_before(telling)


def _day_of_list(telling: Telling) -> DateMention | None:
    """The day of a list whose lead says that many held something, for one of its items: "- Hội LHPN xã A mở lớp"."""
    document, start = telling.document, telling.sentence.start
    line = document.text.rfind("\n", 0, start) + 1
    if telling.trigger.planned or not _ITEM.match(document.text, line):
        return None
    earlier = reversed(document.article.sentences[: telling.index])
    lead = next((s for s in earlier if _MANY_HELD.search(lowered(document.text), s.start, s.end)), None)
    said = (date for date in document.mentions.dates if lead and lead.contains(date.span) and date.role in _EXACT)
    return next(said, None)


def _day_before(telling: Telling) -> DateMention | None:
    """The day of a scrap of a sentence right before, on the same line: "Ngày 30/8, ở huyện A. Hội LHPN huyện A mở"."""
    document, sentences = telling.document, telling.document.article.sentences
    scrap = sentences[telling.index - 1] if telling.index and not telling.trigger.planned else telling.sentence
    gap = document.text[scrap.end : telling.sentence.start]
    if "\n" in gap or not 0 < scrap.end - scrap.start < _SCRAP_CHARS or scrap == telling.sentence:
        return None
    return next((d for d in document.mentions.dates if d.role in _EXACT and scrap.contains(d.span)), None)


def _said(telling: Telling) -> list[DateMention]:
    return [date for date in telling.document.mentions.dates if telling.sentence.contains(date.span)]


def _leads(telling: Telling, date: DateMention) -> bool:
    """A month or a quarter before the verb counts where it opens the sentence: "Trong quý III, Hội sẽ mở ..."."""
    if telling.trigger.planned and not telling.opens:
        return False  # "Ngày 3/2, Hội họp bàn ... chuẩn bị tổ chức đại hội": the day of what is held now
    lead = telling.document.text[telling.sentence.start : date.span.start]
    opens = len(lead) < _OPENING_CHARS and not _SINCE.search(lead)
    fits = not _is_bound(telling.document.text, date) if date.role in _EXACT else opens
    return fits and not _is_of_another(telling.document, date.span)


def _is_bound(text: str, date: DateMention) -> bool:
    """ "Tính đến ngày 22/10, 12 đơn vị đã tổ chức xong": the day before which it was, not the day on which."""
    said = _UNTIL.search(lowered(text), max(0, date.span.start - _UNTIL_CHARS), date.span.end)
    return date.role == "day" and said is not None and said.end() >= date.span.start


def _follows(telling: Telling, date: DateMention) -> bool:
    if telling.trigger.rule == "event-at":
        return telling.trigger.span.contains(date.span)
    between = telling.document.text[min(telling.trigger.span.end, date.span.start) : date.span.start]
    return len(between) < _DATE_CHARS and not _STOP.search(between)


def _is_of_another(document: Document, span: Span) -> bool:
    """Whether *span* is the day of a paper, or the time of what stands before its brackets."""
    text = document.text
    paper = _OF_PAPER.search(lowered(text), max(0, span.start - _PAPER_CHARS), span.start)
    return paper is not None or _bracketed(text, span)


def _bracketed(text: str, span: Span) -> bool:
    """Whether *span* stands in brackets, where it is the time of what they follow: "Đại hội (diễn ra ngày 10/12)"."""
    opened = text.rfind("(", max(0, span.start - _DATE_CHARS), span.start)
    return opened >= 0 and ")" not in text[opened : span.start] and ")" in text[span.end : span.end + _DATE_CHARS]


def _years(telling: Telling, date: DateMention) -> list[int]:
    """Years that may be meant: of the sentence, else of what is celebrated or elected, else of the whole text."""
    return next((sorted(years) for years in _sources(telling, date) if years), [])


def _sources(telling: Telling, date: DateMention) -> Iterator[set[int]]:
    """Sets of years, the surest first."""
    said, every, text = _said(telling), telling.document.mentions.dates, telling.document.text
    elects = telling.trigger.kind == "congress"
    terms = [term for term in every if term.role == "term" and term.span.of(text).lower().startswith("nhiệm")]
    yield _latest(int(stamp[1]) for line in telling.document.article.boilerplate if (stamp := _STAMP.fullmatch(line)))
    # "Ngày 30-9, ... tổ chức Đại hội ..., nhiệm kỳ 2021-2026": a term begins with its congress.
    yield _latest(term.year for term in terms if elects and telling.sentence.contains(term.span))
    # "Hướng đến kỷ niệm 111 năm Ngày 8/3, sáng 5/3, ... trao giải năm 2020": the feast is now, the year may be another.
    yield _latest(other.year for other in said if other.role == "anniversary")
    yield {other.year for other in said if other.role == "year" and other.year}
    yield {year for year in [_working_year(telling.document, date)] if year}
    yield _latest(other.year for other in every if other.role == "anniversary")
    # "hội nghị ... nhiệm kỳ 2016-2021 ... chuẩn bị đại hội nhiệm kỳ 2021-2026": between two terms.
    ends = {term.end[2] for term in terms if term.end}
    yield _latest(term.year for term in terms if elects or term.year in ends)


def _working_year(document: Document, date: DateMention) -> int | None:
    """The year that the text works in. In December it reviews a year, 2025, and plans one: "nhiệm vụ năm 2026"."""
    year, stated = document.working_year, {other.year for other in document.mentions.dates if other.role == "year"}
    ending = date.month is not None and date.month >= _YEAR_END and not document.article.published
    return year - 1 if year and ending and year - 1 in stated else year


def _latest(years: Iterable[int | None]) -> set[int]:
    return {max((year for year in years if year), default=0)} - {0}

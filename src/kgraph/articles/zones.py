"""Lines -> zones: which line is the title, the date line, body, caption, byline, source line or boilerplate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from kgraph.articles.lines import Line
from kgraph.registry.table import rows
from kgraph.registry.words import any_of, words
from kgraph.vietnamese import match_form

TITLE, BODY, CAPTION = "title", "body", "caption"
DATE_LINE, BYLINE, SOURCE_LINE, BOILERPLATE = "date line", "byline", "source line", "boilerplate"
KEPT = frozenset({TITLE, BODY, CAPTION})

_DATE = regex.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*((?:19|20)\d\d)(?!\d)")
_ISO = regex.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
# "Ngày 6/9/2013, Hội Phụ nữ phường ...": a sentence, and no date line.
_TOLD = regex.compile(r"(?:Sáng|Trưa|Chiều|Tối|Ngày|Hôm)[^,]{4,30},\s*\p{L}")
_NOT_DATE = regex.compile(r"[\p{L}]+")
_SOURCE = regex.compile(r"(?i)^\(?(?:nguồn(?: tin)?|theo nguồn|theo)\s*:\s*\S")
_CREDIT = regex.compile(
    r"(?i)^(?:tin,?\s*(?:và\s*)?ảnh|bài,?\s*(?:và\s*)?ảnh|tin|ảnh|tác giả|người viết|biên tập|btv|ctv|pv|thực hiện)"
    r"\s*:\s*"
)
_NAME = r"\p{Lu}[\p{Ll}\p{Lu}’'.]*(?:\s+\p{Lu}[\p{Ll}\p{Lu}’'.]*){0,4}"
# "Hoa Sen - Trung tâm VH-TT huyện": the author, and the office that sends the text in.
_OFFICE = rf"(?:\s*[-–—,]\s*{any_of('author-office')}(?!\p{{L}})[^.!?]*)?"
_BYLINE = regex.compile(rf"^{_NAME}(?:\s*(?:[,&–—-]|và)\s*{_NAME})*(?:\s*\([^()]*\))?{_OFFICE}\.?$")
_SENTENCE_END = regex.compile(r"[.!?…:;][\"”’')\]/]*$")
_TITLE_WORDS = 4  # "Banner tin", "Video Clip": shorter lines above the text are furniture
_TITLE_CHARS = 300  # longer first lines are body text of an article without a title
_BYLINE_WORDS = 14
_PARAGRAPH_WORDS = 40  # a teaser of another article is shorter
_DATE_LINE_WORDS, _DATE_LINE_CHARS = 8, 90
_SOURCE_WORDS = 40
_MENU = regex.compile(r"(?:[^|›»>]{1,40}\s[|›»>]\s){2}")  # "Trang chủ | Giới thiệu | Tin tức"


@dataclass(frozen=True, slots=True)
class ZonedLine:
    """A line and the kind of zone it belongs to; *why* is the id of the reason for which a line is left out."""

    line: Line
    kind: str
    why: str = ""


@lru_cache(maxsize=1)
def _furniture() -> dict[str, str]:
    return {row["phrase"]: row["role"] for row in rows("boilerplate.tsv")}


def _role(line: Line) -> str | None:
    """ "stop" or "line" where the whole line is a known piece of page furniture, else None."""
    return _role_of(line.text)


@lru_cache(maxsize=1024)
def _role_of(text: str) -> str | None:
    """Every line is asked twice, and the pages of one portal have the same furniture."""
    folded = match_form(text).casefold().strip(" .:…-|»>*+#")
    role = _furniture().get(folded)
    if role is None and folded.startswith(words("furniture-start")):
        return "stop"
    if role is None and text.startswith(words("teaser-mark")):
        return "line"  # ">> Lịch cắt điện tuần này"
    return "line" if role is None and _is_menu(text) else role


def _is_menu(text: str) -> bool:
    return bool(_MENU.match(text)) and not _DATE.search(text) and not _SENTENCE_END.search(text)


def date_of(line: Line) -> str | None:
    """The day (YYYY-MM-DD) that a date line states; None where the line is something else.

    A sentence is none, though it may be broken off ("Ngày 6/9/2021, Hội Phụ nữ phường"). A line that begins with a
    date and goes on with a slogan ("10/10/2024 NGÀY CHUYỂN ĐỔI SỐ ...") is a banner.
    """
    dates = _days(line.text) if len(line.text) <= _DATE_LINE_CHARS else []
    if len(dates) != 1 or len(_NOT_DATE.findall(line.text)) > _DATE_LINE_WORDS or _TOLD.match(line.text):
        return None
    day, month, year = (int(part) for part in dates[0])
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _days(text: str) -> list[tuple[str, str, str]]:
    """Day, month and year of every full date: "24/02/2021" as in print, "2021-02-24" as machines write."""
    return [*_DATE.findall(text), *((day, month, year) for year, month, day in _ISO.findall(text))]


def is_sentence(line: Line) -> bool:
    """Whether *line* is running text: it ends like a sentence and has the length of one."""
    return bool(_SENTENCE_END.search(line.text)) and line.words > 8


def is_furniture(line: Line) -> bool:
    """Whether *line* as a whole is known page furniture, such as the head of a list of other articles."""
    return _role(line) is not None


def _is_banner(line: Line) -> bool:
    letters = [c for c in line.text if c.isalpha()]
    return bool(_DATE.match(line.text)) and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _title_index(found: Sequence[Line]) -> int | None:
    for index, line in enumerate(found[:12]):
        if _role(line) or date_of(line) or _is_banner(line) or line.words < _TITLE_WORDS:
            continue
        return index if len(line.text) <= _TITLE_CHARS and index + 1 < len(found) else None
    return None


def _stop_index(found: Sequence[Line], start: int) -> int:
    """The first line of page furniture that ends the text; only after some body text has been seen."""
    seen = False
    for index in range(start, len(found)):
        if seen and _role(found[index]) == "stop" and not _is_inline(found, index):
            return index
        if seen and _is_source(found[index]):
            return index + 1  # what stands behind "Nguồn: ..." is the page's, not the article's
        seen = seen or found[index].words > 20
    return len(found)


def _is_inline(found: Sequence[Line], index: int) -> bool:
    """Whether the text goes on right behind "TIN LIÊN QUAN": what stands there is a paragraph, and no headline."""
    return index + 1 < len(found) and found[index + 1].words > _PARAGRAPH_WORDS and is_sentence(found[index + 1])


def _is_source(line: Line) -> bool:
    return bool(_SOURCE.match(line.text)) and line.words <= _SOURCE_WORDS


def _is_byline(line: Line) -> bool:
    text = _CREDIT.sub("", line.text)
    return bool(_CREDIT.match(line.text)) or (line.words <= _BYLINE_WORDS and bool(_BYLINE.match(text)))


def _zoned(line: Line, in_head: bool) -> ZonedLine:
    if _role(line) is not None:
        return ZonedLine(line, BOILERPLATE, "line-furniture")
    if date_of(line) is not None and in_head:
        return ZonedLine(line, DATE_LINE)
    if _is_source(line):
        return ZonedLine(line, SOURCE_LINE)
    if in_head and line.words < 3:
        return ZonedLine(line, BOILERPLATE, "line-too-short")
    return ZonedLine(line, BODY if is_sentence(line) else CAPTION)


def _mark_bylines(zoned: list[ZonedLine]) -> list[ZonedLine]:
    """Names that stand alone after the last sentence ("Phương Trang") sign the text; they are no persons of it."""
    for index in range(len(zoned) - 1, -1, -1):
        kind, line = zoned[index].kind, zoned[index].line
        if kind in (SOURCE_LINE, BOILERPLATE, DATE_LINE):
            continue
        if kind == BODY or not _is_byline(line):
            break
        zoned[index] = replace(zoned[index], kind=BYLINE)
    return zoned


def zone(found: Sequence[Line], *, titled: bool = False) -> Iterator[ZonedLine]:
    """Every line of a file with its zone, in file order. The first line is the title where *titled* says so."""
    title = 0 if titled else _title_index(found)
    start = 0 if title is None else title + 1
    stop = _stop_index(found, start)
    head = title if title is not None else 0
    for line in found[:head]:
        dated = date_of(line) and not _is_banner(line)
        yield ZonedLine(line, DATE_LINE) if dated else ZonedLine(line, BOILERPLATE, "line-above-title")
    if title is not None:
        yield ZonedLine(found[title], TITLE)
    body, text_seen = [], False
    for line in found[start:stop]:
        body.append(_zoned(line, in_head=not text_seen))
        text_seen = text_seen or line.words > 20
    yield from _mark_bylines(body)
    yield from (ZonedLine(line, BOILERPLATE, "line-behind-end") for line in found[stop:])

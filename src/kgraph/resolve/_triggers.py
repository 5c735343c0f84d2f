"""Words that state an event: what was held or signed, by which verb, and the words of its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from kgraph.model import Span
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, lowered, rx

_HELD = (
    rf"(?:{any_of('hold-manner')} )?{any_of('hold')}(?: (?:{any_of('hold-after')}|\d{{1,2}}))*"
    r" (?:(?:một|buổi|chương trình|thành công) )?"
)
_HAPPENED = r"(?<!\p{L})(?i:(?:đã|vừa|được) (?:diễn ra|khai mạc|tổ chức)) (?:tại[^,.;]{2,40},?[ ]+)?"
_ANNOUNCED = r"(?:dự kiến|sẽ (?:được )?(?:diễn ra|tổ chức)) (?:được tổ chức |diễn ra |tổ chức )?(?:vào|trong|từ|ngày)"
_SIGNED = (
    r"(?<!\p{L})(?i:(?:nội dung|lễ) )?"
    rf"(?P<noun>(?i:ký kết|ký)(?= (?:kết )?(?i:{any_of('signed-paper')})))"
)
_LAUNCHED = (
    rf"(?:(?<!\p{{L}})(?i:đã|vừa|tiến hành|và)|[,;]) (?P<noun>{any_of('launch')})"
    r"(?= (?:[“\"\p{Lu}]|đợt|phong trào|mô hình|trang|quỹ))"
)
_FUTURE = rx(rf"(?i)(?<!\p{{L}}){any_of('future-verb')}(?!\p{{L}})")
_AHEAD = rx(rf"(?i)(?:trong )?{any_of('future-time')}")
_NEAR_CHARS = 25  # how far before the verb or behind the name a word still governs the event
# "hướng dẫn tổ chức đại hội", "nhiệm vụ mở lớp": a task, not an event.
_TASK = rx(rf"(?i){any_of('task')}[ ,]+$")
_NAME_END = rx(rf"[.;:\n“]|, (?=\p{{Ll}})| {any_of('event-name-end')}(?=[ ])| với(?= {any_of('event-guest')})")
_QUOTED_NAME = rx(r"[^.;:\n“\"(]{0,60}[“\"][^”\"\n]{2,120}[”\"]")
_ORDINAL = rx(r"(?:lần thứ|khóa) (?P<n>[IVXL]+|\d+)")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_GENERIC_SERIES = rx(r"(?i)các cấp|cơ sở$|chuyên đề")
_NAME_CHARS, _SHORTEST_NAME = 200, 5
_KIND_OF_RULE = {"signed": "signing", "launched": "act", "summed": "conference", "given": "giving"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One place that states an event. *span* is the whole statement from verb to the end of the name."""

    span: Span
    kind: str
    name: str
    rule: str
    planned: bool
    name_start: int

    @property
    def ordinal(self) -> int | None:
        """The number in "lần thứ XIX", if one is said."""
        match = _ORDINAL.search(self.name)
        return number(match["n"]) if match else None


def number(roman: str) -> int:
    """A Roman or Arabic numeral as a number.

    >>> number("XIX"), number("12")
    (19, 12)
    """
    if roman.isdigit():
        return int(roman)
    values = [_ROMAN[letter] for letter in roman]
    # "XIX": a letter before a greater one is taken away.
    return sum(-value if value < following else value for value, following in pairwise([*values, 0]))


@lru_cache(maxsize=1)
def kinds() -> dict[str, str]:
    """Event nouns in lower case and the kind of event each means."""
    return {row["words"]: row["kind"] for row in rows("events.tsv")}


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to state an event. Every match holds one of *cues*, which are quicker to look for than the pattern."""

    rule: str
    cues: tuple[str, ...]
    pattern: regex.Pattern[str]


@lru_cache(maxsize=1)
def _forms() -> tuple[_Form, ...]:
    """In the order of trust: what an earlier form has read, no later one reads again."""
    noun = rf"(?P<noun>(?i:{alternatives(kinds())}))(?!\p{{L}})"
    return (
        # "đã tổ chức thành công hội nghị"
        _form("held", ("chức", "hành", "mạc", "mở"), rf"(?<!\p{{L}})(?i:{_HELD})", noun),
        # "vừa diễn ra tại hội trường huyện, lễ ..."
        _form("happened", ("diễn", "mạc", "chức"), _HAPPENED, noun),
        _form("taking-place", ("diễn", "chức"), noun, r"(?=[^.;:,\n]{0,100} (?:diễn ra|được tổ chức) )"),
        _form("attended", ("tham",), noun, r"(?=[^.;:\n]{3,120}có sự tham (?:dự|gia) của)"),
        # "đại hội ... dự kiến được tổ chức vào quý II"
        _form("announced", ("dự kiến", "sẽ"), noun, rf"(?=[^.;:\n]{{5,140}}{_ANNOUNCED})"),
        _form("summed", ("kết",), r"(?<!\p{L})(?P<noun>tổng kết)(?= (?:công tác|hoạt động|phong trào|năm))"),
        _form("signed", ("ký",), _SIGNED),
        _form("given", ("cho",), rf"(?<!\p{{L}})(?P<noun>(?i:{any_of('give')}))(?=[ ][^.;:\n]{{3,90}}[ ]cho[ ])"),
        _form("launched", ("mắt", "phát", "suy"), _LAUNCHED),
    )


def _form(rule: str, cues: tuple[str, ...], *pattern: str) -> _Form:
    return _Form(rule, cues, rx("".join(pattern)))


def triggers(text: str, sentence: Span) -> Iterator[Trigger]:
    """The events that one sentence states; words inside the name of another one ("Hội nghị ký giao ước") state none."""
    taken: list[Span] = []
    for rule, match in _matches(text, sentence):
        trigger = _trigger(text, sentence, rule, match)
        if trigger is not None and not any(span.overlaps(Span(*match.span("noun"))) for span in taken):
            taken.append(trigger.span)
            yield trigger


def _matches(text: str, sentence: Span) -> Iterator[tuple[str, regex.Match[str]]]:
    lower = sentence.of(lowered(text))
    for form in _forms():
        if any(cue in lower for cue in form.cues):
            yield from ((form.rule, match) for match in form.pattern.finditer(text, sentence.start, sentence.end))


def _trigger(text: str, sentence: Span, rule: str, match: regex.Match[str]) -> Trigger | None:
    stop = _end(text, match.start("noun"), sentence.end)
    name = " ".join(text[match.start("noun") : stop].split()).strip(" ,-")
    near = max(sentence.start, match.start() - _NEAR_CHARS)
    if _TASK.search(text[near : match.start()]) or (rule == "held" and _GENERIC_SERIES.search(name)):
        return None
    ahead = _FUTURE.search(text[near : stop + _NEAR_CHARS]) or _AHEAD.match(text, sentence.start, sentence.end)
    planned = rule == "announced" or bool(ahead)
    kind = _KIND_OF_RULE.get(rule) or kinds()[" ".join(match["noun"].lower().split())]
    return Trigger(
        Span(match.start(), stop), kind, name[0].upper() + name[1:], f"event-{rule}", planned, match.start("noun")
    )


def _end(text: str, start: int, limit: int) -> int:
    """The end of a name, which may hold a quoted one: phát động “Tuần lễ áo dài”."""
    quoted = _QUOTED_NAME.match(text, start, limit)
    return quoted.end() if quoted else _name_end(text, start, limit)


def _name_end(text: str, start: int, limit: int) -> int:
    """Where an event's name ends: at a clause end, before its purpose, its guests or its place."""
    stop = min(limit, start + _NAME_CHARS)
    match = _NAME_END.search(text, start + _SHORTEST_NAME, stop)
    return start + len(text[start : match.start() if match else stop].rstrip(" .,"))

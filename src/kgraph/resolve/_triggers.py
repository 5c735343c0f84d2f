"""Words that state an event: what was held or signed, by which verb, and the words of its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from kgraph.model import Span
from kgraph.registry.words import any_of, lowered, rx
from kgraph.resolve._forms import forms, kinds, plain_nouns

_FUTURE = rx(rf"(?i)(?<!\p{{L}}){any_of('future-verb')}(?!\p{{L}})")
_AHEAD = rx(rf"(?i)(?:trong )?{any_of('future-time')}")
_NEAR_CHARS = 25  # how far before the verb or behind the name a word still governs the event
_GIFT = rx(rf"(?i)^[^,;“]{{0,40}}(?<!\p{{L}}){any_of('gift-verb')}(?!\p{{L}})")
# "tại Trung tâm Hội nghị tỉnh": a building
_VENUE = rx(rf"(?i)(?<!\p{{L}}){any_of('venue-of-events')} $")
# "hướng dẫn tổ chức đại hội", "nhiệm vụ mở lớp": a task, not an event.
_TASK = rx(rf"(?i)(?P<of>{any_of('task')})[ ,]+$")
# "... chuẩn bị để tổ chức Đại hội cấp xã | vào quý II năm 2021"
_SET_FOR = rx(r"(?i)[ ,]+(?:xong )?(?:vào|trong) (?:(?:đầu|giữa|cuối) )?(?:ngày |tháng |quý )")
_REST = rx(
    rf"(?i)(?<!\p{{L}})(?P<rest>{any_of('rest-of')})(?: (?:sẽ|phấn đấu|đăng ký))*"
    r" (?P<verb>tổ chức|tiến hành|hoàn thành)(?: xong)?(?= (?:vào|trong) )"
)
_NAME_END = rx(
    rf"\.(?!\d)|[;:\n“]|, (?=\p{{Ll}})| {any_of('event-name-end')}(?=[ .,;:\n]|$)| trong (?=tháng|quý|năm|\d)"
    rf"| với(?= {any_of('event-guest')})"
)
_QUOTED_NAME = rx(r"[^.;:\n“\"(]{0,60}[“\"][^”\"\n]{2,120}[”\"]")
_ORDINAL = rx(r"(?:lần thứ|khóa) (?P<n>[IVXL]+|\d+)")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_GENERIC_SERIES = rx(r"(?i)các cấp|cơ sở$|chuyên đề$")
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


def triggers(text: str, sentence: Span) -> Iterator[Trigger]:
    """The events that one sentence states; words inside the name of another one ("Hội nghị ký giao ước") state none."""
    found: list[Trigger] = []
    for rule, match in _matches(text, sentence):
        trigger = _trigger(text, sentence, rule, match)
        if trigger is not None and not any(t.span.overlaps(Span(*match.span("noun"))) for t in found):
            found.append(trigger)
    yield from (*found, *_rests(text, sentence, found))


def _rests(text: str, sentence: Span, found: Sequence[Trigger]) -> Iterator[Trigger]:
    """ "2 đơn vị A, B tổ chức Đại hội điểm trong tháng 3; các đơn vị còn lại | tổ chức xong trong tháng 6"."""
    rests = _REST.finditer(text, sentence.start, sentence.end) if found else ()
    for match in rests:
        before = [trigger for trigger in found if trigger.span.end <= match.start()]
        noun = next((noun for t in before[-1:] for noun in plain_nouns() if t.name.lower().startswith(noun)), None)
        if noun is not None:
            name = " ".join(f"{noun.capitalize()} {match['rest']}".split())
            yield replace(
                before[-1], span=Span(*match.span()), name=name, rule="event-rest", name_start=match.start("verb")
            )


def tasks(text: str, sentence: Span) -> Iterator[Span]:
    """Words of an event that only set a task ("nhiệm vụ mở lớp ...") or name a series ("tổ chức đại hội các cấp")."""
    for rule, match in _matches(text, sentence):
        if _trigger(text, sentence, rule, match) is None:
            yield Span(*match.span())


def _matches(text: str, sentence: Span) -> Iterator[tuple[str, regex.Match[str]]]:
    lower = sentence.of(lowered(text))
    for form in forms():
        if any(map(lower.__contains__, form.cues)):
            yield from ((form.rule, match) for match in form.pattern.finditer(text, sentence.start, sentence.end))


def _trigger(text: str, sentence: Span, rule: str, match: regex.Match[str]) -> Trigger | None:
    # "Tại hội nghị, Hội đã ...": behind the comma stands who acts.
    limit = text.find(",", match.end(), sentence.end) if rule == "at" else -1
    stop = _end(text, Span(*match.span("noun")), limit if limit >= 0 else sentence.end)
    name = " ".join(text[match.start("noun") : stop].split()).strip(" ,-")
    near = max(sentence.start, match.start() - _NEAR_CHARS)
    # "triển khai cuộc thi do Trung ương Hội phát động": the task is that of others, the contest is held all the same.
    task = rule != "held-by" and _TASK.search(text[near : match.start()])
    if task and rule == "held" and task["of"].lower() == "để" and _SET_FOR.match(text, stop, sentence.end):
        rule, task = "set", None  # what others are to hold, on a day that is set
    if task or (rule == "held" and _GENERIC_SERIES.search(name)) or _VENUE.search(text[near : match.start("noun")]):
        return None
    beyond = min(stop + _NEAR_CHARS, sentence.end)  # the next sentence tells of other things ("CLB sẽ ...")
    ahead = _FUTURE.search(text[near:beyond]) or _AHEAD.match(text, sentence.start, sentence.end)
    planned = rule in ("announced", "set") or bool(ahead)
    kind = _KIND_OF_RULE.get(rule) or kinds().get(" ".join(match["noun"].lower().split()), "act")
    if kind == "act" and _GIFT.search(name):
        kind = "giving"  # "đến thăm và trao quà cho 30 hộ": what the visit was for
    return Trigger(
        Span(match.start(), stop), kind, name[0].upper() + name[1:], f"event-{rule}", planned, match.start("noun")
    )


def _end(text: str, noun: Span, limit: int) -> int:
    """The end of a name, which may hold a quoted one: phát động “Tuần lễ áo dài”."""
    quoted = _QUOTED_NAME.match(text, noun.start, limit)
    return quoted.end() if quoted else _name_end(text, noun, limit)


def _name_end(text: str, noun: Span, limit: int) -> int:
    """Where an event's name ends: at a clause end, before its purpose, its guests or its place.

    Marks inside the noun end nothing: "thăm hỏi, động viên và tặng quà".
    """
    start, stop = noun.start, min(limit, noun.start + _NAME_CHARS)
    match = _NAME_END.search(text, max(start + _SHORTEST_NAME, noun.end if noun.end <= stop else start), stop)
    return start + len(text[start : match.start() if match else stop].rstrip(" .,"))

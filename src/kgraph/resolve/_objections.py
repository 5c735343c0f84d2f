"""Why words that look like an event state none: tasks, sums and quotations have neither a host nor a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kgraph.model import Entity
from kgraph.registry.words import any_of, lowered, rx
from kgraph.resolve._days import date_of, time_of
from kgraph.resolve._hosts import crowd, crowd_succeeds, hoi_acts, named_behind, place_acts
from kgraph.resolve._tellings import Telling, acting, adjoins

_DONE = rx(r"(?i)(?:đã|vừa) (?:\p{L}+ ){0,2}$")
_DONE_CHARS = 30
_OPENING_SENTENCES = 3
_DELEGATION_CHARS = 25  # "Đoàn công tác của | Hội LHPN ..."
_OPENING_CHARS = 60  # "Các đơn vị | ký giao ước": room for a short subject
_CONTINUED = rx(r"(?:(?<!\p{L})(?i:(?:đã|vừa)(?: tổ chức)?|tiến hành|và)|[,;]) \Z")
_CONTINUED_CHARS = 15
# "Nhân dịp này, Hội ... tặng", "Tại chương trình, ...": part of what the text is about, on its day.
_OCCASION = rx(rf"(?i){any_of('occasion')}(?!\p{{L}})")
_OF_EVENT = rx(rf"(?i)(?:[^,.;]{{0,40}}, )?{any_of('event-itself')}(?: {any_of('adjoining')})+ ")
_AWARD = rx(rf"(?<!\p{{L}})(?:{any_of('award-thing')}|giải {any_of('prize')})(?!\p{{L}})")
# "chị em tự nguyện ký cam kết": many private papers, no ceremony.
_MET = frozenset({"conference", "congress", "training", "contest", "forum"})
_PRIVATE_SIGNERS = rx(rf"(?<!\p{{L}}){any_of('private-signer')} (?:\p{{L}}+ ){{0,2}}\Z")
_SIGNERS_CHARS = 40
# Forms that need no subject: they say that the event took place, or when it will.
# "Hội LHPN huyện cũng vừa tổng kết ...": news even far behind the opening.
_JUST = rx(r"(?<!\p{L})vừa \Z")
_SELF_EVIDENT = frozenset({"event-attended", "event-announced", "event-happened", "event-taking-place"})


def objection(telling: Telling, held_by: tuple[Entity, ...]) -> str:
    """Why the words state no event (the id of a reason); nothing where they state one.

    Tasks and quotations of a programme of work are no events: somebody must act, or a time must be said.
    """
    rule = telling.trigger.rule
    if rule in _SELF_EVIDENT:
        return ""
    if rule in _BY_RULE:
        return _BY_RULE[rule](telling)
    if telling.trigger.planned:
        return "" if time_of(telling) is not None else "event-planned-without-time"
    if telling.trigger.kind == "signing" and _is_private(telling):
        return "event-without-host-or-time"
    told = acting(telling) or _is_done(telling) or _is_bare_signing(telling, held_by)
    told = told or _place_acts(telling) or _is_dated_congress(telling) or crowd_succeeds(telling)
    return "" if told else "event-without-host-or-time"


def _review(telling: Telling) -> str:
    late = telling.index >= _OPENING_SENTENCES and not _JUST.search(lowered(telling.lead))
    return "event-review-later" if late else "" if acting(telling) else "event-review-without-host"


def _at(telling: Telling) -> str:
    """ "Tại hội nghị, ..." opens a sentence about what the text has not told otherwise (see `events`)."""
    opens = telling.start == telling.sentence.start and telling.trigger.kind in _MET
    return "" if opens else "event-without-host-or-time"


def _gift(telling: Telling) -> str:
    """A gift counts where a day or an occasion is said or a picture shows it; else it is one of many sums."""
    text, end = lowered(telling.document.text), telling.trigger.span.end
    given = text.find(" cho ", telling.start, end)
    if _AWARD.search(text, telling.start, given if given >= 0 else end):
        return "gift-is-award"
    if not (adjoins(telling, acting(telling)) or hoi_acts(telling) or _OF_EVENT.fullmatch(telling.lead)):
        return "gift-without-giver"
    return "" if _is_told_as_done(telling) or _is_the_news(telling) else "gift-without-day"


def _launch(telling: Telling) -> str:
    """ "Hội ... đã phát động phong trào ..."; without a "đã", the day or the occasion says that it was done."""
    before, start = acting(telling), telling.start
    if _CONTINUED.search(telling.document.text, max(0, start - _CONTINUED_CHARS), start) or telling.trigger.planned:
        told = bool(before or _is_done(telling)) and (not telling.trigger.planned or time_of(telling) is not None)
    else:
        told = adjoins(telling, before) and _is_told_as_done(telling)
    return "" if told else "event-without-host-or-time"


def _act(telling: Telling) -> str:
    """ "Ngày 5/10, Hội ... tập huấn kỹ năng ...": a verb of many uses tells of one event only with a day."""
    told = adjoins(telling, acting(telling)) and date_of(telling) is not None and time_of(telling) is not None
    return "" if told else "event-without-host-or-time"


def _rest(telling: Telling) -> str:
    """ "các đơn vị còn lại tổ chức xong trong tháng 6": not on the day that the sentence told of the others before."""
    return "" if _is_dated_behind(telling) else "event-planned-without-time"


def _by(telling: Telling) -> str:
    """ "hội nghị do Hội ... tổ chức ngày 25/6"; a contest runs for months, and often no day is said."""
    if telling.trigger.kind == "contest" and named_behind(telling):
        return ""
    return "" if time_of(telling) is not None else "event-without-host-or-time"


_BY_RULE: Mapping[str, Callable[[Telling], str]] = {
    "event-at": _at,
    "event-summed": _review,
    "event-given": _gift,
    "event-launched": _launch,
    "event-acted": _act,
    "event-held-by": _by,
    "event-rest": _rest,
}


def _is_told_as_done(telling: Telling) -> bool:
    if telling.trigger.planned:
        return time_of(telling) is not None
    captions = (z.span for z in telling.document.article.zones if z.kind in ("caption", "title"))
    shown = any(span.contains(telling.trigger.span) for span in captions)
    return shown or time_of(telling) is not None or is_on_occasion(telling)


def _is_the_news(telling: Telling) -> bool:
    """Whether the article begins with somebody named who gives: "Đoàn công tác của Hội LHPN tỉnh A tặng quà ..."."""
    before = acting(telling)
    opens = bool(before) and before[0].span.start - telling.sentence.start < _DELEGATION_CHARS
    return telling.index < _OPENING_SENTENCES and opens and before[0].form == "named"


def is_on_occasion(telling: Telling) -> bool:
    """Whether the words are said of the event that the text tells: "Dịp này, ...", "Chương trình còn trao ..."."""
    return bool(_OCCASION.match(telling.lead) or _OF_EVENT.fullmatch(telling.lead))


def _is_done(telling: Telling) -> bool:
    start = telling.start
    return bool(_DONE.search(telling.document.text[max(0, start - _DONE_CHARS) : start]))


def _is_dated_congress(telling: Telling) -> bool:
    """ "... tổ chức xong đại hội phụ nữ cấp xã trong quý II": far from its subject, but of one time."""
    return telling.trigger.kind == "congress" and _is_dated_behind(telling)


def _is_dated_behind(telling: Telling) -> bool:
    date = date_of(telling)
    return date is not None and date.span.start > telling.start and time_of(telling) is not None


def _is_private(telling: Telling) -> bool:
    start = telling.start
    return bool(_PRIVATE_SIGNERS.search(lowered(telling.document.text), max(0, start - _SIGNERS_CHARS), start))


def _is_bare_signing(telling: Telling, held_by: tuple[Entity, ...]) -> bool:
    """A caption or sentence that begins with the signing: "Ký kết giao ước giữa ...", "Các đơn vị ký giao ước"."""
    if telling.trigger.kind != "signing" or not (held_by or crowd(telling)):
        return False
    return len(telling.lead) < _OPENING_CHARS and ";" not in telling.lead


def _place_acts(telling: Telling) -> bool:
    """The people of a place hold something on a day that is said."""
    return place_acts(telling) and time_of(telling) is not None

"""The events of an article: stated by a verb with its host, joined where several sentences tell of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from kgraph.document import DateMention, Document, Event
from kgraph.model import Entity, Span, Term, Text, fact_key
from kgraph.registry.words import any_of, rx
from kgraph.resolve._drafts import Draft, merged
from kgraph.resolve._hosts import Telling, acting, beside, crowd, hosts, parties, section_owners
from kgraph.resolve._triggers import Trigger, triggers
from kgraph.resolve.attendance import with_attendance
from kgraph.resolve.dates import When, not_after, when

_ADDRESS = rx(rf"(?i)[ ]+(?:{any_of('address')}|,|[ ])+$")
_DONE = rx(r"(?i)(?:đã|vừa) (?:\p{L}+ ){0,2}$")
_DONE_CHARS = 30
_OPENING_SENTENCES = 3
_OPENING_CHARS = 60  # "Các đơn vị | ký giao ước": room for a short subject
_ADJOINING_CHARS = 4
_DATE_CHARS = 90  # how far behind the name its date may stand
_STOP = regex.compile(r"[.;:“]")
_MAIN = frozenset({"conference", "congress"})
_INHERITS_DATE = frozenset({"signing", "act", "giving"})
# Forms that need no subject: they say that the event took place, or when it will.
_SELF_EVIDENT = frozenset({"event-attended", "event-announced", "event-happened", "event-taking-place"})
_DATED = frozenset({"day", "range", "month", "quarter"})
_EXACT = frozenset({"day", "range"})


def with_events(document: Document) -> Document:
    """*document* with its events and who took part in them."""
    drafts = merged(d for sentence in range(len(document.article.sentences)) for d in _drafts(document, sentence))
    events = tuple(_event(_dated(draft, drafts), document.article.published) for draft in drafts)
    return with_attendance(replace(document, events=_with_keys(document.article.key, events)))


def _drafts(document: Document, index: int) -> Iterator[Draft]:
    for trigger in triggers(document.text, document.article.sentences[index]):
        telling = Telling(document, trigger, index)
        held_by, confidence = hosts(telling)
        if _counts(telling, held_by):
            yield from _drafts_of(telling, held_by, confidence)


def _drafts_of(telling: Telling, held_by: tuple[Entity, ...], confidence: str) -> Iterator[Draft]:
    """One draft; or one for each host, where the lead names all unions whose sections follow."""
    document, trigger = telling.document, telling.trigger
    apart = len(held_by) > 1 and set(held_by) <= section_owners(document)
    took_part = parties(telling, held_by)
    if trigger.kind != "signing" and not apart:
        took_part = (*beside(telling, held_by[1:], "role-co-organizer", "event-co-organizer"), *took_part)
    for host in held_by if apart else held_by[:1] or (None,):
        yield Draft(
            kind=trigger.kind,
            name=_public_name(document, trigger),
            host=host,
            spans=(_whole(telling),),
            rule=trigger.rule,
            planned=trigger.planned,
            section=_section(document, host, trigger.span.start),
            when=_when(telling),
            ordinal=trigger.ordinal,
            parties=took_part,
            confidence=confidence,
        )


def _whole(telling: Telling) -> Span:
    """From who acts to the end of the name: the words that state host and event."""
    before = acting(telling)
    return Span(before[0].span.start if before else telling.start, telling.trigger.span.end)


def _public_name(document: Document, trigger: Trigger) -> str:
    """The event's name without a private person's."""
    private = next((span for span in document.private if span.overlaps(trigger.span)), None)
    if private is None:
        return trigger.name
    return _unaddressed(document.text[trigger.name_start : private.start]) or trigger.kind


def _unaddressed(words: str) -> str:
    """*words*, which lead up to a person, without those that only address the person.

    >>> _unaddressed("bàn giao nhà tình thương cho gia đình chị ")
    'Bàn giao nhà tình thương'
    """
    kept = _ADDRESS.sub("", " ".join(words.split()))
    return kept[:1].upper() + kept[1:]


def _section(document: Document, host: Entity | None, offset: int) -> int:
    """The section the event belongs to: where it is told, or that of its host where the lead tells it."""
    own = document.section_at(offset)
    if own >= 0 or host is None:
        return own
    heads = [a for s in document.sections for a in document.agents if a.span.start == s.start]
    return next((i for i, a in enumerate(heads) if host in a.entities), -1)


def _counts(telling: Telling, held_by: tuple[Entity, ...]) -> bool:
    """Tasks and quotations of a programme of work are no events: somebody must act, or a time must be said."""
    rule, before = telling.trigger.rule, acting(telling)
    if rule in _SELF_EVIDENT:
        return True
    if rule == "event-summed":
        return telling.index < _OPENING_SENTENCES and bool(before)
    if rule == "event-given":
        return bool(before) and _adjoins(telling, before[-1].span.end) and _is_told_as_done(telling)
    if telling.trigger.planned:
        return _when(telling) is not None
    return bool(before) or _is_done(telling) or _is_bare_signing(telling, held_by)


def _adjoins(telling: Telling, end: int) -> bool:
    """Whether the verb stands right behind who acts: "Thành Hội | hỗ trợ Mái ấm ... cho ..."."""
    return len(telling.document.text[end : telling.start].strip()) <= _ADJOINING_CHARS


def _is_told_as_done(telling: Telling) -> bool:
    """A gift counts where a day is said or a picture shows it; else it is one of many sums."""
    dated = _when(telling) is not None and not telling.trigger.planned
    captions = (z.span for z in telling.document.article.zones if z.kind in ("caption", "title"))
    return dated or any(span.contains(telling.trigger.span) for span in captions)


def _is_done(telling: Telling) -> bool:
    start = telling.start
    return bool(_DONE.search(telling.document.text[max(0, start - _DONE_CHARS) : start]))


def _is_bare_signing(telling: Telling, held_by: tuple[Entity, ...]) -> bool:
    """A caption or sentence that begins with the signing: "Ký kết giao ước giữa ...", "Các đơn vị ký giao ước"."""
    if telling.trigger.kind != "signing" or not (held_by or crowd(telling)):
        return False
    return len(telling.lead) < _OPENING_CHARS and ";" not in telling.lead


def _when(telling: Telling) -> When | None:
    """The day that the sentence says before the verb, or the time right behind the name."""
    document, sentence = telling.document, telling.sentence
    said = [date for date in document.mentions.dates if sentence.contains(date.span)]
    years = [date.year for date in said if date.year and date.role == "year"]
    working = [document.working_year] if document.working_year and not years else []
    near = next((date for date in said if date.role in _DATED and _is_of_event(telling, date)), None)
    return when(near, document.article.published, [*years, *working]) if near else None


def _is_of_event(telling: Telling, date: DateMention) -> bool:
    if date.span.end <= telling.start:
        return date.role in _EXACT and not _bracketed(telling.document.text, date.span)
    if date.span.start < telling.start:
        return False
    between = telling.document.text[min(telling.trigger.span.end, date.span.start) : date.span.start]
    return len(between) < _DATE_CHARS and not _STOP.search(between)


def _bracketed(text: str, span: Span) -> bool:
    """Whether *span* stands in brackets, where it is the time of what they follow: "Đại hội (diễn ra ngày 10/12)"."""
    opened = text.rfind("(", max(0, span.start - _DATE_CHARS), span.start)
    return opened >= 0 and ")" not in text[opened : span.start] and ")" in text[span.end : span.end + _DATE_CHARS]


def _dated(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A signing or an honour inside a conference has the conference's day."""
    if draft.when is not None or draft.planned or draft.kind not in _INHERITS_DATE:
        return draft
    held = [o for o in drafts if o.when and not o.planned and o.section == draft.section]
    earlier = [other for other in held if other.spans[0] < draft.spans[-1]]
    main = next((other for other in earlier if other.kind in _MAIN), next(iter(earlier), None))
    return replace(draft, when=main.when) if main else draft


def _event(draft: Draft, published: str | None) -> Event:
    # A campaign launched for days after the article's own is still to come, whatever the tense says.
    ahead = bool(draft.when and published and draft.when.earliest and draft.when.earliest > published)
    known = draft.when or (not_after(published) if published and not draft.planned else None)
    event = Event(
        entity=Entity("event", "", draft.name),
        kind=draft.kind,
        name=draft.name,
        host=draft.host,
        spans=tuple(sorted(set(draft.spans))),
        rule=draft.rule,
        planned=draft.planned or ahead,
        ordinal=draft.ordinal,
        participants=draft.parties,
        confidence=draft.confidence,
    )
    return _at(event, known) if known else event


def _at(event: Event, time: When) -> Event:
    return replace(
        event,
        edtf=time.edtf,
        earliest=time.earliest,
        latest=time.latest,
        precision=time.precision,
        basis=time.basis,
    )


def _with_keys(article: str, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events with their keys: kind, name, date and host; equal ones are told apart by their order."""
    seen: dict[tuple[tuple[str, Term], ...], int] = {}
    keyed = []
    for event in events:
        values = _identity(event)
        ordinal = seen.get(values, 0)
        seen[values] = ordinal + 1
        keyed.append(replace(event, entity=Entity("event", fact_key(article, "event", values, ordinal), event.name)))
    return tuple(keyed)


def _identity(event: Event) -> tuple[tuple[str, Term], ...]:
    host = (("host", event.host),) if event.host else ()
    return (("kind", Text(event.kind)), ("name", Text(event.name)), ("date", Text(event.edtf or "")), *host)

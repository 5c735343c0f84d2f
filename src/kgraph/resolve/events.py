"""The events of an article: stated by a verb with its host, joined where several sentences tell of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgraph.document import DateMention, Document, Event, Participant
from kgraph.model import Entity, Span, Term, Text, fact_key
from kgraph.registry.words import any_of, rx
from kgraph.resolve._clashes import clashes, units_of
from kgraph.resolve._days import date_of, news_day, time_of
from kgraph.resolve._drafts import Draft, merged
from kgraph.resolve._hosts import beside, hosts, recipients, section_owners
from kgraph.resolve._objections import objection
from kgraph.resolve._signing import signatories
from kgraph.resolve._tellings import Telling, acting
from kgraph.resolve._triggers import Trigger, triggers
from kgraph.resolve.attendance import with_attendance
from kgraph.resolve.dates import When, not_after

_ADDRESS = rx(rf"(?i)[ ]+(?:{any_of('address')}|,|[ ])+$")
_MAIN = frozenset({"conference", "congress"})
_PARTS = frozenset({"event-given", "event-launched", "event-signed", "event-at"})
_INHERITS_DATE = frozenset({"signing", "act", "giving"})


def with_events(document: Document) -> Document:
    """*document* with its events and who took part in them."""
    told = merged(_told(document))
    drafts = [draft for draft in told if not _is_part_of(draft, told)]
    dated = [_dated(draft, drafts) for draft in drafts]
    events = _with_keys(document.article.key, tuple(_event(draft, document.article.published) for draft in dated))
    return with_attendance(replace(document, events=_with_conflicts(events, dated)))


def _with_conflicts(events: tuple[Event, ...], drafts: Sequence[Draft]) -> tuple[Event, ...]:
    found = tuple(clashes(drafts))
    against = (tuple(events[other].entity for one, other in found if one == place) for place in range(len(events)))
    return tuple(replace(event, conflicts=others) for event, others in zip(events, against, strict=True))


def _told(document: Document) -> list[Draft]:
    """Every draft; "Tại hội nghị, ..." is one only where nothing else tells of what people met for."""
    found = [d for sentence in range(len(document.article.sentences)) for d in _drafts(document, sentence)]
    met = any(draft.rule not in _PARTS for draft in found)
    return [draft for draft in found if draft.rule != "event-at" or not met]


def _drafts(document: Document, index: int) -> Iterator[Draft]:
    found = tuple(_tellings(document, index))
    for telling in found:
        held_by, confidence = hosts(telling)
        if not objection(telling, held_by):
            later = (other.start for other in found if other.start > telling.start)
            yield from _drafts_of(telling, held_by, confidence, min(later, default=telling.sentence.end))


def _tellings(document: Document, index: int) -> Iterator[Telling]:
    found = list(triggers(document.text, document.article.sentences[index]))
    for trigger in found:
        opens = all(trigger.span.start <= other.span.start for other in found)
        yield Telling(document, trigger, index, opens)


def weighed(document: Document) -> Iterator[tuple[Span, str, DateMention | None]]:
    """Every statement of an event: its words, why it counts as none (the id of a reason, or nothing), and its date."""
    for index in range(len(document.article.sentences)):
        for telling in _tellings(document, index):
            yield _whole(telling), objection(telling, hosts(telling)[0]), date_of(telling)


def _drafts_of(telling: Telling, held_by: tuple[Entity, ...], confidence: str, until: int) -> Iterator[Draft]:
    """One draft; or one for each host, where the lead names all unions whose sections follow."""
    document, trigger = telling.document, telling.trigger
    apart = len(held_by) > 1 and set(held_by) <= section_owners(document)
    for host in held_by if apart else held_by[:1] or (None,):
        took_part = _parties(telling, (host,) if apart and host else held_by)
        named = _to_its_end(trigger, took_part, document.text)
        yield Draft(
            kind=trigger.kind,
            name=_public_name(document, named),
            host=host,
            spans=(_whole(replace(telling, trigger=named)),),
            rule=trigger.rule,
            planned=trigger.planned,
            section=_section(document, host, trigger.span.start),
            when=time_of(telling),
            news_day=news_day(telling) if trigger.kind == "giving" else None,
            ordinal=trigger.ordinal,
            parties=took_part,
            confidence=confidence,
            units=units_of(telling, until),
        )


def _parties(telling: Telling, held_by: tuple[Entity, ...]) -> tuple[Participant, ...]:
    """Who takes part by the words of the event itself: who signs, or who holds it too, receives or is honoured."""
    if telling.trigger.kind == "signing":
        return signatories(telling, held_by)
    return (*beside(telling, held_by[1:], "role-co-organizer", "event-co-organizer"), *recipients(telling))


def _to_its_end(trigger: Trigger, parties: Sequence[Participant], text: str) -> Trigger:
    """A name that breaks off inside a party goes on to its end: "giữa Hội LHPN tỉnh và các huyện|, thành phố"."""
    end = max((p.span.end for p in parties if p.span.start < trigger.span.end), default=0)
    if end <= trigger.span.end:
        return trigger
    name = " ".join(text[trigger.name_start : end].split())
    return replace(trigger, span=Span(trigger.span.start, end), name=name[0].upper() + name[1:])


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


def _is_part_of(draft: Draft, told: Sequence[Draft]) -> bool:
    """A gift without a day of its own, inside a ceremony of giving, is what the ceremony is for."""
    if draft.rule != "event-given" or draft.when is not None:
        return False
    return any(other.kind == "giving" and other.rule != "event-given" and other.when for other in told)


def _dated(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A signing or an honour inside a conference has the conference's day; a gift that of the only news there is."""
    if draft.when is not None or draft.planned or draft.kind not in _INHERITS_DATE:
        return draft
    held = [o for o in drafts if o.when and not o.planned and o.section == draft.section]
    earlier = [other for other in held if other.spans[0] < draft.spans[-1]]
    main = next((other for other in earlier if other.kind in _MAIN), next(iter(earlier), None))
    when = main.when if main else draft.news_day
    return replace(draft, when=when) if when else draft


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

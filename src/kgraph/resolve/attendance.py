"""Who attended, spoke at or chaired an event: the lists behind "Tới dự có", "Dự hội nghị có các đồng chí: ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

import regex

from kgraph.document import Agent, Document, Event, Participant, Person
from kgraph.model import Span
from kgraph.registry.anchored import anchored
from kgraph.registry.words import any_of, lowered, rx, words
from kgraph.resolve.subjects import is_union

Match: TypeAlias = regex.Match[str] | None

# All of these search the text in lower case.
_ATTENDED = anchored(
    rf"(?<!\p{{L}})(?:{any_of('attend')}|{any_of('share-joy')}|{any_of('attend-with')} của|chứng kiến(?= lễ| buổi)"
    rf"|chỉ đạo (?=hội nghị|đại hội)|dự (?:và {any_of('attend-and')} )*(?:{any_of('gathering')}|có|tại))(?!\p{{L}})",
    whole=(*words("attend"), *words("share-joy"), *words("attend-with"), "chứng kiến", "chỉ đạo", "dự"),
)
# "điều hành công việc qua điện thoại" chairs nothing.
_CHAIRED = anchored(
    rf"(?<!\p{{L}}){any_of('chair')}(?=(?: (?:{any_of('gathering')}|là|có))|[ ]?[.,:;\n]|$)", whole=words("chair")
)
_CHAIR_CHARS = 40  # how far behind "chủ trì" the chair is named
# Guests named before the verb: "Đồng chí A - Chủ tịch ... và ông B cắt băng khánh thành".
_PRESENT = anchored(rf"(?<!\p{{L}}){any_of('ceremony')}(?!\p{{L}})", whole=words("ceremony"))
_SPOKE = anchored(rf"(?<!\p{{L}}){any_of('speak')}(?!\p{{L}})", whole=words("speak"))
# "giải nhất thuộc về đội Hội LHPN ...", "Hội LHPN ... đạt giải Ba"
_PRIZE = anchored(rf"(?<!\p{{L}})(?:giải|hạng) (?:{any_of('prize')}(?!\p{{L}})|[“\"])", ("giải", "hạng"))
_PRIZE_GIVEN = rx(r"(?<!\p{L})(?<!được )trao (?=giải|hạng)")
# "Hội nghị ... có Hội LHPN các huyện A, B tham dự": guests named before the verb that ends the sentence.
_HAVING, _ENDS = rx(r"(?<!\p{L})có (?!sự)"), rx(r"[ ]*[.;]?\s*\Z")
# "Bác sĩ Đỗ Thị Ví Dụ của Sở Y tế": a body that only tells where somebody works.
_WORKS_AT = rx(r"\p{Lu}[\p{Ll}’']+ \p{Lu}[\p{Ll}’']+ (?:của|[-–]) ?(?:lãnh đạo )?\Z")
_BEFORE_CHARS = 45
_NOUNS = {
    "lễ ký": "signing",
    "ký tại": "signing",
    "ký vào": "signing",
    "bút ký": "signing",
    "hội nghị": "conference",
    "đại hội": "congress",
    "diễn đàn": "forum",
    "hội thi": "contest",
    "tập huấn": "training",
}
_KINDS_BY_NOUN = tuple((rx(rf"(?<!\p{{L}}){noun}"), kind) for noun, kind in _NOUNS.items())
_GUEST_KINDS = frozenset({"conference", "congress", "signing", "training", "giving", "contest", "forum", "act"})
_GUEST_FORMS = frozenset({"named", "central", "level"})


@dataclass(frozen=True, slots=True)
class _Verbs:
    """The first verb of each kind in a sentence."""

    attended: Match
    spoke: Match
    chaired: Match
    present: Match

    @property
    def said(self) -> bool:
        return any((self.attended, self.spoke, self.chaired, self.present))


def with_attendance(document: Document) -> Document:
    """*document* with the guests, speakers and chairs added to its events."""
    found = {event.entity.key: list(event.participants) for event in document.events}
    for sentence in document.article.sentences if document.events else ():
        verbs = _verbs(document.text, sentence)
        event = _event_of(document, sentence) if verbs.said else None
        if event is not None:
            found[event.entity.key].extend(_persons(document, sentence, verbs))
            found[event.entity.key].extend(_agents(document, sentence, verbs, event))
    for event, winner in _winners(document):
        found[event.entity.key].append(winner)
    events = (replace(event, participants=_unique(found[event.entity.key])) for event in document.events)
    return replace(document, events=tuple(events))


def unplaced(document: Document) -> Iterator[Span]:
    """Verbs that tell of named guests, speakers or chairs where the article tells no event that they could be at."""
    for sentence in document.article.sentences:
        verbs = _verbs(document.text, sentence)
        first = next((v for v in (verbs.attended, verbs.spoke, verbs.chaired, verbs.present) if v is not None), None)
        named = any(sentence.contains(person.span) for person in document.persons)
        if first is not None and named and _event_of(document, sentence) is None:
            yield Span(*first.span())


def _winners(document: Document) -> Iterator[tuple[Event, Participant]]:
    """The bodies that a sentence about prizes names, in the contest told before."""
    contests = [event for event in document.events if event.kind == "contest"]
    for sentence in document.article.sentences if contests else ():
        told = [event for event in contests if not event.planned and event.spans[0].start < sentence.end]
        prize = _PRIZE.search(lowered(document.text), sentence.start, sentence.end)
        named = document.agents_in(_prized(document.text, sentence)) if told and prize else ()
        for agent in named:
            if is_union(agent) and agent.form in _GUEST_FORMS and not _is_employer(document, agent):
                parts = (Participant(e, "role-honoured", agent.span, "event-winner") for e in agent.entities)
                yield from ((told[-1], part) for part in parts if part.entity != told[-1].host)


def _prized(text: str, sentence: Span) -> Span:
    """The part of a sentence about prizes that names who won: behind a "trao", in front of which givers stand."""
    given = _PRIZE_GIVEN.search(lowered(text), sentence.start, sentence.end)
    return Span(given.end() if given else sentence.start, sentence.end)


def _is_employer(document: Document, agent: Agent) -> bool:
    start = agent.span.start
    return bool(_WORKS_AT.search(document.text, max(0, start - _BEFORE_CHARS), start))


def _verbs(text: str, sentence: Span) -> _Verbs:
    found = (
        pattern.search(lowered(text), sentence.start, sentence.end)
        for pattern in (_ATTENDED, _SPOKE, _CHAIRED, _PRESENT)
    )
    return _Verbs(*found)


def _unique(found: list[Participant]) -> tuple[Participant, ...]:
    """One part in one role for each; its first statement stands."""
    return tuple({(p.entity, p.role): p for p in reversed(found)}.values())[::-1]


def _event_of(document: Document, sentence: Span) -> Event | None:
    """The held event that a sentence about guests speaks of: of its noun if it says one, the last one told before."""
    section = document.section_at(sentence.start)
    told = [e for e in document.events if e.kind in _GUEST_KINDS and e.spans[0].start < sentence.end]
    told = [e for e in told if not e.planned or sentence.contains(e.spans[0])]
    told = [e for e in told if section in {document.section_at(s.start) for s in e.spans}] or told
    text = sentence.of(lowered(document.text))
    noun = next((kind for pattern, kind in _KINDS_BY_NOUN if pattern.search(text)), None)
    fitting = [e for e in told if e.kind == noun] or told
    return min(fitting, key=lambda e: (e.kind == "signing", e.kind == "act", -e.spans[0].start), default=None)


def _persons(document: Document, sentence: Span, verbs: _Verbs) -> Iterator[Participant]:
    for person in document.persons:
        if sentence.contains(person.span):
            role = _role(person.span, verbs)
            words = Span(person.span.start, _posts_end(person, document))
            yield Participant(person.entity, role, words, role.replace("role-", "event-"))


def _role(name: Span, verbs: _Verbs) -> str:
    """Chair, speaker or guest, by the verb near the name."""
    chaired = verbs.chaired
    if chaired is not None:
        behind = chaired.end() <= name.start < chaired.end() + _CHAIR_CHARS
        if behind or (verbs.attended is None and name.end <= chaired.start()):
            return "role-chair"
    return "role-speaker" if verbs.spoke is not None and verbs.attended is None else "role-attendee"


def _posts_end(person: Person, document: Document) -> int:
    """Where the posts said behind a name end, so that the quote shows in what capacity somebody came."""
    mention = next((m for m in document.mentions.persons if m.span == person.span), None)
    ends = [post.body.end if post.body else post.span.end for post in mention.posts] if mention else []
    return max([person.span.end, *ends])


def _agents(document: Document, sentence: Span, verbs: _Verbs, event: Event) -> Iterator[Participant]:
    """Bodies named behind the verb; not those of somebody's post, and not the host."""
    if verbs.attended is None:
        return
    posts = _post_spans(document)
    for agent in document.agents_in(Span(_guests_start(document.text, sentence, verbs.attended), sentence.end)):
        if any(post.overlaps(agent.span) for post in posts) or not _is_guest(document, agent, event):
            continue
        confidence = "resolved" if agent.resolution else "stated"
        guests = (entity for entity in agent.entities if entity != event.host)
        yield from (Participant(e, "role-attendee", agent.span, "event-attendee", confidence) for e in guests)


def _guests_start(text: str, sentence: Span, attended: regex.Match[str]) -> int:
    """Where the guests begin: behind the verb, or behind the "có" before it where the verb ends the sentence."""
    if _ENDS.fullmatch(text, attended.end(), sentence.end):
        having = _HAVING.search(text, sentence.start, attended.start())
        return having.end() if having else attended.end()
    return attended.end()


def _post_spans(document: Document) -> list[Span]:
    posts = [post for person in document.mentions.persons for post in person.posts]
    return [post.span for post in posts] + [post.body for post in posts if post.body]


def _is_guest(document: Document, agent: Agent, event: Event) -> bool:
    """ "dự hội nghị của Hội LHPN tỉnh": the host in the event's own name is no guest."""
    before = document.text[max(0, agent.span.start - 5) : agent.span.start].strip()
    of_event = before.endswith("của") and any(span.contains(agent.span) for span in event.spans)
    return agent.form in _GUEST_FORMS and not of_event and not _is_employer(document, agent)

"""Who holds, signs or receives: the agents around the words that state an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from kgraph.document import Agent, Document, Participant
from kgraph.model import Entity, Span
from kgraph.registry.words import any_of, joined, rx
from kgraph.resolve import entities
from kgraph.resolve._triggers import Trigger

# A subject that is no body: "103/103 chi hội đã tiến hành Hội nghị"; the event has no stated host then.
_CROWD = rx(rf"(?i)(?:\d+|100%|các|nhiều|mỗi|từng) (?:\p{{L}}+ )?{any_of('crowd')}[^,;.]{{0,40}}$")
_BETWEEN = rx(r"(?<!\p{L})giữa(?!\p{L})")
_WITH = rx(rf"(?<!\p{{L}}){any_of('sign-beside')}(?!\p{{L}})")
_WITH_CHARS = 12  # how near behind the signing its "với" stands
_TOGETHER = rx(rf"{joined('cùng', 'với', 'phối hợp với', 'phối hợp')}(?:với[ ]*)?")
_CLAUSE_MARK = regex.compile(r"[.:]")
# "đề ra nhiệm vụ hướng dẫn cơ sở tổ chức hội nghị": a task for others
_ASSIGNS = rx(rf"(?i)(?<!\p{{L}}){any_of('assigns')}(?!\p{{L}})")
_CLAUSE_CHARS = 200  # farther from its subject, a verb has another one
# "Đại hội đại biểu phụ nữ thành phố ... lần thứ XIX"
_CONGRESS_OF = rx(
    r"(?i)phụ nữ (?:cấp )?(?P<level>tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn)(?!\p{L}|/)"
    r"(?: (?P<place>\p{Lu}[\p{L} ]*?))?(?=,| lần| khóa| nhiệm|$)"
)
_ROLES = {"event-given": "role-recipient", "event-launched": "role-honoured"}


@dataclass(frozen=True, slots=True)
class Telling:
    """One trigger in the sentence that tells it."""

    document: Document
    trigger: Trigger
    index: int

    @property
    def sentence(self) -> Span:
        """The sentence."""
        return self.document.article.sentences[self.index]

    @property
    def start(self) -> int:
        """Where the verb begins."""
        return self.trigger.span.start

    @property
    def lead(self) -> str:
        """The words of the sentence before the verb."""
        return self.document.text[self.sentence.start : self.start]

    @property
    def behind(self) -> Span:
        """The sentence from the verb on."""
        return Span(self.start, self.sentence.end)


def acting(telling: Telling) -> tuple[Agent, ...]:
    """The agents right before the verb, in its own clause: "Hội LHPN tỉnh và Công an tỉnh | đã ký kết"."""
    subject = telling.document.subjects[telling.index]
    if subject is None or subject.form == "implied":
        return ()
    if subject.span.start < telling.sentence.start or subject.span.end > telling.start:
        return ()
    between = telling.document.text[subject.span.end : telling.start]
    other_clause = _CLAUSE_MARK.search(between) and telling.trigger.rule != "event-attended"
    assigned = telling.trigger.rule == "event-held" and _ASSIGNS.search(between)
    if len(between) > _CLAUSE_CHARS or other_clause or assigned:
        return ()
    return (subject, *_coordinated(telling.document, subject, telling.start))


def _coordinated(document: Document, first: Agent, stop: int) -> Iterator[Agent]:
    end = first.span.end
    for agent in document.agents:
        if agent.span.start < end or agent.span.end > stop:
            continue
        if not _TOGETHER.fullmatch(document.text[end : agent.span.start]):
            return
        if agent.entities:
            yield agent
        end = agent.span.end


def crowd(telling: Telling) -> bool:
    """Whether a number of unnamed bodies acts."""
    return bool(_CROWD.search(telling.lead))


def hosts(telling: Telling) -> tuple[tuple[Entity, ...], str]:
    """Who holds it, and the confidence: the agents before the verb, the one the name says, or the paragraph's own."""
    before = acting(telling)
    congress = _congress_host(telling) if telling.trigger.kind == "congress" else None
    if congress is not None:
        return (congress,), "resolved"
    if before:
        confidence = "resolved" if before[0].resolution else "stated"
        return tuple(dict.fromkeys(entity for agent in before for entity in agent.entities)), confidence
    own = _said_in_name(telling)
    return (own, "stated") if own else (_implied(telling), "inferred")


def _said_in_name(telling: Telling) -> tuple[Entity, ...]:
    """The host behind "của" in the name: "đại hội của Hội LHPN xã A"."""
    text = telling.document.text
    named = (a for a in telling.document.agents_in(telling.trigger.span) if a.entities)
    return next((a.entities[:1] for a in named if "của" in text[telling.start : a.span.start]), ())


def _implied(telling: Telling) -> tuple[Entity, ...]:
    subject, trigger = telling.document.subjects[telling.index], telling.trigger
    if subject is None or trigger.planned or (trigger.kind != "signing" and crowd(telling)):
        return ()
    return subject.entities[:1]


def _congress_host(telling: Telling) -> Entity | None:
    """A congress of a level is held by the union of that level at home."""
    match, home = _CONGRESS_OF.search(telling.trigger.name), telling.document.home
    if match is None or home is None:
        return None
    level = "thành phố" if match["level"].lower().startswith("tp") else match["level"].lower()
    unit = entities.unit_of_home(home, level)
    if unit is None or (match["place"] and match["place"].strip().casefold() != unit.name.casefold()):
        return None
    return entities.union(unit)


def section_owners(document: Document) -> frozenset[Entity]:
    """The unions that head a section: a lead that names them all tells of an event of each."""
    heads = {section.start for section in document.sections}
    return frozenset(entity for agent in document.agents if agent.span.start in heads for entity in agent.entities)


def parties(telling: Telling, held_by: tuple[Entity, ...]) -> tuple[Participant, ...]:
    """Who takes part by the words of the event itself: those who sign, or who receive or are honoured."""
    return _signatories(telling, held_by) if telling.trigger.kind == "signing" else _recipients(telling)


def _signatories(telling: Telling, held_by: tuple[Entity, ...]) -> tuple[Participant, ...]:
    """The parties of a signing besides its host: those it is signed between, or with, or who sign beside the first."""
    named = [agent for agent in telling.document.agents_in(telling.behind) if agent.entities]
    between = [agent for agent in named if _BETWEEN.search(telling.document.text, telling.start, agent.span.start)]
    signing = between or [agent for agent in named if _signs_with(telling, agent)]
    others = ((entity, agent.span) for agent in signing for entity in agent.entities if entity not in held_by[:1])
    found = [Participant(entity, "role-signatory", span, "signing-between") for entity, span in others]
    together = () if set(held_by) <= section_owners(telling.document) else held_by[1:]
    first = beside(telling, together, "role-signatory", "signing-beside")
    return tuple({part.entity: part for part in [*first, *found]}.values())


def beside(telling: Telling, others: Sequence[Entity], role: str, rule: str) -> Iterator[Participant]:
    """Those who act beside the first host; the quote runs from their own name to the end of the event's."""
    spans = {entity: agent.span for agent in acting(telling) for entity in agent.entities}
    for entity in others:
        start = spans[entity].start if entity in spans else telling.start
        yield Participant(entity, role, Span(start, telling.trigger.span.end), rule)


def _signs_with(telling: Telling, agent: Agent) -> bool:
    """Whether "với" or "và" leads from the signing to *agent*, in one clause."""
    text, end = telling.document.text, telling.trigger.span.end
    if agent.form == "bare" or ";" in text[telling.start : agent.span.start]:
        return False
    outside = agent.span.start >= end
    words = text[end - 1 : agent.span.start][:_WITH_CHARS] if outside else text[telling.start : agent.span.start]
    return bool(_WITH.search(words))


def _recipients(telling: Telling) -> tuple[Participant, ...]:
    """Whom something is given to, or who is honoured: "... cho hội viên Hội LHPN xã A", "suy tôn Hội LHPN tỉnh B"."""
    rule = telling.trigger.rule
    if rule not in _ROLES:
        return ()
    named = (agent for agent in telling.document.agents_in(telling.behind) if agent.form == "named")
    return tuple(Participant(entity, _ROLES[rule], agent.span, rule) for agent in named for entity in agent.entities)

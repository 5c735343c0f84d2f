"""One statement of an event in its sentence, and who acts there: the agents right before the verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from kgraph.document import Agent, Document
from kgraph.model import Span
from kgraph.registry.words import any_of, joined, rx, whole, words
from kgraph.resolve._triggers import Trigger

_ADVERBS = rf"\)?(?: ?{any_of('adjoining')})* ?"
_TOGETHER = rx(rf"{_ADVERBS}{joined(*words('together'))}(?:với[ ]*)?")
# A comma may also part two clauses: "..., thuộc Đồn biên phòng A, Hội LHPN huyện phối hợp với ...".
_TIGHT = rx(rf"{_ADVERBS}{any_of('together')} ?(?:với[ ]*)?")
_JOINT = whole("together")
# "Công ty TNHH Bánh Đa tỉnh Hà Nam | tổ chức": where the body is
_PLACE = rf"(?: {any_of('place-acts')}(?: \p{{Lu}}[\p{{L}}’']*)+)?"
# "Đoàn công tác Hội LHPN tỉnh do đồng chí A, Chủ tịch Hội làm trưởng đoàn | đã đến thăm"
_LED = rf"(?:,? do [^.;:]{{5,200}}? {any_of('leads-delegation')},?)?"
_ADJOINS = rx(_PLACE + _LED + _ADVERBS)
_OPENS_CLAUSE = rx(
    rf"(?:\A[ ]*(?:[-–*+•●][ ]*)?|[,;:] ?)(?i:{any_of('executive-organ')} |{any_of('delegation')} (?:của )?)?\Z"
)
_CLAUSE_MARK = regex.compile(r"[.:]")
# "đề ra nhiệm vụ hướng dẫn cơ sở tổ chức hội nghị": a task for others; "Bộ Tham mưu" is a name.
_ASSIGNS = whole("assigns")
_CLAUSE_CHARS = 200  # farther from its subject, a verb has another one


@dataclass(frozen=True, slots=True)
class Telling:
    """One trigger in the sentence that tells it."""

    document: Document
    trigger: Trigger
    index: int
    opens: bool = True  # no other event is told before it in its sentence

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
    subject = _subject(telling)
    chain = (subject, *_coordinated(telling.document, subject, telling.start)) if subject else ()
    own = _opening_clause(telling)
    return own if own and own[-1] not in chain and not _is_listed(telling, subject, own[0]) else chain


def _is_listed(telling: Telling, subject: Agent | None, last: Agent) -> bool:
    """Whether *last* ends the list of those who act beside *subject*: "A vừa phối hợp với B, HĐND, C | tổ chức"."""
    if subject is None:
        return False
    return bool(_JOINT.search(_outside_names(telling, Span(subject.span.end, last.span.start))))


def adjoins(telling: Telling, before: tuple[Agent, ...]) -> bool:
    """Whether the verb stands right behind who acts: "Thành Hội | cũng hỗ trợ Mái ấm ... cho ..."."""
    return bool(before) and _is_next(telling, before[-1])


def _is_next(telling: Telling, agent: Agent) -> bool:
    return bool(_ADJOINS.fullmatch(telling.document.text, agent.span.end, telling.start))


def _subject(telling: Telling) -> Agent | None:
    """The subject of the sentence, where the verb is its own."""
    subject = telling.document.subjects[telling.index]
    if subject is None or subject.form == "implied":
        return None
    if subject.span.start < telling.sentence.start or subject.span.end > telling.start:
        return None
    between = _outside_names(telling, Span(subject.span.end, telling.start))
    other_clause = _CLAUSE_MARK.search(between) and telling.trigger.rule != "event-attended"
    assigned = telling.trigger.rule == "event-held" and _ASSIGNS.search(between)
    return None if len(between) > _CLAUSE_CHARS or other_clause or assigned else subject


def _outside_names(telling: Telling, span: Span) -> str:
    """The words of *span* without the names of agents, whose marks end no clause: "Hội LHPN TX.Cửa Lân"."""
    kept, start = [], span.start
    for agent in telling.document.agents_in(span):
        kept.append(telling.document.text[start : agent.span.start])
        start = max(start, agent.span.end)
    return "".join([*kept, telling.document.text[start : span.end]])


def _opening_clause(telling: Telling) -> tuple[Agent, ...]:
    """The agents between the beginning of a clause and the verb: "Thực hiện ..., Hội LHPN xã A cùng B | tổ chức"."""
    chain: list[Agent] = []
    for agent in reversed(telling.document.agents_in(Span(telling.sentence.start, telling.start))):
        if not (_is_tight(telling, agent, chain[0]) if chain else _is_next(telling, agent)):
            break
        chain.insert(0, agent)
    lead = telling.document.text[telling.sentence.start : chain[0].span.start] if chain else ""
    return tuple(a for a in chain if a.entities) if chain and _OPENS_CLAUSE.search(lead) else ()


def _is_tight(telling: Telling, first: Agent, second: Agent) -> bool:
    return bool(_TIGHT.fullmatch(telling.document.text, first.span.end, second.span.start))


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

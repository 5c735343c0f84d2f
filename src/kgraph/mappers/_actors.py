"""Who does what a sentence tells of: the body whose verb leads there, and those it acts together with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kgraph.document import Agent, Document
from kgraph.model import Entity
from kgraph.registry.words import any_of, joined, rx

# "Hội LHPN xã A | cũng đã ủng hộ ..."
_ACTS = rx(rf"(?i)(?:,? (?:{any_of('act-adverb')},?))*[ ]+{any_of('act')}(?!\p{{L}})")
# "theo kế hoạch của | Hội LHPN tỉnh", "trao cho | Hội LHPN xã": a body that something is of, or is done to.
_OBJECT, _OBJECT_CHARS = rx(rf"(?ri)(?<!\p{{L}}){any_of('not-actor')}[ ]+$"), 24
_SHORT = frozenset({"union-hoi", "union-implied", "union-all-levels"})
_ACCORDING, _SPEAKER_CHARS = rx(r"(?i)(?:cũng )?theo (?!đó)"), 60
_TOGETHER = rx(
    rf"(?i),?(?: {any_of('act-adverb')})* (?:phối hợp(?: cùng| với)?(?: với)?|cùng(?: với)?|với) "
    rf"|{joined()}(?:với |cùng )?"
)


def actor_at(document: Document, offset: int) -> Agent | None:
    """Who acts at *offset*: the nearest body in its clause that a verb follows, else the subject there."""
    start = document.article.sentences[document.sentence_at(offset)].start
    near = [a for a in document.agents if start <= a.span.start and a.span.end <= offset and a.form != "bare"]
    for index in range(len(near) - 1, -1, -1):
        if ";" in document.text[near[index].span.end : offset]:
            break
        if _ACTS.match(document.text, near[index].span.end, offset) and (first := _first(document, near, index)):
            return first
    subject = document.subject_at(offset)
    # "Theo bà Mai, Hội đã vận động ...": her union, whatever the article is about
    elsewhere = subject is not None and (subject.span.start < start or subject.rule in _SHORT)
    own = _speaker_body(document, start) if elsewhere else None
    return replace(subject, entities=(own,), form="implied", resolution=None) if subject and own else subject


def _speaker_body(document: Document, start: int) -> Entity | None:
    """The women's body of the official whose words the sentence at *start* reports."""
    opening = (p for p in document.persons if start < p.span.start < start + _SPEAKER_CHARS)
    speaker = next(opening, None)
    if speaker is None or not _ACCORDING.match(document.text, start):
        return None
    known = (p.held for p in document.persons if p.entity == speaker.entity)
    bodies = (
        held.body for held in chain(speaker.held, *known) if not held.former and held.body.label.startswith("Hội")
    )
    return next(bodies, None)


def _first(document: Document, agents: Sequence[Agent], index: int) -> Agent | None:
    """The first of those who act together with *agents[index]*; None where the verb is another's."""
    while index and _TOGETHER.fullmatch(document.text, agents[index - 1].span.end, agents[index].span.start):
        index -= 1
    first = agents[index]
    governed = _OBJECT.search(document.text, max(0, first.span.start - _OBJECT_CHARS), first.span.start)
    return None if governed or not first.entities else first


def partners(document: Document, actor: Agent, offset: int) -> Iterator[Agent]:
    """Those named right behind *actor*, before *offset*, as acting with it: "A, B và C", "A phối hợp với B"."""
    end = actor.span.end
    for agent in document.agents:
        if agent.span.start < end or agent.span.end > offset:
            continue
        if not _TOGETHER.fullmatch(document.text, end, agent.span.start):
            return
        if agent.entities:
            yield agent
        end = agent.span.end

"""Who does what a sentence tells of: the body whose verb leads there, and those it acts together with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kgraph.document import Agent, Document
from kgraph.mappers._evidence import begins_paragraph
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
    rf"|{joined()}(?:với |cùng )?(?:(?:{any_of('executive-organ')}|{any_of('executive-organ-short')}) )?"
)
# "Trong năm, được sự chỉ đạo của Hội LHPN tỉnh, Huyện ủy, | Hội LHPN huyện đã ...": those above are named first.
_UNDER = rx(rf"(?i)(?:[^,;.]{{0,40}}, )?{any_of('under-whom')}(?!\p{{L}})")


def actor_at(document: Document, offset: int) -> Agent | None:
    """Who acts at *offset*: the nearest body in its clause that a verb follows, else the subject there."""
    start = document.article.sentences[document.sentence_at(offset)].start
    named = (a for a in document.agents if start <= a.span.start and a.span.end <= offset)
    near = [agent for agent in named if agent.form != "bare" or agent.kind == "cluster"]
    acting = [(a, first) for i, a in enumerate(near) if (first := _acting(document, near, i, offset))]
    if acting and ";" not in document.text[acting[-1][0].span.end : offset]:
        return acting[-1][1]
    subject = document.subject_at(offset)
    if subject is not None and not (subject.span.start < start or subject.rule in _SHORT or subject.form == "implied"):
        return subject
    if acting:
        return acting[0][1]  # "... các đơn vị trong Cụm xây 7 nhà; trao 9 suất quà": it goes on
    # "Theo bà Mai, Hội đã vận động ...": her union, whatever the article is about
    own = _speaker_body(document, offset)
    return replace(subject, entities=(own,), form="implied", resolution=None) if subject and own else subject


def _speaker_body(document: Document, offset: int) -> Entity | None:
    """The women's body of the official whose words the sentence at *offset*, or one it goes on from, reports."""
    sentences, index = document.article.sentences, document.sentence_at(offset)
    while index and not _ACCORDING.match(document.text, sentences[index].start):
        own = document.subjects[index]
        said = own is not None and own.rule not in _SHORT and sentences[index].contains(own.span)
        if said or begins_paragraph(document, index):
            return None
        index -= 1
    return _held_by_speaker(document, sentences[index].start)


def _held_by_speaker(document: Document, start: int) -> Entity | None:
    opening = (p for p in document.persons if start < p.span.start < start + _SPEAKER_CHARS)
    speaker = next(opening, None)
    if speaker is None or not _ACCORDING.match(document.text, start):
        return None
    known = (p.held for p in document.persons if p.entity == speaker.entity)
    bodies = (
        held.body for held in chain(speaker.held, *known) if not held.former and held.body.label.startswith("Hội")
    )
    return next(bodies, None)


def _acting(document: Document, agents: Sequence[Agent], index: int, offset: int) -> Agent | None:
    """Who acts by the verb behind *agents[index]*, if one stands there before *offset*."""
    follows = _ACTS.match(document.text, agents[index].span.end, offset)
    return _first(document, agents, index) if follows else None


def _first(document: Document, agents: Sequence[Agent], index: int) -> Agent | None:
    """The first of those who act together with *agents[index]*; None where the verb is another's."""
    last = agents[index]
    while index and _TOGETHER.fullmatch(document.text, agents[index - 1].span.end, agents[index].span.start):
        index -= 1
    first = agents[index]
    governed = _OBJECT.search(document.text, max(0, first.span.start - _OBJECT_CHARS), first.span.start)
    of_all = first.kind == "cluster" and governed and governed[0].strip() == "trong"  # "các đơn vị trong Cụm"
    if governed and first is not last:
        sentence = document.article.sentences[document.sentence_at(first.span.start)]
        return last if last.entities and _UNDER.match(document.text, sentence.start, sentence.end) else None
    return first if first.entities and (of_all or not governed) else None


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

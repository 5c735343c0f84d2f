"""The working year that a stretch of text speaks of, and whether it speaks of what is still to come."""

from __future__ import annotations

from kgraph.document import Document
from kgraph.model import Span, Typed
from kgraph.registry.anchored import anchored
from kgraph.registry.words import any_of, lowered, rx, whole, words

_OPENING_CHARS = 14  # "Năm 2020, ...", "Trong năm 2019, ..."
# "Các hoạt động trọng tâm gồm: ...", "Nhiệm vụ trọng tâm năm 2021: ..."
_TASKS = rx(rf"(?<!\p{{L}}){any_of('tasks')}(?!\p{{L}})[^.;:]{{0,60}}:")
_DONE, _OPENS_OTHERWISE = whole("told-as-done"), rx(rf"(?:{any_of('occasion')}|{any_of('review-opening')})(?!\p{{L}})")
_FUTURE = anchored(rf"(?<!\p{{L}}){any_of('to-come')}(?!\p{{L}})", whole=words("to-come"))


def year_at(document: Document, offset: int) -> int | None:
    """The year of the last "năm YYYY" before *offset* in its sentence, else of one that opens a sentence before it.

    None where no sentence of the section says one: an article of January tells of last year's work.
    """
    sentences = document.article.sentences
    index = document.sentence_at(offset)
    years = [d for d in document.mentions.dates if d.role == "year" and d.span.start < offset]
    own = [d.year for d in years if d.span.start >= sentences[index].start]
    if own:
        return own[-1]
    section = document.section_at(offset)
    for sentence in reversed(sentences[:index]):
        opened = [d.year for d in years if 0 <= d.span.start - sentence.start <= _OPENING_CHARS]
        if opened and document.section_at(sentence.start) == section:
            return opened[-1]
    lead = _task_lead(document, index)
    planned = [d.year for d in years if lead is not None and sentences[max(lead - 1, 0)].start <= d.span.start]
    return planned[0] if planned else None


def _task_lead(document: Document, index: int) -> int | None:
    """The sentence that begins the list of tasks in which sentence *index* stands: "Các hoạt động trọng tâm gồm: ...".

    The list goes on over sentences and paragraphs that have no subject of their own and tell of nothing done.
    """
    for at in range(index, -1, -1):
        sentence = document.article.sentences[at]
        words_of = sentence.of(lowered(document.text))
        if _DONE.search(words_of) or (at != index and document.section_at(sentence.start) != _section(document, index)):
            return None
        if _TASKS.search(words_of):
            return at
        if _OPENS_OTHERWISE.match(words_of) or _has_subject(document, at):
            return None
    return None


def _section(document: Document, index: int) -> int:
    return document.section_at(document.article.sentences[index].start)


def _has_subject(document: Document, index: int) -> bool:
    subject, sentence = document.subjects[index], document.article.sentences[index]
    return subject is not None and subject.form != "implied" and sentence.contains(subject.span)


def period(year: int | None) -> tuple[tuple[str, Typed], ...]:
    """The value for a work year, if it is known."""
    return (("kgo:period", Typed(str(year), "edtf:EDTF")),) if year else ()


def is_ahead(document: Document, span: Span) -> bool:
    """Whether *span*, the opening of its sentence, or the lead of its list says that the thing is still to be done."""
    index = document.sentence_at(span.start)
    start = document.article.sentences[index].start
    return bool(_FUTURE.search(lowered(document.text), start, span.end)) or _task_lead(document, index) is not None

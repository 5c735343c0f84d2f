"""The working year that a stretch of text speaks of, and whether it speaks of what is still to come."""

from __future__ import annotations

from kgraph.document import Document
from kgraph.model import Span, Typed
from kgraph.registry.anchored import anchored
from kgraph.registry.words import any_of, lowered, words

_OPENING_CHARS = 14  # "Năm 2020, ...", "Trong năm 2019, ..."
_FUTURE = anchored(rf"(?<!\p{{L}}){any_of('to-come')}(?!\p{{L}})", words("to-come"))


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
    return None


def period(year: int | None) -> tuple[tuple[str, Typed], ...]:
    """The value for a work year, if it is known."""
    return (("kgo:period", Typed(str(year), "edtf:EDTF")),) if year else ()


def is_ahead(document: Document, span: Span) -> bool:
    """Whether *span* or the opening of its sentence says that the thing is still to be done."""
    sentence = document.article.sentences[document.sentence_at(span.start)]
    return bool(_FUTURE.search(lowered(document.text), sentence.start, span.end))

"""Evidence for a fact: the shortest stretch of one line that states it, cut so that it names no private person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from kgraph.document import Document
from kgraph.model import Evidence, Resolution, Span

_OPENING, _CLOSED, _CLOSING = regex.compile(r"[“‘«]"), regex.compile(r"[”’»]"), ("”", "’", "»")
_CLAUSE = regex.compile(r"[.;:\n]")


def evidence(
    document: Document,
    span: Span,
    rule: str,
    confidence: str = "stated",
    resolutions: Iterable[Resolution | None] = (),
    shows: Sequence[Span] = (),
) -> Evidence:
    """Evidence at *span*; a short form that was resolved makes a stated fact a resolved one.

    *shows*: where the arguments stand, the one that must be seen first. A fact is stated only by words that show all.
    """
    known = tuple(sorted({r for r in resolutions if r is not None}))
    kept = public(document, span, shows[0] if shows else None)
    if confidence != "inferred" and not all(kept.contains(argument) for argument in shows):
        confidence = "inferred"
    elif known and confidence == "stated":
        confidence = "resolved"
    return Evidence(kept, rule, confidence, known)


def public(document: Document, span: Span, keep: Span | None = None) -> Span:
    """*span* without blanks at its ends, within one line, and without private names.

    Of the two sides of a name, the one with *keep* stays, else the longer one.
    """
    text = document.article.text
    line_end = text.find("\n", span.start)
    start, end = span.start, min(span.end, line_end if line_end >= 0 else len(text))
    for name in document.private:
        if start < name.end and name.start < end:
            before = keep.end <= name.start if keep else name.start - start >= end - name.end
            start, end = (start, name.start) if before else (name.end, end)
    if text[end : end + 1] in _CLOSING and _OPENING.search(text, start, end) and not _CLOSED.search(text, start, end):
        end += 1  # “Tuần lễ áo dài| ”: a quotation ends with its mark
    kept = text[start:end]
    start += len(kept) - len(kept.lstrip(" ,;.\u00a0-–"))
    return Span(start, start + len(text[start:end].rstrip(" ,;\u00a0-–")))


def around(*spans: Span) -> Span:
    """The stretch that holds all *spans*."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def clause(document: Document, offset: int) -> Span:
    """The clause around *offset*: its sentence cut at semicolons and colons."""
    sentence = document.article.sentences[document.sentence_at(offset)]
    ends = [m for m in _CLAUSE.finditer(document.text, sentence.start, sentence.end) if _is_end(document.text, m)]
    before = [end.end() for end in ends if end.end() <= offset]
    after = next((end.start() for end in ends if end.start() >= offset), sentence.end)
    return Span(before[-1] if before else sentence.start, after)


def _is_end(text: str, match: regex.Match[str]) -> bool:
    """The full stop in "3.037" ends no clause."""
    return not (match[0] == "." and text[match.end() : match.end() + 1].isdigit())


def begins_paragraph(document: Document, index: int) -> bool:
    """Whether sentence *index* is the first of its paragraph."""
    sentences = document.article.sentences
    return index == 0 or "\n" in document.text[sentences[index - 1].end : sentences[index].start]

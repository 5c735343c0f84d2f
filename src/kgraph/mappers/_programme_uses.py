"""Whether a programme is carried out where it is named, or only headed, cited or launched there."""

from __future__ import annotations

from kgraph.document import Document, Programme
from kgraph.mappers._evidence import begins_paragraph, clause
from kgraph.mappers._headline import in_headline
from kgraph.model import Span
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, rx
from kgraph.vietnamese import search_form

# "có thành tích trong thực hiện chiến dịch ...", "theo tinh thần Đề án 939": named for another reason
_CITED = rx(rf"(?i)(?<!\p{{L}}){any_of('programme-cited')}(?!\p{{L}})")
# "Quỹ Bảo trợ trẻ em tỉnh trao ...": the fund acts itself
_GIVES = rx(
    rf"[”\"’»]?(?: {any_of('unit-level')})?(?: (?:đã|vừa|cũng))*"
    rf" (?:{any_of('give')}|{any_of('give-to-programme')})(?!\p{{L}})"
)
_KINDS = alternatives(row["word"] for row in rows("programme-kinds.tsv"))
_KIND, _KIND_BEFORE = (
    rx(rf"(?i){_KINDS}(?!\p{{L}})"),
    rx(rf"(?ri)(?<!\p{{L}}){_KINDS}[ ]+(?:\(\p{{Lu}}+\)[ ]+)?[“\"‘«]?$"),
)
_KIND_CHARS = 24
_PART_OF = rx(rf"(?ri)(?<!\p{{L}})(?:thuộc|trong khuôn khổ)[ ]+(?:{_KINDS}[ ]+)?[“\"‘«]?$")
_CEREMONY = rx(r"(?ri)(?<!\p{L})lễ (?:phát động|ra mắt)[ ]+[“\"‘«]?$")


def objection(document: Document, programme: Programme) -> str:
    """Why the place says of nobody that he carries out the programme (the id of a reason); nothing where it may."""
    if in_headline(document, programme.span.start):
        return "programme-in-headline"
    lead = document.text[clause(document, programme.span.start).start : programme.span.start]
    if _CITED.search(lead) or _holds_another(document, programme) or _GIVES.match(document.text, programme.span.end):
        return "programme-cited"
    return "programme-launched" if _is_launched(document, programme) else ""


def _holds_another(document: Document, programme: Programme) -> bool:
    """ "Dự án 8 “...” thuộc Chương trình ...": what is carried out is the smaller one."""
    start = programme.span.start
    told = document.text[max(0, start - _KIND_CHARS) : start]
    sentence = document.article.sentences[document.sentence_at(start)]
    before = (p for p in document.programmes if sentence.start <= p.span.start and p.span.end <= start)
    return _PART_OF.search(told) is not None and any(p.entity != programme.entity for p in before)


def _is_launched(document: Document, programme: Programme) -> bool:
    """ "phát động “Tuần lễ áo dài”": the launch is told as an event; "phát động phong trào “...”" carries it out."""
    if _is_behind_kind(document, programme):
        return False
    if _CEREMONY.search(document.text, max(0, programme.span.start - _KIND_CHARS), programme.span.start):
        return True
    launches = (span for event in document.events if event.rule == "event-launched" for span in event.spans)
    return any(span.contains(programme.span) for span in launches)


def is_called_programme(document: Document, programme: Programme) -> bool:
    """Whether a word of its kind is said with the name (dự án “...”), which houses and gifts do without."""
    within = _KIND.match(document.text, programme.span.start, programme.span.end)
    return within is not None or _is_behind_kind(document, programme)


def _is_behind_kind(document: Document, programme: Programme) -> bool:
    start = programme.span.start
    return _KIND_BEFORE.search(document.text, max(0, start - _KIND_CHARS), start) is not None


def gist(programme: Programme) -> str:
    """The last two words of the name, without marks, by which a text goes on about it: "do dau" of "Mẹ đỡ đầu"."""
    return " ".join(search_form(programme.entity.label).split()[-2:])


def programme_of(document: Document, span: Span, words: Span) -> Programme | None:
    """The programme of a figure at *span*: named in *words* around it, before it in its clause, or gone on about.

    "Chương trình “Mẹ đỡ đầu” đã ... với số tiền 16 tỷ đồng. Tại tỉnh ta, các cấp Hội nhận đỡ đầu 486 trẻ": both.
    """
    near = (p for p in reversed(document.programmes) if words.contains(p.span))
    own = clause(document, span.start)
    before = (p for p in reversed(document.programmes) if own.start <= p.span.start < span.start)
    return next(near, None) or next(before, None) or _gone_on_about(document, own)


def _gone_on_about(document: Document, own: Span) -> Programme | None:
    index, sentences = document.sentence_at(own.start), document.article.sentences
    if begins_paragraph(document, index):
        return None
    told = (p for p in reversed(document.programmes) if sentences[index - 1].contains(p.span))
    last = next(told, None)
    return last if last is not None and gist(last) in search_form(own.of(document.text)) else None

"""Awards as a clause names them: of the registry, by their kind and name, or as a title of honour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kgraph.document import Agent, Document
from kgraph.model import Entity, Span, Text
from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.awards import awards
from kgraph.registry.words import alternatives, any_of, lowered, rx, words
from kgraph.vietnamese import key_form

# "là một trong những đơn vị xuất sắc, dẫn đầu phong trào"
_TITLE = rx(
    rf"(?i)(?<!\p{{L}})là (?:(?:một trong|những|các) )*(?P<title>{any_of('honoured')}[^.;:\n]{{0,60}}?"
    rf"{any_of('honour')}(?!\p{{L}})(?:,[ ]*dẫn đầu \p{{Ll}}+)?)"
)
# Behind the name and its year, who gives: "năm 2024 do Trung ương Hội ... tặng".
AWARD_OF = rx(r"(?i)[”\"]?(?:,? (?:lần thứ \p{L}+|năm \d{4}))* (?:của|do|từ)(?![\p{L}])")
_FOR = rx(r" cho ")


@dataclass(frozen=True, slots=True)
class Award:
    """An award named at *span*; *is_title* where somebody is called "đơn vị xuất sắc" rather than given a paper."""

    entity: Entity
    span: Span
    is_title: bool = False


@lru_cache(maxsize=1)
def _listed() -> Anchored:
    return anchored(rf"(?<!\p{{L}}){alternatives(awards().names())}(?!\p{{L}})", whole=awards().names())


@lru_cache(maxsize=1)
def _named() -> Anchored:
    """ "Giải thưởng Bông Lúa Vàng", "kỷ niệm chương “...”", "Huân chương ... hạng Nhất", "trao danh hiệu ... cho"."""
    head, quoted = rf"(?i:{any_of('award-head')})", r"[“\"](?P<{}>[^“”\"\n]{{4,80}})[”\"]"
    capitals = r"\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)+"
    whole = rf"{head} (?:{capitals}|\d+ năm tuổi Đảng)|(?i:huân chương) [\p{{L}} ]{{3,40}}? hạng \p{{L}}+"
    return anchored(
        rf"(?<!\p{{L}})(?:(?P<head>{head}) ?{quoted.format('quoted')}|(?P<whole>{whole})"
        rf"|(?i:danh hiệu) {quoted.format('title')}"
        r"|(?<=(?i:trao|tặng|công nhận) )(?i:danh hiệu) (?P<plain>[\p{L}\d][^“”\",.;:\n]{5,60}?)(?= cho |[,.;]|$))"
        r"|(?<=[“\"])(?P<inside>(?i:giải thưởng) [^“”\"\n]{4,80})(?=[”\"])",
        whole=(*words("award-head"), "danh hiệu", "huân chương", "giải thưởng"),
    )


def may_name_award(text: str, sentence: Span) -> bool:
    """Whether *sentence* has a word that the name of an award, or a title ("là đơn vị xuất sắc"), begins with.

    Few sentences have, and to look for it is much quicker than to read the clauses of all.
    """
    begun = _listed().begins(lowered(text), sentence) or _named().begins(text, sentence)
    return begun or "là " in sentence.of(lowered(text))


def awards_in(document: Document, clause: Span) -> list[Award]:
    """The awards that *clause* names, in text order, a title of honour first."""
    named = list(_by_name(document, clause))
    found = named + [a for a in _of_registry(document, clause) if not any(a.span.overlaps(n.span) for n in named)]
    kept: list[Award] = []
    for award in sorted(found, key=lambda a: a.span):
        # "Bằng khen này": a second mention is another grant only where it names its own giver, or its own recipient.
        again = any(award.entity.key == other.entity.key for other in kept)
        if not again or AWARD_OF.match(document.text, award.span.end) or giver_beside(document, award.span.end):
            kept.append(award)
    return _with_title(document, clause, kept)


def giver_beside(document: Document, end: int) -> list[Agent]:
    """The body that stands right behind an award, where those behind "cho" receive it: "Bằng khen | Hội A cho B"."""
    named = (a for a in document.agents if a.entities and a.span.start == end + 1 and document.text[end] == " ")
    return [agent for agent in named if _FOR.match(document.text, agent.span.end)]


def _of_registry(document: Document, clause: Span) -> Iterator[Award]:
    for match in _listed().finditer(lowered(document.text), clause.start, clause.end):
        row = awards().named(match[0])
        if row is not None:
            yield Award(Entity("award", row.key, row.label), Span(*match.span()))


def _by_name(document: Document, clause: Span) -> Iterator[Award]:
    for match in _named().finditer(document.text, clause.start, clause.end):
        name = match["quoted"] or match["whole"] or match["title"] or match["plain"] or match["inside"]
        full = f"{match['head']} {name}" if match["head"] else name
        yield Award(_entity(" ".join(full.split())), Span(*match.span()))


def _with_title(document: Document, clause: Span, found: list[Award]) -> list[Award]:
    title = _TITLE.search(document.text, clause.start, clause.end)
    if title is None:
        return found
    span = Span(*title.span("title"))
    honour = Award(_entity(" ".join(title["title"].split())), span, is_title=True)
    return [honour, *(award for award in found if not award.span.overlaps(span))]


def _entity(words: str) -> Entity:
    """An award or title listed in the registry ("Đơn vị xuất sắc"), or described by the article."""
    listed = awards().named(words)
    if listed is not None:
        return Entity("award", listed.key, listed.label)
    label = words[0].upper() + words[1:]
    return Entity("award", key_form(label)[:80], label, ("kgo:AwardType",), (("skos:prefLabel", Text(label)),))


def begins_award(text: str, offset: int) -> bool:
    """Whether the first words behind *offset* name an award: "...; Giấy khen cho ..."."""
    start = offset + len(text[offset : offset + 4]) - len(text[offset : offset + 4].lstrip())
    return bool(_listed().pattern.match(lowered(text), start) or _named().pattern.match(text, start))

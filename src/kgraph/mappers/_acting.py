"""Whether a body acts where it is named: it organises, takes part, gives or receives.

The employer of an official, the place of an event, the parent in brackets and the bearer of an office do not act.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import regex

from kgraph.document import Agent, Document
from kgraph.model import Iri, Span
from kgraph.registry.posts import posts
from kgraph.registry.words import alternatives, any_of, rx

# Behind these a body does not act: "đại biểu Quốc hội", "các đề án của Chính phủ", "đề nghị Thủ tướng".
_PASSIVE, _PASSIVE_CHARS = rx(rf"(?i)(?<!\p{{L}}){any_of('not-acting')}[ ]+$"), 16
# A body of its own name is told for what it does; but not where it is a venue, or employs whom the text is about.
_AT, _AT_CHARS = rx(rf"(?i)(?<!\p{{L}})(?:{any_of('venue')}|{any_of('employee')})[ ]+$"), 24
_OWN_NAMES = frozenset({"body-own-name", "body-branch", "body-of-hamlet"})
_GIVES = rx(rf"(?: (?:đã|vừa|cũng))* {any_of('give')}(?!\p{{L}})")
_OF, _BY = rx(r"(?<!\p{L})của[ ]+$"), rx(r"(?<!\p{L})(?:[Dd]o|[Tt]ừ)[ ]+$")
_BY_CHARS = 8
_FUND = ("kgo:bodyKind", Iri("kgs:body-fund"))
_BESIDE_NAME = regex.compile(r"[ ]*[-–—][ ]*")
_POST_CHARS = 48
_HEADLINE_CHARS = 200  # a longer first line is the article's first paragraph, which has no headline


@lru_cache(maxsize=1)
def _post() -> str:
    return rf"(?i)(?<!\p{{L}})(?P<post>{alternatives(posts().names())})(?: của)?"


@lru_cache(maxsize=1)
def _post_before() -> regex.Pattern[str]:
    return rx(rf"{_post()}[ ]+$")


@lru_cache(maxsize=1)
def _post_first() -> regex.Pattern[str]:
    return rx(rf"{_post()}[ ]")


def inaction(document: Document, agent: Agent) -> str:
    """Why *agent*, a body other than a union, does not act where it is named (the id of a reason); "" where it acts."""
    held = (post.body for person in document.mentions.persons for post in person.posts if post.body)
    if _overlaps_any(agent, held) or _is_employer(document, agent):
        return "body-only-in-post"
    if _overlaps_any(agent, (cited.span for cited in document.mentions.documents)):
        return "body-only-in-document"
    if any(theme.owner == agent.span for theme in document.mentions.themes):
        return ""
    if agent.rule in _OWN_NAMES and agent.span.start <= len(document.article.title) < _HEADLINE_CHARS:
        return "body-in-headline"
    return "body-cited" if _is_cited(document, agent) else ""


def _overlaps_any(agent: Agent, spans: Iterable[Span]) -> bool:
    return any(span.overlaps(agent.span) for span in spans)


def _is_cited(document: Document, agent: Agent) -> bool:
    text, start = document.text, agent.span.start
    if text[start - 1 : start] == "(":
        return True  # "Hội Phụ nữ Bệnh viện ... (Bộ Công an)": the parent of the one before
    if agent.rule not in _OWN_NAMES:
        return _PASSIVE.search(text, max(0, start - _PASSIVE_CHARS), start) is not None
    if _AT.search(text, max(0, start - _AT_CHARS), start):
        return True
    return _overlaps_any(agent, (programme.span for programme in document.programmes)) or _is_money(document, agent)


def _is_money(document: Document, agent: Agent) -> bool:
    """ "Quỹ Hỗ trợ phụ nữ nghèo" is money before it is a body: it is one where it gives, or something is done by it."""
    if not any(_FUND in entity.values for entity in agent.entities) or _gives(document, agent):
        return False
    start = agent.span.start
    return _BY.search(document.text, max(0, start - _BY_CHARS), start) is None


def _gives(document: Document, agent: Agent) -> bool:
    return _GIVES.match(document.text, agent.span.end) is not None


def _is_employer(document: Document, agent: Agent) -> bool:
    """ "Nguyên Chủ tịch | Hội Nông dân huyện", "bà A - | Sở Y tế", "Thủ tướng | Chính phủ".

    An office gives awards for its body: "Giấy khen của Chủ tịch | UBND thị xã", "Chủ tịch | UBND tỉnh tặng ...".
    """
    text, start = document.text, agent.span.start
    if any(_BESIDE_NAME.fullmatch(text, p.span.end, start) for p in document.mentions.persons if p.span.end <= start):
        return True
    post = _post_before().search(text, max(0, start - _POST_CHARS), start) or _post_first().match(
        text, start, agent.span.end
    )
    if post is None or _gives(document, agent):
        return False
    return _OF.search(text, max(0, post.start() - _BY_CHARS), post.start()) is None

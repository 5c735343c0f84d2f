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
_PASSIVE, _PASSIVE_CHARS = rx(rf"(?i)(?<!\p{{L}}){any_of('not-acting')}[ ]+$"), 20
# Yet whose plan it is, issued it, and whose money it is, lends it: "Kế hoạch của | UBND huyện về ...", "nguồn vốn của".
_PLAN_OF = rx(rf"(?i)(?<!\p{{L}}){any_of('issued-plan')}(?: số [^\s,]+)?(?:,? ngày [\d/-]+)? của[ ]+$")
_ABOUT = rx(r" về ")
_CAPITAL_OF = rx(rf"(?i)(?<!\p{{L}}){any_of('capital')}(?: ưu đãi)?(?: của| từ)?[ ]+$")
_CITED_CHARS = 48
_ABOVE, _COMMA, _LISTED_ON = rx(rf"{any_of('office-above')}(?!\p{{L}})"), rx("[ ]*,[ ]*"), rx("[ ]*(?:,|và )")
# "đại biểu | Quốc hội" hold a mandate; "đại biểu | Sở Y tế" attend for it.
_MANDATE = rx(r"(?i)(?<!\p{L})đại biểu[ ]+$")
# A body of its own name is told for what it does; but not where it is a venue, or employs whom the text is about.
_AT, _AT_CHARS = rx(rf"(?i)(?<!\p{{L}})(?:{any_of('venue')}|{any_of('employee')}|lớp \d{{1,2}}\w*)[ ]+$"), 24
_OWN_NAMES = frozenset({"body-own-name", "body-branch", "body-of-hamlet"})
_UNITS = _OWN_NAMES | {"women-of-host"}
_GIVES = rx(rf"(?: (?:đã|vừa|cũng))* {any_of('give')}(?!\p{{L}})")
_OF, _BY = rx(r"(?<!\p{L})của[ ]+$"), rx(r"(?<!\p{L})(?:[Dd]o|[Tt]ừ)[ ]+$")
_BY_CHARS = 8
_FUND, _BANK, _COUNCIL = (("kgo:bodyKind", Iri(f"kgs:body-{kind}")) for kind in ("fund", "bank", "council"))
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
    if _fills_line(document, agent) or _is_parent(document, agent):
        return True
    if agent.rule not in _OWN_NAMES:
        return _is_passive(document, agent)
    if _AT.search(text, max(0, start - _AT_CHARS), start):
        return True
    return _overlaps_any(agent, (programme.span for programme in document.programmes)) or _is_money(document, agent)


def _fills_line(document: Document, agent: Agent) -> bool:
    """A line that says nothing but the name is a heading or a source."""
    zone = next((zone.span for zone in document.article.zones if zone.span.contains(agent.span)), None)
    return zone is not None and zone.of(document.text).strip() == agent.span.of(document.text)


def _is_parent(document: Document, agent: Agent) -> bool:
    """ "Lữ đoàn 9, | Quân khu 99 | tổ chức": the body above, unless the two begin a list ("Quân khu 99 | và")."""
    text, span = document.text, agent.span
    if not _ABOVE.match(text, span.start, span.end) or _LISTED_ON.match(text, span.end):
        return False
    units = (other for other in document.agents if other.rule in _UNITS and other.span.end < span.start)
    return any(_COMMA.fullmatch(text, unit.span.end, span.start) and not _side_by_side(unit, agent) for unit in units)


def _side_by_side(one: Agent, other: Agent) -> bool:
    """Offices of one body are equals: "Bộ Tham mưu, Cục Chính trị Quân khu 99"."""
    owners = [{tuple(entity.label.split()[-2:]) for entity in agent.entities} for agent in (one, other)]
    return bool(owners[0] & owners[1])


def _is_passive(document: Document, agent: Agent) -> bool:
    text, start = document.text, agent.span.start
    if _is(agent, _COUNCIL) and _MANDATE.search(text, max(0, start - _PASSIVE_CHARS), start):
        return True
    if _PASSIVE.search(text, max(0, start - _PASSIVE_CHARS), start) is None:
        return False
    lends = _is(agent, _BANK) and _CAPITAL_OF.search(text, max(0, start - _CITED_CHARS), start)
    return not lends and not _issues(document, agent)


def _issues(document: Document, agent: Agent) -> bool:
    """ "Kế hoạch của | UBND huyện | về ...": the plan is told with what it is about."""
    text, start = document.text, agent.span.start
    of_plan = _PLAN_OF.search(text, max(0, start - _CITED_CHARS), start)
    return of_plan is not None and _ABOUT.match(text, agent.span.end) is not None


def _is(agent: Agent, kind: tuple[str, Iri]) -> bool:
    return any(kind in entity.values for entity in agent.entities)


def _is_money(document: Document, agent: Agent) -> bool:
    """ "Quỹ Hỗ trợ phụ nữ nghèo" is money before it is a body: it is one where it gives, or something is done by it."""
    if not _is(agent, _FUND) or _gives(document, agent):
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

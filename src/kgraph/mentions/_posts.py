"""Posts and chains of posts: "Ủy viên Thành ủy, Chủ tịch Hội LHPN thành phố" are two posts in two bodies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from kgraph.document import AgentMention, Mentions, PostMention
from kgraph.mentions.bodies import lexicon
from kgraph.model import Span
from kgraph.registry.posts import posts
from kgraph.registry.table import listed, rows
from kgraph.registry.words import alternatives, any_of, lowered, rx
from kgraph.vietnamese import match_form

# "Phó Bí thư Thường trực-Chủ tịch HĐND": a hyphen may stand for the comma.
_STEP = rx(r"[ ]*(?:,|[-–]| kiêm| và|;? đồng thời(?: là)?)[ ]*(?:kiêm )?")
_FORMER = rx(r"(?i)(?:nguyên|từng là|cựu)[ ]+$")
_PLURAL = rx(r"(?i)(?:các|hai|ba|\d+)(?: đồng chí)?[ ]+$")
_FORMER_NEXT = rx(r"nguyên[ ]+")
_TO_BODY = rx(r"[ ]+(?:của )?")
_HOI = rx(r" Hội(?! (?:đồng|trường|nghị|viên|[\p{Lu}]))(?!\p{L})")
# A body that only the post tells: "Giám đốc Trung tâm Hỗ trợ phụ nữ và trẻ em", up to a comma, a name or a verb.
_OPEN = rx(
    rf" (?P<body>{any_of('open-body')} [^,;.:()\n–—-]{{2,70}}?)"
    rf"(?=[ ]*(?:[,;.:()\n–—]|- )| {any_of('open-body-end')}(?!\p{{L}})|$)"
)


@dataclass(frozen=True, slots=True)
class Chain:
    """Posts said one after another. *plural*: "các Phó Chủ tịch ... : A, B" holds for every name that follows."""

    span: Span
    posts: tuple[PostMention, ...]
    plural: bool = False
    agents: tuple[AgentMention, ...] = ()


@lru_cache(maxsize=1)
def _spellings() -> frozenset[str]:
    return frozenset(match_form(s) for row in rows("posts.tsv") for s in (row["label"], *listed(row["aliases"])))


@lru_cache(maxsize=1)
def _post_pattern() -> regex.Pattern[str]:
    exact = alternatives(s for s in _spellings() if s.isupper())  # "CT", "PCT": in lower case they are no posts
    loose = alternatives(s for s in _spellings() if not s.isupper())
    return rx(rf"(?<![\p{{L}}\d])(?:(?i:{any_of('committee-of')} ủy viên|{loose})|{exact})(?: phụ trách)?(?![\p{{L}}])")


@lru_cache(maxsize=1)
def _post_start() -> regex.Pattern[str]:
    """Where a post may begin, in a text in lower case: much quicker to find than with both cases."""
    spellings = alternatives(lowered(spelling) for spelling in _spellings())
    return rx(rf"(?<![\p{{L}}\d])(?:{lowered(any_of('committee-of'))} ủy viên|{spellings})(?!\p{{L}})")


def chains(mentions: Mentions) -> tuple[Chain, ...]:
    """All chains of posts in the text, each as long as it goes."""
    text, starts = mentions.text, {agent.span.start: agent for agent in mentions.agents}
    found: list[Chain] = []
    for start in _post_start().finditer(lowered(text), overlapped=True):
        behind_last = not found or start.start() >= found[-1].span.end
        post = _post_pattern().match(text, start.start()) if behind_last else None
        if post is not None:
            found.append(_chain(text, post, starts))
    return tuple(found)


def _chain(text: str, first: regex.Match[str], starts: dict[int, AgentMention]) -> Chain:
    held: list[PostMention] = []
    agents: list[AgentMention] = []
    match: regex.Match[str] | None = first
    end = first.start()
    while match is not None:
        post, end, home = _post(text, match, starts)
        held.append(post)
        agents.extend(home)
        step = _STEP.match(text, end)
        former = _FORMER_NEXT.match(text, step.end()) if step else None
        behind = former or step
        match = _post_pattern().match(text, behind.end()) if behind else None
    plural = bool(_PLURAL.search(text, max(0, first.start() - 20), first.start()))
    return Chain(Span(first.start(), end), tuple(held), plural, tuple(agents))


def _post(
    text: str, match: regex.Match[str], starts: dict[int, AgentMention]
) -> tuple[PostMention, int, tuple[AgentMention, ...]]:
    former = bool(_FORMER.search(text, max(0, match.start() - 9), match.start()))
    body, home = _body(text, match, starts)
    span = Span(*match.span())
    title = text[match.start() : match.end()]
    end = max(match.end(), body.span.end if body else 0)
    return PostMention(span, " ".join(title.split()), body.span if body else None, former), end, home


def _committee(match: regex.Match[str]) -> AgentMention | None:
    """The party committee that an abbreviated post names: "TUV" is a member of the Tỉnh ủy."""
    post = posts().named(" ".join(match[0].split())) if match[0].isupper() else None
    span, committee = next(lexicon().find(match_form(post.label)), (None, None)) if post else (None, None)
    if span is None or committee is None or span.start or committee.level is None:
        return None
    return AgentMention(
        Span(*match.span()), "body-of-post", "body", "level", committee.label, committee.level, body_kind=committee.kind
    )


def _body(
    text: str, match: regex.Match[str], starts: dict[int, AgentMention]
) -> tuple[AgentMention | None, tuple[AgentMention, ...]]:
    """The body a post is held in: a body right behind it, one that begins in the post's own words, or "Hội" alone."""
    whole = starts.get(match.start())
    if whole is not None and whole.span.end < match.end():
        return whole, ()  # "Thành ủy viên": the post's own words name its body
    if committee := _committee(match):
        return committee, (committee,)
    gap = _TO_BODY.match(text, match.end())
    # "Trưởng | ban Dân vận ...", "Phó Trưởng | Công an huyện": the body may begin in the post's own words.
    for start in (gap.end() if gap else -1, *range(match.start() + 1, match.end())):
        if start in starts and starts[start].form != "generic" and starts[start].span.end > match.end():
            return starts[start], ()
    if hoi := _HOI.match(text, match.end()):
        agent = AgentMention(Span(hoi.end() - 3, hoi.end()), "union-hoi-of-post", "union", "bare")
        return agent, (agent,)
    if open_body := _OPEN.match(text, match.end()):
        span, head = Span(*open_body.span("body")), " ".join(open_body["body"].split())
        agent = AgentMention(span, "body-of-post", "body", "named", head, body_kind="other")
        return agent, (agent,)
    return None, ()

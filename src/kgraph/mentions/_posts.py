"""Posts and chains of posts: "Ủy viên Thành ủy, Chủ tịch Hội LHPN thành phố" are two posts in two bodies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from kgraph.document import AgentMention, Mentions, PostMention
from kgraph.mentions._grammar import surnames
from kgraph.mentions._place_posts import body_of_place
from kgraph.mentions.bodies import lexicon
from kgraph.model import Span
from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.posts import posts
from kgraph.registry.table import listed, rows
from kgraph.registry.words import alternatives, any_of, rx, words
from kgraph.vietnamese import match_form

# How somebody comes to a post: "đã được tín nhiệm bầu giữ chức", "tái đắc cử chức danh".
ELECTED = (
    r"(?:đã |vừa |mới )?(?:tiếp tục )?(?:được (?:chị em |hội viên |đại hội )?)?(?:tín nhiệm )?"
    r"(?:(?:bầu|chỉ định|bổ nhiệm) )?"
    r"(?:làm|giữ chức|(?:tái )?đắc cử|tái cử|nhận nhiệm vụ(?: mới)?(?: là)?) (?:chức )?(?:danh )?(?:vụ )?"
)
# "Chủ tịch Hội LHPN tỉnh khóa XV, nhiệm kỳ 2021 - 2026, ..."
TERM = r"(?: khóa [\dIVX]+)?(?:,? nhiệm kỳ \d{4}[ ]*[-–][ ]*\d{4})?"
# "Phó Bí thư Thường trực-Chủ tịch HĐND": a hyphen may stand for the comma. "A, Chủ tịch Hội LHPN quận, giữ chức Phó
# Chủ tịch ...": what comes next is what A was elected to.
_STEP = rx(
    rf"{TERM}[ ]*(?:,?(?P<then> rồi)|,|[-–]| kiêm| và| là|;? đồng thời(?: là)?)[ ]*(?:kiêm )?(?:{ELECTED})?"
    rf"(?:(?i:{any_of('rank')})(?: (?i:quân đội|công an) (?i:nhân dân)(?: Việt Nam)?)?, )?"
)
_FORMER = rx(rf"(?i)(?<!\p{{L}}){any_of('former')}[ ]+$")
_PLURAL = rx(r"(?i)(?:các|hai|ba|\d+)(?: đồng chí)?[ ]+$")
_FORMER_NEXT = rx(rf"(?i){any_of('former')}[ ]+")
# "PCT. Hội Phụ nữ huyện": an abbreviation may end with its dot.
_TO_BODY = rx(r"\.?[ ]+(?:của )?")
_FORMER_CHARS = 30
# "Phó Chủ tịch Hội | Lê Thị Giả Định": a capital goes on with the body's name, unless it begins a person's.
_HOI = rx(
    r" Hội(?! (?:đồng|trường|nghị|viên"
    rf"|(?!{alternatives(surnames())} \p{{Lu}}\p{{Ll}}*(?: \p{{Lu}}|[,;.:]| và ))\p{{Lu}}))(?!\p{{L}})"
)
# "Giám đốc HTX ...", "Phó Chính ủy BTL ...": an abbreviation begins a body too, unless a person's name comes next.
_ACRONYM = rf"\p{{Lu}}{{2,}}[\p{{Lu}}&-]*(?= (?!{alternatives(surnames())} \p{{Lu}}))"
# A body that only the post tells: "Giám đốc Trung tâm Hỗ trợ phụ nữ và trẻ em", up to a comma, a name or a verb.
_OPEN = rx(
    rf" (?P<body>(?:{any_of('open-body')}|{_ACRONYM}) [^,;.:()\n–—-]{{2,70}}?)"
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
def _post_pattern() -> Anchored:
    exact = alternatives(s for s in _spellings() if s.isupper())  # "CT", "PCT": in lower case they are no posts
    loose = alternatives(s for s in _spellings() if not s.isupper())
    return anchored(
        rf"(?<![\p{{L}}\d])(?:(?i:{any_of('committee-of')} ủy viên|{loose})|{exact})"
        r"(?: phụ trách| (?:không )?chuyên trách)?(?![\p{L}])",
        whole=(*(f"{level} ủy viên" for level in words("committee-of")), *(s for s in _spellings() if not s.isupper())),
        written=(s for s in _spellings() if s.isupper()),
    )


def chains(mentions: Mentions) -> tuple[Chain, ...]:
    """All chains of posts in the text, each as long as it goes."""
    text, starts = mentions.text, {agent.span.start: agent for agent in mentions.agents}
    found: list[Chain] = []
    for start in _post_pattern().starts(text):
        behind_last = not found or start >= found[-1].span.end
        post = _post_pattern().pattern.match(text, start) if behind_last else None
        if post is not None:
            found.append(_chain(text, post, starts))
    return tuple(found)


def _chain(text: str, first: regex.Match[str], starts: dict[int, AgentMention]) -> Chain:
    held: list[PostMention] = []
    agents: list[AgentMention] = []
    match: regex.Match[str] | None = first
    end = first.start()
    step: regex.Match[str] | None = None
    while match is not None and not (held and _of_group(text, match, starts)):
        post, end, home = _post(text, match, starts)
        # "từng là Chủ tịch Hội LHPN huyện, rồi Phó Bí thư Huyện ủy": both are past
        past = post.former or bool(held and held[-1].former and step and step["then"])
        held.append(replace(post, former=past))
        agents.extend(home)
        step = _STEP.match(text, end)
        former = _FORMER_NEXT.match(text, step.end()) if step else None
        behind = former or step
        match = _post_pattern().pattern.match(text, behind.end()) if behind else None
    plural = bool(_PLURAL.search(text, max(0, first.start() - 20), first.start()))
    return Chain(Span(first.start(), end), tuple(held), plural, tuple(agents))


def _of_group(text: str, match: regex.Match[str], starts: dict[int, AgentMention]) -> bool:
    """Whether the post is that of many: "A, Phó Chủ tịch UBND huyện, | Chủ tịch Hội LHPN các xã"."""
    gap = _TO_BODY.match(text, match.end())
    return gap is not None and gap.end() in starts and starts[gap.end()].form == "generic"


def _post(
    text: str, match: regex.Match[str], starts: dict[int, AgentMention]
) -> tuple[PostMention, int, tuple[AgentMention, ...]]:
    former = bool(_FORMER.search(text, max(0, match.start() - _FORMER_CHARS), match.start()))
    body, home = _body(text, match, starts)
    span = Span(match.start(), _title_end(text, match, body))
    title = span.of(text)
    end = max(match.end(), body.span.end if body else 0)
    return PostMention(span, " ".join(title.split()), body.span if body else None, former), end, home


def _title_end(text: str, match: regex.Match[str], body: AgentMention | None) -> int:
    """ "Bí thư | Chi bộ làng Chốt": where the body begins in the post's own words, the title may end before it."""
    if body is None or not match.start() < body.span.start < match.end():
        return match.end()
    title = text[match.start() : body.span.start].rstrip()
    return match.start() + len(title) if posts().named(title) else match.end()


def _own_body(match: regex.Match[str]) -> AgentMention | None:
    """The one body that has such a post: a "Thủ tướng" is of the Chính phủ."""
    post = posts().named(" ".join(match[0].split()))
    if post is None or not post.body:
        return None
    listed = next((row for _, row in lexicon().find(match_form(post.body))), None)
    label, kind = (listed.label, listed.kind) if listed else (post.body, "other")
    return AgentMention(Span(*match.span()), "body-of-post", "body", "named", label, body_kind=kind)


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
    if government := _own_body(match):
        return government, (government,)
    if committee := _committee(match):
        return committee, (committee,)
    gap = _TO_BODY.match(text, match.end())
    # "Trưởng | ban Dân vận ...", "Phó Trưởng | Công an huyện": the body may begin in the post's own words.
    for start in (gap.end() if gap else -1, *range(match.start() + 1, match.end())):
        if start in starts and starts[start].form != "generic" and starts[start].span.end > match.end():
            return starts[start], ()
    if gap and (body := body_of_place(text, " ".join(match[0].split()), gap.end())):
        return body, (body,)
    if hoi := _HOI.match(text, match.end()):
        agent = AgentMention(Span(hoi.end() - 3, hoi.end()), "union-hoi-of-post", "union", "bare")
        return agent, (agent,)
    # "Trưởng | Ban Công tác Phụ nữ": here too the body may begin in the post's own words.
    openings = (_OPEN.match(text, start - 1) for start in (match.end() + 1, *range(match.start() + 1, match.end())))
    if open_body := next((found for found in openings if found and found.end() > match.end()), None):
        span, head = Span(*open_body.span("body")), " ".join(open_body["body"].split())
        agent = AgentMention(span, "body-of-post", "body", "named", head, body_kind="other")
        return agent, (agent,)
    return None, ()

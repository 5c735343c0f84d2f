"""Persons with the posts said of them right there: "đồng chí A - Phó Chủ tịch Hội ...", "Chủ tịch UBND tỉnh B"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, pairwise

from kgraph.document import AgentMention, Mentions, PersonMention, PostMention
from kgraph.mentions._claims import claims
from kgraph.mentions._names import Name, names
from kgraph.mentions._posts import Chain, chains
from kgraph.mentions.bodies import at_place_of, may_share_place
from kgraph.model import Span
from kgraph.registry.words import words

AFTER = ("bodies",)


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with persons, each with the posts said beside the name."""
    found = chains(mentions)
    taken = chain((m.span for m in mentions.agents), (post.span for c in found for post in c.posts))
    named = names(mentions.text, taken, found)
    by_span = {agent.span: agent for agent in (*mentions.agents, *(agent for c in found for agent in c.agents))}
    claimed = claims(mentions.text, named, found)
    posts = {span: _with_committees(mentions.text, said, by_span) for span, said in claimed.items()}
    known = {name.text for name in named if posts[name.span]}
    used = {post for said in claimed.values() for post in said}
    homes = tuple(agent for c in found if used & set(c.posts) for agent in c.agents)
    agents = sorted({*_with_places(mentions.agents, found), *homes}, key=lambda agent: (agent.span, agent.rule))
    persons = tuple(_person(name, posts[name.span], known) for name in named)
    return replace(mentions, persons=persons, agents=tuple(agents))


def _with_places(agents: tuple[AgentMention, ...], found: tuple[Chain, ...]) -> Iterator[AgentMention]:
    """ "Bí thư Đảng ủy, Chủ tịch HĐND xã": the first body shares the place said behind the next one of the chain."""
    by_span = {agent.span: agent for agent in agents}
    placed: dict[Span, AgentMention] = {}
    for said in found:
        bodies = [by_span[post.body] for post in said.posts if post.body in by_span]
        for here, after in reversed(list(pairwise(bodies))):
            source = placed.get(after.span, after)
            if may_share_place(here, _as_body(source)) and not _is_organ_of(here, source):
                placed[here.span] = at_place_of(here, source)
    yield from (placed.get(agent.span, agent) for agent in agents)


def _is_organ_of(here: AgentMention, house: AgentMention) -> bool:
    return here.head in words("organ-of-house") and house.body_kind in words("kind-of-house")


def _with_committees(
    text: str, said: tuple[PostMention, ...], bodies: Mapping[Span, AgentMention]
) -> tuple[PostMention, ...]:
    """ "Bí thư Đảng ủy, Giám đốc Công an tỉnh": the Đảng ủy of a force or a house is its organ, named in the title."""
    posts = list(said)
    for index, (here, after) in enumerate(pairwise(said)):
        organ, house = bodies.get(here.body or here.span), bodies.get(after.body or after.span)
        if organ is not None and house is not None and organ.form == "bare" and _is_organ_of(organ, house):
            title = f"{here.title} {' '.join(organ.span.of(text).split())}"
            posts[index] = replace(here, title=title, body=after.body)
    return tuple(posts)


def _as_body(agent: AgentMention) -> AgentMention:
    """ "Phó Chủ tịch Ủy ban MTTQ Việt Nam, Chủ tịch Hội LHPN phường": a union says the place for the body before it."""
    return replace(agent, kind="body") if agent.kind == "union" else agent


def _person(name: Name, posts: tuple[PostMention, ...], known: set[str]) -> PersonMention:
    private = not posts and name.text not in known
    rule = "person-post" if posts else "person-private" if private else "person-again"
    return PersonMention(name.span, rule, name.text, posts, private)

"""Persons and the posts they hold: titles as listed posts, bodies as resolved; a shared body is the next post's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kgraph.document import Agent, Held, Mentions, Person, PersonMention, PostMention
from kgraph.model import Entity, Iri, Span
from kgraph.registry.places import Place, places
from kgraph.registry.table import folded as folded_name
from kgraph.registry.words import words
from kgraph.resolve import entities
from kgraph.resolve.places import on_path


def resolve_persons(mentions: Mentions, agents: Sequence[Agent]) -> tuple[Person, ...]:
    """Every named official: persons whose posts are said somewhere in the article. Private persons get no entity."""
    by_span = {agent.span: agent for agent in agents}
    held = {m.span: tuple(_held(m, by_span)) for m in mentions.persons}
    provinces: dict[str, str | None] = {}
    for mention in mentions.persons:
        for item in held[mention.span]:
            provinces[mention.name] = provinces.get(mention.name) or _province(item.body)
    officials = {m.name for m in mentions.persons if held[m.span]}
    return tuple(
        Person(m.span, entities.person(m.name, provinces.get(m.name)), held[m.span], m.rule)
        for m in mentions.persons
        if m.name in officials
    )


def _held(mention: PersonMention, agents: Mapping[Span, Agent]) -> Iterator[Held]:
    """The posts of one mention. "Bí thư Đảng đoàn, Chủ tịch Hội LHPN Việt Nam": the first shares the second's body."""
    for index, post in enumerate(mention.posts):
        agent = _agent(mention.posts[index:], agents)
        if agent is not None and len(agent.entities) == 1:
            body = agent.entities[0] if post.body is not None else entities.owner(agent.entities[0])
            if post.body is None and not _may_be_held_in(post.title, body):
                continue  # "Phó Bí thư Thường trực, Chủ tịch HĐND huyện": of which committee, the text does not say
            yield Held(entities.post(post.title), body, post.former, post.span, agent.resolution)


def _may_be_held_in(title: str, body: Entity) -> bool:
    """Whether a post said without its body can be of the next one's: a secretary is the party's, not a council's."""
    folded, kind = folded_name(title), next((v for name, v in body.values if name == "kgo:bodyKind"), None)
    if folded in words("post-of-party"):
        return kind == Iri("kgs:body-party")
    return folded not in words("post-of-committee") or body.kind == "union" or kind == Iri("kgs:body-party")


def _agent(posts: Sequence[PostMention], agents: Mapping[Span, Agent]) -> Agent | None:
    span = next((post.body for post in posts if post.body is not None), None)
    return agents.get(span) if span is not None else None


def _province(body: Entity) -> str | None:
    """The key of the province that a body's key ends in; None for the centre and for places outside the registry."""
    place: Place | None = places().get(body.key if body.kind == "union" else body.key.partition(".")[2])
    province = on_path(place, "province")
    return province.key if province else None

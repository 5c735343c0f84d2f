"""Persons and the posts they hold: titles as listed posts, bodies as resolved; a shared body is the next post's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kgraph.document import Agent, Held, Mentions, Person, PersonMention, PostMention
from kgraph.model import Entity, Iri, Resolution, Span
from kgraph.registry.places import Place, places
from kgraph.registry.posts import posts
from kgraph.registry.table import folded as folded_name
from kgraph.registry.words import any_of, rx, words
from kgraph.resolve import entities
from kgraph.resolve.places import on_path

# "Phó Chủ tịch khóa XVI, ...": nothing behind the post says of what.
_STANDS_ALONE = rx(r"[ ]*(?:[,.;:)\n–-]|(?:khóa|gồm|là)(?!\p{L})|$)")

_LED_BY = rx(rf"[ ]*do(?:[ ]|,|và|(?i:{any_of('led-by')}))*")


def resolve_persons(mentions: Mentions, agents: Sequence[Agent]) -> tuple[Person, ...]:
    """Every named official: persons whose posts are said somewhere in the article. Private persons get no entity."""
    by_span = {agent.span: agent for agent in agents}
    held = {
        m.span: (*_held(m, by_span), *_deputy(mentions, m, by_span), *_leader(mentions, m, agents))
        for m in mentions.persons
    }
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
        agent = _agent([p for p in mention.posts[index:] if _same_side(mention, post, p)], agents)
        if agent is not None and not untied(mention.posts[index:], agents):
            body = agent.entities[0] if post.body is not None else entities.owner(agent.entities[0])
            yield Held(entities.post(post.title), body, post.former, post.span, agent.resolution)


def untied(posts: Sequence[PostMention], agents: Mapping[Span, Agent]) -> str:
    """Why the first of *posts* is held in no one body (the id of a reason); nothing where it is held in one."""
    post, agent = posts[0], _agent(posts, agents)
    if agent is None:
        return "post-without-body"
    if len(agent.entities) != 1:
        return "post-of-several-bodies" if agent.entities else "post-body-unresolved"
    # "Phó Bí thư Thường trực, Chủ tịch HĐND huyện": of which committee, the text does not say
    shared = post.body is not None or _may_be_held_in(post.title, entities.owner(agent.entities[0]))
    return "" if shared else "post-of-unsaid-committee"


def _same_side(mention: PersonMention, first: PostMention, second: PostMention) -> bool:
    """Whether both posts stand on one side of the name: in "Trưởng ban là bà A - giảng viên Trường B" they do not."""
    return (first.span < mention.span) == (second.span < mention.span)


def _deputy(mentions: Mentions, mention: PersonMention, agents: Mapping[Span, Agent]) -> Iterator[Held]:
    """ "Chủ tịch Hội LHPN huyện A, Phó Chủ tịch B": a deputy named without a body is that of the chief named before."""
    for post in mention.posts if all(said.body is None for said in mention.posts) else ():
        chief = _chief(mentions, post)
        agent = agents.get(chief.body) if chief is not None and chief.body is not None else None
        bare = post.span.end == mention.span.start - 1 or _STANDS_ALONE.match(mentions.text, post.span.end)
        if agent is not None and len(agent.entities) == 1 and bare:
            words = " ".join(post.title.split())
            found = Resolution(words, agent.entities[0], "kgs:res-previous-mention")
            yield Held(entities.post(post.title), agent.entities[0], post.former, post.span, found)


def _leader(mentions: Mentions, mention: PersonMention, agents: Sequence[Agent]) -> Iterator[Held]:
    """ "đoàn công tác của Hội LHPN tỉnh do Chủ tịch A và Phó Chủ tịch B dẫn đầu": both are of the union."""
    for post in mention.posts if all(said.body is None for said in mention.posts) else ():
        line = mentions.text.rfind("\n", 0, post.span.start)
        before = [agent for agent in agents if line < agent.span.start and agent.span.end < post.span.start]
        led = before[-1] if before else None
        if led is not None and len(led.entities) == 1 and _only_leaders(mentions, Span(led.span.end, post.span.start)):
            found = Resolution(post.title, led.entities[0], "kgs:res-previous-mention")
            yield Held(entities.post(post.title), led.entities[0], post.former, post.span, found)


def _only_leaders(mentions: Mentions, between: Span) -> bool:
    """Whether nothing stands in *between* but "do", other leaders with their posts, and what joins them."""
    rest = between.of(mentions.text)
    said = [m.span for m in mentions.persons] + [post.span for m in mentions.persons for post in m.posts]
    for span in sorted(s for s in said if between.contains(s)):
        rest = rest.replace(span.of(mentions.text), " ", 1)
    return _LED_BY.fullmatch(rest) is not None


def _chief(mentions: Mentions, deputy: PostMention) -> PostMention | None:
    """The post named last before *deputy*, in its paragraph, that nobody holds beside it: "Chủ tịch" for its "Phó"."""
    own = posts().named(deputy.title)
    line = mentions.text.rfind("\n", 0, deputy.span.start)
    before = (p for m in mentions.persons for p in m.posts if line < p.span.start < deputy.span.start)
    chiefs = [p for p in before if own and (row := posts().named(p.title)) and row.key in own.exclusive and p.body]
    return max(chiefs, default=None) if own and own.key.startswith("pho-") else None


def _may_be_held_in(title: str, body: Entity) -> bool:
    """Whether a post said without its body can be of the next one's: a secretary is the party's, not a council's."""
    if any(posts().named(title) is posts().named(post) for post in words("cluster-post")):
        return False  # "Cụm trưởng, Chủ tịch Hội LHPN tỉnh": the cluster's, not the union's
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

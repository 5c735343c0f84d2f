"""Posts that persons are said to hold, as attested by the article."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.document import Agent, Document, Held, Person
from kgraph.mappers._evidence import around, evidence
from kgraph.mappers._time import period
from kgraph.model import Entity, Span, Statement, Term, Typed
from kgraph.registry.posts import posts
from kgraph.registry.words import any_of, rx

# "suy tôn Hội LHPN tỉnh Quảng Ninh là Cụm trưởng Cụm thi đua năm 2023": a union holds a post in its cluster.
_LEADER = rx(rf" (?:là|làm|giữ chức) (?P<post>{any_of('cluster-post')})(?P<rest>[^.;\n]{{0,60}}?năm (?P<year>20\d\d))?")


def map_statements(document: Document) -> Iterator[Statement]:
    """One membership for each person, post and body; the day is that of the event attended, else of publication."""
    for person in document.persons:
        for held in person.held:
            yield _membership(document, person, held)
    for agent in document.agents:
        yield from _leadership(document, agent)


def _leadership(document: Document, agent: Agent) -> Iterator[Statement]:
    match = _LEADER.match(document.text, agent.span.end)
    cluster = next((a for a in document.agents if a.kind == "cluster" and a.entities), None)
    post = posts().named(match["post"]) if match else None
    if match is None or cluster is None or post is None or len(agent.entities) != 1:
        return
    values: tuple[tuple[str, Term], ...] = (
        ("org:member", agent.entities[0]),
        ("org:organization", cluster.entities[0]),
        ("org:role", Entity("post", post.key, post.label)),
        *period(int(match["year"]) if match["year"] else None),
    )
    words = Span(agent.span.start, match.end())
    quote = evidence(document, words, "cluster-leader", resolutions=[agent.resolution])
    yield Statement("membership", "org:Membership", values, (quote,))


def _membership(document: Document, person: Person, held: Held) -> Statement:
    values: list[tuple[str, Term]] = [
        ("org:member", person.entity),
        ("org:organization", held.body),
        ("org:role", held.post),
    ]
    day = _attested(document, person)
    if held.former:
        values.append(("kgo:former", Typed("true", "xsd:boolean")))
    elif day:
        values.append(("kgo:attestedOn", Typed(day, "xsd:date")))
    words = around(person.span, held.span, _body_span(document, held))
    # "Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy": that the first post is of the Tỉnh ủy is an inference.
    named = any(held.body in agent.entities for agent in document.agents)
    quote = evidence(document, words, person.rule, "stated" if named else "inferred", [held.resolution])
    return Statement("membership", "org:Membership", tuple(values), (quote,))


def _body_span(document: Document, held: Held) -> Span:
    """Where the body stands that the post is held in: behind the post, or behind the next one that shares it."""
    chains = (mention.posts for mention in document.mentions.persons)
    behind = next((posts[posts.index(post) :] for posts in chains for post in posts if post.span == held.span), ())
    return next((post.body for post in behind if post.body is not None), held.span)


def _attested(document: Document, person: Person) -> str | None:
    """The day of the first event of a known day that the person took part in, else of publication."""
    exact = (event for event in document.events if event.precision == "prec-day")
    attended = (e.earliest for e in exact if any(part.entity == person.entity for part in e.participants))
    return next(attended, document.article.published)

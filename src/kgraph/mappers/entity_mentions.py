"""Which unions, programmes and acting bodies an article names as themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kgraph.document import Agent, Document
from kgraph.mappers._evidence import evidence
from kgraph.model import Entity, Evidence, Statement
from kgraph.registry.words import any_of, rx

_NAMED = frozenset({"named", "central", "level"})
# Behind these a body does not act: "đại biểu Quốc hội", "các đề án của Chính phủ", "đề nghị Thủ tướng".
_PASSIVE, _PASSIVE_CHARS = rx(rf"(?i)(?<!\p{{L}}){any_of('not-acting')}[ ]+$"), 16


def map_statements(document: Document) -> Iterator[Statement]:
    """One mention for each union and programme named, and for each other body that acts."""
    for agent in document.agents:
        if agent.form in _NAMED and (agent.kind != "body" or _acts(document, agent)):
            for entity in agent.entities:
                yield _mention(entity, evidence(document, agent.span, agent.rule, resolutions=[agent.resolution]))
    for programme in document.programmes:
        yield _mention(programme.entity, evidence(document, programme.span, programme.rule))


def _mention(entity: Entity, quote: Evidence) -> Statement:
    return Statement("entity-mention", "kgo:EntityMention", (("kgo:mentionedEntity", entity),), (quote,))


def _acts(document: Document, agent: Agent) -> bool:
    if _is_spoken_of(document, agent):
        return False
    if any(theme.owner == agent.span for theme in document.mentions.themes):
        return True
    if agent.rule == "body-own-name":
        return agent.span.start > len(document.article.title)
    return not _PASSIVE.search(document.text, max(0, agent.span.start - _PASSIVE_CHARS), agent.span.start)


def _is_spoken_of(document: Document, agent: Agent) -> bool:
    """Whether the agent only stands in somebody's post or in the name of a document."""
    posts = (post.body for person in document.mentions.persons for post in person.posts if post.body)
    documents = (cited.span for cited in document.mentions.documents)
    return any(span.overlaps(agent.span) for span in chain(posts, documents))

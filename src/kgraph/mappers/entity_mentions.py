"""Which unions, programmes and acting bodies an article names as themselves."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.document import Agent, Document, Doubt
from kgraph.mappers._acting import inaction
from kgraph.mappers._evidence import evidence
from kgraph.model import Entity, Evidence, Statement

_NAMED = frozenset({"named", "central", "level"})


def map_statements(document: Document) -> Iterator[Statement]:
    """One mention for each union and programme named, and for each other body that acts."""
    for agent in document.agents:
        if not _objection(document, agent):
            for entity in agent.entities:
                yield _mention(entity, evidence(document, agent.span, agent.rule, resolutions=[agent.resolution]))
    for programme in document.programmes:
        yield _mention(programme.entity, evidence(document, programme.span, programme.rule))


def _mention(entity: Entity, quote: Evidence) -> Statement:
    return Statement("entity-mention", "kgo:EntityMention", (("kgo:mentionedEntity", entity),), (quote,))


def doubts(document: Document) -> Iterator[Doubt]:
    """Bodies that are known but not named as themselves: short forms, and bodies that do not act."""
    for agent in document.agents:
        if agent.entities and (reason := _objection(document, agent)):
            yield Doubt(agent.span, reason)


def _objection(document: Document, agent: Agent) -> str:
    """Why *agent* is not named as itself (the id of a reason); nothing where it is."""
    if agent.form not in _NAMED:
        return "short-form-only-acts"
    return inaction(document, agent) if agent.kind == "body" else ""

"""Mentions -> document: every mention with the entity it names, by registry, context and what was said before."""

from __future__ import annotations

from dataclasses import replace

from kgraph.document import Document, Mentions, Programme, ProgrammeMention
from kgraph.resolve import entities
from kgraph.resolve.agents import resolve_agents
from kgraph.resolve.containers import with_containers
from kgraph.resolve.context import context
from kgraph.resolve.events import with_events
from kgraph.resolve.persons import resolve_persons
from kgraph.resolve.private import private_names
from kgraph.resolve.subjects import subjects, turns


def resolve(mentions: Mentions) -> Document:
    """The document of an article: its mentions resolved, who acts in each sentence, and what must stay private."""
    mentions = with_containers(mentions)
    known = context(mentions)
    agents = resolve_agents(mentions, known)
    persons = resolve_persons(mentions, agents)
    posts = [post.body for mention in mentions.persons for post in mention.posts if post.body is not None]
    officials = {person.span for person in persons}
    private = private_names(mentions, officials)
    document = Document(
        mentions=replace(mentions, article=replace(mentions.article, private=private)),
        agents=agents,
        persons=persons,
        programmes=tuple(_programme(m) for m in mentions.programmes if not any(m.span.overlaps(p) for p in private)),
        subjects=subjects(mentions, agents, posts, known),
        turns=turns(mentions, agents, posts),
        home=entities.union(known.home) if known.home else None,
        working_year=int(known.day[:4]) if known.day else None,
        private=private,
        sections=tuple(section.span for section in known.sections),
    )
    return with_events(document)


def _programme(mention: ProgrammeMention) -> Programme:
    entity = entities.programme(mention.key, mention.kind, mention.name, mention.code)
    return Programme(mention.span, entity, mention.rule)

"""Bodies that the text names again in fewer words: "Agribank" is the branch, "Trung tâm" the centre told before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kgraph.document import Agent, AgentMention
from kgraph.model import Entity, Resolution
from kgraph.registry.words import any_of, rx

_TOLD_IN_FULL = frozenset({"body-branch", "body-own-name"})
_SHORT_NAME = "body-short-name"
_TYPES = rx(rf" (?i:{any_of('company-type')})(?!\p{{L}})")


def as_told_before(agent: Agent, mention: AgentMention, before: Iterable[Agent], text: str) -> Agent:
    """*agent*, read from *mention* in *text*, as the one of *before* that it names again; itself where none is."""
    again = mention.rule == _SHORT_NAME or (agent.form == "named" and len(agent.entities) == 1)
    if agent.kind != "body" or not again:
        return agent
    told = (a.entities[0] for a in before if a.rule in _TOLD_IN_FULL and len(a.entities) == 1)
    same = _only(told, f"{mention.head} ") if mention.rule == _SHORT_NAME else _fuller(told, agent.entities[0])
    if same is None:
        return agent
    resolution = Resolution(agent.span.of(text), same, "kgs:res-previous-mention")
    return replace(agent, entities=(same,), resolution=resolution)


def _only(told: Iterable[Entity], start: str) -> Entity | None:
    """ "Trung tâm": the body whose name begins so, unless there are several."""
    found = {entity.key: entity for entity in told if entity.label.startswith(start)}
    return next(iter(found.values())) if len(found) == 1 else None


def _fuller(told: Iterable[Entity], short: Entity) -> Entity | None:
    """ "Agribank" behind "Agribank chi nhánh Cửa Lân" is that branch, "Công ty Hoa Sen" the "Công ty TNHH Hoa Sen"."""
    start = f"{_plain(short)} "
    return next((entity for entity in told if entity.key != short.key and f"{_plain(entity)} ".startswith(start)), None)


def _plain(entity: Entity) -> str:
    """The name without the type of company, which is often left out the second time."""
    return _TYPES.sub("", entity.label).casefold()

"""What the text says of where a place lies: beside it, in a list that is none, or elsewhere of the same name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from kgraph.document import AgentMention, Mentions, PlaceName
from kgraph.registry.places import Place
from kgraph.registry.words import any_of, rx
from kgraph.resolve.places import named, path
from kgraph.vietnamese import match_form

_Key = tuple[str, str | None]

# "phường Bình Chuẩn, TP. Thuận An", "xã Tân Đông (huyện Hóc Môn)"
_HELD_BY = rx(rf"(?:,| -|[ ]*\()[ ]*(?:thuộc )?(?:{any_of('unit-level')}|\p{{Lu}}{{1,2}}\.?)?[ ]*")
_COMMA = rx(r"[ ]*,[ ]*")


def with_containers(mentions: Mentions) -> Mentions:
    """*mentions* whose places carry the place that the text says holds them, wherever it says so."""
    agents = tuple(_as_container(mentions.text, agent) for agent in mentions.agents)
    said = dict(_said(replace(mentions, agents=agents)))
    if not said:  # most articles name no place with the one that holds it
        return replace(mentions, agents=agents)
    places = tuple(_held(name, said) for name in mentions.places)
    return replace(mentions, agents=tuple(_held_agent(agent, said) for agent in agents), places=places)


def _as_container(text: str, agent: AgentMention) -> AgentMention:
    """ "Hội Phụ nữ xã Suối Nho, Định Quán": the second is the huyện that holds the first, though a xã is named so."""
    if len(agent.places) != 2 or agent.form != "named":
        return agent
    first, second = agent.places
    beside = _COMMA.fullmatch(text, first.span.end, second.span.start) is not None
    if not beside or not any(_holds(second.name, place) for place in _units(first)):
        return agent
    rule = "union-named" if agent.rule == "union-coordinated" else agent.rule
    return replace(agent, rule=rule, places=(first,), within=(replace(second, level=None), *agent.within))


def _units(name: PlaceName) -> Iterator[Place]:
    return (place for place in named(name.name) if name.fits(place.kind))


def _holds(name: str, place: Place) -> bool:
    return any(match_form(above.name).casefold() == match_form(name).casefold() for above in path(place)[1:])


def _said(mentions: Mentions) -> Iterator[tuple[_Key, tuple[PlaceName, ...]]]:
    """Names with the place said to hold them; where several are said of one name, it is left as it stands."""
    found: dict[_Key, set[str]] = {}
    first: dict[_Key, tuple[PlaceName, ...]] = {}
    for name, within in _each(mentions):
        found.setdefault(_key(name), set()).add(within[0].name)
        first.setdefault(_key(name), within)
    yield from ((key, first[key]) for key, holders in found.items() if len(holders) == 1)


def _each(mentions: Mentions) -> Iterator[tuple[PlaceName, tuple[PlaceName, ...]]]:
    for agent in mentions.agents:
        if len(agent.places) == 1 and agent.within:
            yield agent.places[0], agent.within
    for name in mentions.places:
        if name.within:
            yield name, name.within
    for here, after in pairwise(mentions.places):
        beside = _HELD_BY.fullmatch(mentions.text, here.span.end, after.span.start) is not None
        if beside and any(_holds(after.name, place) for place in _units(here)):
            yield here, (after,)


def _key(name: PlaceName) -> _Key:
    return match_form(name.name).casefold(), name.level


def _held(name: PlaceName, said: Mapping[_Key, tuple[PlaceName, ...]]) -> PlaceName:
    return replace(name, within=said.get(_key(name), name.within))


def _held_agent(agent: AgentMention, said: Mapping[_Key, tuple[PlaceName, ...]]) -> AgentMention:
    if len(agent.places) == 1:
        return agent if agent.within else replace(agent, within=said.get(_key(agent.places[0]), ()))
    return replace(agent, places=tuple(_held(name, said) for name in agent.places)) if agent.places else agent

"""Places in the spelling of the article: "huyện Lăk" is the registry's huyện Lắk; its union is told as written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kgraph.document import Agent
from kgraph.model import Entity, Text
from kgraph.registry.places import Place, places
from kgraph.registry.table import folded
from kgraph.registry.unions import union_label
from kgraph.vietnamese import search_form


def as_written(place: Place, name: str) -> Place:
    """*place* under *name* where that is its own name in other letters; an alias ("TP HCM") is no spelling of it."""
    same = folded(place.name) == folded(name)
    return place if same or _letters(place.name) != _letters(name) else replace(place, name=" ".join(name.split()))


def _letters(name: str) -> str:
    """The letters of *name* without marks and blanks: "Đa Krông" and "Đakrông" have the same."""
    return search_form(name).replace(" ", "").replace("-", "")


def spelled(union: Entity) -> Entity:
    """*union*, of the registry, with its label as another name where the article spells it so."""
    place = places().get(union.key)
    if place is None or union.types or union.label == union_label(place):
        return union
    return replace(union, values=(("skos:altLabel", Text(union.label)),))


def settled(agents: Iterable[Agent]) -> tuple[Agent, ...]:
    """*agents* with one spelling each: that of the registry, where the article uses it too."""
    found = tuple(agents)
    usual = {e for a in found if a.form == "named" for e in a.entities if e.kind == "union" and not e.values}
    mixed = {e.key for a in found for e in a.entities if e.values and e in usual}
    if not mixed:
        return found
    return tuple(replace(agent, entities=tuple(_usual(e, mixed) for e in agent.entities)) for agent in found)


def _usual(entity: Entity, mixed: set[str]) -> Entity:
    if entity.kind != "union" or entity.key not in mixed or not entity.values:
        return entity
    return replace(entity, label=union_label(places()[entity.key]), values=())

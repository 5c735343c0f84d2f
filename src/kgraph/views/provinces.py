"""The province that a thing lies in, for the map of tiles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kgraph.registry.tiles import tiles
from kgraph.views.model import Fact
from kgraph.vocab import entity_iri

_SERVES: Final = ("jurisdiction", "location", "organizer")
"""Relations that tell where something is, the best first: an event without a place is where its host is."""


def provinces_of(facts: Iterable[Fact]) -> dict[str, str]:
    """The IRI of the province of every place, of bodies that serve one place, and of events, by their IRIs."""
    leads: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        start, end = (fact.target, fact.source) if fact.predicate == "organizer" else (fact.source, fact.target)
        if fact.predicate in (*_SERVES, "within"):
            leads[start][fact.predicate].append(end)
    drawn = {entity_iri("place", tile.key) for tile in tiles()}
    starts = drawn | set(leads)
    return {iri: found for iri in sorted(starts) if (found := _province(iri, leads, drawn))}


def _province(iri: str, leads: dict[str, dict[str, list[str]]], drawn: set[str]) -> str:
    """The province that the relations of *iri* lead to; empty where they lead to none, or to several."""
    for predicate in _SERVES:
        if found := {_climbed(end, leads, drawn) for end in _ends(iri, predicate, leads)}:
            return found.pop() if len(found) == 1 else ""
    return _climbed(iri, leads, drawn)


def _ends(iri: str, predicate: str, leads: dict[str, dict[str, list[str]]]) -> list[str]:
    """Where *predicate* leads: the host of an event stands for the place that it serves."""
    found = leads.get(iri, {}).get(predicate, [])
    if predicate != "organizer":
        return found
    return [place for host in found for place in leads.get(host, {}).get("jurisdiction", [])]


def _climbed(place: str, leads: dict[str, dict[str, list[str]]], drawn: set[str]) -> str:
    seen: set[str] = set()
    while place not in drawn and place not in seen:
        seen.add(place)
        place = min(leads.get(place, {}).get("within", []), default=place)
    return place if place in drawn else ""

"""Persons who may be one: a name alone says nothing, so the pair also shares a body and post, or an event."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final

from kgraph.identity.blocking import pairs
from kgraph.identity.candidate import Candidate, same
from kgraph.identity.offices import Holding, exclusive, follow, succeeded_by
from kgraph.identity.spelling import person_feature, tokens

_YEAR: Final = 365.25
_TERM: Final = 5 * _YEAR
_FAR: Final = 10 * _YEAR


@dataclass(frozen=True, slots=True)
class Individual:
    """A person node: *province* is the key of one or empty, *events* what tells the events that name them apart."""

    iri: str
    name: str
    province: str
    holdings: tuple[Holding, ...] = ()
    events: frozenset[str] = frozenset()


def person_candidates(people: Iterable[Individual]) -> Iterator[Candidate]:
    """Pairs of *people* of equal or nearly equal names with what else speaks for and against their being one."""
    in_order = sorted(people, key=lambda person: (tokens(person.name), person.iri))
    for one, other in pairs(in_order, _blocks):
        name = person_feature(one.name, other.name)
        found = {*_offices(one, other), *_events(one, other)}
        if name and found and (name == "same-name" or "same-post" in found):
            yield same(one.iri, other.iri, {name, *found, *_province(one, other), *_period(one, other)})


def _blocks(person: Individual) -> Iterator[Hashable]:
    """Whole name, body and event for namesakes; body, post and one word of the name for slips of the pen."""
    words = tokens(person.name)
    yield from (("event", words, event) for event in person.events)
    for held in person.holdings:
        yield from (("body", words, body) for body in (held.body, *succeeded_by(held.body)))
        yield from (("post", held.body, held.post, word) for word in words)


def _offices(one: Individual, other: Individual) -> Iterator[str]:
    for first, second in product(one.holdings, other.holdings):
        if first.body == second.body:
            if first.post == second.post:
                yield "same-post"
            elif exclusive(first.post, second.post):
                yield "exclusive-on-one-day" if _at_once(first, second) else "succeeding-post"
        elif first.post == second.post and follow(first.body, second.body):
            yield "successor-body"


def _at_once(first: Holding, second: Holding) -> bool:
    return bool(first.day) and first.day == second.day and not (first.former or second.former)


def _events(one: Individual, other: Individual) -> Iterator[str]:
    if one.events & other.events:
        yield "same-event"


def _province(one: Individual, other: Individual) -> Iterator[str]:
    if not one.province or not other.province:
        yield "unknown-province"
    else:
        yield "same-province" if one.province == other.province else "other-province"


def _period(one: Individual, other: Individual) -> Iterator[str]:
    days = [[date.fromisoformat(held.day) for held in person.holdings if held.day] for person in (one, other)]
    if not all(days):
        return
    apart = min(abs((first - second).days) for first, second in product(*days))
    if apart <= _TERM:
        yield "near-in-time"
    elif apart > _FAR:
        yield "far-in-time"

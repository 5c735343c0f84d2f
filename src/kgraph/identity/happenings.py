"""Events of different articles that may be one: same host and congress ordinal, or same host, kind and day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kgraph.identity.blocking import pairs
from kgraph.identity.candidate import Candidate, same
from kgraph.identity.spelling import tokens

_LIKE: Final = 0.5  # of the words of both titles


@dataclass(frozen=True, slots=True)
class Happening:
    """An event node: *kind* and *hosts* are IRIs, *day* is YYYY-MM-DD where it is known to the day, else empty."""

    iri: str
    label: str
    kind: str
    hosts: frozenset[str]
    articles: frozenset[str]
    day: str = ""
    ordinal: str = ""
    participants: frozenset[str] = frozenset()


def signatures(event: Happening) -> Iterator[str]:
    """What two tellings of one event share: "{host} ordinal 14", "{host} {kind} 2021-03-01"."""
    for host in sorted(event.hosts):
        if event.ordinal:
            yield f"{host} ordinal {event.ordinal}"
        if event.day:
            yield f"{host} {event.kind} {event.day}"


def event_candidates(events: Iterable[Happening]) -> Iterator[Candidate]:
    """Pairs of *events* that share a signature and no article."""
    for one, other in pairs(sorted(events, key=lambda event: (event.day, event.iri)), signatures):
        if not one.articles & other.articles:
            yield same(one.iri, other.iri, set(_reasons(one, other)))


def _reasons(one: Happening, other: Happening) -> Iterator[str]:
    if one.ordinal and other.ordinal:
        yield "same-host-and-ordinal" if one.ordinal == other.ordinal else "other-ordinal"
    if one.day and other.day:
        if one.day != other.day:
            yield "other-day"
        elif one.kind == other.kind:
            yield "same-host-kind-and-day"
    if one.participants & other.participants:
        yield "shared-participant"
    if _like(one.label, other.label):
        yield "like-title"


def _like(one: str, other: str) -> bool:
    first, second = set(tokens(one)), set(tokens(other))
    return bool(first) and len(first & second) >= _LIKE * len(first | second)

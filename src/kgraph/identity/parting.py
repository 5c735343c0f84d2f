"""One person node that may be two people: leading posts in two bodies of one sort at the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Final

from kgraph.identity.candidate import DIFFERENT, Candidate
from kgraph.identity.offices import Holding, alike, exclusive, leads
from kgraph.identity.people import Individual

_CLOSE: Final = 31  # days in which nobody changes from one body to the next and is already told of in both


def parting_candidates(people: Iterable[Individual]) -> Iterator[Candidate]:
    """For every person with leading posts at two places at one time, the articles of the body told of less often."""
    for person in people:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for main, other in combinations(_by_body(person.holdings), 2):
            for article, reason in _conflicts(main, other):
                found[article].add(reason)
        for article, reasons in sorted(found.items()):
            yield Candidate(person.iri, article, DIFFERENT, tuple(sorted(reasons)))


def _by_body(holdings: Iterable[Holding]) -> list[list[Holding]]:
    """The leading posts still held, by body; first the body that most articles tell of, then the earlier one."""
    bodies: defaultdict[str, list[Holding]] = defaultdict(list)
    for held in sorted(holdings):
        if leads(held.post) and not held.former:
            bodies[held.body].append(held)
    return sorted(bodies.values(), key=lambda group: (-len({h.article for h in group}), min(h.day for h in group)))


def _conflicts(main: list[Holding], other: list[Holding]) -> Iterator[tuple[str, str]]:
    """(article, reason) for each article that tells only of the *other* body, at the time of the *main* one."""
    both = {held.article for held in main}
    for held in other:
        if held.article not in both and (reason := _reason(main, held)):
            yield held.article, reason


def _reason(main: list[Holding], held: Holding) -> str | None:
    rivals = [r for r in main if r.day and held.day and alike(r.body, held.body) and _excluded(r.post, held.post)]
    days = sorted(rival.day for rival in rivals)
    if held.day in days:
        return "exclusive-same-day"
    if days and days[0] < held.day < days[-1]:
        return "exclusive-interleaved"
    return "exclusive-close-days" if any(_apart(day, held.day) <= _CLOSE for day in days) else None


def _excluded(one: str, other: str) -> bool:
    return one == other or exclusive(one, other)


def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)

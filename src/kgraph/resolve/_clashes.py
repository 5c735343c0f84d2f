"""Congresses that one article puts at two times: "2 đơn vị A, B ... tháng 3", "vào quý II ... 2 đơn vị A và B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from kgraph.model import Span
from kgraph.registry.words import any_of, rx
from kgraph.resolve._drafts import Draft
from kgraph.resolve._tellings import Telling
from kgraph.vietnamese import search_form

_NAME = r"\p{Lu}[\p{L}’']*(?: \p{Lu}[\p{L}’']*){0,3}"
_COUNTED = rf"(?<!\p{{L}})\d{{1,2}} {any_of('crowd')} (?P<names>{_NAME}(?:(?:, | và |, và ){_NAME})*)"
_UNITS, _ACTING = rx(_COUNTED), rx(rf"{_COUNTED}(?: (?:đã|sẽ))* \Z")
_NAMES = rx(_NAME)
_CLAUSE = rx(r"[;.\n]")
_BEHIND_CHARS = 120  # how far behind the date the units may be told


def units_of(telling: Telling, until: int) -> frozenset[str]:
    """The units that hold it, without accents: named right before the verb, or behind it before code point *until*."""
    text, end = telling.document.text, telling.trigger.span.end
    behind = Span(end, min(until, telling.sentence.end, end + _BEHIND_CHARS))
    stop = _CLAUSE.search(text, behind.start, behind.end)
    acting = _ACTING.search(telling.lead)
    found = acting or _UNITS.search(text, behind.start, stop.start() if stop else behind.end)
    return frozenset(search_form(name[0]) for name in _NAMES.finditer(found["names"])) if found else frozenset()


def clashes(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Pairs of drafts, by place, that cannot both hold, in both directions: a unit holds one congress a term."""
    for one, other in permutations(range(len(drafts)), 2):
        if _clash(drafts[one], drafts[other]):
            yield one, other


def _clash(a: Draft, b: Draft) -> bool:
    of_one = a.kind == b.kind == "congress" and a.planned == b.planned and bool(a.units) and a.units == b.units
    return of_one and (_ends_before(a, b) or _ends_before(b, a))


def _ends_before(a: Draft, b: Draft) -> bool:
    """Whether the latest day of *a* is before the earliest of *b*."""
    if a.when is None or b.when is None or a.when.latest is None or b.when.earliest is None:
        return False
    return a.when.latest < b.when.earliest

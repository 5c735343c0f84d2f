"""Gold rows and found rows, paired one to one so that as many as possible find a partner."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Edges: TypeAlias = Sequence[Sequence[int]]


def paired(gold: Sequence[T], found: Sequence[T], same: Callable[[T, T], bool]) -> dict[int, int]:
    """The place in *gold* of the partner of each row of *found* that has one.

    A largest matching by augmenting paths, in the order of the rows: which of two equal rows is left over does not
    depend on anything but their order.
    """
    edges = [[place for place, row in enumerate(found) if same(wanted, row)] for wanted in gold]
    partner: dict[int, int] = {}
    for start in range(len(gold)):
        partner.update((place, wanted) for wanted, place in _augmenting(start, edges, partner))
    return partner


def _augmenting(start: int, edges: Edges, partner: Mapping[int, int]) -> list[tuple[int, int]]:
    """Pairs (gold, found) that give *start* a partner and keep one for all who had one; none where that cannot be.

    Depth first with a stack of its own: a thousand equal figures would be too deep for calls.
    """
    seen: set[int] = set()
    stack: list[tuple[int, Iterator[int]]] = [(start, iter(edges[start]))]
    path: list[tuple[int, int]] = []
    while stack:
        wanted, options = stack[-1]
        place = next((option for option in options if option not in seen), None)
        if place is None:
            stack.pop()
            del path[-1:]
            continue
        seen.add(place)
        path.append((wanted, place))
        if place not in partner:
            return path
        stack.append((partner[place], iter(edges[partner[place]])))
    return []

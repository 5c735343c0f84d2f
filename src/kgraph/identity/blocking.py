"""Which pairs are compared at all: those that share a block, so that work grows with the number of things."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from typing import Final, TypeVar

T = TypeVar("T")
_WINDOW: Final = 10
_RAREST: Final = 3


def pairs(things: Iterable[T], blocks: Callable[[T], Iterable[Hashable]]) -> Iterator[tuple[T, T]]:
    """Each pair of *things* that share one of their *blocks*, once, in the order of *things*.

    In a large block a thing meets its ten neighbours only (sorted neighbourhood), so *things* should come sorted by
    what makes them alike.
    """
    members: defaultdict[Hashable, list[int]] = defaultdict(list)
    every = tuple(things)
    for number, thing in enumerate(every):
        for block in set(blocks(thing)):
            members[block].append(number)
    found = {pair for numbers in members.values() for pair in _neighbours(numbers)}
    return ((every[first], every[second]) for first, second in sorted(found))


def _neighbours(numbers: list[int]) -> Iterator[tuple[int, int]]:
    for place, first in enumerate(numbers):
        yield from ((first, second) for second in numbers[place + 1 : place + 1 + _WINDOW])


def rarest(words: Iterable[Collection[str]]) -> Callable[[Collection[str]], tuple[str, ...]]:
    """A function from a collection of *words* to the rarest three of it, by how many collections hold them.

    "Công ty", "Hội" and "xã" stand in thousands of names and tell nothing; what is rare does.
    """
    counts = Counter(word for collection in words for word in set(collection))

    def chosen(collection: Collection[str]) -> tuple[str, ...]:
        return tuple(sorted(set(collection), key=lambda word: (counts[word], word))[:_RAREST])

    return chosen

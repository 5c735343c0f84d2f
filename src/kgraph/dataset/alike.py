"""Which articles are alike by their sketches: pairs that may be editions of one report."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from kgraph.dataset.sketches import Sketch, containment, same_numbers

ALIKE: Final = 0.55
"""Least containment of two editions. Measured on tests/gold/articles: a paragraph cut and one word in twenty changed
leave 0.61 or more; other articles have less than 0.3, two years' reports of a union in the same words 0.43 to 0.56."""
SAME_NUMBERS: Final = 0.5
"""Least share of numbers that editions have in common: those measured keep 0.9, two years' reports share 0.25."""
SHORTEST: Final = 0.5
"""Least share of the longer text's length: a brief that stands whole in a round-up of the week is no edition of it."""
FEWEST: Final = 32
"""Word sequences that a body needs to be compared: "Xem video tại đây" is the body of many articles."""
_BLOCKS: Final = 24
"""Hashes of a sketch that articles are looked up by; two of resemblance 0.4 share none of them once in 200,000."""
_SHARED: Final = 0.2
"""Least share of a sketch's hashes that two editions have in common: ALIKE at SHORTEST is a resemblance of 0.22."""
_NEIGHBOURS: Final = 8
"""Articles compared with each one in a block: a set phrase may stand in every article, and all pairs would be too
many. Editions stand side by side there, since a block is in the order of the sketches."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What grouping needs of an article: its key, the day it was printed (YYYY-MM-DD, "" if unknown), its sketch."""

    key: str
    published: str
    sketch: Sketch

    @property
    def order(self) -> tuple[tuple[int, ...], str]:
        """Brings like texts side by side."""
        return self.sketch.hashes, self.key


class Alike(NamedTuple):
    """Two articles by key, *a* before *b*; *unlike* is minus their containment: the most alike sort first."""

    unlike: float
    a: str
    b: str


_Pair: TypeAlias = tuple[int, int]


class _Blocks:
    """*editions* in order, and the places of those that share a hash."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        self.editions = sorted((e for e in editions if e.sketch.size >= FEWEST), key=lambda e: e.order)
        self.hashes = [frozenset(edition.sketch.hashes) for edition in self.editions]
        self.members: defaultdict[int, list[int]] = defaultdict(list)
        for place, edition in enumerate(self.editions):
            for value in edition.sketch.hashes[:_BLOCKS]:
                self.members[value].append(place)

    def pairs(self) -> set[_Pair]:
        """Those that stand side by side in some block."""
        return {pair for block in self.members.values() for pair in _near(block)}

    def pairs_around(self, orders: Sequence[tuple[tuple[int, ...], str]]) -> set[_Pair]:
        """Those near to where an edition of one of *orders* stands or stood: no others came together or went apart."""
        every, found = [edition.order for edition in self.editions], set[_Pair]()
        for order in orders:
            place = bisect_left(every, order)
            for value in order[0][:_BLOCKS]:
                block = self.members.get(value, [])
                at = bisect_left(block, place)
                found.update(_near(block[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]))
        return found

    def are_near(self, a: int, b: int) -> bool:
        """Whether two stand side by side in some block."""
        common = {*self.editions[a].sketch.hashes[:_BLOCKS]} & {*self.editions[b].sketch.hashes[:_BLOCKS]}
        blocks = (self.members[value] for value in common)
        return any(abs(bisect_left(block, a) - bisect_left(block, b)) <= _NEIGHBOURS for block in blocks)

    def alike(self, pairs: Iterable[_Pair]) -> Iterator[Alike]:
        """Those of *pairs* that are alike."""
        for i, j in pairs:
            one, other = self.editions[i], self.editions[j]
            if len(self.hashes[i] & self.hashes[j]) >= _SHARED * len(self.hashes[i]):
                share = _likeness(one.sketch, other.sketch)
                if share >= ALIKE:
                    yield Alike(-share, *sorted((one.key, other.key)))


def alike(editions: Iterable[Edition]) -> list[Alike]:
    """The pairs of *editions* that are alike, the most alike first."""
    blocks = _Blocks(editions)
    return sorted(blocks.alike(blocks.pairs()))


def alike_again(
    editions: Iterable[Edition], known: Iterable[Alike], changed: Collection[str], gone: Iterable[Edition]
) -> list[Alike]:
    """What `alike` finds, from the pairs *known* before the articles *changed* came, changed or went.

    *gone* is how these were before.
    """
    blocks = _Blocks(editions)
    places = {edition.key: place for place, edition in enumerate(blocks.editions)}
    orders = [*(e.order for e in gone), *(e.order for e in blocks.editions if e.key in changed)]
    looked = blocks.pairs_around(orders)
    there = places.keys() - changed
    stay = (pair for pair in known if pair.a in there and pair.b in there)
    kept = (pair for pair in stay if blocks.are_near(places[pair.a], places[pair.b]))
    return sorted({*kept, *blocks.alike(looked)})


def _likeness(a: Sketch, b: Sketch) -> float:
    """The containment of two texts of like length that report the same numbers, else 0."""
    shorter, longer = sorted((a.size, b.size))
    numbers = same_numbers(a, b)
    fits = shorter >= SHORTEST * longer and (numbers is None or numbers >= SAME_NUMBERS)
    return containment(a, b) if fits else 0.0


def _near(block: Sequence[int]) -> Iterator[_Pair]:
    for place, number in enumerate(block):
        yield from ((number, other) for other in block[place + 1 : place + 1 + _NEIGHBOURS])

"""Which articles are alike by their sketches: pairs that may be editions of one report."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, groupby
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kgraph.dataset.sketches import HASH_BYTES, Sketch, containment, packed, same_numbers, unpacked

ALIKE: Final = 0.55
"""Least containment of two editions. Measured on tests/gold/articles: a paragraph cut and one word in twenty changed
leave 0.61 or more; other articles have less than 0.3, two years' reports of a union in the same words 0.43 to 0.56."""
SAME_NUMBERS: Final = 0.5
"""Least share of numbers that editions have in common: those measured keep 0.9, two years' reports share 0.25."""
SHORTEST: Final = 0.5
"""Least share of the longer text's length: a brief that stands whole in a round-up of the week is no edition of it."""
FEWEST: Final = 32
"""Word sequences that a body needs to be compared: "Xem video tại đây" is the body of many articles."""
_BLOCKS: Final = 40
"""Hashes of a sketch that articles are looked up by: each stands for the block of the articles that have it."""
_TOGETHER: Final = 3
"""Blocks in which articles stand side by side before they are compared: two of resemblance 0.4 stand in fewer once in
2,000,000, while a set phrase brings articles together in one block or two."""
_SHARED: Final = 0.2
"""Least share of a sketch's hashes that two editions have in common: ALIKE at SHORTEST is a resemblance of 0.22."""
_NEIGHBOURS: Final = 8
"""Articles looked at around each one in a block: a set phrase may stand in every article, and all pairs would be too
many. Editions stand side by side there, since a block is in the order of the sketches."""
_AT_ONCE: Final = 10_000
"""Articles whose pairs are counted at a time, in some 120 MB."""
_HASH: Final = f">u{HASH_BYTES}"
_Numbers: TypeAlias = NDArray[np.int64]


_Order: TypeAlias = tuple[bytes, str]


class Edition(NamedTuple):
    """What grouping needs of an article: its *key*, the day it was *published* (YYYY-MM-DD, "" if unknown), its sketch.

    The sketch is in the form that takes little memory: its *size*, packed *hashes*, and *numbers* with a blank between.
    """

    key: str
    published: str
    size: int
    hashes: bytes
    numbers: str

    @classmethod
    def of(cls, key: str, published: str, sketch: Sketch) -> Edition:
        """The article *key* with its *sketch*."""
        return cls(key, published, sketch.size, packed(sketch.hashes), " ".join(sketch.numbers))

    @property
    def sketch(self) -> Sketch:
        """The sketch with all its parts."""
        return Sketch(self.size, unpacked(self.hashes), tuple(self.numbers.split()))

    @property
    def order(self) -> _Order:
        """Brings like texts side by side."""
        return self.hashes, self.key


class Alike(NamedTuple):
    """Two articles by key, *a* before *b*; *unlike* is minus their containment: the most alike sort first."""

    unlike: float
    a: str
    b: str


_Pair: TypeAlias = tuple[int, int]


class _Blocks:
    """*editions* in order, and the blocks of those that share a hash: all (hash, place), sorted."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        self.texts = sorted((e for e in editions if e.size >= FEWEST), key=lambda text: text.order)
        blocks = [text.hashes[: HASH_BYTES * _BLOCKS] for text in self.texts]
        values = np.frombuffer(b"".join(blocks), _HASH).astype(np.uint64)
        places = np.repeat(np.arange(len(blocks), dtype=np.int64), [len(block) // HASH_BYTES for block in blocks])
        order = np.lexsort((places, values))
        # Arrays, since bisect looks one value up in them ten times as fast as numpy does in its own.
        self.values, self.places = array("Q", values[order].tobytes()), array("q", places[order].tobytes())

    def pairs(self) -> Iterator[_Pair]:
        """Those that stand side by side in several blocks, each once."""
        values, places = np.frombuffer(self.values, np.uint64), np.frombuffer(self.places, np.int64)
        many = len(self.texts)
        for start in range(0, many, _AT_ONCE):
            rows = np.flatnonzero((start <= places) & (places < start + _AT_ONCE))
            beside = [_beside(values, places, rows, distance, many) for distance in range(1, _NEIGHBOURS + 1)]
            pairs, counts = np.unique(np.concatenate(beside), return_counts=True)
            ones, others = np.divmod(pairs[counts >= _TOGETHER], many)
            yield from zip(ones.tolist(), others.tolist(), strict=True)

    def pairs_around(self, orders: Iterable[_Order]) -> set[_Pair]:
        """Those near to where an edition of one of *orders* stands or stood: no others came together or went apart."""
        every, found = [text.order for text in self.texts], set[_Pair]()
        for order in orders:
            place = bisect_left(every, order)
            for value in unpacked(order[0])[:_BLOCKS]:
                at, (start, end) = self._at(value, place), self._range(value)
                around = self.places[max(start, at - _NEIGHBOURS) : min(end, at + _NEIGHBOURS + 1)]
                found.update((one, other) for one, other in combinations(around, 2))
        return {pair for pair in found if self.are_near(*pair)}

    def are_near(self, a: int, b: int) -> bool:
        """Whether two stand side by side in several blocks."""
        common = {*self._blocks(a)} & {*self._blocks(b)}
        return sum(abs(self._at(value, a) - self._at(value, b)) <= _NEIGHBOURS for value in common) >= _TOGETHER

    def alike(self, pairs: Iterable[_Pair]) -> Iterator[Alike]:
        """Those of *pairs* that are alike; sorted ones are compared soonest."""
        for place, group in groupby(pairs, key=lambda pair: pair[0]):
            one = self.texts[place].sketch
            hashes = frozenset(one.hashes)
            for other in (self.texts[pair[1]] for pair in group):
                if len(hashes.intersection(unpacked(other.hashes))) >= _SHARED * len(hashes):
                    share = _likeness(one, other.sketch)
                    if share >= ALIKE:
                        yield Alike(-share, *sorted((self.texts[place].key, other.key)))

    def _blocks(self, place: int) -> tuple[int, ...]:
        return unpacked(self.texts[place].hashes[: HASH_BYTES * _BLOCKS])

    def _range(self, value: int) -> tuple[int, int]:
        return bisect_left(self.values, value), bisect_right(self.values, value)

    def _at(self, value: int, place: int) -> int:
        """Where *place* stands, or would stand, in the block of *value*."""
        return bisect_left(self.places, place, *self._range(value))


def _beside(values: NDArray[np.uint64], places: _Numbers, rows: _Numbers, distance: int, count: int) -> _Numbers:
    """The places at *rows* with those that stand *distance* behind them in the same block, of *count* places.

    Each pair is one number, which sorts ten times as fast as two.
    """
    rows = rows[rows + distance < len(values)]
    rows = rows[values[rows] == values[rows + distance]]
    return places[rows] * count + places[rows + distance]


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
    places = {text.key: place for place, text in enumerate(blocks.texts)}
    orders = [*(edition.order for edition in gone), *(t.order for t in blocks.texts if t.key in changed)]
    looked = sorted(blocks.pairs_around(orders))
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

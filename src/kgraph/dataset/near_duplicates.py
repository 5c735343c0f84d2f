"""Which articles are editions of one report: alike by their sketches, unless a person decided otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from kgraph.dataset.ledger import Decision
from kgraph.dataset.sketches import Sketch, containment, same_numbers
from kgraph.vocab import entity_iri

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
_ARTICLE: Final = f"<{entity_iri('article', '')}"


@dataclass(frozen=True, slots=True)
class Edition:
    """What grouping needs of an article: its key, the day it was printed (YYYY-MM-DD, "" if unknown), its sketch."""

    key: str
    published: str
    sketch: Sketch


@dataclass(frozen=True, slots=True)
class Group:
    """Editions of one report: the one printed first, then the others by day and key."""

    editions: tuple[Edition, ...]

    @property
    def key(self) -> str:
        """The smallest key of an article in the group."""
        return min(edition.key for edition in self.editions)


def is_about_articles(decision: Decision) -> bool:
    """Whether *decision* joins or parts two articles; such a one groups them and merges no nodes."""
    return decision.kind in ("same", "different") and all(d.startswith(_ARTICLE) for d in (decision.a, decision.b))


def groups(editions: Iterable[Edition], decisions: Iterable[Decision] = ()) -> tuple[Group, ...]:
    """The groups of two or more of *editions*, by key; *decisions* between two articles are obeyed.

    The most alike are joined first, so that a parted pair leaves each between with the one that it is most like.
    """
    known = {edition.key: edition for edition in editions}
    decided = [d for d in decisions if is_about_articles(d)]
    parted = [_keys(d) for d in decided if d.kind == "different"]
    parents: dict[str, str] = {}
    for a, b in [*sorted(_keys(d) for d in decided if d.kind == "same"), *_alike(known)]:
        _join(a, b, parents, parted)
    return tuple(sorted(_grouped(known, parents), key=lambda group: group.key))


def _keys(decision: Decision) -> tuple[str, str]:
    return decision.a[len(_ARTICLE) : -1], decision.b[len(_ARTICLE) : -1]


def _root(key: str, parents: Mapping[str, str]) -> str:
    while key in parents:
        key = parents[key]
    return key


def _join(a: str, b: str, parents: dict[str, str], parted: list[tuple[str, str]]) -> None:
    """Put the sets of *a* and *b* together, unless that would bring the two keys of one of *parted* into one set."""
    ends = {_root(a, parents), _root(b, parents)}
    if len(ends) == 2 and all({_root(x, parents), _root(y, parents)} != ends for x, y in parted):
        parents[max(ends)] = min(ends)


def _grouped(known: Mapping[str, Edition], parents: Mapping[str, str]) -> Iterator[Group]:
    members: defaultdict[str, list[Edition]] = defaultdict(list)
    for key, edition in known.items():
        members[_root(key, parents)].append(edition)
    for found in members.values():
        if len(found) > 1:
            yield Group(tuple(sorted(found, key=lambda e: (e.published or "9999", e.key))))


def _alike(known: Mapping[str, Edition]) -> list[tuple[str, str]]:
    """Pairs of keys of articles that are alike, the most alike first."""
    found: list[tuple[float, str, str]] = []
    for a, b in _candidates([e for e in known.values() if e.sketch.size >= FEWEST]):
        share = _likeness(a.sketch, b.sketch)
        if share >= ALIKE:
            found.append((-share, min(a.key, b.key), max(a.key, b.key)))
    return [(a, b) for _, a, b in sorted(found)]


def _likeness(a: Sketch, b: Sketch) -> float:
    """The containment of two texts of like length that report the same numbers, else 0."""
    shorter, longer = sorted((a.size, b.size))
    numbers = same_numbers(a, b)
    fits = shorter >= SHORTEST * longer and (numbers is None or numbers >= SAME_NUMBERS)
    return containment(a, b) if fits else 0.0


def _candidates(editions: list[Edition]) -> Iterator[tuple[Edition, Edition]]:
    """Pairs that share some of their smallest hashes and enough of all, each once."""
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    ordered = sorted(editions, key=lambda e: (e.sketch.hashes, e.key))
    for number, edition in enumerate(ordered):
        for value in edition.sketch.hashes[:_BLOCKS]:
            blocks[value].append(number)
    hashes = [frozenset(edition.sketch.hashes) for edition in ordered]
    for i, j in {pair for block in blocks.values() for pair in _near(block)}:
        if len(hashes[i] & hashes[j]) >= _SHARED * len(hashes[i]):
            yield ordered[i], ordered[j]


def _near(block: list[int]) -> Iterator[tuple[int, int]]:
    if len(block) <= _NEIGHBOURS:
        yield from combinations(block, 2)
    else:
        for place, number in enumerate(block):
            yield from ((number, other) for other in block[place + 1 : place + 1 + _NEIGHBOURS])

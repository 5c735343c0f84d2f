"""Which articles are editions of one report: alike by their sketches, unless a person decided otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kgraph.dataset.alike import Alike, Edition, alike
from kgraph.dataset.ledger import Decision
from kgraph.vocab import entity_iri

_ARTICLE: Final = f"<{entity_iri('article', '')}"


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


def groups(
    editions: Iterable[Edition], decisions: Iterable[Decision] = (), pairs: Iterable[Alike] | None = None
) -> tuple[Group, ...]:
    """The groups of two or more of *editions*, by key; *decisions* between two articles are obeyed.

    The most alike are joined first, so that a parted pair leaves each between with the one that it is most like.
    *pairs* are those of `kgraph.dataset.alike`, which looks for them where they are not given.
    """
    known = {edition.key: edition for edition in editions}
    decided = [d for d in decisions if is_about_articles(d)]
    parted = [_keys(d) for d in decided if d.kind == "different"]
    parents: dict[str, str] = {}
    found = sorted(alike(known.values()) if pairs is None else pairs)
    for a, b in [*sorted(_keys(d) for d in decided if d.kind == "same"), *((a, b) for _, a, b in found)]:
        _join(a, b, parents, parted)
    return tuple(sorted(_grouped(known, parents), key=lambda group: group.key))


def concerned(pairs: Iterable[Alike], decisions: Iterable[Decision]) -> list[str]:
    """The keys of all articles that `groups` may put together; the others are groups of their own."""
    decided = (_keys(decision) for decision in decisions if is_about_articles(decision))
    return sorted({key for keys in (*((pair.a, pair.b) for pair in pairs), *decided) for key in keys})


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

"""Rows of places.tsv and successions.tsv from the joined lists."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from registry_build.joined import Id, Joined, Node
from registry_build.spelling import folded, variants
from registry_build.wheels import Link, Lists

PLACE_HEADER: Final = ("key", "name", "kind", "level", "parent", "valid_from", "valid_to", "codes", "aliases")
SUCCESSION_HEADER: Final = ("old", "new", "change", "date")
REFORM: Final = "2025-07-01"
LAST_DAY: Final = "2025-06-30"
ROOT: Final = ("vn", "Việt Nam", "quốc gia", "central", "", "", "", "", "")


@dataclass(frozen=True, slots=True)
class Curated:
    """What people add to the lists: days known from resolutions (from, to), and spellings; by key."""

    days: dict[str, tuple[str, str]]
    aliases: dict[str, tuple[str, ...]]


def unchanged_provinces(links: Iterable[Link]) -> dict[str, str]:
    """New to legacy code of the provinces that July 2025 left as they were: the only heirs of one province."""
    heirs = Counter(link.new for link in links)
    return {link.new: link.old for link in links if heirs[link.new] == 1}


def place_rows(joined: Joined, keys: dict[Id, str], curated: Curated) -> list[tuple[str, ...]]:
    """The rows of places.tsv, the root first, then by key."""
    return [ROOT, *sorted(_place_row(node, keys, curated) for node in joined.nodes.values())]


def _place_row(node: Node, keys: dict[Id, str], curated: Curated) -> tuple[str, ...]:
    unit, key = node.unit, keys[node.id]
    codes = " ".join(f"{vintage}:{code}" for vintage, code in sorted(node.codes.items()))
    parent = keys[node.parent] if node.parent else ROOT[0]
    days = _days(node, curated.days.get(key, ("", "")))
    aliases = "|".join(_aliases(node, curated.aliases.get(key, ())))
    return (key, unit.name, unit.kind, unit.level, parent, *days, codes, aliases)


def _aliases(node: Node, more: tuple[str, ...]) -> list[str]:
    spelt = {node.unit.name, *node.spellings}
    found = {*node.spellings, *more}.union(*map(variants, spelt))
    # One of each spelling that looks the same to a reader of names: "Hoà" and "Hòa" are one.
    one = {folded(alias): alias for alias in sorted(found, reverse=True)}
    one.pop(folded(node.unit.name), None)
    return sorted(one.values())


def _days(node: Node, known: tuple[str, str]) -> tuple[str, str]:
    # No day is guessed: a unit that the older list alone knows ended some day before the next list.
    if node.unit.vintage == "gso-2025":
        return REFORM, ""
    lasts = "gso-2025" in node.codes or node.unit.vintage == "gso-2020"
    return known[0], known[1] or ("" if lasts else LAST_DAY)


def succession_rows(lists: Lists, joined: Joined, keys: dict[Id, str]) -> list[tuple[str, ...]]:
    """The rows of successions.tsv, by old and new key. A province that stayed itself has none."""
    return sorted(row for links in (lists.provinces, lists.communes) for row in _changes(links, joined, keys))


def _changes(links: Iterable[Link], joined: Joined, keys: dict[Id, str]) -> Iterator[tuple[str, ...]]:
    sources = defaultdict(set)
    for link in links:
        sources[link.new].add(link.old)
    for link in links:
        old, new = joined.of["gso-legacy", link.old], joined.of["gso-2025", link.new]
        if old != new:
            yield (
                keys[old],
                keys[new],
                _change(link, len(sources[link.new]), joined.nodes[old], joined.nodes[new]),
                REFORM,
            )


def _change(link: Link, sources: int, old: Node, new: Node) -> str:
    if link.divided:
        return "divided"
    if sources > 1:
        return "merged"
    same = old.unit.kind == new.unit.kind and folded(old.unit.name) == folded(new.unit.name)
    return "unchanged" if same else "renamed"

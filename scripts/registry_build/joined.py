"""Joins the lists: which units of the older list are the same unit as one of the list of early 2025."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from registry_build.spelling import folded, sound
from registry_build.unit import LEVELS, Unit

Id: TypeAlias = tuple[str, str]
"""Vintage and code: a code alone identifies nothing (06709 was phường Ka Long and is phường Móng Cái 2)."""


@dataclass(slots=True)
class Node:
    """A unit as the registry will hold it: the list it is described by, and what the other lists add."""

    unit: Unit
    parent: Id | None
    codes: dict[str, str]
    spellings: set[str] = field(default_factory=set)

    @property
    def id(self) -> Id:
        """The node's name: that of the unit that describes it."""
        return self.unit.vintage, self.unit.code


@dataclass(frozen=True, slots=True)
class Joined:
    """All nodes by name, and the node that each unit of each list became."""

    nodes: dict[Id, Node]
    of: dict[Id, Id]


def join(older: Iterable[Unit], legacy: Iterable[Unit], new: Iterable[Unit], unchanged: dict[str, str]) -> Joined:
    """The nodes of the three lists. *unchanged*: new code of a province -> the legacy code it lives on under."""
    joined = Joined({}, {})
    for unit in _from_above(legacy):
        _add(joined, unit)
    known = _by_path(joined)
    for unit in _from_above(older):
        _merge(joined, unit, _match(joined, known, unit))
    for unit in _from_above(new):
        same = unchanged.get(unit.code) if unit.level == "province" else None
        _merge(joined, unit, ("gso-legacy", same) if same else None)
    return joined


def _from_above(units: Iterable[Unit]) -> list[Unit]:
    return sorted(units, key=lambda u: (LEVELS.index(u.level), u.code))


def _add(joined: Joined, unit: Unit) -> None:
    parent = joined.of[unit.vintage, unit.parent] if unit.parent else None
    node = Node(unit, parent, {unit.vintage: unit.code})
    joined.nodes[node.id] = node
    joined.of[node.id] = node.id


def _merge(joined: Joined, unit: Unit, same: Id | None) -> None:
    if same is None:
        _add(joined, unit)
        return
    node = joined.nodes[same]
    joined.of[unit.vintage, unit.code] = same
    node.codes[unit.vintage] = unit.code
    if folded(unit.name) != folded(node.unit.name):
        node.spellings.add(unit.name)


def _path(joined: Joined, unit: Unit, parent: Id | None) -> tuple[str, ...]:
    above = joined.nodes[parent] if parent else None
    return (*(_path(joined, above.unit, above.parent) if above else ()), sound(unit.name))


def _by_path(joined: Joined) -> dict[tuple[str, ...], list[Node]]:
    # The path is of names without kinds: a commune is the same one after its huyện became a thị xã.
    known = defaultdict(list)
    for node in joined.nodes.values():
        known[node.unit.kind, *_path(joined, node.unit, node.parent)].append(node)
    return known


def _match(joined: Joined, known: dict[tuple[str, ...], list[Node]], unit: Unit) -> Id | None:
    parent = joined.of[unit.vintage, unit.parent] if unit.parent else None
    found = known.get((unit.kind, *_path(joined, unit, parent)), [])
    spelt = [n for n in found if folded(n.unit.name) == folded(unit.name)]
    coded = [n for n in found if n.unit.code == unit.code]
    return next((n.id for n in spelt or coded), None)

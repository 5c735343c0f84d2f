"""Keys of the units: folded names joined by dots, told apart by kind, then by Telex."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from kgraph.vietnamese import key_form
from registry_build.joined import Id, Joined, Node
from registry_build.spelling import telex
from registry_build.unit import KINDS, LEVELS


def keys(joined: Joined) -> dict[Id, str]:
    """The key of every node. Stops the script where two units would share one, naming both."""
    made: dict[Id, str] = {}
    for level in LEVELS:
        for parent, children in _families(joined, level).items():
            above = made[parent] + "." if parent else ""
            for node, part in _parts(children):
                made[node.id] = above + part
    _stop_on_collision(joined, made)
    return made


def _families(joined: Joined, level: str) -> dict[Id | None, list[Node]]:
    families = defaultdict(list)
    for node in joined.nodes.values():
        if node.unit.level == level:
            families[node.parent].append(node)
    return families


def _parts(siblings: list[Node]) -> Iterator[tuple[Node, str]]:
    groups = defaultdict(list)
    for node in siblings:
        groups[key_form(node.unit.name), _era(node)].append(node)
    for (base, era), group in groups.items():
        top = min(KINDS.index(node.unit.kind) for node in group)
        kinds = Counter(node.unit.kind for node in group)
        for node in group:
            name = base if kinds[node.unit.kind] == 1 else telex(node.unit.name)
            kind = "" if KINDS.index(node.unit.kind) == top else "-" + key_form(node.unit.kind)
            yield node, name + kind + era


def _era(node: Node) -> str:
    # The suffix parts tỉnh Ninh Bình before and after July 2025.
    return "-2025" if node.unit.vintage == "gso-2025" else ""


def _stop_on_collision(joined: Joined, made: dict[Id, str]) -> None:
    owners = defaultdict(list)
    for name, key in made.items():
        unit = joined.nodes[name].unit
        owners[key].append(f"{unit.kind} {unit.name} ({unit.vintage} {unit.code})")
    clashes = [f"{key}: {', '.join(units)}" for key, units in sorted(owners.items()) if len(units) > 1]
    if clashes:
        raise SystemExit("keys that two units would share:\n" + "\n".join(clashes))

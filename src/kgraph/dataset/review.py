"""Which decisions count: those that name something in the dataset and that no other decision contradicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from kgraph.dataset.ledger import NEEDS, Decision
from kgraph.dataset.nquads import split
from kgraph.vocab import DATA, expand

DERIVED_FROM: Final = f"<{expand('prov:wasDerivedFrom')}>"
_ID: Final = f"<{DATA}id/"


@dataclass(frozen=True, slots=True)
class Review:
    """Decisions to apply, *a* and *b* as IRIs in angle brackets; *conflicts* and *unmatched* ones, one line each."""

    decisions: tuple[Decision, ...]
    conflicts: tuple[str, ...]
    unmatched: tuple[str, ...]


def review(lines: Iterable[str], decisions: Iterable[Decision]) -> Review:
    """Sort *decisions* by whether they match the nodes of *lines*; contradicting ones are all left out."""
    nodes, facts = _nodes(lines)
    named = [_resolved(decision, facts) for decision in decisions]
    unmatched = tuple(line for d in named for line in _unmatched(d, nodes))
    matched = [d for d in named if not any(_unmatched(d, nodes))]
    conflicts = dict(_conflicts(matched))
    good = tuple(d for d in matched if d.where not in conflicts)
    return Review(good, tuple(f"{where}: {why}" for where, why in conflicts.items()), unmatched)


def _nodes(lines: Iterable[str]) -> tuple[set[str], dict[str, str]]:
    """Every instance node, and the fact nodes by their bare key."""
    nodes: set[str] = set()
    facts: dict[str, str] = {}
    for line in lines:
        subject, predicate, term, _ = split(line)
        nodes |= {node for node in (subject, term) if node.startswith(_ID)}
        if predicate == DERIVED_FROM:
            facts[subject.rpartition("/")[2][:-1]] = subject
    return nodes, facts


def _resolved(decision: Decision, facts: dict[str, str]) -> Decision:
    return replace(decision, a=_node(decision.a, facts), b=_node(decision.b, facts))


def _node(name: str, facts: dict[str, str]) -> str:
    if not name or name in facts:
        return facts.get(name, "")
    return f"<{name}>" if name.startswith(("http://", "https://")) else f"{_ID}{name.removeprefix('id:')}>"


def _unmatched(decision: Decision, nodes: set[str]) -> Iterator[str]:
    for column in NEEDS[decision.kind]:
        node = getattr(decision, column)
        if column != "value" and node not in nodes:
            name = node[1:-1].removeprefix(_ID[1:])
            yield f"{decision.where}: {name} is not in this dataset (any more); correct the row or drop it"


def _conflicts(decisions: list[Decision]) -> Iterator[tuple[str, str]]:
    """(where, why) for every decision that another one contradicts."""
    yield from _opposed([d for d in decisions if d.kind in ("wrong", "right")], "is called both right and wrong")
    yield from _opposed([d for d in decisions if d.kind == "label"], "is given two labels")
    yield from _merged_and_parted(decisions)


def _opposed(decisions: list[Decision], why: str) -> Iterator[tuple[str, str]]:
    by_node: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_node[decision.a].append(decision)
    for node, rows in by_node.items():
        if len({(row.kind, row.value) for row in rows}) > 1:
            yield from ((row.where, f"{node[1:-1]} {why}; none of these rows is applied") for row in rows)


def _merged_and_parted(decisions: list[Decision]) -> Iterator[tuple[str, str]]:
    merged = merge_roots(decisions)
    for parted in (d for d in decisions if d.kind == "different"):
        root = merged.get(parted.a, parted.a)
        if root == merged.get(parted.b, parted.b):
            why = "merges and parts the same things as another row; none of these rows is applied"
            yield parted.where, why
            yield from ((d.where, why) for d in decisions if d.kind == "same" and merged.get(d.a, d.a) == root)


def merge_roots(decisions: Iterable[Decision]) -> dict[str, str]:
    """The node that each joined node becomes: "a is the same as b" makes b the name of both groups."""
    parents: dict[str, str] = {}
    for decision in (d for d in decisions if d.kind == "same"):
        node, other = _root(decision.a, parents), _root(decision.b, parents)
        if node != other:
            parents[node] = other
    return {node: _root(node, parents) for node in parents}


def _root(node: str, parents: dict[str, str]) -> str:
    while node in parents:
        node = parents[node]
    return node

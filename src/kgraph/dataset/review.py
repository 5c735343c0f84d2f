"""Which decisions count: those that name something in the dataset and that no other decision contradicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from kgraph.dataset.ledger import NEEDS, Decision
from kgraph.dataset.nquads import split
from kgraph.vocab import DATA, expand

DERIVED_FROM: Final = f"<{expand('prov:wasDerivedFrom')}>"
_ID: Final = f"<{DATA}id/"
_ARTICLE: Final = f"<{DATA}id/article/"
_ON_FACTS: Final = ("wrong", "right")
_REMEDY: Final = "(any more); correct the row or drop it"


@dataclass(frozen=True, slots=True)
class Known:
    """What decisions can name: all nodes, and those *said* to be so: facts, also by bare key."""

    nodes: frozenset[str]
    said: frozenset[str]
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Review:
    """Decisions to apply, *a* and *b* as IRIs in angle brackets; *conflicts* and *unmatched* ones, one line each."""

    decisions: tuple[Decision, ...]
    conflicts: tuple[str, ...]
    unmatched: tuple[str, ...]


def review(lines: Collection[str], decisions: Iterable[Decision]) -> Review:
    """Sort *decisions* by whether they match the nodes of *lines*; contradicting ones are all left out."""
    known = _known(lines)
    named = [resolved(decision, known.facts) for decision in decisions]
    elsewhere = _named_elsewhere(lines, [d for d in named if parts(d)])
    fresh = frozenset(parted(d) for d in named if parts(d)) - {parted(d) for d in elsewhere}
    faults = {d.where: f"{d.where}: {_name(d.a)} is not named in {_name(d.b)} {_REMEDY}" for d in elsewhere}
    faults |= {d.where: line for d in named for line in _unmatched(d, known, fresh)}
    matched = [d for d in named if d.where not in faults]
    conflicts = dict(_conflicts(matched))
    good = tuple(d for d in matched if d.where not in conflicts)
    return Review(
        good,
        tuple(f"{where}: {why}" for where, why in conflicts.items()),
        tuple(faults[d.where] for d in named if d.where in faults),
    )


def _known(lines: Iterable[str]) -> Known:
    nodes: set[str] = set()
    facts: dict[str, str] = {}
    for line in lines:
        subject, predicate, term, _ = split(line)
        nodes |= {node for node in (subject, term) if node.startswith(_ID)}
        if predicate == DERIVED_FROM:
            facts[subject.rpartition("/")[2][:-1]] = subject
    return Known(frozenset(nodes), frozenset(facts.values()), facts)


def _named_elsewhere(lines: Iterable[str], decisions: list[Decision]) -> list[Decision]:
    """Those of *decisions* that part a person in an article that does not name them."""
    wanted = {(graph_of(d.b), d.a) for d in decisions}
    found: set[tuple[str, str]] = set()
    for line in lines if wanted else ():
        subject, _, term, graph = split(line)
        found |= {(graph, subject), (graph, term)} & wanted
    return [d for d in decisions if (graph_of(d.b), d.a) not in found]


def resolved(decision: Decision, facts: Mapping[str, str]) -> Decision:
    """*decision* with *a* and *b* as IRIs in angle brackets; *facts* are fact nodes by their bare key.

    Of a person and an article the person comes first, whichever way they were written.
    """
    a, b = _node(decision.a, facts), _node(decision.b, facts)
    return replace(decision, a=b, b=a) if is_article(a) and b and not is_article(b) else replace(decision, a=a, b=b)


def _node(name: str, facts: Mapping[str, str]) -> str:
    if not name or name in facts:
        return facts.get(name, "")
    return f"<{name}>" if name.startswith(("http://", "https://")) else f"{_ID}{name.removeprefix('id:')}>"


def is_article(node: str) -> bool:
    """Whether *node*, an IRI in angle brackets, is an article."""
    return node.startswith(_ARTICLE)


def is_in_article(decision: Decision) -> bool:
    """Whether *decision* is of who somebody is in one article, not of two things."""
    return is_article(decision.b) and not is_article(decision.a)


def graph_of(article: str) -> str:
    """The graph of *article*, both in angle brackets."""
    return f"<{DATA}graph/article/{article[len(_ARTICLE) : -1]}>"


def parted(decision: Decision) -> str:
    """The node that *a* becomes in the article *b* where it is somebody else there."""
    return f"{decision.a[:-1]}.{decision.b[len(_ARTICLE) : -1]}>"


def parts(decision: Decision) -> bool:
    """Whether *decision* makes *a* another node in the article *b*."""
    return decision.kind == "different" and is_in_article(decision)


def _unmatched(decision: Decision, known: Known, fresh: frozenset[str]) -> Iterator[str]:
    """Why *decision* names nothing here, one line or none; *fresh* are the nodes that other decisions make."""
    there = (known.said,) if decision.kind in _ON_FACTS else (known.nodes, fresh)
    named = (getattr(decision, column) for column in NEEDS[decision.kind] if column != "value")
    for node in [node for node in named if not any(node in nodes for nodes in there)][:1]:
        what = "a fact of" if node in known.nodes else "in"
        yield f"{decision.where}: {_name(node)} is not {what} this dataset {_REMEDY}"


def _name(node: str) -> str:
    return node[1:-1].removeprefix(_ID[1:])


def _conflicts(decisions: list[Decision]) -> Iterator[tuple[str, str]]:
    """(where, why) for every decision that another one contradicts."""
    roots = merge_roots(decisions)
    joined = [replace(d, a=roots.get(d.a, d.a)) for d in decisions]
    yield from _opposed([d for d in decisions if d.kind in ("wrong", "right")], "is called both right and wrong")
    yield from _opposed([d for d in joined if d.kind == "label"], "is given two labels")
    yield from _merged_and_parted(decisions, roots)
    yield from _parted_and_kept(decisions)


def _opposed(decisions: list[Decision], why: str) -> Iterator[tuple[str, str]]:
    by_node: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_node[decision.a].append(decision)
    for node, rows in by_node.items():
        if len({(row.kind, row.value) for row in rows}) > 1:
            yield from ((row.where, f"{node[1:-1]} {why}; none of these rows is applied") for row in rows)


def _merged_and_parted(decisions: list[Decision], merged: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for row in (d for d in decisions if d.kind == "different"):
        root, other = merged.get(row.a, row.a), parted(row) if parts(row) else row.b
        if root == merged.get(other, other):
            why = "merges and parts the same things as another row; none of these rows is applied"
            yield row.where, why
            yield from ((d.where, why) for d in decisions if d.kind == "same" and merged.get(d.a, d.a) == root)


def _parted_and_kept(decisions: list[Decision]) -> Iterator[tuple[str, str]]:
    """A person is either the same in an article or another one."""
    by_pair: defaultdict[tuple[str, str], list[Decision]] = defaultdict(list)
    for row in decisions:
        if row.kind in ("same", "different") and is_in_article(row):
            by_pair[row.a, row.b].append(row)
    for (node, _), rows in by_pair.items():
        if len({row.kind for row in rows}) > 1:
            why = f"{node[1:-1]} is called both the same and another one in one article; none of these rows is applied"
            yield from ((row.where, why) for row in rows)


def merge_roots(decisions: Iterable[Decision]) -> dict[str, str]:
    """The node that each joined node becomes, whatever the order of the rows.

    "a is the same as b" makes b the name of both groups. Where a group has several such names, or goes in a circle,
    the last in order of keys is taken: a union before a body. A row that names a person and an article joins nothing:
    it says that the person is the same there.
    """
    rows = [d for d in decisions if d.kind == "same" and d.a != d.b and not is_in_article(d)]
    if not rows:
        return {}
    import networkx as nx  # takes a tenth of a second to load, for datasets that mostly join nothing

    given_up = {d.a for d in rows}
    graph = nx.Graph((d.a, d.b) for d in rows)
    return {node: _root(group, given_up) for group in nx.connected_components(graph) for node in sorted(group)}


def _root(group: set[str], given_up: set[str]) -> str:
    return max(group - given_up or group)

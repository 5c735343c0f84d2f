"""People's decisions applied to the quads of the articles: wrong facts go, same things become one, others part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from kgraph.dataset.ledger import Decision
from kgraph.dataset.nquads import escape, join, split
from kgraph.dataset.review import DERIVED_FROM, graph_of, merge_roots, parted, parts
from kgraph.dataset.spelling import ALTERNATIVE, PREFERRED, SEARCH
from kgraph.vietnamese import search_form
from kgraph.vocab import DATA, expand

_Quad: TypeAlias = tuple[str, str, str, str]
_PART_OF_EVENT: Final = f"<{expand('kgo:participationIn')}>"
_ARTICLE: Final = f"<{DATA}id/article/"
_OF_ALL: Final = (PREFERRED, ALTERNATIVE, SEARCH, DERIVED_FROM)
"""What every joined node hands on to the one that it becomes: its names and, of a fact, the words that state it."""


def apply(lines: Iterable[str], decisions: Iterable[Decision]) -> list[str]:
    """*lines* after the reviewed *decisions* wrong, different and same; labels come last, see `relabel`."""
    rows = tuple(decisions)
    quads = _without_wrong([split(line) for line in lines], {d.a for d in rows if d.kind == "wrong"})
    quads = _parted(quads, {(graph_of(d.b), d.a): parted(d) for d in rows if parts(d)})
    return [join(*quad) for quad in _joined(quads, merge_roots(rows))]


def relabel(lines: Iterable[str], decisions: Iterable[Decision]) -> list[str]:
    """*lines* with the Vietnamese label that a person decided on; the one it replaces becomes another name.

    The label of a joined thing is that of the one it was joined to.
    """
    rows = tuple(decisions)
    roots = merge_roots(rows)
    labels = {roots.get(d.a, d.a): d.value for d in rows if d.kind == "label"}
    if not labels:
        return list(lines)
    return [new for line in lines for new in _relabelled(line, labels)]


def _relabelled(line: str, labels: dict[str, str]) -> Iterator[str]:
    subject, predicate, term, graph = split(line)
    if subject not in labels or predicate not in (PREFERRED, SEARCH) or term.endswith("@en"):
        yield line
    elif predicate == SEARCH:
        yield join(subject, SEARCH, f'"{escape(search_form(labels[subject]))}"', graph)
        yield line
    else:
        yield join(subject, PREFERRED, f'"{escape(labels[subject])}"@vi', graph)
        if term != f'"{escape(labels[subject])}"@vi':
            yield join(subject, ALTERNATIVE, term, graph)


def _without_wrong(quads: list[_Quad], wrong: set[str]) -> list[_Quad]:
    """Without the *wrong* facts, the parts in wrong events, what names them, and whatever only they led to."""
    if not wrong:
        return quads
    wrong = wrong | {subject for subject, name, term, _ in quads if name == _PART_OF_EVENT and term in wrong}
    graphs = {graph for subject, _, _, graph in quads if subject in wrong}
    kept = [quad for quad in quads if quad[0] not in wrong and quad[2] not in wrong]
    reached = _reached([quad for quad in kept if quad[3] in graphs])
    return [quad for quad in kept if quad[3] not in graphs or (quad[3], quad[0]) in reached]


def _reached(quads: list[_Quad]) -> set[tuple[str, str]]:
    """(graph, node) of every article and fact, and of what they lead to inside their own graph."""
    objects: dict[tuple[str, str], set[str]] = {}
    for subject, _, term, graph in quads:
        objects.setdefault((graph, subject), set()).add(term)
    facts = {(graph, subject) for subject, name, _, graph in quads if name == DERIVED_FROM}
    todo = facts | {node for node in objects if node[1].startswith(_ARTICLE)}
    reached: set[tuple[str, str]] = set()
    while todo:
        reached |= todo
        found = {(graph, term) for graph, node in todo for term in objects.get((graph, node), ())}
        todo = (found & objects.keys()) - reached
    return reached


def _parted(quads: list[_Quad], fresh: dict[tuple[str, str], str]) -> list[_Quad]:
    """Every node of *fresh*, by graph and node, under its new name there."""
    return [(fresh.get((g, s), s), p, fresh.get((g, o), o), g) for s, p, o, g in quads] if fresh else quads


def _joined(quads: list[_Quad], roots: dict[str, str]) -> Iterator[_Quad]:
    """Every node under the name of its root; of a joined entity only the labels stay, as other names of the root."""
    roots = {node: root for node, root in roots.items() if node != root}
    facts = {quad[0] for quad in quads if quad[1] == DERIVED_FROM}
    spoken = _spoken(quads, roots)
    for subject, name, term, graph in quads:
        root = roots.get(subject, subject)
        if subject not in roots or name in _OF_ALL or (subject in facts and spoken[root, name] == subject):
            other = ALTERNATIVE if subject in roots and name == PREFERRED else name
            yield root, other, roots.get(term, term), graph


def _spoken(quads: list[_Quad], roots: dict[str, str]) -> dict[tuple[str, str], str]:
    """Which node of a group gives the value of each property: the root, else the first in order that has one.

    One event told by two articles has one date, although they may tell it to the day and to the month.
    """
    found: dict[tuple[str, str], str] = {}
    names = set(roots.values())
    for subject, name, _, _ in quads:
        root = roots.get(subject, subject)
        if root in names:
            found[root, name] = min(subject, found.get((root, name), subject), key=lambda node: (node != root, node))
    return found

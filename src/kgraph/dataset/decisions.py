"""People's decisions applied to the quads of the articles: wrong facts go, same things become one, others part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from kgraph.dataset.ledger import Decision
from kgraph.dataset.nquads import escape, join, split
from kgraph.dataset.review import DERIVED_FROM, merge_roots
from kgraph.dataset.spelling import ALTERNATIVE, PREFERRED, SEARCH
from kgraph.vietnamese import search_form
from kgraph.vocab import DATA, expand

_Quad: TypeAlias = tuple[str, str, str, str]
_PART_OF_EVENT: Final = f"<{expand('kgo:participationIn')}>"
_ARTICLE: Final = f"<{DATA}id/article/"


def apply(lines: Iterable[str], decisions: Iterable[Decision]) -> list[str]:
    """*lines* after the reviewed *decisions* wrong, different and same; labels come last, see `relabel`."""
    rows = tuple(decisions)
    quads = _without_wrong([split(line) for line in lines], {d.a for d in rows if d.kind == "wrong"})
    quads = _parted(quads, {_part(d) for d in rows if d.kind == "different" and d.b.startswith(_ARTICLE)})
    return [join(*quad) for quad in _joined(quads, merge_roots(rows))]


def relabel(lines: Iterable[str], decisions: Iterable[Decision]) -> list[str]:
    """*lines* with the Vietnamese label that a person decided on; the one it replaces becomes another name."""
    labels = {d.a: d.value for d in decisions if d.kind == "label"}
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


def _part(decision: Decision) -> tuple[str, str, str]:
    """The node, the graph of the article in which it is another one, and the node it becomes there."""
    article = decision.b[len(_ARTICLE) : -1]
    return decision.a, f"<{DATA}graph/article/{article}>", f"{decision.a[:-1]}.{article}>"


def _parted(quads: list[_Quad], parts: set[tuple[str, str, str]]) -> list[_Quad]:
    fresh = {(graph, node): new for node, graph, new in parts}
    return [(fresh.get((g, s), s), p, fresh.get((g, o), o), g) for s, p, o, g in quads] if fresh else quads


def _joined(quads: list[_Quad], roots: dict[str, str]) -> Iterator[_Quad]:
    """Every node under the name of its root; of a joined entity only the labels stay, as other names of the root."""
    roots = {node: root for node, root in roots.items() if node != root}
    facts = {quad[0] for quad in quads if quad[1] == DERIVED_FROM}
    for subject, name, term, graph in quads:
        kept = subject not in roots or subject in facts or name in (PREFERRED, ALTERNATIVE, SEARCH)
        if kept:
            other = ALTERNATIVE if subject in roots and name == PREFERRED else name
            yield roots.get(subject, subject), other, roots.get(term, term), graph

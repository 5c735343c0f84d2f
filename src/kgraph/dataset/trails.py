"""Which triples the answer about a node depends on, as trails that lead from the node to them.

`affected` follows them backwards, from triples that changed to the nodes whose answer may differ; `surroundings`
follows them forwards, from nodes to all that has to be known to answer. What is asked, by a query or by a shape, is
asked again of few nodes in a small store and not of the whole dataset.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

import pyoxigraph as ox

from kgraph.dataset.reader import OxTerm

Node: TypeAlias = ox.NamedNode | ox.BlankNode
_NODES: Final = (ox.NamedNode, ox.BlankNode)


class Step(NamedTuple):
    """Over a triple with the IRI *predicate*: from its subject to its object, or back."""

    predicate: str
    forward: bool = True

    @property
    def back(self) -> Step:
        """The same triple the other way."""
        return Step(self.predicate, not self.forward)


Trail: TypeAlias = tuple[Step, ...]
"""From a node over triples to the last, which is what is asked for."""


class NoTrailsError(Exception):
    """A query that asks for more than trails can tell: a variable predicate, or a path of any length."""


class Made(NamedTuple):
    """What a CONSTRUCT query makes: triples of one *predicate*, whose subject *trails* start from, if they can tell.

    *reads* are the predicates that it looks at.
    """

    predicate: str
    trails: frozenset[Trail] | None
    reads: frozenset[str]


def affected(store: ox.Store, triples: Iterable[ox.Triple], trails: Iterable[Trail]) -> set[Node]:
    """The nodes of *store* from which one of *trails* leads, or led, over one of the *triples* that came or went.

    A trail that is broken in two places is found by the one nearer to the node.
    """
    over = _by_predicate(trails)
    ends = {
        (end, trail[:-1])
        for triple in triples
        for trail in over[triple.predicate.value]
        if isinstance(end := triple.subject if trail[-1].forward else triple.object, _NODES)
    }
    return {node for end, trail in ends for node in _back(store, end, trail)}


def _by_predicate(trails: Iterable[Trail]) -> defaultdict[str, set[Trail]]:
    """All beginnings of *trails* by the predicate of their last step."""
    found: defaultdict[str, set[Trail]] = defaultdict(set)
    for trail in trails:
        for length in range(1, len(trail) + 1):
            found[trail[length - 1].predicate].add(trail[:length])
    return found


def _back(store: ox.Store, end: Node, trail: Trail) -> Iterable[Node]:
    nodes = {end}
    for step in reversed(trail):
        nodes = {n for node in nodes for n in _over(store, node, step.back)}
    return nodes


def _over(store: ox.Store, node: Node, step: Step) -> Iterator[Node]:
    for triple in _triples(store, node, step):
        end = triple.object if step.forward else triple.subject
        if isinstance(end, _NODES):
            yield end


def _triples(store: ox.Store, node: OxTerm, step: Step) -> Iterator[ox.Triple]:
    ends = (node, None) if step.forward else (None, node)
    if step.forward or isinstance(node, _NODES):
        for quad in store.quads_for_pattern(ends[0], ox.NamedNode(step.predicate), ends[1]):  # type: ignore[arg-type]
            yield quad.triple


Hubs: TypeAlias = dict[Node, frozenset[ox.Triple]]
"""What was read of nodes that very many graphs describe in the same words, such as the Prime Minister's office."""
_OFTEN: Final = 50
"""Quads of a node from which on it is worth remembering that they are few triples."""


def surroundings(
    store: ox.Store, nodes: Collection[Node], trails: Iterable[Trail], hubs: Hubs | None = None
) -> set[ox.Triple]:
    """The triples of *store*, whatever their graph, that *trails* lead over from *nodes*.

    *hubs* is filled, for the next time that they are passed in the same store.
    """
    found: set[ox.Triple] = set()
    _follow(_Seen(store, {} if hubs is None else hubs), frozenset(nodes), frozenset(trails), found)
    return found


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is read of *store*, its *hubs* once."""

    store: ox.Store
    hubs: Hubs

    def from_(self, node: Node) -> Iterable[ox.Triple]:
        """The triples of which *node* is the subject; some may come twice."""
        if node in self.hubs:
            return self.hubs[node]
        triples = [quad.triple for quad in self.store.quads_for_pattern(node, None, None)]
        if len(triples) > _OFTEN:
            self.hubs[node] = frozenset(triples)
        return triples

    def taken(self, nodes: Collection[Node], steps: Collection[Step]) -> dict[Step, set[ox.Triple]]:
        """The triples over which each of *steps* leads from *nodes*, where there are any.

        The triples of a node are read once for all steps forward; how many lead to it, nobody knows.
        """
        forward = {step.predicate: step for step in steps if step.forward}
        backward = [step for step in steps if not step.forward]
        found: defaultdict[Step, set[ox.Triple]] = defaultdict(set)
        for node in nodes:
            for triple in self.from_(node) if forward else ():
                if step := forward.get(triple.predicate.value):
                    found[step].add(triple)
            for step in backward:
                if triples := set(_triples(self.store, node, step)):
                    found[step] |= triples
        return found


def _follow(seen: _Seen, nodes: Collection[Node], trails: Collection[Trail], found: set[ox.Triple]) -> None:
    """Add to *found* the triples over which *trails* lead from *nodes*, all nodes of one step together."""
    onward: defaultdict[Step, set[Trail]] = defaultdict(set)
    for trail in trails:
        onward[trail[0]].add(trail[1:])
    for step, triples in seen.taken(nodes, onward.keys()).items():
        found |= triples
        left = {trail for trail in onward[step] if trail}
        ends = {t.object if step.forward else t.subject for t in triples}
        if left:
            _follow(seen, {end for end in ends if isinstance(end, _NODES)}, left, found)

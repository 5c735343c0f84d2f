"""A dataset taken portion by portion: what one article alone speaks of is seen without looking at the others.

What trails see from a node that one article alone names stands in the graph of this article, in the shortcuts derived
from it, and around the common nodes that the trails come to. So a portion is a small store in memory, whatever the size
of the dataset, and portions can be worked on beside each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

from kgraph.dataset.canonical import triple_of
from kgraph.dataset.inventory import Inventory
from kgraph.dataset.reader import OxTerm
from kgraph.dataset.trails import Hubs, Node, Step, Trail, surroundings
from kgraph.vocab import DATA, graph_iri

_ID: Final = f"<{DATA}id/".encode()
_ARTICLE: Final = graph_iri("article", "")
_DERIVED: Final = ox.NamedNode(graph_iri("derived"))


def common_nodes(store: ox.Store, inventory: Inventory) -> list[str]:
    """The nodes that more than one graph of *store* may speak of, as N-Triples has them; sorted."""
    shared = (g for g in store.named_graphs() if isinstance(g, ox.NamedNode) and not g.value.startswith(_ARTICLE))
    decided = (ox.NamedNode(_ARTICLE + key) for key in inventory.decided())
    graphs = (graph for graph in chain(shared, decided) if graph != _DERIVED)
    return sorted({*inventory.common(), *(node for graph in graphs for node in _ends_in(store, graph))})


def _ends_in(store: ox.Store, graph: ox.NamedNode) -> Iterator[str]:
    for quad in store.quads_for_pattern(None, None, None, graph):
        yield from (str(end) for end in (quad.subject, quad.object) if not isinstance(end, ox.Literal))


class Arrival(NamedTuple):
    """A common *node* of a portion, and the *step* that leads to it from one that the portion alone speaks of."""

    node: bytes
    step: Step


@dataclass(frozen=True, slots=True)
class Portion:
    """The graphs of some articles: their triples as a *text* of N-Triples, and the *nodes* that they alone speak of.

    *own* are those of *nodes* that are subjects, all as N-Triples has them, and *arrivals* the ways to common nodes.
    """

    text: bytes
    nodes: frozenset[bytes]
    own: frozenset[bytes]
    arrivals: frozenset[Arrival]


@dataclass(frozen=True, slots=True)
class Sight:
    """A dataset in which what lies around some *nodes*, as N-Triples has them, is looked up *near*, in a small store.

    That is much faster than *afar*, in the store of the whole on disk. *near* holds all triples of *nodes*.
    """

    near: ox.Store
    afar: ox.Store
    nodes: frozenset[bytes]

    def quads_for_pattern(
        self, subject: Node | ox.Triple | None, predicate: ox.NamedNode | None, end: OxTerm | None, /
    ) -> Iterator[ox.Quad]:
        """As `ox.Store.quads_for_pattern`; quads of *nodes* are without their graphs."""
        is_near = str(subject).encode() in self.nodes or str(end).encode() in self.nodes
        return (self.near if is_near else self.afar).quads_for_pattern(subject, predicate, end)


@dataclass(frozen=True)
class Portions:
    """The *store* of a dataset with the *common* nodes of its graphs, as N-Triples has them.

    What was seen behind arrivals is *known*, by the trails that were followed, and what was read of *hubs*.
    """

    store: ox.Store
    common: frozenset[bytes]
    known: dict[frozenset[Trail], dict[Arrival, set[ox.Triple]]] = field(default_factory=dict)
    hubs: Hubs = field(default_factory=dict)

    def read(self, quads: Path) -> Portion:
        """The portion that the N-Quads file *quads* holds: the graphs of some articles, each whole."""
        triples = [triple_of(line) for line in quads.read_bytes().splitlines()]
        parts = [triple.split(b" ", 2) for triple in triples]
        own = frozenset(filter(self._is_own, {subject for subject, _, _ in parts}))
        nodes = own.union(filter(self._is_own, {end for _, _, end in parts}))
        return Portion(b" .\n".join([*triples, b""]), nodes, own, frozenset(_arrivals(parts, nodes)))

    def near(self, portion: Portion, trails: frozenset[Trail]) -> ox.Store:
        """All that *trails* see from the own nodes of *portion*, in the default graph of a store."""
        derived = [triple for node in portion.nodes & self._shortcuts.keys() for triple in self._shortcuts[node]]
        parts = [[str(term).encode() for term in triple] for triple in derived]
        arrivals = portion.arrivals.union(_arrivals(parts, portion.nodes))
        found = ox.Store()
        found.bulk_load(input=portion.text, format=ox.RdfFormat.N_TRIPLES)
        found.bulk_extend(ox.Quad(*triple) for triple in chain(derived, self._behind(arrivals, trails)))
        return found

    def _is_own(self, node: bytes) -> bool:
        return node.startswith(_ID) and node not in self.common

    def _behind(self, arrivals: Iterable[Arrival], trails: frozenset[Trail]) -> Iterator[ox.Triple]:
        """What is left of *trails* to be seen from each of *arrivals*."""
        known, rests = self.known.setdefault(trails, {}), _rests(trails)
        for arrival in arrivals:
            if arrival not in known:
                nodes = [node_of(arrival.node.decode())]
                known[arrival] = surroundings(self.store, nodes, rests.get(arrival.step, ()), self.hubs)
            yield from known[arrival]

    @cached_property
    def _shortcuts(self) -> dict[bytes, list[ox.Triple]]:
        """The derived triples of nodes that are not common, by their ends."""
        found: defaultdict[bytes, list[ox.Triple]] = defaultdict(list)
        for quad in self.store.quads_for_pattern(None, None, None, _DERIVED):
            for end in filter(self._is_own, (str(quad.subject).encode(), str(quad.object).encode())):
                found[end].append(quad.triple)
        return found


def _arrivals(parts: Iterable[Sequence[bytes]], nodes: frozenset[bytes]) -> Iterator[Arrival]:
    """Where subject, predicate and object of *parts* lead from *nodes* to others."""
    links = (part for part in parts if part[2].startswith(b"<"))
    for subject, predicate, end in links:
        if (forward := subject in nodes) != (end in nodes):
            yield Arrival(end if forward else subject, _step(predicate, forward=forward))


@lru_cache(maxsize=4)
def _rests(trails: frozenset[Trail]) -> dict[Step, set[Trail]]:
    """What is left of *trails* behind each of their steps."""
    found: defaultdict[Step, set[Trail]] = defaultdict(set)
    for trail in trails:
        for place, step in enumerate(trail[:-1]):
            found[step].add(trail[place + 1 :])
    return found


@lru_cache(maxsize=1024)
def _step(predicate: bytes, *, forward: bool) -> Step:
    """The step over the predicate that N-Triples writes as *predicate*."""
    return Step(predicate[1:-1].decode(), forward)


def node_of(text: str) -> Node:
    """The node that N-Triples writes as *text*."""
    return ox.BlankNode(text[2:]) if text.startswith("_:") else ox.NamedNode(text[1:-1])

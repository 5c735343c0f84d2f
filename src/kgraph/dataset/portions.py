"""A dataset taken portion by portion: what one article alone speaks of is seen without looking at the others.

What trails see from a node that one article alone names stands in the graph of this article, in the shortcuts derived
from it, and around the common nodes that the trails come to. So a portion is a small store in memory, whatever the size
of the dataset, and portions can be worked on beside each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.inventory import Inventory
from kgraph.dataset.trails import Hubs, Node, Trail, surroundings
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


@dataclass(frozen=True, slots=True)
class Portion:
    """The graphs of some articles: their triples as a *text* of N-Triples, the *subjects* and all *nodes* in them."""

    text: bytes
    subjects: frozenset[bytes]
    nodes: frozenset[bytes]

    @classmethod
    def of(cls, quads: Path) -> Portion:
        """What the N-Quads file *quads* holds: the graphs of some articles, each whole."""
        triples = [line.rsplit(b" ", 2)[0] for line in quads.read_bytes().splitlines()]
        parts = [triple.split(b" ", 2) for triple in triples]
        subjects = frozenset(subject for subject, _, _ in parts)
        nodes = subjects.union(end for _, _, end in parts if not end.startswith(b'"'))
        return cls(b" .\n".join([*triples, b""]), subjects, nodes)


@dataclass(frozen=True)
class Portions:
    """The *store* of a dataset with the *common* nodes of its graphs, as N-Triples has them.

    What was read of these is *known*, by the trails that were followed, and what was read of *hubs*.
    """

    store: ox.Store
    common: frozenset[bytes]
    known: dict[frozenset[Trail], dict[bytes, set[ox.Triple]]] = field(default_factory=dict)
    hubs: Hubs = field(default_factory=dict)

    def own(self, portion: Portion) -> frozenset[bytes]:
        """The subjects of *portion* that are spoken of there alone."""
        return frozenset(filter(self._is_own, portion.subjects))

    def near(self, portion: Portion, trails: frozenset[Trail]) -> ox.Store:
        """All that *trails* see from the own subjects of *portion*, in the default graph of a store."""
        around = chain(self._around(portion.nodes, trails), self._derived(portion.subjects))
        found = ox.Store()
        found.bulk_load(input=portion.text, format=ox.RdfFormat.N_TRIPLES)
        found.bulk_extend(ox.Quad(*triple) for triple in around)
        return found

    def _is_own(self, node: bytes) -> bool:
        return node.startswith(_ID) and node not in self.common

    def _around(self, nodes: Iterable[bytes], trails: frozenset[Trail]) -> Iterator[ox.Triple]:
        """What is left of *trails* to be seen from those of *nodes* that others speak of too."""
        known = self.known.setdefault(trails, {})
        onward = frozenset(trail[start:] for trail in trails for start in range(1, len(trail)))
        for node in nodes:
            if not self._is_own(node):
                if node not in known:
                    known[node] = surroundings(self.store, [node_of(node.decode())], onward, self.hubs)
                yield from known[node]

    def _derived(self, nodes: frozenset[bytes]) -> Iterator[ox.Triple]:
        for node in nodes & self._shortcuts.keys():
            yield from self._shortcuts[node]

    @cached_property
    def _shortcuts(self) -> dict[bytes, list[ox.Triple]]:
        """The derived triples of nodes that are not common, by their ends."""
        found: defaultdict[bytes, list[ox.Triple]] = defaultdict(list)
        for quad in self.store.quads_for_pattern(None, None, None, _DERIVED):
            for end in filter(self._is_own, (str(quad.subject).encode(), str(quad.object).encode())):
                found[end].append(quad.triple)
        return found


def node_of(text: str) -> Node:
    """The node that N-Triples writes as *text*."""
    return ox.BlankNode(text[2:]) if text.startswith("_:") else ox.NamedNode(text[1:-1])

"""What a build changes in a store: quads that go and quads that come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass

import pyoxigraph as ox

from kgraph.dataset.nquads import TYPED
from kgraph.dataset.store import in_memory
from kgraph.vocab import graph_iri


@dataclass(frozen=True, slots=True)
class Difference:
    """Quads *removed* from a store and *added* to it; none is in both."""

    removed: frozenset[ox.Quad]
    added: frozenset[ox.Quad]

    @property
    def quads(self) -> frozenset[ox.Quad]:
        """All that changes."""
        return self.removed | self.added


def together(differences: Iterable[Difference]) -> Difference:
    """*differences* of different graphs as one."""
    every = tuple(differences)
    return Difference(
        frozenset().union(*(one.removed for one in every)), frozenset().union(*(one.added for one in every))
    )


def replace_graph(store: ox.Store, name: str, lines: Iterable[str]) -> Difference:
    """Make the N-Quads *lines* the content of the graph *name* ("registry", "article/…") of *store*."""
    before = frozenset(store.quads_for_pattern(None, None, None, ox.NamedNode(graph_iri(*name.split("/")))))
    now = frozenset(in_memory(lines))  # a store writes numbers in its own way ("1.00" as "1"), which a parser does not
    return exchange(store, before, now)


def replace_lines(store: ox.Store, name: str, before: Set[str], lines: Iterable[str]) -> Difference:
    """As `replace_graph` does, where the graph was made of the lines *before*, or of unknown ones if none.

    Only lines that differ become quads. Where one has a number or the like, all do: two lines may be one quad.
    """
    now = frozenset(lines)
    differing = before ^ now
    if not before or any(TYPED in line for line in differing):
        return replace_graph(store, name, now)
    return exchange(store, frozenset(in_memory(before & differing)), frozenset(in_memory(now & differing)))


def exchange(store: ox.Store, before: Set[ox.Quad], now: Set[ox.Quad]) -> Difference:
    """Put *now* into *store* in place of *before*, which is all there, and tell what differs."""
    found = Difference(frozenset(before - now), frozenset(now - before))
    for quad in found.removed:
        store.remove(quad)
    store.extend(found.added)
    return found


def growth(store: ox.Store, difference: Difference) -> int:
    """How many more triples *store* has, whatever their graph, than before *difference* was put into it."""
    gone: defaultdict[ox.Triple, set[ox.Quad]] = defaultdict(set)
    for quad in difference.removed:
        gone[quad.triple].add(quad)
    grown = 0
    for triple in {quad.triple for quad in difference.quads}:
        now = set(store.quads_for_pattern(*triple))
        grown += bool(now) - bool((now - difference.added) | gone[triple])
    return grown

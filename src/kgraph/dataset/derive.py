"""Shortcuts for queries, made from the facts by CONSTRUCT rules: one ``ontology/rules/*.rq`` file each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.difference import Difference, exchange
from kgraph.dataset.near import near
from kgraph.dataset.query_trails import Made, NoTrailsError, construct_trails
from kgraph.dataset.trails import affected
from kgraph.errors import QueryError
from kgraph.resources import entries
from kgraph.vocab import graph_iri

_GRAPH: Final = ox.NamedNode(graph_iri("derived"))


@dataclass(frozen=True, slots=True)
class Rule:
    """The CONSTRUCT query *text* of the file *name*."""

    name: str
    text: str

    def triples(self, store: ox.Store) -> Iterator[ox.Triple]:
        """What the rule makes of *store*. Raises QueryError where it is no valid CONSTRUCT."""
        try:
            result = store.query(self.text, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise QueryError(f"ontology/rules/{self.name}: not valid SPARQL 1.1: {error}") from error
        if not isinstance(result, ox.QueryTriples):
            raise QueryError(f"ontology/rules/{self.name}: not a CONSTRUCT")
        yield from result


def derived_lines(store: ox.Store) -> Iterator[str]:
    """What the graph ``derived`` of *store* has to hold, as N-Quads lines; one may come twice.

    Raises QueryError naming the rule that is no valid CONSTRUCT.
    """
    return (f"{quad} ." for quad in _made(store))


def _made(store: ox.Store) -> Iterator[ox.Quad]:
    return (_quad(triple) for rule in _rules() for triple in rule.triples(store))


def derive_again(store: ox.Store, change: Difference) -> Difference:
    """Bring the graph ``derived`` of *store* up to date with the *change* that was put into it, and tell what differs.

    The rules are asked again of the nodes that the change concerns. Raises QueryError as `derived_lines` does.
    """
    made = made_by_rules()
    if made is None:
        return _all_again(store)
    before: set[ox.Quad] = set()
    now: set[ox.Quad] = set()
    for rule, one in made.items():
        gone, come = _again(rule, one, store, change)
        before |= gone
        now |= come
    return exchange(store, before, now)


def _all_again(store: ox.Store) -> Difference:
    """As `derive_again`, of the whole store; the rules must not see what they made before."""
    before = set(store.quads_for_pattern(None, None, None, _GRAPH))
    store.remove_graph(_GRAPH)
    now = set(_made(store))
    store.extend(before)
    return exchange(store, before, now)


def _again(rule: Rule, made: Made, store: ox.Store, change: Difference) -> tuple[set[ox.Quad], set[ox.Quad]]:
    """What *rule* made before of the nodes that *change* concerns, and what it makes of them now."""
    predicate = ox.NamedNode(made.predicate)
    if made.reads.isdisjoint(quad.predicate.value for quad in change.quads):
        return set(), set()
    if made.trails is None:
        return set(store.quads_for_pattern(None, predicate, None, _GRAPH)), set(map(_quad, rule.triples(store)))
    nodes = affected(store, (quad.triple for quad in change.quads), made.trails)
    gone = {quad for node in nodes for quad in store.quads_for_pattern(node, predicate, None, _GRAPH)}
    found = map(_quad, rule.triples(near(store, nodes, made.trails).store))
    return gone, {quad for quad in found if quad.subject in nodes}


@lru_cache(maxsize=1)
def made_by_rules() -> dict[Rule, Made] | None:
    """The rules with what they make; None where one cannot be told from another, or reads what another makes."""
    try:
        made = {rule: construct_trails(rule.text) for rule in _rules()}
    except NoTrailsError:
        return None
    names = {one.predicate for one in made.values()}
    apart = len(names) == len(made) and all(one.reads.isdisjoint(names) for one in made.values())
    return made if apart else None


def _rules() -> list[Rule]:
    return [Rule(rule.name, rule.read_text(encoding="utf-8")) for rule in entries("ontology/rules", ".rq")]


def _quad(triple: ox.Triple) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, _GRAPH)

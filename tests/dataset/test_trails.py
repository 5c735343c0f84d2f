"""Trails lead from a node to what is asked of it, and back from a change to the nodes concerned."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kgraph.dataset.query_trails import NoTrailsError, construct_trails, query_trails, trails_from_all
from kgraph.dataset.trails import Step, Trail, affected, surroundings


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"urn:{name}")


def triple(text: str) -> ox.Triple:
    one, predicate, other = text.split()
    return ox.Triple(node(one), node(predicate), node(other))


def store(*texts: str) -> ox.Store:
    found = ox.Store()
    found.extend(ox.Quad(*map(node, text.split()), node("g")) for text in texts)
    return found


def trail(text: str) -> Trail:
    """Steps as SPARQL writes them: "p/^q"."""
    return tuple(Step(f"urn:{step.removeprefix('^')}", not step.startswith("^")) for step in text.split("/"))


@pytest.mark.parametrize("change", ["a p b", "b q c", "x r c"])
def test_a_change_anywhere_on_a_trail_is_followed_back(change: str) -> None:
    """Also where it was taken out of the store: what lies before it is still there."""
    there = {"a p b", "b q c", "x r c", "other p y", "y q z"} - {change}
    assert affected(store(*there), [triple(change)], [trail("p/q/^r")]) == {node("a")}


def test_surroundings_are_all_that_trails_lead_over() -> None:
    found = surroundings(store("a p b", "b q c", "x r c", "b s d", "other p y"), {node("a")}, [trail("p/q/^r")])
    assert found == {triple("a p b"), triple("b q c"), triple("x r c")}


@pytest.mark.parametrize(
    ("patterns", "trails"),
    [
        ("?this <urn:p> ?x . ?x <urn:q> ?y", {"p", "p/q"}),
        ("?x <urn:p> ?this", {"^p"}),
        ("?this <urn:p>/<urn:q> ?x", {"p", "p/q"}),
        ("?this <urn:p>|^<urn:q> ?x . ?x <urn:r> 1", {"p", "p/r", "^q", "^q/r"}),
        ("?this <urn:p> ?x FILTER NOT EXISTS { ?x <urn:q> ?y . ?y <urn:r> ?z }", {"p", "p/q", "p/q/r"}),
        ("?this <urn:p> <urn:c> . ?x <urn:q> <urn:c> . ?this <urn:r> ?x", {"p", "r", "r/q"}),
        ("?this <urn:p> ?x OPTIONAL { ?this <urn:q> ?y } OPTIONAL { ?x <urn:r> ?y }", {"p", "q", "p/r"}),
        ("{ SELECT ?this { ?this <urn:p> ?x } } ?this <urn:q> ?y", {"p", "q"}),
    ],
)
def test_trails_of_a_query(patterns: str, trails: set[str]) -> None:
    assert query_trails(f"SELECT ?this {{ {patterns} }}", "this") == set(map(trail, trails))


@pytest.mark.parametrize(
    "patterns", ["?this ?p ?x", "?this <urn:p>+ ?x", "?this <urn:p> ?x . ?y <urn:q> ?z", "?x <urn:p> ?y"]
)
def test_what_trails_cannot_tell(patterns: str) -> None:
    with pytest.raises(NoTrailsError):
        query_trails(f"SELECT ?this {{ {patterns} }}", "this")


def test_a_part_that_need_not_be_there_is_a_way_for_its_own_alone() -> None:
    select = "SELECT * { ?this <urn:p> ?x OPTIONAL { ?this <urn:q> ?y } ?y <urn:r> ?z }"
    with pytest.raises(NoTrailsError):
        query_trails(select, "this")
    optional = "SELECT * { ?fact <urn:p> ?x OPTIONAL { ?fact <urn:q> ?owner } }"
    assert trails_from_all(optional) >= set(map(trail, ["^q", "^q/p", "^p", "^p/q", "p", "q"]))


def test_what_a_rule_makes() -> None:
    made = construct_trails("CONSTRUCT { ?a <urn:m> ?b } WHERE { ?x <urn:p> ?a ; <urn:q>+ ?b }")
    assert (made.predicate, made.trails, made.reads) == ("urn:m", None, {"urn:p", "urn:q"})

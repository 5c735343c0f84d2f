"""What every shape file must keep to, so that severities, messages and engines mean what they say."""

from __future__ import annotations

import re

import pytest
import rdflib
from rdflib.namespace import RDF, RDFS, SH

from kgraph.dataset.shipped import resource_triples
from kgraph.resources import entries
from kgraph.validation.rdf import rdflib_graph
from kgraph.vocab import PREFIXES, expand

GRAPH = rdflib_graph(resource_triples("shapes"))
NODES = sorted(n for n in GRAPH.subjects(RDF.type, SH.NodeShape) if isinstance(n, rdflib.URIRef))
ADVICE = rdflib.URIRef(expand("kgo:advice"))


def languages(node: rdflib.term.Node, predicate: rdflib.URIRef) -> list[str | None]:
    return sorted(str(o.language) for o in GRAPH.objects(node, predicate) if isinstance(o, rdflib.Literal))


@pytest.mark.parametrize("node", NODES)
def test_shape_is_labelled_and_advises_in_both_languages(node: rdflib.URIRef) -> None:
    assert languages(node, RDFS.label) == ["en", "vi"]
    assert languages(node, ADVICE) == ["en", "vi"]


@pytest.mark.parametrize("node", NODES)
def test_severity_is_on_the_shape_and_its_properties_agree(node: rdflib.URIRef) -> None:
    severities = {GRAPH.value(n, SH.severity) for n in [node, *GRAPH.objects(node, SH.property)]}
    assert severities <= {SH.Violation, SH.Warning, SH.Info}
    assert len(severities) == 1


def test_no_severity_on_sparql_constraints_where_shacl_ignores_it() -> None:
    assert [c for c in GRAPH.objects(None, SH.sparql) if (c, SH.severity, None) in GRAPH] == []


@pytest.mark.parametrize("node", NODES)
def test_every_constraint_has_a_message_in_both_languages(node: rdflib.URIRef) -> None:
    parts = [*GRAPH.objects(node, SH.property), *GRAPH.objects(node, SH.sparql)]
    assert all(languages(p, SH.message) == ["en", "vi"] for p in parts)
    assert parts or languages(node, SH.message) == ["en", "vi"]


def test_sparql_constraints_stand_on_node_shapes_and_project_what_results_need() -> None:
    owners = set(GRAPH.subjects(SH.sparql))
    assert owners
    assert owners <= set(NODES)
    for constraint in GRAPH.objects(None, SH.sparql):
        head = str(GRAPH.value(constraint, SH.select)).split("WHERE")[0]
        assert {"$this", "?value"} <= set(head.split())


def test_sparql_constraints_avoid_what_pre_binding_forbids() -> None:
    text = " ".join(str(s) for s in GRAPH.objects(None, SH.select)).upper()
    assert re.findall(r"\b(?:MINUS|VALUES|SERVICE|GRAPH)\b", text) == []


def test_targets_are_classes_or_properties_that_both_runners_know() -> None:
    used = {p for p in GRAPH.predicates() if str(p).startswith(str(SH) + "target")}
    assert used == {SH.targetClass, SH.targetSubjectsOf}


def test_declared_prefixes_are_those_of_the_program() -> None:
    declarations = list(GRAPH.objects(None, SH.declare))
    declared = {str(GRAPH.value(d, SH.prefix)): str(GRAPH.value(d, SH.namespace)) for d in declarations}
    assert declared
    assert {name: PREFIXES[name] for name in declared} == declared


def test_one_file_holds_less_than_a_screenful_of_shapes() -> None:
    sizes = {e.name: e.read_text(encoding="utf-8").count(" a sh:NodeShape") for e in entries("shapes", ".ttl")}
    assert {name: n for name, n in sizes.items() if n > 7} == {}

"""The ontology documents itself in both languages and keeps its own rules."""

from __future__ import annotations

from collections import Counter

import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SDO, SKOS, VANN
from rdflib.term import Node

from kgraph.dataset.shipped import resource_triples
from kgraph.resources import entries, read
from kgraph.validation.rdf import rdflib_graph

KGO = rdflib.Namespace("https://w3id.org/kgraph/ont#")
KGS = rdflib.Namespace("https://w3id.org/kgraph/scheme/")
ONT = rdflib.URIRef("https://w3id.org/kgraph/ont")
GRAPH = rdflib_graph(resource_triples("ontology"))
TERMS = sorted({s for s in GRAPH.subjects(RDF.type) if isinstance(s, rdflib.URIRef) and s in KGO})
CONCEPTS = sorted(s for s in GRAPH.subjects(RDF.type, SKOS.Concept) if isinstance(s, rdflib.URIRef))
SCHEMES = sorted(s for s in GRAPH.subjects(RDF.type, SKOS.ConceptScheme) if isinstance(s, rdflib.URIRef))
PROPERTIES = [t for t in TERMS if {OWL.ObjectProperty, OWL.DatatypeProperty} & set(GRAPH.objects(t, RDF.type))]


def texts(node: Node, predicate: rdflib.URIRef) -> dict[str | None, list[str]]:
    found: dict[str | None, list[str]] = {}
    for o in GRAPH.objects(node, predicate):
        assert isinstance(o, rdflib.Literal)
        found.setdefault(o.language, []).append(str(o))
    return found


def once_in_both_languages(node: Node, predicate: rdflib.URIRef) -> bool:
    found = texts(node, predicate)
    return set(found) == {"vi", "en"} and all(len(t) == 1 and t[0].strip() == t[0] != "" for t in found.values())


@pytest.mark.parametrize("term", TERMS)
def test_term_is_documented(term: rdflib.URIRef) -> None:
    assert once_in_both_languages(term, RDFS.label)
    assert once_in_both_languages(term, SKOS.definition)
    assert texts(term, SKOS.example)
    assert (term, RDFS.isDefinedBy, ONT) in GRAPH


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_two_terms_share_a_label(lang: str) -> None:
    labels = Counter(label for term in TERMS for label in texts(term, RDFS.label)[lang])
    assert [label for label, n in labels.items() if n > 1] == []


@pytest.mark.parametrize("name", PROPERTIES)
def test_property_says_where_it_is_used_without_inference(name: rdflib.URIRef) -> None:
    subjects, values = list(GRAPH.objects(name, SDO.domainIncludes)), list(GRAPH.objects(name, SDO.rangeIncludes))
    assert subjects
    assert values
    own = {t for t in subjects + values if isinstance(t, rdflib.URIRef) and t in KGO}
    assert all((t, RDF.type, OWL.Class) in GRAPH for t in own)


def test_no_domain_or_range_that_a_reasoner_would_act_on() -> None:
    assert list(GRAPH.subject_objects(RDFS.domain)) == []
    assert list(GRAPH.subject_objects(RDFS.range)) == []


def test_every_class_has_a_parent() -> None:
    classes = [c for c in GRAPH.subjects(RDF.type, OWL.Class) if isinstance(c, rdflib.URIRef) and c in KGO]
    assert classes
    assert [c for c in classes if GRAPH.value(c, RDFS.subClassOf) is None] == []


def test_no_class_lies_in_two_disjoint_ones() -> None:
    pairs = list(GRAPH.subject_objects(OWL.disjointWith))
    assert len(pairs) == 21
    for cls in set(GRAPH.subjects(RDF.type, OWL.Class)):
        above = set(GRAPH.transitive_objects(cls, RDFS.subClassOf))
        assert not any(a in above and b in above for a, b in pairs)


def test_header() -> None:
    assert GRAPH.value(ONT, OWL.versionIRI) == rdflib.URIRef("https://w3id.org/kgraph/ont/0.1.0")
    assert once_in_both_languages(ONT, DCTERMS.title)
    assert once_in_both_languages(ONT, DCTERMS.description)
    assert str(GRAPH.value(ONT, DCTERMS.creator)) == "The kgraph authors"
    assert GRAPH.value(ONT, DCTERMS.license) is not None
    assert str(GRAPH.value(ONT, VANN.preferredNamespacePrefix)) == "kgo"
    assert str(GRAPH.value(ONT, VANN.preferredNamespaceUri)) == str(KGO)


@pytest.mark.parametrize("concept", CONCEPTS)
def test_concept_is_in_a_declared_scheme_with_labels_and_one_notation(concept: rdflib.URIRef) -> None:
    schemes = set(GRAPH.objects(concept, SKOS.inScheme))
    assert schemes
    assert schemes <= set(SCHEMES)
    assert once_in_both_languages(concept, SKOS.prefLabel)
    assert len(list(GRAPH.objects(concept, SKOS.notation))) == 1


@pytest.mark.parametrize("scheme", SCHEMES)
def test_scheme_is_documented_and_its_labels_and_notations_are_distinct(scheme: rdflib.URIRef) -> None:
    members = list(GRAPH.subjects(SKOS.inScheme, scheme))
    assert len(members) > 1
    assert once_in_both_languages(scheme, SKOS.prefLabel)
    assert once_in_both_languages(scheme, SKOS.definition)
    for predicate in (SKOS.prefLabel, SKOS.notation):
        assert max(Counter(o for m in members for o in GRAPH.objects(m, predicate)).values()) == 1


def test_every_unit_says_whether_it_counts() -> None:
    units = list(GRAPH.subjects(SKOS.inScheme, KGS.units))
    assert all(isinstance(GRAPH.value(u, KGO.isCount), rdflib.Literal) for u in units)
    counted = {u for u in units if GRAPH.value(u, KGO.isCount) == rdflib.Literal(True)}
    assert KGS["unit-child"] in counted
    assert counted.isdisjoint({KGS["unit-vnd"], KGS["unit-percent"], KGS["unit-km"]})


def test_place_codes_have_datatypes_of_their_own() -> None:
    lists = {KGS["gso-legacy"], KGS["gso-2020"], KGS["gso-2025"]}
    assert {s for s in GRAPH.subjects(RDF.type, RDFS.Datatype) if s in KGS} == lists
    assert all(once_in_both_languages(s, RDFS.label) for s in lists)


@pytest.mark.parametrize("name", [e.name for e in entries("ontology", ".ttl")])
def test_rdflib_reads_the_file_as_oxigraph_does(name: str) -> None:
    theirs = rdflib.Graph().parse(data=read(f"ontology/{name}"), format="turtle")
    assert len(theirs) > 0
    assert set(theirs) <= set(GRAPH)

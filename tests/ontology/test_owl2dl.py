"""The ontology is OWL 2 DL, and each condition of that is seen to fail on a fault planted for it."""

from __future__ import annotations

import pytest
import rdflib
from owl2dl import faults
from rdflib.namespace import OWL, RDF

from kgraph.dataset.shipped import resource_triples
from kgraph.resources import read
from kgraph.validation.rdf import rdflib_graph

ALIGNMENTS = rdflib.URIRef("https://w3id.org/kgraph/ont/alignments")
HEAD = """
    @prefix : <https://data.example/t#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
SOUND = """
    <https://data.example/t> a owl:Ontology ; owl:versionIRI <https://data.example/t/1> ; rdfs:label "t"@en .
    :A a owl:Class . :B a owl:Class ; rdfs:subClassOf :A ; owl:disjointWith :C . :C a owl:Class ; rdfs:seeAlso :A .
    :part a owl:ObjectProperty , owl:TransitiveProperty ; rdfs:domain :A ; rdfs:range :B .
    :near a owl:ObjectProperty , owl:SymmetricProperty . :under a owl:ObjectProperty ; owl:inverseOf :near .
    :size a owl:DatatypeProperty , owl:FunctionalProperty ; rdfs:range :code .
    :code a rdfs:Datatype ; owl:equivalentClass xsd:string . :note a owl:AnnotationProperty ; rdfs:domain :elsewhere .
    :i a :A , owl:NamedIndividual ; :part :j ; :size 3 ; :note "n"@vi . :A :near :B .
"""
PLANTED = {
    "no header": ("", "0 ontologies in one document"),
    "two headers": (":o a owl:Ontology .", "2 ontologies in one document"),
    "two version IRIs": ("<https://data.example/t> owl:versionIRI :v .", "has 2 version IRIs"),
    "reserved version IRI": (":o a owl:Ontology ; owl:versionIRI owl:v .", "names an ontology by a reserved IRI"),
    "object and data property": (":part a owl:DatatypeProperty .", "part is both ObjectProperty and DatatypeProperty"),
    "object and annotation property": (":note a owl:ObjectProperty .", "is both ObjectProperty and AnnotationProperty"),
    "data and annotation property": (
        ":note a owl:DatatypeProperty .",
        "is both DatatypeProperty and AnnotationProperty",
    ),
    "class and datatype": (":A a rdfs:Datatype ; owl:equivalentClass xsd:string .", "A is both Class and Datatype"),
    "reserved class": ("rdfs:Resource a owl:Class .", "Resource is reserved but declared as Class"),
    "reserved datatype": ("xsd:duration a rdfs:Datatype ; owl:equivalentClass xsd:string .", "declared as Datatype"),
    "undeclared property": (":i :unknown :j .", "unknown is a property nobody declares"),
    "a form not known": (":A owl:disjointUnionOf :B .", "disjointUnionOf is a form not known here"),
    "undeclared class of an individual": (":i a :Unknown .", "Unknown is a class nobody declares"),
    "transitive data property": (":size a owl:TransitiveProperty .", "no property that can be TransitiveProperty"),
    "undeclared parent": (":A rdfs:subClassOf :Unknown .", "subClassOf: "),
    "class disjoint with a datatype": (":A owl:disjointWith :code .", "disjointWith: "),
    "class equivalent to a datatype": (":A owl:equivalentClass xsd:string .", "equivalentClass: "),
    "object property under a data property": (":part rdfs:subPropertyOf :size .", "subPropertyOf: "),
    "data property with an inverse": (":size owl:inverseOf :size .", "inverseOf: "),
    "undeclared domain": (":part rdfs:domain :Unknown .", "domain: "),
    "class as the range of a data property": (":size rdfs:range :A .", "range: "),
    "datatype as the range of an object property": (":part rdfs:range xsd:string .", "range: "),
    "object property with a literal": (':i :part "j" .', "part is ObjectProperty but leads to"),
    "data property with a thing": (":i :size :j .", "size is DatatypeProperty but leads to"),
    "datatype outside the map": (
        'xsd:date rdfs:label "x" . :i :note "2021-01-01"^^xsd:date .',
        "outside the datatype map",
    ),
    "value that is none": (':i :size "drei"^^xsd:integer .', "is no value of its datatype"),
    "datatype without definition": (":bare a rdfs:Datatype .", "bare is a datatype without one definition"),
    "datatype defined twice": (":code owl:equivalentClass xsd:token .", "code is a datatype without one definition"),
    "datatypes in a circle": (
        ":x a rdfs:Datatype ; owl:equivalentClass :y . :y a rdfs:Datatype ; owl:equivalentClass :x .",
        "x is defined by itself",
    ),
    "blank node": (":B rdfs:subClassOf [ a owl:Class ] .", "blank node in ['type']"),
    "functional and transitive": (":part a owl:FunctionalProperty .", "part is not simple but FunctionalProperty"),
    "irreflexive above transitive": (
        ":part rdfs:subPropertyOf :whole . :whole a owl:ObjectProperty , owl:IrreflexiveProperty .",
        "whole is not simple but IrreflexiveProperty",
    ),
}


def graph(turtle: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=HEAD + turtle, format="turtle")


def file(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=read(f"ontology/{name}.ttl"), format="turtle")


def test_the_ontology_with_its_schemes_is_owl_2_dl() -> None:
    assert faults(file("kgraph") + file("schemes")) == []


def test_the_alignments_with_the_ontology_that_they_import_are_owl_2_dl() -> None:
    assert set(file("alignments").objects(ALIGNMENTS, OWL.imports)) == {rdflib.URIRef("https://w3id.org/kgraph/ont")}
    assert faults(file("alignments"), file("kgraph") + file("schemes")) == []


def test_every_file_of_the_ontology_is_checked() -> None:
    files = file("kgraph") + file("schemes") + file("alignments")
    assert set(files) == set(rdflib_graph(resource_triples("ontology")))


def test_what_we_write_in_general_is_allowed() -> None:
    assert faults(graph(SOUND)) == []


@pytest.mark.parametrize(("turtle", "expected"), PLANTED.values(), ids=list(PLANTED))
def test_planted_fault_is_found(turtle: str, expected: str) -> None:
    planted = graph(SOUND + turtle)
    if not turtle:
        planted.remove((None, RDF.type, OWL.Ontology))
    assert [fault for fault in faults(planted) if expected in fault]

"""No term is declared that nothing makes: code, a rule or the registry puts every one into the data."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kgraph.dataset.shipped import resource_triples
from kgraph.validation.rdf import rdflib_graph

ROOT = Path(__file__).parents[2]
KGO, KGS = "https://w3id.org/kgraph/ont#", "https://w3id.org/kgraph/scheme/"
MADE_BY_NOTHING = {
    "Fact": "the class above all classes of facts; nodes have the narrower one",
    "subsetOfFigure": "the data model says how a part is stated; no rule reads one yet, and people's Turtle may",
}


def texts(*places: str) -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for place in places for path in sorted(ROOT.glob(place))}


CODE = "\n".join(texts("src/**/*.py", "ontology/rules/*.rq").values())
STRINGS = set(re.findall(r'"([^"\n]*)"|\'([^\'\n]*)\'', CODE))
TABLES = texts("data/registry/*.tsv", "src/**/*.tsv")
ROWS = (row for text in TABLES.values() for row in csv.reader(text.splitlines(), "excel-tab", quoting=csv.QUOTE_NONE))
CELLS = {word for row in ROWS for cell in row for word in (cell, *(code.partition(":")[0] for code in cell.split()))}
WORDS = {word for pair in STRINGS for word in pair} | CELLS
# f"kgs:body-{kind}": the code puts the name together of this and a word that stands elsewhere.
BEGINNINGS = set(re.findall(r'f"kgs:([a-z0-9]+-)\{', CODE))


def in_code(curie: str) -> bool:
    return re.search(rf"\b{re.escape(curie)}(?![\w-])", CODE) is not None


def unused_terms(ontology: rdflib.Graph, shapes: rdflib.Graph) -> list[str]:
    """Classes and properties of ours that neither code nor a rule writes, nor ontology or shapes use as a property."""
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    declared = {str(term) for kind in kinds for term in ontology.subjects(RDF.type, kind)}
    stated = {str(p) for graph in (ontology, shapes) for p in graph.predicates()}
    names = sorted(iri.removeprefix(KGO) for iri in declared - stated if iri.startswith(KGO))
    return [name for name in names if not in_code(f"kgo:{name}")]


def unused_concepts(ontology: rdflib.Graph) -> list[str]:
    """Concepts and datatypes of ours that neither code nor a table names, whole or as the end of what code begins."""
    notations = dict(ontology.subject_objects(SKOS.notation))
    iris = set(ontology.subjects(RDF.type, SKOS.Concept)) | set(ontology.subjects(RDF.type, RDFS.Datatype))
    names = {str(iri).removeprefix(KGS): str(notations.get(iri, "")) for iri in iris if str(iri).startswith(KGS)}
    return sorted(name for name, notation in names.items() if not _is_named(name, notation))


def _is_named(name: str, notation: str) -> bool:
    put_together = notation in WORDS and any(name == beginning + notation for beginning in BEGINNINGS)
    return name in WORDS or in_code(f"kgs:{name}") or put_together


def test_every_class_and_property_is_made_by_something(ontology: rdflib.Graph) -> None:
    shapes = rdflib_graph(resource_triples("shapes"))
    assert unused_terms(ontology, shapes) == sorted(MADE_BY_NOTHING)


def test_every_concept_is_made_by_something(ontology: rdflib.Graph) -> None:
    assert unused_concepts(ontology) == []


def test_a_planted_term_that_nothing_makes_is_found() -> None:
    graph = rdflib.Graph().parse(
        format="turtle",
        data=f"""
        @prefix owl: <{OWL}> . @prefix skos: <{SKOS}> . @prefix kgo: <{KGO}> . @prefix kgs: <{KGS}> .
        kgo:Dance a owl:Class . kgo:Event a owl:Class . kgo:danced a owl:ObjectProperty .
        kgo:isCount a owl:DatatypeProperty . kgo:advice a owl:AnnotationProperty .
        kgs:body-choir a skos:Concept ; skos:notation "choir" ; kgo:isCount true .
        kgs:body-party a skos:Concept ; skos:notation "party" . kgs:dance-other a skos:Concept ; skos:notation "other" .
        """,
    )
    assert unused_terms(graph, rdflib_graph(resource_triples("shapes"))) == ["Dance", "danced"]
    assert unused_concepts(graph) == ["body-choir", "dance-other"]

"""Reads ontology and shapes into the values that the page tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import pyoxigraph as ox

from kgraph.bilingual import Bilingual
from kgraph.dataset.shipped import resource_prefixes, resource_triples
from kgraph.documentation.checks import checks_of, schemes_of_values, terms_in
from kgraph.documentation.model import (
    Asked,
    Concept,
    Datatype,
    Deprecation,
    Header,
    Question,
    Scheme,
    Term,
    Vocabulary,
    is_own,
)
from kgraph.documentation.statements import Statements

_TYPES: Final = {
    "owl:Class": "class",
    "owl:ObjectProperty": "object",
    "owl:DatatypeProperty": "data",
    "owl:AnnotationProperty": "annotation",
}
_TRAITS: Final = {"owl:TransitiveProperty": "transitive", "owl:SymmetricProperty": "symmetric"}
_ALIGNMENTS: Final = (
    *("owl:equivalentClass", "owl:equivalentProperty", "skos:exactMatch", "skos:closeMatch"),
    *("skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch", "rdfs:seeAlso"),
)
_ONTOLOGY: Final = "https://w3id.org/kgraph/ont"


def shipped(questions: Iterable[Question]) -> Vocabulary:
    """The ontology and shapes of this installation, with *questions*; raises DatasetError on a file not in Turtle."""
    prefixes = resource_prefixes("ontology") | resource_prefixes("shapes")
    return read((*resource_triples("ontology"), *resource_triples("shapes")), questions, prefixes)


def read(triples: Iterable[ox.Triple], questions: Iterable[Question], prefixes: Mapping[str, str]) -> Vocabulary:
    """What *triples* (ontology and shapes) and *questions* say; *prefixes* are those that names are written with."""
    graph = Statements.of(triples)
    values = schemes_of_values(graph)
    terms = (_term(graph, iri, kind, values) for type_, kind in _TYPES.items() for iri in graph.instances(type_))
    schemes = (_scheme(graph, iri) for iri in graph.instances("skos:ConceptScheme"))
    datatypes = (_datatype(graph, iri) for iri in graph.instances("rdfs:Datatype"))
    return Vocabulary(
        header=_header(graph),
        terms=tuple(term for term in terms if is_own(term.iri)),
        schemes=tuple(scheme for scheme in schemes if is_own(scheme.iri)),
        datatypes=tuple(datatype for datatype in datatypes if is_own(datatype.iri)),
        checks=checks_of(graph, prefixes),
        questions=tuple(sorted((_asked(question) for question in questions), key=lambda q: q.name)),
        namespaces=tuple(sorted(prefixes.items())),
    )


def _header(graph: Statements) -> Header:
    return Header(
        iri=_ONTOLOGY,
        title=graph.both(_ONTOLOGY, "dct:title"),
        description=graph.both(_ONTOLOGY, "dct:description"),
        comment=graph.both(_ONTOLOGY, "rdfs:comment"),
        version=graph.plain(_ONTOLOGY, "owl:versionInfo"),
        version_iri=next(iter(graph.iris(_ONTOLOGY, "owl:versionIRI")), ""),
        prior=next(iter(graph.iris(_ONTOLOGY, "owl:priorVersion")), ""),
        creator=graph.plain(_ONTOLOGY, "dct:creator"),
        licence=next(iter(graph.iris(_ONTOLOGY, "dct:license")), ""),
    )


def _term(graph: Statements, iri: str, kind: str, values: Mapping[str, tuple[str, ...]]) -> Term:
    parents = graph.iris(iri, "rdfs:subClassOf") + graph.iris(iri, "rdfs:subPropertyOf")
    return Term(
        iri=iri,
        kind=kind,
        label=graph.both(iri, "rdfs:label"),
        definition=graph.both(iri, "skos:definition"),
        examples=graph.literals(iri, "skos:example"),
        parents=tuple(sorted(parents, key=lambda parent: (not is_own(parent), parent))),
        domains=graph.iris(iri, "schema:domainIncludes"),
        ranges=graph.iris(iri, "schema:rangeIncludes"),
        schemes=values.get(iri, ()),
        traits=tuple(trait for type_, trait in _TRAITS.items() if iri in graph.instances(type_)),
        disjoint=tuple(sorted({*graph.iris(iri, "owl:disjointWith"), *graph.subjects("owl:disjointWith", iri)})),
        alignments=_alignments(graph, iri),
        deprecation=_deprecation(graph, iri),
    )


def _alignments(graph: Statements, iri: str) -> tuple[tuple[str, str], ...]:
    return tuple((relation, other) for relation in _ALIGNMENTS for other in graph.iris(iri, relation))


def _deprecation(graph: Statements, iri: str) -> Deprecation | None:
    if graph.plain(iri, "owl:deprecated") != "true":
        return None
    return Deprecation(graph.iris(iri, "dct:isReplacedBy"), graph.both(iri, "skos:changeNote"))


def _scheme(graph: Statements, iri: str) -> Scheme:
    concepts = tuple(_concept(graph, concept) for concept in graph.subjects("skos:inScheme", iri))
    return Scheme(iri, _name(graph, iri), graph.both(iri, "skos:definition"), concepts)


def _concept(graph: Statements, iri: str) -> Concept:
    return Concept(
        iri=iri,
        label=_name(graph, iri),
        notation=graph.plain(iri, "skos:notation"),
        others=tuple(text for _, text in graph.literals(iri, "skos:altLabel")),
        alignments=_alignments(graph, iri),
        deprecation=_deprecation(graph, iri),
    )


def _datatype(graph: Statements, iri: str) -> Datatype:
    return Datatype(iri, graph.both(iri, "rdfs:label"), graph.both(iri, "skos:definition"))


def _name(graph: Statements, iri: str) -> Bilingual:
    return graph.both(iri, "skos:prefLabel")


def _asked(question: Question) -> Asked:
    return Asked(question.name, question.title, terms_in(question.text))

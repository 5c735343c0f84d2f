"""Whether a graph is an OWL 2 DL ontology: the conditions of the OWL 2 Structural Specification on what we write.

We write declarations, annotations, hierarchies, disjointness and assertions on named things. Other forms (class
expressions, chains, keys, anonymous individuals) bring conditions of their own, so using one is itself a fault here: it
has to be taken up below first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import rdflib
from rdflib.namespace import OWL, RDF, RDFS, XSD
from rdflib.term import Node

CLASS, DATATYPE = OWL.Class, RDFS.Datatype
OBJECT, DATA, ANNOTATION = OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty
_KINDS: Final = (CLASS, DATATYPE, OBJECT, DATA, ANNOTATION, OWL.NamedIndividual)
_PROPERTIES: Final = (OBJECT, DATA, ANNOTATION)
_RESERVED: Final = tuple(map(str, (OWL, RDF, RDFS, XSD)))  # section 2.4
# Section 5: the IRIs of the reserved vocabulary that stand for an entity, by the kind of entity.
_BUILT_IN: Final = {
    CLASS: {OWL.Thing, OWL.Nothing},
    OBJECT: {OWL.topObjectProperty, OWL.bottomObjectProperty},
    DATA: {OWL.topDataProperty, OWL.bottomDataProperty},
    ANNOTATION: {
        *(RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.deprecated, OWL.versionInfo, OWL.priorVersion),
        *(OWL.backwardCompatibleWith, OWL.incompatibleWith),
    },
    # Section 4, the datatype map; rdf:PlainLiteral is rdf:langString or xsd:string in RDF 1.1.
    DATATYPE: {
        *(OWL.real, OWL.rational, RDFS.Literal, RDF.PlainLiteral, RDF.langString, RDF.XMLLiteral),
        *(XSD.decimal, XSD.integer, XSD.nonNegativeInteger, XSD.nonPositiveInteger, XSD.positiveInteger),
        *(XSD.negativeInteger, XSD.long, XSD.int, XSD.short, XSD.byte, XSD.unsignedLong, XSD.unsignedInt),
        *(XSD.unsignedShort, XSD.unsignedByte, XSD.double, XSD.float, XSD.string, XSD.normalizedString, XSD.token),
        *(XSD.language, XSD.Name, XSD.NCName, XSD.NMTOKEN, XSD.boolean, XSD.hexBinary, XSD.base64Binary, XSD.anyURI),
        *(XSD.dateTime, XSD.dateTimeStamp),
    },
}
# What each form asks of its two sides: the kinds that may stand there, the same on both where there are several.
_FORMS: Final = {
    RDFS.subClassOf: (CLASS,),
    OWL.disjointWith: (CLASS,),
    OWL.equivalentClass: (CLASS, DATATYPE),
    RDFS.subPropertyOf: _PROPERTIES,
    OWL.equivalentProperty: (OBJECT, DATA),
    OWL.inverseOf: (OBJECT,),
}
_HEADER: Final = {OWL.imports, OWL.versionIRI}
_CHARACTERISTICS: Final = {
    OWL.FunctionalProperty: (OBJECT, DATA),
    **dict.fromkeys((OWL.SymmetricProperty, OWL.TransitiveProperty, OWL.InverseFunctionalProperty), (OBJECT,)),
    **dict.fromkeys((OWL.ReflexiveProperty, OWL.IrreflexiveProperty, OWL.AsymmetricProperty), (OBJECT,)),
}
_ONLY_SIMPLE: Final = (  # section 11.2
    *(OWL.FunctionalProperty, OWL.InverseFunctionalProperty, OWL.IrreflexiveProperty, OWL.AsymmetricProperty),
)


@dataclass(frozen=True)
class Closure:
    """All axioms: the ontology with what it imports."""

    graph: rdflib.Graph

    def of(self, kind: Node) -> set[Node]:
        """What is declared as, or built in as, *kind*."""
        return set(self.graph.subjects(RDF.type, kind)) | set(_BUILT_IN.get(kind, ()))


def faults(ontology: rdflib.Graph, *imported: rdflib.Graph) -> list[str]:
    """What keeps *ontology*, with the ontologies that it imports, from being OWL 2 DL; sorted, empty where it is."""
    graph = rdflib.Graph()
    for part in (ontology, *imported):
        graph += part
    closure = Closure(graph)
    checks = (_kinds, _reserved, _predicates, _types, _sides, _values, _literals, _datatypes, _anonymous, _simple)
    return sorted({*_header(ontology), *(fault for check in checks for fault in check(closure))})


def _header(ontology: rdflib.Graph) -> Iterator[str]:
    """Section 3.1 and the mapping to RDF: one ontology, with one IRI and at most one version IRI."""
    headers = set(ontology.subjects(RDF.type, OWL.Ontology))
    if len(headers) != 1:
        yield f"{len(headers)} ontologies in one document"
    for header in headers:
        versions = list(ontology.objects(header, OWL.versionIRI))
        if len(versions) > 1:
            yield f"{header} has {len(versions)} version IRIs"
        yield from (f"{iri} names an ontology by a reserved IRI" for iri in (header, *versions) if _is_reserved(iri))


def _kinds(axioms: Closure) -> Iterator[str]:
    """Section 5.8.1 and 5.9: no IRI is two kinds of property, nor both class and datatype."""
    pairs = [(OBJECT, DATA), (OBJECT, ANNOTATION), (DATA, ANNOTATION), (CLASS, DATATYPE)]
    for one, other in pairs:
        yield from (f"{iri} is both {_end(one)} and {_end(other)}" for iri in axioms.of(one) & axioms.of(other))


def _reserved(axioms: Closure) -> Iterator[str]:
    """Sections 5.1 to 5.6: entities are not named by reserved IRIs, apart from those built in."""
    for kind in _KINDS:
        declared = set(axioms.graph.subjects(RDF.type, kind)) - set(_BUILT_IN.get(kind, ()))
        yield from (f"{iri} is reserved but declared as {_end(kind)}" for iri in declared if _is_reserved(iri))


def _predicates(axioms: Closure) -> Iterator[str]:
    """Section 5.8.2: every property in use is declared; every other predicate is a form that this check knows."""
    known = {RDF.type, RDFS.domain, RDFS.range, *_FORMS, *_HEADER}.union(*map(axioms.of, _PROPERTIES))
    for predicate in set(axioms.graph.predicates()) - known:
        yield f"{predicate} is {'a form not known here' if _is_reserved(predicate) else 'a property nobody declares'}"


def _types(axioms: Closure) -> Iterator[str]:
    """Section 5.8.2: what something is said to be is a declared class; characteristics are those of properties."""
    known = {OWL.Ontology, *_KINDS, *_CHARACTERISTICS} | axioms.of(CLASS)
    yield from (f"{cls} is a class nobody declares" for cls in set(axioms.graph.objects(None, RDF.type)) - known)
    for characteristic, kinds in _CHARACTERISTICS.items():
        allowed = set[Node]().union(*map(axioms.of, kinds))
        bearers = set(axioms.graph.subjects(RDF.type, characteristic))
        yield from (f"{iri} is no property that can be {_end(characteristic)}" for iri in bearers - allowed)


def _sides(axioms: Closure) -> Iterator[str]:
    """Section 5.8.2: both sides of an axiom are declared, as the same kind, and of a kind that the axiom is for."""
    for form, kinds in _FORMS.items():
        for one, other in axioms.graph.subject_objects(form):
            if not any({one, other} <= axioms.of(kind) for kind in kinds):
                yield f"{_end(form)}: {one} and {other} are not both declared as {' or '.join(map(_end, kinds))}"
    for form in (RDFS.domain, RDFS.range):
        for name, value in axioms.graph.subject_objects(form):
            kind = DATATYPE if form == RDFS.range and name in axioms.of(DATA) else CLASS
            if name not in axioms.of(ANNOTATION) and value not in axioms.of(kind):
                yield f"{_end(form)}: {value} is not declared as {_end(kind)}"


def _values(axioms: Closure) -> Iterator[str]:
    """Section 9.6: an object property leads to individuals, a data property to literals."""
    for name, kind, literal in ((n, k, k == DATA) for k in (OBJECT, DATA) for n in axioms.of(k)):
        for _, value in axioms.graph.subject_objects(name):
            if isinstance(value, rdflib.Literal) is not literal:
                yield f"{name} is {_end(kind)} but leads to {value!r}"


def _literals(axioms: Closure) -> Iterator[str]:
    """Section 5.7: literals have a datatype of the datatype map and a form that it allows."""
    for value in {o for o in axioms.graph.objects() if isinstance(o, rdflib.Literal)}:
        datatype = RDF.langString if value.language else value.datatype or XSD.string
        if datatype not in _BUILT_IN[DATATYPE]:
            yield f"{value!r} has a datatype outside the datatype map"
        if value.ill_typed:
            yield f"{value!r} is no value of its datatype"


def _datatypes(axioms: Closure) -> Iterator[str]:
    """Sections 5.2, 9.4 and 11.2: a datatype of one's own has one definition, which does not lead back to it."""
    graph = axioms.graph
    for datatype in set(graph.subjects(RDF.type, DATATYPE)) - _BUILT_IN[DATATYPE]:
        if len(list(graph.objects(datatype, OWL.equivalentClass))) != 1:
            yield f"{datatype} is a datatype without one definition"
        if datatype in set(graph.transitive_objects(graph.value(datatype, OWL.equivalentClass), OWL.equivalentClass)):
            yield f"{datatype} is defined by itself"


def _anonymous(axioms: Closure) -> Iterator[str]:
    """Section 5.6.2 and 11.2: no anonymous individuals, and none of the expressions that blank nodes stand for."""
    nodes = {t for triple in axioms.graph for t in triple if isinstance(t, rdflib.BNode)}
    yield from (f"blank node in {sorted(_end(p) for p in axioms.graph.predicates(node))}" for node in nodes)


def _simple(axioms: Closure) -> Iterator[str]:
    """Section 11.2: what is transitive, or has a transitive part, may not be functional, irreflexive and the like."""
    for name in axioms.graph.subjects(RDF.type, OWL.TransitiveProperty):
        for above in axioms.graph.transitive_objects(name, RDFS.subPropertyOf):
            for asked in set(axioms.graph.objects(above, RDF.type)) & set(_ONLY_SIMPLE):
                yield f"{above} is not simple but {_end(asked)}"


def _is_reserved(iri: Node) -> bool:
    return str(iri).startswith(_RESERVED)


def _end(iri: Node) -> str:
    return str(iri).rpartition("#")[2]

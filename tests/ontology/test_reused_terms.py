"""Every term of another vocabulary that is used anywhere exists there.

rdflib holds closed lists of the common vocabularies; for the others the names stand in vocabularies/, taken from the
publication that the head of each file names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, VANN, XSD, DefinedNamespace

from kgraph.dataset.shipped import resource_triples
from kgraph.validation.rdf import rdflib_graph
from kgraph.vocab import PREFIXES

ROOT = Path(__file__).parents[2]
LISTS = sorted((Path(__file__).parent / "vocabularies").glob("*.txt"))
CLOSED: tuple[type[DefinedNamespace], ...] = (*(DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, VANN, XSD),)
OWN = ("https://w3id.org/kgraph/", "https://data.example/")
NOT_TERMS = {"https://www.apache.org/licenses/LICENSE-2.0"}
# Newer than rdflib's copy of schema.org.
NEWER = {str(SDO.Observation)}
CURIE = re.compile(r"(?<![\w:])(\w+):([A-Za-z][\w-]*)")
TEXTS = ("src/**/*.py", "queries/*.rq", "ontology/rules/*.rq")


def listed(path: Path) -> tuple[str, frozenset[str]]:
    """The namespace of a list, from its second line, and the IRIs of its names."""
    _, namespace, *names = path.read_text(encoding="utf-8").splitlines()
    return namespace.removeprefix("# "), frozenset(namespace.removeprefix("# ") + name for name in names)


def in_rdf(graph: rdflib.Graph) -> set[str]:
    """The IRIs in *graph*, the datatypes of its literals too, that are not our own."""
    terms = {t for triple in graph for t in triple}
    iris = {t for t in terms if isinstance(t, rdflib.URIRef)}
    iris |= {t.datatype for t in terms if isinstance(t, rdflib.Literal) and t.datatype is not None}
    return {iri for iri in map(str, iris) if not iri.startswith(OWN)} - NOT_TERMS


def in_text(text: str) -> Iterator[str]:
    """The IRIs that stand in *text* as CURIEs with a prefix of the program."""
    for prefix, name in CURIE.findall(text):
        if prefix in PREFIXES and not PREFIXES[prefix].startswith(OWN):
            yield PREFIXES[prefix] + name


def unknown(used: set[str]) -> list[str]:
    """Those of *used* that no vocabulary has."""
    known = NEWER.union(*(names for _, names in map(listed, LISTS)))
    return sorted(t for t in used - known if not any(rdflib.URIRef(t) in n for n in CLOSED if t.startswith(str(n))))


@pytest.mark.parametrize("folder", ["ontology", "shapes"])
def test_terms_of_other_vocabularies_in_turtle_exist(folder: str) -> None:
    used = in_rdf(rdflib_graph(resource_triples(folder)))
    assert len(used) > 40
    assert unknown(used) == []


@pytest.mark.parametrize("place", TEXTS)
def test_terms_of_other_vocabularies_in_code_and_queries_exist(place: str) -> None:
    used = {iri for path in ROOT.glob(place) for iri in in_text(path.read_text(encoding="utf-8"))}
    assert used
    assert unknown(used) == []


@pytest.mark.parametrize(
    "iri",
    [
        "http://www.w3.org/ns/oa#exactly",
        "http://purl.org/dc/terms/publishedOn",
        "https://schema.org/organiser",
        "http://www.cidoc-crm.org/cidoc-crm/E7_Action",
        "http://vocabulary.example/nobody#Knows",
    ],
)
def test_a_term_that_does_not_exist_is_found(iri: str) -> None:
    assert unknown({iri}) == [iri]


@pytest.mark.parametrize("path", LISTS, ids=lambda p: p.stem)
def test_lists_are_sorted_and_used(path: Path) -> None:
    head, namespace, *names = path.read_text(encoding="utf-8").splitlines()
    assert (head[:2], namespace[:2]) == ("# ", "# ")
    assert names == sorted(set(names))
    used = in_rdf(rdflib_graph(resource_triples("ontology")))
    assert [iri for iri in used if iri.startswith(listed(path)[0])]


def test_curies_are_read_from_code_and_queries() -> None:
    assert set(in_text('"oa:exact", f"{oa}:x" ?f prov:wasDerivedFrom/oa:hasSource kgo:unit id:x')) == {
        "http://www.w3.org/ns/oa#exact",
        "http://www.w3.org/ns/oa#hasSource",
        "http://www.w3.org/ns/prov#wasDerivedFrom",
    }

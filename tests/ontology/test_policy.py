"""Terms are given up, and versions counted, as docs/data-model.md says; each rule is seen to find a planted fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib
from policy import ONT, deprecation_faults, header_faults, history_faults, released, terms
from rdflib.namespace import OWL

ROOT = Path(__file__).parents[2]
KGO = "https://w3id.org/kgraph/ont#"
PROGRAM = ("src/**/*.py", "queries/*.rq", "shapes/*.ttl", "ontology/rules/*.rq", "data/registry/*.tsv")
OLD = """kgo:Old a owl:Class ; rdfs:subClassOf kgo:Gone ; owl:deprecated true ; dct:isReplacedBy kgo:New ;
    skos:changeNote "Trùng với kgo:New."@vi , "The same as kgo:New."@en . """
PLANTED = {
    "not true": ("kgo:New owl:deprecated false .", "New: owl:deprecated is not true"),
    "no replacement": ("kgo:New owl:deprecated true .", "New: no dct:isReplacedBy"),
    "replacement unknown": ("kgo:Old dct:isReplacedBy kgo:Nobody .", "replaced by https://w3id.org/kgraph/ont#Nobody"),
    "replacement given up": ("kgo:Gone dct:isReplacedBy kgo:Old .", "which is not a term in use"),
    "replaced but in use": ("kgo:New dct:isReplacedBy schema:Event .", "New: is replaced but not deprecated"),
    "no reason": ("kgo:New owl:deprecated true ; dct:isReplacedBy schema:Event .", "New: no reason"),
    "reason in one language": (
        'kgo:New owl:deprecated true ; dct:isReplacedBy schema:Event ; skos:changeNote "x"@en .',
        "New: no reason",
    ),
    "two reasons": ('kgo:Old skos:changeNote "Lý do khác."@vi .', "Old: no reason"),
    "a class under it": ("kgo:New rdfs:subClassOf kgo:Old .", "New: leans on the deprecated"),
    "a property of it": ("kgo:name a owl:DatatypeProperty ; schema:domainIncludes kgo:Old .", "name: leans on"),
    "a concept in it": ("kgs:a a skos:Concept ; skos:inScheme kgo:Old .", "/a: leans on"),
}
LIVE, BOTH = {"a": "live"}, {"a": "live", "b": "live"}
NOTICE, GONE = {"a": "live", "b": "deprecated"}, {"a": "live"}


def graph(turtle: str = "") -> rdflib.Graph:
    head = f"""@prefix kgo: <{KGO}> . @prefix kgs: <https://w3id.org/kgraph/scheme/> . @prefix owl: <{OWL}> .
        @prefix dct: <http://purl.org/dc/terms/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> ."""
    gone = OLD.replace("kgo:Old", "kgo:Gone").replace("rdfs:subClassOf kgo:Gone", "rdfs:subClassOf schema:Event")
    return rdflib.Graph().parse(data=f"{head} kgo:New a owl:Class . {OLD} {gone} {turtle}", format="turtle")


def test_the_ontology_keeps_the_rules(ontology: rdflib.Graph) -> None:
    assert deprecation_faults(ontology) == []
    assert header_faults(ontology, released()) == []
    assert history_faults(str(ontology.value(ONT, OWL.versionInfo)), terms(ontology), released()) == []


def test_the_program_uses_no_deprecated_term(ontology: rdflib.Graph) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for place in PROGRAM for path in sorted(ROOT.glob(place)))
    assert still_used(terms(ontology), text) == []


def still_used(declared: dict[str, str], text: str) -> list[str]:
    """The deprecated classes and properties, and concepts, that *text* names."""
    given_up = [iri for iri, status in declared.items() if status == "deprecated"]
    ends = [iri.replace(KGO, "kgo:").replace("https://w3id.org/kgraph/scheme/", "") for iri in given_up]
    return [end for end in ends if re.search(rf"(?<![\w-]){re.escape(end)}(?![\w-])", text)]


def test_a_deprecated_term_that_the_program_uses_is_found() -> None:
    declared = terms(graph("kgs:res-old a skos:Concept ; owl:deprecated true ."))
    text = 'yield node, "kgo:Old", Iri("kgs:new") # kgo:Gone-by  {"method": "res-old"}'
    assert still_used(declared, text) == ["kgo:Old", "res-old"]


def test_a_term_given_up_by_the_rules_is_in_order() -> None:
    assert deprecation_faults(graph()) == []
    assert terms(graph()) == {KGO + "Gone": "deprecated", KGO + "New": "live", KGO + "Old": "deprecated"}


@pytest.mark.parametrize(("turtle", "expected"), PLANTED.values(), ids=list(PLANTED))
def test_a_term_given_up_against_the_rules_is_found(turtle: str, expected: str) -> None:
    assert [fault for fault in deprecation_faults(graph(turtle)) if expected in fault]


@pytest.mark.parametrize(
    ("version", "now", "releases"),
    [
        ("0.1.0", BOTH, {}),
        ("0.1.0", BOTH, {"0.1.0": BOTH}),
        ("0.1.1", BOTH, {"0.1.0": BOTH}),
        ("0.2.0", BOTH, {"0.1.0": LIVE}),
        ("0.2.0", NOTICE, {"0.1.0": BOTH}),
        ("0.10.0", GONE, {"0.1.0": BOTH, "0.9.0": NOTICE}),
        ("2.0.0", GONE, {"1.1.0": BOTH, "1.2.0": NOTICE}),
    ],
)
def test_a_version_may(version: str, now: dict[str, str], releases: dict[str, dict[str, str]]) -> None:
    assert history_faults(version, now, releases) == []


@pytest.mark.parametrize(
    ("version", "now", "releases", "expected"),
    [
        ("0.1.1", BOTH, {"0.1.0": LIVE}, "needs a higher minor version"),
        ("0.1.0", NOTICE, {"0.1.0": BOTH}, "needs a higher minor version"),
        ("0.2.0", GONE, {"0.1.0": BOTH}, "b is gone without notice"),
        ("0.2.1", GONE, {"0.1.0": BOTH, "0.2.0": NOTICE}, "b is gone without notice"),
        ("0.3.0", GONE, {"0.1.0": BOTH, "0.2.0": GONE}, "b is gone without notice"),
        ("1.3.0", GONE, {"1.1.0": BOTH, "1.2.0": NOTICE}, "needs a higher major version"),
        ("0.9.0", BOTH, {"0.10.0": BOTH}, "comes before 0.10.0"),
        ("0.10.1", BOTH, {"0.9.0": BOTH, "0.10.0": LIVE}, "terms changed since 0.10.0"),
    ],
)
def test_a_version_may_not(
    version: str, now: dict[str, str], releases: dict[str, dict[str, str]], expected: str
) -> None:
    assert [fault for fault in history_faults(version, now, releases) if expected in fault]


@pytest.mark.parametrize(
    ("version", "iri", "prior", "releases", "faults"),
    [
        ("0.1.0", "0.1.0", "", {}, 0),
        ("0.1.0", "0.1.0", "", {"0.1.0": LIVE}, 0),
        ("0.1.0", "0.2.0", "", {}, 1),
        ("0.2.0", "0.2.0", "", {"0.1.0": LIVE}, 1),
        ("0.2.0", "0.2.0", "0.1.0", {}, 1),
        ("0.11.0", "0.11.0", "0.10.0", {"0.9.0": LIVE, "0.10.0": LIVE}, 0),
    ],
)
def test_the_header_names_the_version_and_the_one_before(
    version: str, iri: str, prior: str, releases: dict[str, dict[str, str]], faults: int
) -> None:
    before = f"owl:priorVersion <{ONT}/{prior}> ;" if prior else ""
    header = f'<{ONT}> {before} owl:versionInfo "{version}" ; owl:versionIRI <{ONT}/{iri}> .'
    assert len(header_faults(graph(header), releases)) == faults

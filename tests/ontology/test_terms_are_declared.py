"""Every kgo: and kgs: term that is used anywhere is declared."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF

ROOT = Path(__file__).parents[2]
# A name that runs on into "-", "*" or "{" is the start of one that code puts together, such as f"kgs:res-{method}".
TERM = re.compile(r"\b(kg[os]):([A-Za-z](?:[\w-]*\w)?)(?![-*{\w])")
IRI = {"kgo": "https://w3id.org/kgraph/ont#", "kgs": "https://w3id.org/kgraph/scheme/"}
PLACES = (
    "docs/data-model.md",
    "tests/fixtures/*.trig",
    "tests/shapes/**/*.ttl",
    "src/**/*.py",
    "queries/*.rq",
    "shapes/*.ttl",
    "ontology/**/*.*",
)
FILES = sorted({path for place in PLACES for path in ROOT.glob(place) if path.is_file()})


def terms(text: str) -> set[str]:
    """The full IRIs of the kgo: and kgs: names in *text*."""
    return {IRI[prefix] + name for prefix, name in TERM.findall(text)}


def declared(graph: rdflib.Graph) -> set[str]:
    return {str(s) for s in graph.subjects(RDF.type) if str(s).startswith(tuple(IRI.values()))}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_undeclared_term(path: Path, ontology: rdflib.Graph) -> None:
    assert sorted(terms(path.read_text(encoding="utf-8")) - declared(ontology)) == []


@pytest.mark.parametrize(
    ("table", "column", "prefix"),
    [
        ("units", "concept", ""),
        ("document-types", "concept", ""),
        ("events", "kind", "event-"),
        ("qualifiers", "notation", "q-"),
        ("organisations", "kind", "body-"),
    ],
)
def test_the_registry_names_declared_concepts(table: str, column: str, prefix: str, ontology: rdflib.Graph) -> None:
    with (ROOT / "data" / "registry" / f"{table}.tsv").open(encoding="utf-8", newline="") as rows:
        named = {IRI["kgs"] + prefix + row[column] for row in csv.DictReader(rows, delimiter="\t")}
    assert named
    assert sorted(named - declared(ontology)) == []


def test_the_pattern_sees_terms_and_skips_the_starts_of_names() -> None:
    assert terms('x kgs:q-at-least, f"kgs:res-{m}" `kgs:level-*` "kgs:unit-" kgo:Event.') == {
        IRI["kgs"] + "q-at-least",
        IRI["kgo"] + "Event",
    }


def test_the_data_model_page_names_every_class(ontology: rdflib.Graph) -> None:
    page = terms((ROOT / "docs/data-model.md").read_text(encoding="utf-8"))
    classes = {str(c) for c in ontology.subjects(RDF.type, OWL.Class) if str(c).startswith(IRI["kgo"])}
    # Rule and run belong to the provenance graph, which the page tells in words.
    assert classes - page == {IRI["kgo"] + name for name in ("Rule", "ExtractionRun")}

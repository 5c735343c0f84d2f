"""The page tells everything that the ontology, the shapes and the saved queries say of each term."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SDO, SH, SKOS

from kgraph.dataset.shipped import resource_prefixes, resource_triples
from kgraph.queries import SavedQuery, load
from kgraph.resources import beside, table
from kgraph.validation.rdf import rdflib_graph

ONTOLOGY, SHAPES = (rdflib_graph(resource_triples(folder)) for folder in ("ontology", "shapes"))
KGO, KGS = "https://w3id.org/kgraph/ont#", "https://w3id.org/kgraph/scheme/"
SCHEMES = sorted(str(s) for s in ONTOLOGY.subjects(RDF.type, SKOS.ConceptScheme))
CONCEPTS = sorted(str(s) for s in ONTOLOGY.subjects(RDF.type, SKOS.Concept))
TERMS = sorted({str(s) for s in ONTOLOGY.subjects(RDF.type) if str(s).startswith(KGO)})
CLASSES = [iri for iri in TERMS if (rdflib.URIRef(iri), RDF.type, OWL.Class) in ONTOLOGY]
DATATYPES = sorted(str(s) for s in ONTOLOGY.subjects(RDF.type, RDFS.Datatype) if str(s).startswith(KGS))
PREFIXES = resource_prefixes("ontology") | resource_prefixes("shapes")
Pages = dict[str, Any]


def anchor(iri: str) -> str:
    """Where a served page is entered for *iri*."""
    return iri.rpartition("#")[2].rpartition("/")[2]


def said(iri: str, *predicates: rdflib.URIRef) -> list[str]:
    return [str(o) for p in predicates for o in ONTOLOGY.objects(rdflib.URIRef(iri), p)]


def curie(iri: str) -> str:
    return next(f"{p}:{iri.removeprefix(n)}" for p, n in PREFIXES.items() if iri.startswith(n))


@pytest.mark.parametrize("iri", TERMS + SCHEMES + DATATYPES)
def test_term_has_its_place_with_labels_definitions_example_and_iri(iri: str, pages: Pages) -> None:
    words = said(iri, RDFS.label, SKOS.prefLabel, SKOS.definition, SKOS.example)
    assert len(words) >= 4
    for page in pages.values():
        assert page.ids[anchor(iri)] == 1
        assert [
            text for text in [*words, iri, curie(iri)] if " ".join(text.split()) not in page.text(anchor(iri))
        ] == []


@pytest.mark.parametrize("iri", CONCEPTS)
def test_concept_has_its_place_with_labels_and_notation(iri: str, pages: Pages) -> None:
    for page in pages.values():
        assert page.ids[anchor(iri)] == 1
        told = page.text(anchor(iri))
        assert [text for text in said(iri, SKOS.prefLabel, SKOS.altLabel, SKOS.notation) if text not in told] == []


def test_concept_of_two_schemes_is_told_in_both_and_has_one_place(pages: Pages) -> None:
    for scheme in ("event-statuses", "implementation-statuses"):
        assert "kgs:status-planned" in pages["vi"].text(scheme)


@pytest.mark.parametrize("iri", TERMS + CONCEPTS)
def test_relations_are_told(iri: str, pages: Pages) -> None:
    relations = (RDFS.subClassOf, SDO.domainIncludes, SDO.rangeIncludes, OWL.disjointWith)
    aligned = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch)
    told = pages["en"].text(anchor(iri))
    assert [other for other in said(iri, *relations, *aligned) if curie(other) not in told] == []
    assert set(re.findall("exact|close|broader|related", told)) >= {
        word
        for word, relation in zip(("exact", "close", "broader", "related"), aligned, strict=True)
        if said(iri, relation)
    }


def test_disjointness_is_told_on_both_sides(pages: Pages) -> None:
    assert "kgo:Body" in pages["vi"].text("EmulationCluster").partition("Không thể đồng thời là")[2]
    assert "kgo:EmulationCluster" in pages["vi"].text("Body").partition("Không thể đồng thời là")[2]


def test_classes_name_what_lies_above_and_below_and_the_properties_of_both(pages: Pages) -> None:
    event, fact = pages["en"].text("Event"), pages["en"].text("Fact")
    assert event.partition("Superclass ")[2].startswith("stated fact kgo:Fact , sem:Event")
    assert "repeats kgo:repeats" in event.partition("Properties from above")[2]
    assert "event kgo:Event" in fact.partition("Subclasses")[2]


def test_characteristics_of_properties_are_told(pages: Pages) -> None:
    assert "Object property transitive" in pages["en"].text("partOfTransitive")
    assert "Thuộc tính đối tượng đối xứng" in pages["vi"].text("exclusiveWith")


def test_values_of_a_scheme_are_told(pages: Pages) -> None:
    assert "skos:Concept : concepts of event statuses kgs:event-statuses" in pages["en"].text("eventStatus")
    assert "concepts of decisions on identity" in pages["en"].text("proposedDecision")
    assert "#eventStatus" in pages["en"].links["event-statuses"]


NODES = sorted(str(s) for s in SHAPES.subjects(RDF.type, SH.NodeShape) if isinstance(s, rdflib.URIRef))


def targets(shape: str) -> set[str]:
    """The classes whose instances a shape looks at, those below them too, and the properties it starts from."""
    named = {o for p in (SH.targetClass, SH.targetSubjectsOf) for o in SHAPES.objects(rdflib.URIRef(shape), p)}
    return {str(s) for o in named for s in ONTOLOGY.transitive_subjects(RDFS.subClassOf, o)}


@pytest.mark.parametrize("shape", NODES)
def test_shape_is_told_and_named_at_what_it_looks_at(shape: str, pages: Pages) -> None:
    place = f"shape-{anchor(shape)}"
    node = rdflib.URIRef(shape)
    title = {o.language: str(o) for o in SHAPES.objects(node, RDFS.label)}  # type: ignore[attr-defined]
    advice = {o.language: str(o) for o in SHAPES.objects(node, rdflib.URIRef(KGO + "advice"))}  # type: ignore[attr-defined]
    paths = {str(p) for n in SHAPES.objects(node, SH.property) for p in SHAPES.objects(n, SH.path)}
    at = {iri for iri in targets(shape) | paths if iri in TERMS}
    for lang, page in pages.items():
        assert all(text in page.text(place) for text in (*title.values(), *advice.values()))
        for iri in at:
            assert f"#{place}" in page.links[anchor(iri)]
            assert title[lang] in page.text(anchor(iri))
            assert advice[lang] in page.text(anchor(iri))


def test_shapes_are_named_where_their_sparql_names_a_term_and_not_elsewhere(pages: Pages) -> None:
    assert "#shape-ExclusivePosts" in pages["vi"].links["exclusiveWith"]
    assert "#shape-Figure" not in pages["vi"].links["Event"]
    assert "#shape-AwardGrant" in pages["vi"].links["award-statuses"]


def test_shape_says_what_it_looks_at_and_which_other_terms_it_names(pages: Pages) -> None:
    applies, _, named = pages["en"].text("shape-InGroup").partition("Applies to")[2].partition("Terms")
    assert applies.split() == ["in", "group", "kgo:inGroup"]
    assert named.split() == ["article", "group", "kgo:ArticleGroup"]


def test_severity_is_told_in_words_and_the_gravest_comes_first(pages: Pages) -> None:
    for told in (pages["en"].text("WomensUnion").partition("Checked by")[2], pages["en"].text("_shapes")):
        places = [
            told.index(text) for text in ("violation Union without", "warning Union without", "note No English label")
        ]
        assert places == sorted(places)


@pytest.mark.parametrize("query", load(), ids=lambda q: q.name)
def test_query_is_told_and_named_at_the_terms_in_it(query: SavedQuery, pages: Pages) -> None:
    named = {KGO + name for name in re.findall(r"\bkgo:(\w+)", query.text)}
    for page in pages.values():
        assert query.title.vi in page.text(f"query-{query.name}")
        assert query.title.en in page.text(f"query-{query.name}")
        assert {iri for iri in TERMS if f"#query-{query.name}" in page.links[anchor(iri)]} == named
        assert all(f"{query.title.vi}" in page.text(anchor(iri)) for iri in named)


def test_query_is_named_at_the_scheme_whose_concept_it_names(pages: Pages) -> None:
    assert "#query-agreements" in pages["vi"].links["event-roles"]


def test_terms_of_other_vocabularies_are_told_where_the_data_uses_them(pages: Pages) -> None:
    page = pages["en"]
    assert {"org:Membership", "schema:Person", "prov:wasDerivedFrom", "skos:prefLabel", "org:changedBy"} <= set(
        page.ids
    )
    assert "kgo:attestedOn" in page.text("org:Membership")
    assert "#shape-Membership" in page.links["org:role"]
    assert not {"xsd:date", "rdf:type", "sh:NodeShape", "id:union"} & set(page.ids)


def test_hierarchy_names_every_class_under_its_parent(pages: Pages) -> None:
    linked = pages["vi"].links["_hierarchy"]
    assert {f"#{anchor(iri)}" for iri in CLASSES} == linked
    told = pages["vi"].text("_hierarchy")
    assert "schema:Event" in told
    assert told.count("kgo:Event ") == 1


def test_header_tells_version_licence_and_titles(pages: Pages) -> None:
    told = pages["vi"].text("top")
    for text in ("Từ vựng kgraph", "The kgraph ontology", "https://w3id.org/kgraph/ont/0.1.0", "LICENSE-2.0"):
        assert text in told
    assert "Phiên bản trước" not in told


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_links_within_the_page_lead_somewhere(lang: str, pages: Pages) -> None:
    page = pages[lang]
    inner = {link.removeprefix("#") for link in page.links[""] if link.startswith("#")}
    assert len(inner) > 250
    assert sorted(inner - set(page.ids)) == []
    assert [name for name, count in page.ids.items() if count > 1] == []
    assert all(link.startswith(("#", "http://", "https://")) for link in page.links[""])
    assert [
        link for link in page.links[""] if link.startswith("https://w3id.org/kgraph/")
    ] == []  # nothing is there yet


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_is_loaded_and_the_policy_lets_only_our_script_and_sheet_run(lang: str, pages: Pages) -> None:
    page = pages[lang]
    assert page.loads == []
    assert not {"link", "iframe", "object", "embed", "img", "form"} & set(page.tags)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page.source)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page.source, re.DOTALL)
        hashed = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{hashed}'" in policy[1]
        assert not re.search(r"url\(|@import|fetch|XMLHttp", content)
    assert not re.search(r'\son\w+=|\sstyle="', page.source)


def test_the_page_is_whole_without_its_script(pages: Pages) -> None:
    hidden = re.findall(r"<(\w+) id=\"([\w-]+)\"[^>]* hidden>", pages["vi"].source)
    assert hidden == [("p", "filter"), ("p", "no-hits")]


@pytest.mark.parametrize(("lang", "first", "second"), [("vi", "sự kiện", "event"), ("en", "event", "sự kiện")])
def test_the_language_asked_for_comes_first(lang: str, first: str, second: str, pages: Pages) -> None:
    assert f'<html lang="{lang}">' in pages[lang].source
    told = pages[lang].text("Event")
    assert told.startswith(f"{first} {second} kgo:Event")


def test_nothing_is_deprecated_today(pages: Pages) -> None:
    assert "No term is deprecated in this version." in pages["en"].text("_deprecated")


def test_two_runs_give_the_same_bytes(tmp_path: Any) -> None:
    command = [sys.executable, "-m", "kgraph", "docs", "ontology", "--out", "-"]
    seen = {
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_every_word_of_the_table_is_used_and_in_both_languages() -> None:
    used = beside("kgraph.documentation", "ontology.html.j2") + beside("kgraph.documentation", "reading.py")
    severities = {"violation", "warning", "info"}
    rows = table("kgraph.documentation", "words.tsv")
    assert [row["id"] for row in rows if not (row["vi"] and row["en"])] == []
    found = {word for pair in re.findall(r'words\.([a-z]+)|"([a-zA-Z:-]+)"', used) for word in pair}
    assert {row["id"] for row in rows} - found == severities

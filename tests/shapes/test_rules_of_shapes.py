"""What every shape file must keep to, so that severities, messages and engines mean what they say."""

from __future__ import annotations

import re

import pytest
import rdflib
from rdflib.namespace import RDF, RDFS, SH

from kgraph.curation.items import KINDS
from kgraph.dataset.shipped import resource_triples
from kgraph.resources import entries, read
from kgraph.sources.listing import FIELDS
from kgraph.validation.rdf import rdflib_graph
from kgraph.vocab import PREFIXES, expand

GRAPH = rdflib_graph(resource_triples("shapes"))
NODES = sorted(n for n in GRAPH.subjects(RDF.type, SH.NodeShape) if isinstance(n, rdflib.URIRef))
MEANING = rdflib.URIRef(expand("kgo:meaning"))
ADVICE = rdflib.URIRef(expand("kgo:advice"))


def languages(node: rdflib.term.Node, predicate: rdflib.URIRef) -> list[str | None]:
    return sorted(str(o.language) for o in GRAPH.objects(node, predicate) if isinstance(o, rdflib.Literal))


@pytest.mark.parametrize("node", NODES)
def test_shape_tells_what_is_wrong_what_that_means_and_what_to_do_in_both_languages(node: rdflib.URIRef) -> None:
    for predicate in (RDFS.label, MEANING, ADVICE):
        assert languages(node, predicate) == ["en", "vi"]
        assert all(str(text).strip() == str(text) != "" for text in GRAPH.objects(node, predicate))


@pytest.mark.parametrize("node", NODES)
def test_meaning_is_for_people_who_do_not_know_the_data_model(node: rdflib.URIRef) -> None:
    for text in GRAPH.objects(node, MEANING):
        assert not re.search(r"\b(kgo|kgs|dct|oa|prov|org|skos|sh):", str(text))


def advice(lang: str) -> dict[str, str]:
    """What each shape advises in *lang*."""
    texts = ((node, text) for node in NODES for text in GRAPH.objects(node, ADVICE))
    told = ((node, text) for node, text in texts if isinstance(text, rdflib.Literal) and text.language == lang)
    return {node.rpartition("#")[2]: str(text) for node, text in told}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_advice_names_files_of_the_registry_that_there_are(lang: str) -> None:
    named = {name for text in advice(lang).values() for name in re.findall(r"[\w-]+\.tsv", text)}
    assert len(named) > 8
    assert named <= {entry.name for entry in entries("data/registry", ".tsv")}


def test_both_languages_name_the_same_files_and_commands() -> None:
    named = re.compile(r"[\w-]+\.(?:tsv|csv)|kgraph \w+|kgo:\w+|--\w+")
    english = advice("en")
    for shape, text in advice("vi").items():
        assert set(named.findall(text)) == set(named.findall(english[shape])), shape


def test_advice_names_columns_that_the_file_has() -> None:
    named = re.compile(r"columns? ([a-z_]+(?:(?:, | and )[a-z_]+)*) of ((?:data/registry/)?[\w-]+\.\w+)")
    found = [match for text in advice("en").values() for match in named.findall(text)]
    assert len(found) > 14
    for columns, file in found:
        known = set(FIELDS) if file == "sources.csv" else set(read(file).splitlines()[0].split("\t"))
        assert set(re.split(r", | and ", columns)) <= known, (columns, file)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_advice_names_commands_that_there_are(lang: str) -> None:
    text = " ".join(advice(lang).values())
    assert set(re.findall(r"kgraph ([a-z]+)", text)) == {"build", "docs", "review"}
    assert set(re.findall(r"kgraph (\w+) (--\w+) (\w+)", text)) == {("review", "--kind", "fact")}
    assert "fact" in KINDS


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_advice_sends_nobody_to_edit_what_a_script_makes(lang: str) -> None:
    for shape, text in advice(lang).items():
        if re.search(r"\b(places|successions)\.tsv", text):
            assert re.search("tạo tự động|generated", text), shape


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_advice_says_who_does_what(lang: str) -> None:
    """Run a command, edit a file, tell the maintainers, or, of one note, leave it and look elsewhere."""
    doing = re.compile(r"kgraph (build|review)|maintainers|người giữ chương trình")
    assert [shape for shape, text in advice(lang).items() if not doing.search(text)] == ["DocumentNumber"]


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

"""The catalogue as RDF: every query is found again by asking, whole, with what its header says."""

from __future__ import annotations

import json
import subprocess
import sys

import pyoxigraph as ox
import pytest
import rdflib

from kgraph.dataset.turtle import turtle
from kgraph.queries import examples, json_ld, load, parse
from kgraph.vocab import PREFIXES

_SH = rdflib.Namespace(PREFIXES["sh"])
_HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(PREFIXES.items()))


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle(examples(load())), format="turtle")


def _ask(graph: rdflib.Graph, query: str) -> list[tuple[object, ...]]:
    return sorted(tuple(value.toPython() for value in row) for row in graph.query(_HEAD + query))


def test_each_query_is_one_executable_whose_text_still_runs(graph: rdflib.Graph) -> None:
    found = _ask(graph, "SELECT ?q ?text { ?q a sh:SPARQLExecutable ; sh:select|sh:construct|sh:ask ?text }")
    assert [iri.rpartition("/")[2] for iri, _ in found] == [query.name for query in load()]
    store = ox.Store()
    for _, text in found:
        assert "#+" not in text
        store.query(text)


@pytest.mark.parametrize(
    ("text", "kind", "predicate"),
    [
        ("SELECT * { ?s ?p ?o }", "SPARQLSelectExecutable", "select"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "SPARQLConstructExecutable", "construct"),
        ("# SELECT\nASK { ?s ?p 'CONSTRUCT' }", "SPARQLAskExecutable", "ask"),
    ],
)
def test_the_form_is_what_the_parser_says(text: str, kind: str, predicate: str) -> None:
    graph = rdflib.Graph().parse(data=turtle(examples([parse("mine", text)])), format="turtle")
    (query,) = graph.subjects(rdflib.RDF.type, _SH.SPARQLExecutable)
    assert (query, rdflib.RDF.type, _SH[kind]) in graph
    assert str(graph.value(query, _SH[predicate])) == text


def test_queries_can_be_asked_for_by_keyword_language_and_parameter(graph: rdflib.Graph) -> None:
    found = _ask(
        graph,
        """SELECT ?title ?class ?variable ?optional {
          ?q schema:keywords "programmes", "unions" ; rdfs:label ?title ; sh:parameter ?p ; dct:identifier "cq-1" .
          ?p sh:path ?path . OPTIONAL { ?p sh:class ?class } OPTIONAL { ?p sh:optional ?is }
          BIND (STRAFTER(STR(?path), "#") AS ?variable) BIND (COALESCE(?is, false) AS ?optional)
          FILTER (LANG(?title) = "vi" && BOUND(?class))
        }""",
    )
    assert found == [("Các chương trình một Hội thực hiện", PREFIXES["kgo"] + "WomensUnion", "union", False)]
    years = _ask(
        graph,
        """SELECT ?name { ?p sh:path <https://w3id.org/kgraph/query/programmes-of-union#year> ; sh:optional true ;
          sh:datatype xsd:integer ; sh:name ?name }""",
    )
    assert years == [("Năm",), ("Year",)]


def test_nothing_is_blank_and_all_prefixes_are_declared(graph: rdflib.Graph) -> None:
    assert not any(isinstance(term, rdflib.BNode) for triple in graph for term in triple)
    declared = _ask(graph, "SELECT ?p ?n { ?q sh:prefixes/sh:declare ?d . ?d sh:prefix ?p ; sh:namespace ?n }")
    assert dict(declared) == PREFIXES


def test_a_default_is_kept() -> None:
    header = "#+ x-kgraph: {params: [{name: year, type: integer, default: 2019}]}\n"
    text = turtle(examples([parse("mine", header + "SELECT ?year { ?s ?p ?year }")])).decode()
    assert 'sh:defaultValue "2019"' in text


def _kgraph(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kgraph", "query", *words], capture_output=True, encoding="utf-8", check=False
    )


def test_the_command_writes_the_catalogue() -> None:
    written = _kgraph("--format", "turtle")
    assert (written.returncode, written.stdout, written.stderr) == (0, turtle(examples(load())).decode(), "")
    as_json = _kgraph("--format", "json")
    assert as_json.stdout == json_ld(examples(load()))
    assert len(json.loads(as_json.stdout)) > len(load())


def test_a_list_is_no_csv() -> None:
    refused = _kgraph("--format", "csv")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "needs the name of a query" in refused.stderr

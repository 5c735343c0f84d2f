"""A graph that is none of ours is drawn as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.dataset.reader import Reader
from kgraph.views import render
from kgraph.views.model import Fact
from kgraph.views.things import read_things

EX, FOAF, RDF = "http://example.org/", "http://xmlns.com/foaf/0.1/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
FOREIGN = """
@prefix ex: <http://example.org/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix place: <http://example.org/places/> .
ex:an a foaf:Person ; foaf:name "An" ; foaf:knows ex:binh ; foaf:age 40 ; foaf:knows [ foaf:name "ai đó" ] .
ex:binh rdfs:label "Bình"@vi , "Binh"@en ; foaf:name "Anh Bình"@vi ; foaf:knows ex:binh ; foaf:based_near place:ha-noi .
foaf:knows rdfs:label "biết"@vi .
"""


@pytest.fixture
def foreign(tmp_path: Path) -> Reader:
    (tmp_path / "ban-be.ttl").write_text(FOREIGN, encoding="utf-8")
    return Reader.of_file(tmp_path / "ban-be.ttl")


def test_resources_are_nodes_under_their_best_label(foreign: Reader) -> None:
    assert [(n.iri.removeprefix(EX), n.label, n.english) for n in read_things(foreign).nodes] == [
        ("an", "An", ""), ("binh", "Bình", "Binh"), ("places/ha-noi", "ha-noi", ""),
    ]  # fmt: skip


def test_statements_are_lines_and_values_stand_at_their_node(foreign: Reader) -> None:
    def fact(source: str, *words: str, target: str = "") -> Fact:
        return Fact("relation", "", EX + source, target and EX + target, words, state="given")

    assert set(read_things(foreign).facts) == {
        fact("an", FOAF + "knows", target="binh"),
        fact("an", FOAF + "age", "40"),
        fact("an", RDF + "type", FOAF + "Person"),
        fact("binh", FOAF + "based_near", target="places/ha-noi"),
        fact("binh", FOAF + "knows", EX + "binh"),
    }


def test_properties_are_told_by_their_label_or_the_end_of_their_iri(foreign: Reader) -> None:
    terms = {iri: (vi, en) for iri, vi, en in read_things(foreign).terms}
    assert terms[FOAF + "knows"] == ("biết", "biết")
    assert terms[FOAF + "based_near"] == ("based_near", "based_near")
    assert terms[FOAF + "Person"] == ("Person", "Person")


def test_only_a_graph_without_anything_of_ours_is_drawn_so(foreign: Reader, example: Reader) -> None:
    assert "Bình" in render(foreign, foreign=True)
    assert "Bình" not in render(foreign)
    assert render(example, foreign=True) == render(example)

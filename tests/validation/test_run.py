"""What validate() gives for the example dataset and for changes to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import SH

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import Reader
from kgraph.dataset.shipped import resource_triples
from kgraph.errors import DatasetError
from kgraph.validation.findings import Finding, at_least, by_cause, counts, plain
from kgraph.validation.rdf import ox_term, rdf_term, rdflib_graph
from kgraph.validation.run import validate
from kgraph.validation.shapes import load_shapes, read_shapes
from kgraph.vocab import expand

EXAMPLE = Path(__file__).parents[1] / "fixtures" / "example.trig"
FIGURE = "https://data.example/kgraph/id/figure/0000000000000017"
Changed = Callable[..., Reader]


def test_example_has_no_finding() -> None:
    assert validate(Reader.of_file(EXAMPLE)) == ()


def test_finding_opens_on_the_words_that_state_the_fact(changed: Changed) -> None:
    [finding] = validate(changed(("kgo:value 3037 ;", "kgo:value 3.037 ;")))
    assert (finding.shape, finding.severity, finding.focus) == ("CountUnit", "violation", FIGURE)
    assert finding.label == Bilingual("3.037 cháu", "3.037 cháu")
    assert finding.path == "https://w3id.org/kgraph/ont#value"
    assert plain(finding.value) == "3.037"
    assert finding.message.vi.startswith("“3.037 cháu” được đọc là 3.037")
    assert finding.message.en.startswith("“3.037 cháu” was read as 3.037")
    assert finding.quote == "nhận đỡ đầu 3.037 cháu với số tiền gần 16,5 tỷ đồng"
    assert (finding.title, finding.files) == ("Hội LHPN tỉnh Nam Định ký kết chương trình phối hợp", ("vi-du.txt",))
    assert (finding.date, finding.article) == ("2021-03-02", "https://data.example/kgraph/id/article/1111111111111111")
    assert (finding.kind.name, finding.kind.label.en) == ("ReportedFigure", "reported figure")
    assert finding.advice.en.startswith("The dot in these articles parts thousands")


def test_messages_name_concepts_by_label_not_by_iri(changed: Changed) -> None:
    own = "kgo:jurisdiction <https://data.example/kgraph/id/place/"
    [finding] = validate(changed((f"{own}vn>", f"{own}nam-dinh>")))
    assert finding.shape == "LevelMatchesPlace"
    assert finding.label == Bilingual("Hội LHPN Việt Nam", "Vietnam Women's Union")
    assert finding.value_label == Bilingual("trung ương", "central")
    assert "cấp trung ương nhưng địa bàn ở cấp tỉnh" in finding.message.vi
    assert "level central but its place is at province" in finding.message.en


def test_findings_are_ordered_gravest_first_and_grouped_by_cause(findings: tuple[Finding, ...]) -> None:
    shapes = ["CountUnit", "DateOrder", "EventAfterPublication", "QualifierBound", "LabelEn"]
    assert [f.shape for f in findings] == shapes
    assert [cause.shape for cause, _ in by_cause(reversed(findings))] == shapes
    assert counts(findings) == {"violation": 3, "warning": 1, "info": 1}


def test_no_two_findings_are_equal_in_order(changed: Changed) -> None:
    """One place that breaks a shape in two ways: only the components tell its findings apart."""
    found = validate(changed(("oa:start 100 ; oa:end 150", 'oa:start -1 ; oa:end "x"')))
    assert len([f for f in found if f.shape == "Position"]) > len({(f.path, f.message) for f in found})
    assert len({f.order for f in found}) == len(found)


def test_graph_and_order_of_the_data_do_not_matter(findings: tuple[Finding, ...], changed: Changed) -> None:
    quads = [(q.subject, q.predicate, q.object) for q in changed().store]
    store = ox.Store()
    store.extend(ox.Quad(*t) for t in sorted(quads, key=str, reverse=True))
    assert validate(Reader(store)) == ()
    assert validate(changed(("kgo:value 3037 ;", "kgo:value 3.037 ;")))[0] == findings[0]


def test_subclasses_of_a_target_are_looked_at(changed: Changed) -> None:
    adopted = "kgo:adoptedBy <https://data.example/kgraph/id/union/nam-dinh>"
    evidence = "prov:wasDerivedFrom <https://data.example/kgraph/id/evidence/e000000000000003>"
    reader = changed(("a kgo:ThemeAdoption", "a kgo:Pledge"), (f"{adopted} ; {evidence}", adopted))
    assert validate(reader) == ()
    reader.store.update(
        "PREFIX kgo: <https://w3id.org/kgraph/ont#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        "INSERT DATA { kgo:Pledge rdfs:subClassOf kgo:Fact }"
    )
    assert [f.shape for f in validate(reader)] == ["FactEvidence"]


def test_subclasses_of_a_sparql_target_are_looked_at(changed: Changed) -> None:
    reader = changed(
        ("a kgo:Event ;", "a kgo:Congress ;"), ('Date "2021-03-01"^^xsd:date', 'Date "2021-03-09"^^xsd:date')
    )
    late = {"EventAfterPublication"}
    assert {f.shape for f in validate(reader)}.isdisjoint(late)
    reader.store.update(
        "PREFIX kgo: <https://w3id.org/kgraph/ont#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        "INSERT DATA { kgo:Congress rdfs:subClassOf kgo:Event }"
    )
    assert {f.shape for f in validate(reader)} == late


def test_nodes_that_are_no_target_are_left_alone(changed: Changed) -> None:
    # A police force of the province that is called central breaks no rule of unions.
    assert validate(changed(("kgo:bodyKind kgs:body-police", "kgo:level kgs:level-central"))) == ()


@pytest.mark.parametrize(("severity", "expected"), [("violation", False), ("warning", True), ("info", True)])
def test_at_least(severity: str, expected: bool, changed: Changed) -> None:
    found = validate(changed(("schema:maxValue 16500000000 ;", "")))
    assert at_least(found, severity) is expected


def test_shapes_and_data_agree_on_plain_strings() -> None:
    # sh:in and sh:hasValue compare terms: "x" must not become "x"^^xsd:string on one side only.
    data = [ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.Literal("x"))]
    assert (None, None, rdflib.Literal("x")) in rdflib_graph(data)
    assert (None, SH.prefix, rdflib.Literal("kgo")) in rdflib_graph(resource_triples("shapes"))


@pytest.mark.parametrize(
    "term",
    [
        ox.NamedNode("urn:a"),
        ox.Literal("x"),
        ox.Literal("x", language="vi"),
        ox.Literal("1.50", datatype=ox.NamedNode(expand("xsd:decimal"))),
        ox.BlankNode("b"),
    ],
    ids=str,
)
def test_terms_survive_the_way_to_rdflib_and_back(term: ox.NamedNode | ox.Literal | ox.BlankNode) -> None:
    assert ox_term(rdf_term(term)) == term


def test_a_blank_node_is_reported_by_name() -> None:
    store = ox.Store()
    store.load(b"_:b a <https://w3id.org/kgraph/ont#Rule> .", format=ox.RdfFormat.TURTLE)
    found = validate(Reader(store))
    assert {f.shape for f in found} == {"AsciiIri", "Rule"}
    assert all(f.focus.startswith("_:") for f in found)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ('sh:sparql [ sh:select "SELECT nothing" ]', "not SPARQL"),
        ('sh:sparql [ sh:select "ASK {}" ]', "not a SELECT"),
        ("sh:minCount 1", "correct the shape"),
    ],
)
def test_a_broken_shape_is_one_line_not_a_traceback(statement: str, words: str) -> None:
    turtle = f"""@prefix sh: <http://www.w3.org/ns/shacl#> .
        <urn:s> a sh:NodeShape ; sh:targetClass <https://w3id.org/kgraph/ont#Event> ; {statement} ."""
    shapes = read_shapes([q.triple for q in ox.parse(turtle, format=ox.RdfFormat.TURTLE)], load_shapes().ontology)
    with pytest.raises(DatasetError, match=words):
        validate(Reader.of_file(EXAMPLE), shapes)

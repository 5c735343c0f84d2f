"""Every kind of node leads to a label and, where there is one, to words of an article."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.namespace import SH

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import Reader
from kgraph.dataset.shipped import resource_triples
from kgraph.validation.context import Place, about, kind, label, place
from kgraph.validation.findings import OTHER
from kgraph.validation.rdf import merged, rdflib_graph
from kgraph.vocab import PREFIXES, expand

EXAMPLE = Path(__file__).parents[1] / "fixtures" / "example.trig"
TITLE = "Hội LHPN tỉnh Nam Định ký kết chương trình phối hợp"
ARTICLE = (TITLE, "2021-03-02", ("vi-du.txt",), "https://data.example/kgraph/id/article/1111111111111111")
POST = "đồng chí Nguyễn Thị Ví Dụ - Chủ tịch Hội LHPN tỉnh"


@pytest.fixture(scope="module")
def store() -> ox.Store:
    return merged(Reader.of_file(EXAMPLE).store, ())


@pytest.fixture(scope="module")
def known() -> ox.Store:
    """The same with the ontology, which names classes."""
    return merged(Reader.of_file(EXAMPLE).store, resource_triples("ontology"))


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode("https://data.example/kgraph/id/" + name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("union/nam-dinh", "Hội LHPN tỉnh Nam Định"),
        ("membership/0000000000000001", "Nguyễn Thị Ví Dụ · Hội LHPN tỉnh Nam Định · Chủ tịch"),
        ("figure/0000000000000017", "3.037 cháu"),
        ("evidence/e000000000000001", POST),
        ("rule/figure", "figure"),
        ("union/unknown", "union/unknown"),
    ],
)
def test_label(name: str, expected: str, store: ox.Store) -> None:
    assert label(store, node(name)) == expected


def test_label_in_english_falls_back_to_vietnamese(store: ox.Store) -> None:
    assert label(store, node("union/vn"), "en") == "Vietnam Women's Union"
    assert label(store, node("body/cong-an-tinh.nam-dinh"), "en") == "Công an tỉnh Nam Định"


@pytest.mark.parametrize(
    "name",
    [
        "membership/0000000000000001",
        "person/nguyen-thi-vi-du.nam-dinh-0a1b2c",
        "evidence/e000000000000001",
        "evidence/e000000000000001#quote",
        "evidence/e000000000000001#r1",
    ],
)
def test_place_of_the_words(name: str, store: ox.Store) -> None:
    evidence = node("evidence/e000000000000001").value
    assert place(store, node(name)) == Place(POST, "person-post-dash", *ARTICLE, evidence)


@pytest.mark.parametrize("name", ["article/1111111111111111", "copy/aaaaaaaaaaaaaaaa"])
def test_an_article_has_no_quote_but_a_file(name: str, store: ox.Store) -> None:
    assert place(store, node(name)) == Place("", "", *ARTICLE)


def test_nothing_is_known_of_a_stranger(store: ox.Store) -> None:
    assert place(store, node("union/unknown")) == Place()
    assert kind(store, node("union/unknown")) == OTHER


def test_an_article_printed_often_has_all_files_in_order(store: ox.Store) -> None:
    copies = ox.Store()
    copies.extend(store)
    copies.update(
        f"PREFIX kgo: <{PREFIXES['kgo']}> INSERT DATA {{"
        + "".join(f" <{ARTICLE[-1]}> kgo:hasCopy <urn:{n}> . <urn:{n}> kgo:fileName '{n}.txt' ." for n in "xeza")
        + " }"
    )
    names = ("a.txt", "e.txt", "vi-du.txt", "x.txt", "z.txt")
    assert place(copies, node("membership/0000000000000001")).files == names


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("membership/0000000000000001", ["membership/0000000000000001"]),
        ("person/nguyen-thi-vi-du.nam-dinh-0a1b2c", ["person/nguyen-thi-vi-du.nam-dinh-0a1b2c"]),
        ("evidence/e000000000000001", ["evidence/e000000000000001", "membership/0000000000000001"]),
        ("evidence/e000000000000001#quote", ["evidence/e000000000000001#quote", "membership/0000000000000001"]),
        ("evidence/e000000000000001#r1", ["evidence/e000000000000001#r1", "membership/0000000000000001"]),
        ("copy/aaaaaaaaaaaaaaaa", ["copy/aaaaaaaaaaaaaaaa"]),
    ],
)
def test_a_reader_looks_at_the_fact_that_evidence_supports_then_at_the_article(
    name: str, nearest: list[str], store: ox.Store
) -> None:
    seen = about(store, node(name), ARTICLE[-1])
    assert list(seen)[: len(nearest)] == [node(n).value for n in nearest]
    assert seen[-1] == ARTICLE[-1]


def test_a_blank_node_is_nothing_to_look_at(store: ox.Store) -> None:
    assert about(store, ox.BlankNode("b"), "") == ()


@pytest.mark.parametrize(
    ("name", "vi", "en"),
    [
        ("membership/0000000000000001", "việc giữ chức vụ", "post held"),
        ("figure/0000000000000017", "số liệu", "reported figure"),
        ("evidence/e000000000000001", "bằng chứng", "evidence"),
        ("evidence/e000000000000001#quote", "đoạn trích", "quote"),
        ("article/1111111111111111", "bài báo", "article"),
    ],
)
def test_kind(name: str, vi: str, en: str, known: ox.Store) -> None:
    assert kind(known, node(name)).label == Bilingual(vi, en)


def test_what_is_no_class_is_no_kind(store: ox.Store) -> None:
    store.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode(expand("rdf:type")), ox.Literal("bài báo")))
    assert kind(store, ox.NamedNode("urn:a")) == OTHER


def test_every_class_that_a_shape_looks_at_has_a_name() -> None:
    shapes = rdflib_graph(resource_triples("shapes"))
    store = merged([], resource_triples("ontology"))
    classes = sorted(set(shapes.objects(None, SH.targetClass)))
    for cls in classes:
        store.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode(expand("rdf:type")), ox.NamedNode(str(cls))))
        assert kind(store, ox.NamedNode("urn:a")).label.vi != OTHER.label.vi, cls
        store.update("DELETE WHERE { <urn:a> ?p ?o }")
    assert len(classes) > 30

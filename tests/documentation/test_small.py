"""What the page does with a few lines of Turtle: hostile words, terms given up, names, and the order of things."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kgraph.documentation import Vocabulary, render
from kgraph.documentation.names import Names

HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(1)">'
Small = Callable[..., Vocabulary]


def test_a_property_of_a_class_and_of_one_above_it_is_told_once(small: Small, parsed: Callable[..., Any]) -> None:
    page = parsed(
        small(
            """
            kgo:A a owl:Class . kgo:B a owl:Class ; rdfs:subClassOf kgo:A .
            kgo:both a owl:ObjectProperty ; schema:domainIncludes kgo:A , kgo:B . kgo:B rdfs:label "b"@en .
            kgo:one a owl:ObjectProperty ; schema:domainIncludes kgo:A ; rdfs:label "một"@vi .
            """
        ),
        "en",
    )
    inherited = page.text("B").partition("Properties from above")[2]
    assert "kgo:one" in inherited
    assert "kgo:both" not in inherited


def test_a_term_that_only_a_shape_or_only_a_query_names_is_told(small: Small, parsed: Callable[..., Any]) -> None:
    vocabulary = small(
        "kgsh:S a sh:NodeShape ; sh:targetClass kgo:A ; sh:property [ sh:path schema:name ] .", "?x dct:title ?t"
    )
    assert {"schema:name", "dct:title"} <= set(parsed(vocabulary).ids)


def test_a_name_has_the_prefix_of_the_nearest_namespace(small: Small) -> None:
    names = Names(small("@prefix a: <https://data.example/a/> . @prefix b: <https://data.example/a/b/> ."))
    assert [names.name(f"https://data.example/a/{x}") for x in ("c", "b/c")] == ["a:c", "b:c"]
    assert names.name("https://nobody.example/c") == "https://nobody.example/c"


def test_words_from_the_ontology_cannot_act(small: Small, parsed: Callable[..., Any]) -> None:
    hostile = HOSTILE.replace('"', '\\"')
    vocabulary = small(
        f"""
        kgo:A a owl:Class ; rdfs:label "{hostile}"@vi , "{hostile}"@en ; skos:definition "{hostile}"@vi ;
            skos:example "{hostile}" ; rdfs:subClassOf <javascript:alert(1)> ; skos:closeMatch <javascript:alert(2)> .
        kgo:p a owl:ObjectProperty ; rdfs:label "{hostile}"@vi ;
            schema:domainIncludes kgo:A ; schema:rangeIncludes kgo:A .
        kgsh:S a sh:NodeShape ; sh:targetClass kgo:A ; rdfs:label "{hostile}"@vi ; kgo:advice "{hostile}"@vi .
        kgs:s a skos:ConceptScheme ; skos:prefLabel "{hostile}"@vi .
        kgs:c skos:inScheme kgs:s ; skos:notation "{hostile}" .
        """,
        HOSTILE + " kgo:A",
    )
    page = parsed(vocabulary)
    assert page.tags["script"] == 1
    assert page.tags["img"] == 0
    assert HOSTILE in page.text("A")
    assert not any(link.startswith("javascript:") for link in page.links[""])


def test_a_deprecated_term_says_why_and_what_to_use(small: Small, parsed: Callable[..., Any]) -> None:
    given_up = """owl:deprecated true ; dct:isReplacedBy kgo:New ;
        skos:changeNote "Trùng nghĩa."@vi , "The same."@en"""
    vocabulary = small(
        f"""
        kgo:New a owl:Class ; rdfs:label "mới"@vi , "new"@en . kgo:Old a owl:Class ; rdfs:label "cũ"@vi ; {given_up} .
        kgs:s a skos:ConceptScheme . kgs:old skos:inScheme kgs:s ; skos:prefLabel "khái niệm cũ"@vi ; {given_up} .
        """
    )
    page = parsed(vocabulary)
    for place in ("Old", "old", "_deprecated"):
        assert all(words in page.text(place) for words in ("Đã ngừng dùng", "mới kgo:New", "Trùng nghĩa.", "The same."))
    assert {"#Old", "#old", "#New"} <= page.links["_deprecated"]
    assert "ngừng" not in page.text("New")


def test_a_prior_version_is_named(small: Small, parsed: Callable[..., Any]) -> None:
    page = parsed(small("<https://w3id.org/kgraph/ont> owl:priorVersion <https://w3id.org/kgraph/ont/8> ."))
    assert "Phiên bản trước https://w3id.org/kgraph/ont/8" in page.text("top")


def test_the_order_of_triples_does_not_matter(small: Small) -> None:
    lines = [
        'kgo:B a owl:Class ; rdfs:label "b"@vi .',
        'kgo:A a owl:Class ; rdfs:label "a"@vi ; rdfs:subClassOf kgo:B , schema:Event ; skos:example "y" , "x" .',
        "kgo:p a owl:ObjectProperty ; schema:rangeIncludes kgo:B , kgo:A ; schema:domainIncludes kgo:B .",
        "kgsh:T a sh:NodeShape ; sh:targetClass kgo:B . kgsh:S a sh:NodeShape ; sh:targetClass kgo:B , kgo:A .",
    ]
    assert render(small("\n".join(lines), "kgo:A", "kgo:B")) == render(small("\n".join(lines[::-1]), "kgo:A", "kgo:B"))

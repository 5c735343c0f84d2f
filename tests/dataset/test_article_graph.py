"""One article as quads, against docs/data-model.md."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.dataset.article_graph import Copy, article_quads, copy_quads
from kgraph.dataset.context import WIDTH, around, public
from kgraph.dataset.nquads import split
from kgraph.model import Article, Entity, Evidence, Iri, Resolution, Span, Statement, Term, Text, Typed
from kgraph.vocab import PREFIXES

TITLE = "Hội LHPN xã Ví Dụ tặng quà"
BODY = "Ngày 1/3, Hội LHPN xã Ví Dụ tặng quà. Bà Nguyễn Thị Ví Dụ - Chủ tịch Hội LHPN xã phát biểu."
TEXT = f"{TITLE}\n{BODY}"


def span(words: str, text: str = TEXT) -> Span:
    """Where *words* stand last in *text*."""
    start = text.rindex(words)
    return Span(start, start + len(words))


ARTICLE = Article(
    "1111111111111111", "vi-du.txt", TITLE, TEXT, (),
    (span("Ngày 1/3, Hội LHPN xã Ví Dụ tặng quà."), span("Bà Nguyễn Thị Ví Dụ - Chủ tịch Hội LHPN xã phát biểu.")),
    "2021-03-02", "https://tin.example/1", "Báo Ví Dụ", "Bút Danh",
)  # fmt: skip
UNION = Entity("union", "nam-dinh.vi-du.vi-du", "Hội LHPN xã Ví Dụ")
PERSON = Entity("person", "nguyen-thi-vi-du.nam-dinh-0a1b2c", "Nguyễn Thị Ví Dụ", ("schema:Person",))
EVIDENCE = Evidence(
    span("Bà Nguyễn Thị Ví Dụ - Chủ tịch Hội LHPN xã"), "person-post-dash", "resolved",
    (Resolution("Hội LHPN xã", UNION, "kgs:res-home"),),
)  # fmt: skip
MEMBERSHIP = Statement(
    "membership",
    "org:Membership",
    (("org:member", PERSON), ("org:organization", UNION)),
    (EVIDENCE,),
    "00000000000000a1",
)


def short(term: str) -> str:
    """A written term with prefixes instead of namespaces."""
    for name, iri in sorted(PREFIXES.items(), key=lambda item: -len(item[1])):
        term = term.replace(f"<{iri}", f"{name}:")
    return term.replace(">", "")


def triples(article: Article, *statements: Statement, copies: tuple[Copy, ...] = ()) -> set[tuple[str, str, str]]:
    """The article's quads as short triples."""
    return {tuple(map(short, split(line)[:3])) for line in article_quads(article, copies, statements)}  # type: ignore[misc]


def test_article_and_copy() -> None:
    copy = Copy("vi-du.txt", "https://tin.example/1", "Báo Ví Dụ", "2021-03-02")
    found = triples(ARTICLE, copies=(copy, copy))
    node = "id:article/1111111111111111"
    (copy_node,) = {o for s, p, o in found if p == "kgo:hasCopy"}
    issued = ("dct:issued", '"2021-03-02"^^xsd:date')
    printed = {issued, ("dct:source", "https://tin.example/1"), ("kgo:publisherName", '"Báo Ví Dụ"')}
    assert {(p, o.removeprefix("<")) for s, p, o in found if s == node} == printed | {
        ("rdf:type", "schema:NewsArticle"),
        ("dct:identifier", '"1111111111111111"'),
        ("dct:language", '"vi"'),
        ("dct:title", f'"{TITLE}"@vi'),
        ("kgo:searchLabel", '"hoi lhpn xa vi du tang qua"'),
        ("kgo:textLength", f'"{len(TEXT)}"^^xsd:integer'),
        ("schema:author", '"Bút Danh"'),
        ("kgo:hasCopy", copy_node),
    }
    assert {(p, o.removeprefix("<")) for s, p, o in found if s == copy_node} == printed | {
        ("rdf:type", "kgo:ArticleCopy"),
        ("kgo:fileName", '"vi-du.txt"'),
    }


def test_fact_entity_and_evidence() -> None:
    found = triples(ARTICLE, MEMBERSHIP)
    fact = {p: o for s, p, o in found if s == "id:membership/00000000000000a1"}
    node = fact["prov:wasDerivedFrom"]
    assert fact["org:member"] == "id:person/nguyen-thi-vi-du.nam-dinh-0a1b2c"
    assert ("id:person/nguyen-thi-vi-du.nam-dinh-0a1b2c", "kgo:searchLabel", '"nguyen thi vi du"') in found
    assert not [s for s, _, _ in found if s.startswith("id:union/")], "the registry describes what has no types"
    assert {(s.removeprefix(node), p, o) for s, p, o in found if s.startswith(node)} == {
        ("", "rdf:type", "kgo:Evidence"),
        ("", "rdf:type", "oa:SpecificResource"),
        ("", "oa:hasSource", "id:article/1111111111111111"),
        ("", "kgo:rule", "id:rule/person-post-dash"),
        ("", "kgo:confidence", "kgs:confidence-resolved"),
        ("", "oa:hasSelector", f"{node}#quote"),
        ("", "oa:hasSelector", f"{node}#position"),
        ("", "kgo:resolution", f"{node}#r1"),
        ("#quote", "rdf:type", "oa:TextQuoteSelector"),
        ("#quote", "oa:exact", '"Bà Nguyễn Thị Ví Dụ - Chủ tịch Hội LHPN xã"@vi'),
        ("#quote", "oa:suffix", '" phát biểu."@vi'),
        ("#position", "rdf:type", "oa:TextPositionSelector"),
        ("#position", "oa:start", f'"{EVIDENCE.span.start}"^^xsd:integer'),
        ("#position", "oa:end", f'"{EVIDENCE.span.end}"^^xsd:integer'),
        ("#r1", "rdf:type", "kgo:Resolution"),
        ("#r1", "kgo:words", '"Hội LHPN xã"@vi'),
        ("#r1", "kgo:resolvedTo", "id:union/nam-dinh.vi-du.vi-du"),
        ("#r1", "kgo:resolutionMethod", "kgs:res-home"),
    }


def test_a_method_may_be_given_with_or_without_its_prefix() -> None:
    bare = replace(EVIDENCE, resolutions=(Resolution("Hội LHPN xã", UNION, "res-home"),))
    found = triples(ARTICLE, replace(MEMBERSHIP, evidence=(bare,)))
    assert [o for _, p, o in found if p == "kgo:resolutionMethod"] == ["kgs:res-home"]


def test_event_gets_a_search_label_and_a_key_of_its_own() -> None:
    values: tuple[tuple[str, Term], ...] = (
        ("skos:prefLabel", Text("Tặng quà")),
        ("kgo:ordinal", Typed("2", "xsd:integer")),
    )
    event = Statement("event", "kgo:Event", values, (EVIDENCE,))
    found = triples(ARTICLE, event, event)
    (node,) = {s for s, p, o in found if o == "kgo:Event"}
    assert (node, "kgo:searchLabel", '"tang qua"') in found
    assert node == {s for s, p, o in triples(ARTICLE, event) if o == "kgo:Event"}.pop()


def test_nested_entities_are_described_once_with_the_fuller_description() -> None:
    bare = Entity("programme", "vi-du", "Ví dụ", ("kgo:Programme",))
    full = replace(bare, values=(("kgo:programmeKind", Iri("kgs:programme-mo-hinh")), ("kgo:host", PERSON)))
    facts = [Statement("x", "kgo:X", (("kgo:programme", e),), (EVIDENCE,)) for e in (bare, full)]
    assert triples(ARTICLE, *facts) == triples(ARTICLE, *reversed(facts)) == triples(ARTICLE, facts[1])
    found = triples(ARTICLE, *reversed(facts))
    assert ("id:programme/vi-du", "kgo:programmeKind", "kgs:programme-mo-hinh") in found
    assert ("id:person/nguyen-thi-vi-du.nam-dinh-0a1b2c", "rdf:type", "schema:Person") in found


def test_copies_of_others_hang_on_the_same_article() -> None:
    (line, *_) = copy_quads(ARTICLE.key, [Copy("khac.txt")])
    assert split(line)[0] == "<https://data.example/kgraph/id/article/1111111111111111>"


def test_bad_address_is_left_out_rather_than_breaking_the_load() -> None:
    found = triples(replace(ARTICLE, url="http://[::1"))
    assert not [o for _, p, o in found if p == "dct:source"]


def sentence(before: str, after: str) -> tuple[str, str]:
    """Context of "X" in a sentence of *before* + X + *after*, with a sentence on either side."""
    text = f"Một câu. {before}X{after} Câu sau."
    start = len("Một câu. ")
    end = start + len(before) + 1 + len(after)
    return around(
        replace(ARTICLE, text=text, sentences=(Span(0, 8), Span(start, end), Span(end + 1, len(text)))),
        Span(start + len(before), start + len(before) + 1),
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Ngày 1/3, ", " họp.", ("Ngày 1/3, ", " họp.")),
        ("", "", ("", "")),
        ("a" * 70 + " bc ", " de " + "f" * 70, ("bc ", " de")),
        ("a" * 70, "b" * 70, ("", "")),
        (f"q {'a' * 59} ", f" {'b' * 59} q", ("a" * 59 + " ", " " + "b" * 59)),
    ],
)
def test_context_stays_in_its_sentence_and_ends_between_words(
    before: str, after: str, expected: tuple[str, str]
) -> None:
    found = sentence(before, after)
    assert found == expected
    assert all(len(side) <= WIDTH for side in found)


def test_private_names_are_in_no_quote_and_no_context() -> None:
    text = "Hội tặng quà cho chị Ẩn Danh ở thôn 1, có bà Ví Dụ."
    hidden = span("Ẩn Danh", text)
    article = replace(ARTICLE, text=text, sentences=(Span(0, len(text)),), private=(hidden,))
    assert public(article, Span(0, 38)).of(text) == "Hội tặng quà cho chị"
    assert around(article, span("bà Ví Dụ", text))[0] == "ở thôn 1, có "
    assert around(article, span("Hội", text))[1] == " tặng quà cho chị"
    statement = replace(MEMBERSHIP, evidence=(Evidence(Span(0, 38), "x"),))
    assert not [t for t in triples(article, statement) if "Ẩn Danh" in t[2]]
    assert public(article, span("bà Ví Dụ", text)).of(text) == "bà Ví Dụ"

"""What is read from the dataset: nodes, facts between them, and the words that state them."""

from __future__ import annotations

from collections.abc import Callable

from kgraph.dataset.reader import Reader
from kgraph.views.model import Fact, ViewModel
from kgraph.views.network import read_model

ID = "https://data.example/kgraph/id/"
Load = Callable[[str], Reader]
UNION = ID + "union/nam-dinh"


def only(model: ViewModel, predicate: str) -> list[Fact]:
    return [f for f in model.facts if f.predicate == predicate]


def test_every_kind_of_entity_that_a_fact_names_is_a_node(example: Reader) -> None:
    kinds = [n.kind for n in read_model(example).nodes]
    assert sorted(kinds) == [
        "article", "award", "body", "document", "event", "group", "person", "place", "place",
        "programme", "programme", "theme", "union", "union",
    ]  # fmt: skip


def test_every_kind_of_fact_is_read(example: Reader) -> None:
    assert {f.predicate for f in read_model(example).facts} == {
        "membership", "participation", "organizer", "agreement", "implementation", "figure", "award",
        "theme-adoption", "citation", "parent", "jurisdiction", "within", "mention",
    }  # fmt: skip


def test_a_membership_goes_from_person_to_body_with_post_date_and_evidence(example: Reader) -> None:
    (fact,) = only(read_model(example), "membership")
    assert (fact.source, fact.target) == (ID + "person/nguyen-thi-vi-du.nam-dinh-0a1b2c", UNION)
    assert (fact.words, fact.date) == ((ID + "post/chu-tich",), "2021-03-01")
    assert fact.evidence == (ID + "evidence/e000000000000001",)


def test_a_joint_award_is_one_fact_a_giver(example: Reader) -> None:
    facts = only(read_model(example), "award")
    assert {f.source for f in facts} == {UNION, ID + "union/vn"}
    assert {f.words for f in facts} == {("43 tập thể, 23 cá nhân",)}


def test_a_figure_for_no_programme_has_no_second_end(load: Load, example_text: str) -> None:
    text = example_text.replace(f"kgo:programme <{ID}programme/me-do-dau> ;", "")
    assert {f.target for f in only(read_model(load(text)), "figure")} == {""}


def test_evidence_keeps_the_sentence_in_three_parts(example: Reader) -> None:
    proof = read_model(example).evidence[0]
    assert (proof.prefix, proof.exact[:9], proof.suffix) == ("Tới dự có ", "đồng chí ", ", phát biểu")
    assert (proof.confidence, proof.rule) == ("resolved", ID + "rule/person-post-dash")


def test_other_names_and_english_names_are_kept(example: Reader) -> None:
    node = next(n for n in read_model(example).nodes if n.iri.endswith("de-an-939"))
    assert (node.label, node.english, node.aliases) == (
        "Hỗ trợ phụ nữ khởi nghiệp", "Supporting women's start-ups", ("Đề án 939",),
    )  # fmt: skip


def test_concepts_have_labels_even_where_the_file_brings_none(example: Reader) -> None:
    labels = {iri: (vi, en) for iri, vi, en in read_model(example).terms}
    assert labels[ID + "post/chu-tich"] == ("Chủ tịch", "President")
    assert "https://w3id.org/kgraph/scheme/role-signatory" in labels


def test_a_planned_act_says_so(load: Load, example_text: str) -> None:
    text = example_text.replace("kgo:eventStatus kgs:status-held", "kgo:eventStatus kgs:status-planned")
    assert [f.state for f in only(read_model(load(text)), "organizer")] == ["planned"]


def test_an_address_that_is_not_http_is_dropped(hostile: Reader) -> None:
    assert [a.url for a in read_model(hostile).articles] == [""]


def test_an_empty_dataset_is_an_empty_model(load: Load) -> None:
    assert read_model(load("")) == ViewModel()

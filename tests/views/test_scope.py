"""--about, --depth and --as-of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.dataset.reader import Reader
from kgraph.errors import NotFoundError, QueryError
from kgraph.views.model import ViewModel
from kgraph.views.network import read_model
from kgraph.views.scope import Scope, answered, between, existing, narrowed, neighbourhood, of_kinds, subject

ID = "https://data.example/kgraph/id/"
PERSON = ID + "person/nguyen-thi-vi-du.nam-dinh-0a1b2c"
BODY = ID + "body/cong-an-tinh.nam-dinh"


def labels(reader: Reader, focus: str, depth: int) -> set[str]:
    return {n.label for n in neighbourhood(read_model(reader), focus, depth).nodes if n.kind != "article"}


def test_depth_counts_relations(example: Reader) -> None:
    event = "Ký kết chương trình phối hợp giai đoạn 2021-2025"
    assert labels(example, PERSON, 0) == {"Nguyễn Thị Ví Dụ"}
    assert labels(example, PERSON, 1) == {"Nguyễn Thị Ví Dụ", "Hội LHPN tỉnh Nam Định", event}
    assert "Mẹ đỡ đầu" in labels(example, PERSON, 2)


def test_paths_do_not_lead_through_places(example: Reader) -> None:
    """The police and the union serve one province; by that alone they are not related."""
    model = read_model(example)
    facts = tuple(f for f in model.facts if f.predicate == "jurisdiction")
    near = neighbourhood(type(model)(nodes=model.nodes, facts=facts), BODY, 3)
    assert {n.iri for n in near.nodes} == {BODY, ID + "place/nam-dinh"}


def test_a_place_itself_can_be_asked_about(example: Reader) -> None:
    assert "Công an tỉnh Nam Định" in labels(example, ID + "place/nam-dinh", 1)


def test_articles_that_mention_what_is_near_come_along(example: Reader) -> None:
    near = neighbourhood(read_model(example), BODY, 1)
    assert [a.title for a in near.articles] == ["Hội LHPN tỉnh Nam Định ký kết chương trình phối hợp"]


@pytest.mark.parametrize("text", [PERSON, "person/nguyen-thi-vi-du.nam-dinh-0a1b2c", "nguyen thi vi du"])
def test_iri_key_and_label_without_accents_name_the_same_node(example: Reader, text: str) -> None:
    assert subject(example, read_model(example), text) == PERSON


@pytest.mark.parametrize("text", [ID + "person/nobody", "khong co ai", "chu tich"])
def test_what_no_fact_names_is_not_found(example: Reader, text: str) -> None:
    with pytest.raises(NotFoundError):
        subject(example, read_model(example), text)


@pytest.mark.parametrize(
    ("as_of", "known"), [("2021-02-28", False), ("2021-03-01", True), ("2021-03", True), ("2020", False)]
)
def test_as_of_leaves_out_what_is_dated_later(example: Reader, as_of: str, known: bool) -> None:
    assert any(f.predicate == "membership" for f in between(read_model(example), None, as_of).facts) is known


def test_a_fact_without_date_has_that_of_its_article(example: Reader) -> None:
    def cites(as_of: str) -> bool:
        return any(f.predicate == "mention" for f in between(read_model(example), None, as_of).facts)

    assert (cites("2021-03-02"), cites("2021-02-28")) == (True, False)


def test_before_everything_nothing_is_left_not_even_the_registry(example: Reader) -> None:
    model = between(read_model(example), None, "1990")
    assert (model.nodes, model.facts, model.evidence, model.articles) == ((), (), (), ())


def test_what_remains_keeps_its_place_in_the_hierarchy(example: Reader) -> None:
    facts = between(read_model(example), None, "2020").facts
    assert {"parent", "jurisdiction", "within", "implementation"} <= {f.predicate for f in facts}


@pytest.mark.parametrize("text", ["hôm nay", "2021-3-1", "01/03/2021", ""])
def test_a_wrong_date_is_refused(example: Reader, text: str) -> None:
    with pytest.raises(QueryError, match="YYYY-MM-DD"):
        between(read_model(example), None, text)


def kinds_of(model: ViewModel) -> set[str]:
    return {node.kind for node in model.nodes}


def test_only_some_kinds_are_kept_with_what_lies_between_them(example: Reader) -> None:
    model = of_kinds(read_model(example), frozenset({"union", "programme"}))
    assert kinds_of(model) == {"union", "programme"}
    assert {f.predicate for f in model.facts} >= {"implementation"}
    drawn = {n.iri for n in model.nodes}
    assert all({f.source, f.target} - {""} <= drawn for f in model.facts)
    assert {e.iri for e in model.evidence} == {e for f in model.facts for e in f.evidence}


def test_a_kind_without_lines_keeps_its_nodes(example: Reader) -> None:
    assert [n.label for n in of_kinds(read_model(example), frozenset({"person"})).nodes] == ["Nguyễn Thị Ví Dụ"]


def test_what_one_asks_about_stays_whatever_its_kind(example: Reader) -> None:
    model, focus = narrowed(example, read_model(example), Scope(PERSON, kinds=frozenset({"union"})))
    assert focus == PERSON
    assert kinds_of(model) == {"person", "union"}


def test_an_unknown_kind_is_named_with_those_that_there_are(example: Reader) -> None:
    with pytest.raises(QueryError, match="unoin: no kind of node; there are union, body"):
        of_kinds(read_model(example), frozenset({"unoin"}))


@pytest.mark.parametrize(
    ("since", "until", "known"),
    [
        ("2021-03-01", None, True),
        ("2021-03-02", None, False),
        ("2021-03", "2021-03", True),
        ("2021", None, True),
        ("2022", None, False),
        ("2020", "2021-02", False),
        ("2021-03-01", "2021-03-01", True),
    ],
)
def test_since_and_until_bound_the_dates(example: Reader, since: str, until: str | None, known: bool) -> None:
    facts = between(read_model(example), since, until).facts
    assert any(f.predicate == "membership" for f in facts) is known


def test_a_fact_of_a_year_is_within_a_month_of_it(example: Reader) -> None:
    def carried_out(since: str) -> bool:
        return any(f.predicate == "implementation" for f in between(read_model(example), since, None).facts)

    assert (carried_out("2020-06"), carried_out("2021-06")) == (True, False)


def test_an_answer_is_its_things_its_facts_and_what_lies_between_its_things(example: Reader) -> None:
    union, programme = ID + "union/nam-dinh", ID + "programme/de-an-939"
    model = answered(read_model(example), frozenset({union, programme, ID + "nobody"}))
    assert {n.iri for n in model.nodes} == {union, programme}
    assert {f.predicate for f in model.facts} == {"implementation"}
    assert [n.iri for n in answered(read_model(example), frozenset({union})).nodes] == [union]
    membership = next(f for f in read_model(example).facts if f.predicate == "membership")
    assert membership in answered(read_model(example), frozenset({membership.iri})).facts


def test_bounds_are_put_together(example: Reader) -> None:
    scope = Scope(kinds=frozenset({"union", "programme"}), since="2020", until="2020", named=None)
    model, focus = narrowed(example, read_model(example), scope)
    assert focus is None
    assert {f.predicate for f in model.facts if f.iri} == {"implementation", "figure"}


def test_as_of_leaves_out_what_did_not_exist_then(load: Callable[[str], Reader]) -> None:
    text = (
        "<urn:old> a kgo:WomensUnion ; kgo:validTo '2025-06-30'^^xsd:date ; org:subOrganizationOf <urn:vn> ."
        "<urn:new> a kgo:WomensUnion ; kgo:validFrom '2025-07-01'^^xsd:date ; org:subOrganizationOf <urn:vn> ."
        "<urn:vn> a kgo:WomensUnion ."
    )
    model = read_model(load(text))

    def known(day: str) -> list[str]:
        return [node.iri for node in existing(model, day).nodes]

    assert known("2025-06-30") == known("2021") == ["urn:old", "urn:vn"]
    assert known("2025-07-01") == known("2026-01") == ["urn:new", "urn:vn"]
    assert known("2025") == ["urn:new", "urn:old", "urn:vn"]


def test_as_of_and_until_bound_both(example: Reader) -> None:
    model = read_model(example)
    both, _ = narrowed(example, model, Scope(until="2021", as_of="2021-02-28"))
    alone, _ = narrowed(example, model, Scope(as_of="2021-02-28"))
    assert both == alone != model


@pytest.mark.parametrize(
    ("since", "until", "held"), [("2021-04", "2021-06", True), ("2021-05", None, False), (None, "2021-03", False)]
)
def test_a_quarter_begins_with_its_first_month(
    load: Callable[[str], Reader], since: str | None, until: str | None, held: bool
) -> None:
    """EDTF writes the second quarter of 2021 as 2021-34."""
    done = "kgo:implementer <urn:u> ; kgo:programme <urn:p> ; prov:wasDerivedFrom <urn:e>"
    period = "kgo:period '2021-34'^^<http://id.loc.gov/datatypes/edtf/EDTF>"
    ends = "<urn:u> a kgo:WomensUnion . <urn:p> a kgo:Programme ."
    model = read_model(load(f"{ends} <urn:f/1> a kgo:Implementation ; {done} ; {period} ."))
    assert bool(between(model, since, until).facts) == held

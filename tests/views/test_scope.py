"""--about, --depth and --as-of."""

from __future__ import annotations

import pytest

from kgraph.dataset.reader import Reader
from kgraph.errors import NotFoundError, QueryError
from kgraph.views.network import read_model
from kgraph.views.scope import by_date, neighbourhood, subject

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
    assert any(f.predicate == "membership" for f in by_date(read_model(example), as_of).facts) is known


def test_a_fact_without_date_has_that_of_its_article(example: Reader) -> None:
    def cites(as_of: str) -> bool:
        return any(f.predicate == "mention" for f in by_date(read_model(example), as_of).facts)

    assert (cites("2021-03-02"), cites("2021-02-28")) == (True, False)


def test_before_everything_nothing_is_left_not_even_the_registry(example: Reader) -> None:
    model = by_date(read_model(example), "1990")
    assert (model.nodes, model.facts, model.evidence, model.articles) == ((), (), (), ())


def test_what_remains_keeps_its_place_in_the_hierarchy(example: Reader) -> None:
    facts = by_date(read_model(example), "2020").facts
    assert {"parent", "jurisdiction", "within", "implementation"} <= {f.predicate for f in facts}


@pytest.mark.parametrize("text", ["hôm nay", "2021-3-1", "01/03/2021", ""])
def test_a_wrong_date_is_refused(example: Reader, text: str) -> None:
    with pytest.raises(QueryError, match="YYYY-MM-DD"):
        by_date(read_model(example), text)

"""What counts as the same fact, kind by kind, and how rows are paired and measured."""

from __future__ import annotations

from typing import Any

import pytest

from kgraph.evaluation import Document, evaluate
from kgraph.evaluation.kinds import GROUPS, KINDS
from kgraph.evaluation.pairing import paired
from kgraph.evaluation.scoring import Counts, compare, score

UNION = {"name": "Hội LHPN tỉnh Nam Định", "level": "province", "place": "Nam Định", "within": None}
EVENT = {
    "type": "hội nghị",
    "label": "Hội nghị mẫu",
    "date": "2021-03-02",
    "host": "Hội LHPN tỉnh Nam Định",
    "participants": [],
}
FIGURE = {"value": 16.5, "unit": "tỷ đồng", "about": "vốn", "org": None}
AWARD = {"award": "Bằng khen", "from": "UBND tỉnh Nam Định", "to": "10 tập thể"}

SAME: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("unions", UNION, {"name": "Hội Phụ nữ tỉnh Nam Định"}),
    ("unions", UNION, {"name": "Hội LHPN tỉnh Nam Định, Việt Nam"}),
    ("programmes", {"name": "Hỗ trợ phụ nữ khởi nghiệp", "code": "939"}, {"name": "Đề án 939", "code": "939/QĐ-TTg"}),
    ("programmes", {"name": "Mẹ đỡ đầu"}, {"name": "Chương trình Mẹ đỡ đầu"}),
    ("events", EVENT, {"host": "Hội Liên hiệp Phụ nữ tỉnh Nam Định", "label": "Một tên khác"}),
    ("events", EVENT | {"date": "2021"}, {"date": None}),
    ("events", EVENT | {"year_inferred": True}, {"date": "2020-03-02"}),
    ("events", EVENT | {"host": None}, {"host": "UBND tỉnh Nam Định"}),
    ("figures", FIGURE, {"value": 16_500_000_000, "unit": "đồng"}),
    ("figures", FIGURE | {"org": "Hội LHPN tỉnh Nam Định"}, {"org": None}),
    ("awards", AWARD, {"from": None}),
    ("awards", AWARD, {"from": "Ủy ban nhân dân tỉnh Nam Định", "to": "10 tập thể xuất sắc"}),
    ("themes", {"org": "Hội LHPN huyện Mẫu", "year": 2021, "text": "Gia đình bình an"}, {"text": "Gia đình bình an!"}),
]
OTHER: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("unions", UNION, {"level": "district"}),
    ("unions", UNION, {"name": "Hội LHPN tỉnh Nam Định Mới"}),
    ("programmes", {"name": "Đề án 939", "code": "939"}, {"code": "938"}),
    ("programmes", {"name": "Mẹ đỡ đầu"}, {"name": "Tuần lễ áo dài và Mẹ đỡ đầu của phụ nữ Việt Nam"}),
    ("events", EVENT, {"date": "2021-03"}),
    ("events", EVENT, {"date": None}),
    ("events", EVENT, {"date": "2020-03-02"}),
    ("events", EVENT, {"type": "tập huấn"}),
    ("events", EVENT, {"host": None}),
    ("figures", FIGURE, {"unit": "triệu đồng"}),
    ("figures", FIGURE | {"org": "Hội LHPN tỉnh Nam Định"}, {"org": "Hội LHPN tỉnh Hà Nam"}),
    ("awards", AWARD, {"from": "Tỉnh ủy Nam Định"}),
    ("awards", AWARD, {"award": "Giấy khen"}),
    ("themes", {"org": "Hội LHPN huyện Mẫu", "year": 2021, "text": "Gia đình bình an"}, {"year": 2022}),
]


def counts(kind: str, gold: list[Any], found: list[Any], **more: Any) -> Counts:
    lists = {"acts": "events"}
    key = lists.get(kind, kind)
    return compare({key: gold} | more, Document({key: found}))[kind].counts


@pytest.mark.parametrize(("kind", "gold", "change"), SAME)
def test_the_same_fact_in_other_words(kind: str, gold: dict[str, Any], change: dict[str, Any]) -> None:
    assert counts(kind, [gold], [gold | change]) == Counts(tp=1)


@pytest.mark.parametrize(("kind", "gold", "change"), OTHER)
def test_another_fact_in_like_words(kind: str, gold: dict[str, Any], change: dict[str, Any]) -> None:
    judged = kind != "figures"
    assert counts(kind, [gold], [gold | change]) == Counts(fp=int(judged), fn=1)


def test_bodies_may_differ_a_little_but_not_at_the_end() -> None:
    board = "Ban Vì sự tiến bộ của phụ nữ tỉnh Nam Định"
    assert counts("organisations", [board], ["Ban Vì sự tiến bộ phụ nữ tỉnh Nam Định"]) == Counts(tp=1)
    assert counts("organisations", [board], ["Ban Vì sự tiến bộ của phụ nữ tỉnh Hà Nam"]) == Counts(fp=1, fn=1)


def test_a_union_one_letter_apart_is_another_even_where_bodies_are_compared() -> None:
    found = ["Hội LHPN xã Tâm An Khánh"]
    assert counts("organisations", ["Hội LHPN xã Tân An Khánh"], found) == Counts(fp=1, fn=1)


def test_an_official_with_two_posts_is_one_person_and_two_roles() -> None:
    roles = [{"title": "Chủ tịch", "org": "Hội LHPN huyện Mẫu"}, {"title": "Ủy viên", "org": "Huyện ủy Mẫu"}]
    gold = {"officials": [{"name": "Nguyễn Thị Ví Dụ", "roles": roles}]}
    found = {"officials": [{"name": "NGUYỄN THỊ VÍ DỤ", "roles": roles[:1]}]}
    kinds = compare(gold, Document(found))
    assert (kinds["persons"].counts, kinds["roles"].counts) == (Counts(tp=1), Counts(tp=1, fn=1))


def test_a_private_person_named_as_official_is_not_judged() -> None:
    found = [{"name": "Trần Thị Mẫu", "roles": []}]
    compared = compare({"people": ["Trần Thị Mẫu"]}, Document({"officials": found}))["persons"]
    assert (compared.counts, len(compared.unjudged)) == (Counts(), 1)


def test_what_gold_leaves_open_counts_neither_way() -> None:
    may = UNION | {"optional": True}
    assert counts("unions", [may], [UNION]) == counts("unions", [may], []) == Counts()
    assert counts("unions", [may], [UNION, UNION]) == Counts(fp=1), "one reading excuses one row"
    assert counts("unions", [may, UNION], [UNION]) == Counts(tp=1), "what must be found takes the row first"


def test_events_of_no_type_are_acts_and_give_no_participations() -> None:
    act = EVENT | {"type": "Khác", "participants": ["Trần Thị Mẫu"]}
    kinds = compare({"events": [act]}, Document({"events": []}))
    assert {kind for kind, compared in kinds.items() if compared.missed} == {"acts"}


def test_a_participation_needs_its_event_and_its_party() -> None:
    gold = {"events": [EVENT | {"participants": ["UBND tỉnh Nam Định", "Trần Thị Mẫu"]}]}
    found = {"events": [EVENT | {"participants": ["Ủy ban nhân dân tỉnh Nam Định", "Lê Thị Mẫu"]}]}
    assert compare(gold, Document(found))["participations"].counts == Counts(1, 1, 1)


def test_who_implements_what_goes_by_the_number_of_the_programme() -> None:
    def document(name: str) -> dict[str, Any]:
        programme = {"name": name, "code": "939"}
        return {"programmes": [programme], "implements": [["Hội LHPN huyện Mẫu", name]]}

    compared = compare(document("Hỗ trợ phụ nữ khởi nghiệp"), Document(document("Đề án 939")))
    assert compared["implements"].counts == Counts(tp=1)


def test_extra_figures_are_not_judged() -> None:
    compared = compare({"figures": [FIGURE]}, Document({"figures": [FIGURE, FIGURE | {"value": 2}]}))["figures"]
    assert (compared.counts, len(compared.unjudged)) == (Counts(tp=1), 1)


def test_as_many_rows_as_possible_find_a_partner() -> None:
    fits = {("a", "x"), ("a", "y"), ("b", "x"), ("c", "y"), ("c", "z")}
    for gold in (["a", "b", "c"], ["c", "b", "a"]):
        for found in (["x", "y", "z"], ["z", "y", "x"]):
            pairs = paired(gold, found, lambda g, f: (g, f) in fits)
            assert {(gold[g], found[f]) for f, g in pairs.items()} == {("a", "y"), ("b", "x"), ("c", "z")}


def test_a_thousand_rows_may_have_to_move_for_one() -> None:
    last = 1200
    pairs = paired(range(last + 1), range(last + 1), lambda g, f: f == 0 if g == last else f in (g, g + 1))
    assert pairs == {0: last} | {place + 1: place for place in range(last)}


def test_precision_is_over_judged_kinds_and_recall_over_all() -> None:
    both = score({"figures": Counts(tp=4, fn=4), "unions": Counts(tp=3, fp=1, fn=0)})
    assert (both.precision, both.recall) == (3 / 4, 7 / 11)
    assert both.f1 == pytest.approx(2 * both.recall * 0.75 / (both.recall + 0.75))
    alone = score({"figures": Counts(tp=4, fn=4)})
    assert (alone.precision, alone.f1, alone.mark) == (None, None, 0.5)


def test_nothing_to_find_and_nothing_found_is_well() -> None:
    assert score({"unions": Counts()}).mark == 1
    assert score({"unions": Counts(fp=1)}).mark == 0
    missed = score({"unions": Counts(fn=1)})
    assert (missed.precision, missed.mark) == (0, 0)


def test_an_article_without_facts_is_all_missed() -> None:
    evaluation = evaluate({"a": {"unions": [UNION]}, "b": {"unions": [UNION]}}, {"b": Document({"unions": [UNION]})})
    assert evaluation.scores()["unions"].counts == Counts(tp=1, fn=1)
    assert [name for name, compared in evaluation.compared("unions") if compared.missed] == ["a"]


def test_sums_hold_the_kinds_that_say_so() -> None:
    held = {group: {name for name, kind in KINDS.items() if group in kind.groups} for group in GROUPS}
    assert held["entities"] == {"unions", "persons", "programmes"}
    assert held["all"] == KINDS.keys() - {"acts"}
    assert [name for name, kind in KINDS.items() if not kind.judged] == ["figures"]

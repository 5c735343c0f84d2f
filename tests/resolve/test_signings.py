"""Who signs with whom, by name or as a group that nobody lists."""

from __future__ import annotations

from typing import Any

import pytest

from kgraph.model import Span
from kgraph.resolve._groups import groups

TAIL = "Bà con trong làng vui vì con đường mới đã nối hai bờ, trẻ nhỏ đi học không còn phải chờ đò mỗi sáng như trước."
Y_YEN, POLICE = "Hội LHPN huyện Ý Yên", "Công an huyện Ý Yên"


def signings(read: Any, *lines: str) -> list[list[tuple[str, str]]]:
    document = read("\n".join(["Phụ nữ làm đường quê", *lines, TAIL]), published="2021-03-02")
    events = [event for event in document.events if event.kind == "signing"]
    return [[(p.entity.label, p.role.removeprefix("role-signatory")) for p in e.participants] for e in events]


# case: (sentence, parties with the letter of their side, if the text tells sides)
PARTIES = {
    "side by side": (f"{Y_YEN} và {POLICE} đã ký kết giao ước thi đua.", [(Y_YEN, ""), (POLICE, "")]),
    "one with the other": (f"{Y_YEN} đã ký kết giao ước thi đua với {POLICE}.", [(Y_YEN, "-a"), (POLICE, "-b")]),
    "between": (f"Ký kết giao ước thi đua giữa {Y_YEN} với {POLICE}.", [(Y_YEN, "-a"), (POLICE, "-b")]),
    "with a group": (
        f"{Y_YEN} đã ký kết giao ước thi đua với các đồn biên phòng đóng trên địa bàn.",
        [(Y_YEN, "-a"), ("các đồn biên phòng đóng trên địa bàn", "-b")],
    ),
    "with unions of a level": (
        f"{Y_YEN} đã ký kết giao ước thi đua năm 2021 với Hội LHPN các xã, thị trấn và các đơn vị trực thuộc.",
        [(Y_YEN, "-a"), ("Hội LHPN các xã, thị trấn và các đơn vị trực thuộc", "-b")],
    ),
    "a group signs": ("Tại hội nghị, các đơn vị đã ký giao ước thi đua năm 2021.", [("các đơn vị", "")]),
    "between a union and a group": (
        f"Ký kết giao ước thi đua giữa {Y_YEN} và các chi hội.",
        [(Y_YEN, ""), ("các chi hội", "")],
    ),
    "named ones are no group": (
        f"{Y_YEN} đã ký kết giao ước thi đua với Hội LHPN các xã: Yên Bình, Yên Lương.",
        [(Y_YEN, "-a"), ("Hội LHPN xã Yên Bình", "-b"), ("Hội LHPN xã Yên Lương", "-b")],
    ),
    "a group behind the purpose does not sign": (
        f"Ký kết giao ước thi đua giữa {Y_YEN} và {POLICE}, qua đó giúp đỡ các chi hội.",
        [(Y_YEN, ""), (POLICE, "")],
    ),
    "who only holds the signing of others": (
        f"Hội LHPN tỉnh Nam Định đã ký kết giao ước thi đua giữa {Y_YEN} và {POLICE}.",
        [(Y_YEN, ""), (POLICE, "")],
    ),
    "with one, and nobody else is named": (
        f"Tại trụ sở {Y_YEN} đã diễn ra lễ ký kết giao ước thi đua với {POLICE}.",
        [(POLICE, "-b")],
    ),
    "a union and a group sign": (
        f"{Y_YEN} và các đơn vị trực thuộc đã ký kết giao ước thi đua.",
        [(Y_YEN, ""), ("các đơn vị trực thuộc", "")],
    ),
    "named ones told with where they lie": (
        f"{Y_YEN} đã ký kết giao ước thi đua với Hội LHPN 02 xã ven biển Yên Bình, Yên Lương.",
        [(Y_YEN, "-a"), ("Hội LHPN xã Yên Bình", "-b"), ("Hội LHPN xã Yên Lương", "-b")],
    ),
    "a body of many is no group": (
        f"{Y_YEN} đã ký kết giao ước thi đua với Hiệp hội các doanh nghiệp bến sông.",
        [(Y_YEN, "")],
    ),
    "a group that is told to sign": (f"{Y_YEN} nhắc các đơn vị ký kết giao ước thi đua.", [(Y_YEN, "")]),
    "a group that is only spoken of": (
        f"{Y_YEN} nhắc các đơn vị thi đua. {Y_YEN} và {POLICE} đã ký kết giao ước thi đua.",
        [(Y_YEN, ""), (POLICE, "")],
    ),
}


@pytest.mark.parametrize("case", PARTIES)
def test_tells_the_parties_and_their_sides(case: str, read: Any) -> None:
    sentence, expected = PARTIES[case]
    assert signings(read, sentence) == [expected]


def test_one_signing_told_twice_keeps_its_sides_and_one_group(read: Any) -> None:
    told = f"{Y_YEN} ký giao ước thi đua năm 2021"
    again = f"Ký giao ước thi đua giữa {Y_YEN} với các chi hội trực thuộc."
    shown = f"Ký giao ước thi đua giữa {Y_YEN} và các chi hội."
    assert signings(read, told, again, shown) == [[(Y_YEN, "-a"), ("các chi hội trực thuộc", "-b")]]


def test_signings_with_other_groups_are_two(read: Any) -> None:
    first = f"Ký giao ước thi đua giữa {Y_YEN} với các chi hội."
    second = f"Ký giao ước thi đua giữa {Y_YEN} với những doanh nghiệp."
    assert len(signings(read, first, second)) == 2


def test_a_name_goes_on_to_the_end_of_its_parties(read: Any) -> None:
    sentence = f"Ký kết giao ước thi đua giữa {Y_YEN} và các xã, thị trấn, đơn vị trực thuộc."
    (event,) = read("\n".join(["Phụ nữ làm đường quê", sentence, TAIL]), published="2021-03-02").events
    assert event.name == f"Ký kết giao ước thi đua giữa {Y_YEN} và các xã, thị trấn, đơn vị trực thuộc"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("các đồn biên phòng", "kgs:body-military"),
        ("Hội LHPN các xã", "kgs:body-union"),
        ("các huyện, thị xã", None),
        ("các doanh nghiệp và các ngân hàng", None),
    ],
)
def test_a_group_is_of_a_kind_where_all_its_members_are(words: str, kind: str | None, read: Any) -> None:
    sentence = f"{Y_YEN} đã ký kết giao ước thi đua với {words}."
    (event,) = read("\n".join(["Phụ nữ làm đường quê", sentence, TAIL]), published="2021-03-02").events
    values = {name: getattr(value, "value", None) for name, value in event.participants[-1].entity.values}
    assert (values["kgo:describedAs"], values.get("kgo:groupOf")) == (words, kind)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ký với các huyện, thị xã", ["các huyện, thị xã"]),
        ("ký với các huyện Hoa Cau, Bến Nước", []),
        ("ký với các xã: Hoa Cau, Bến Nước", []),
        ("ký với 12 xã, phường trên địa bàn", ["12 xã, phường trên địa bàn"]),
        ("ký với các chị em", []),
    ],
)
def test_a_list_that_goes_on_with_names_is_no_group(words: str, found: list[str]) -> None:
    assert [group.span.of(words) for group in groups(words, Span(0, len(words)))] == found


def test_unions_that_a_lead_names_together_sign_each_their_own(read: Any) -> None:
    lead = "Hội LHPN tỉnh Quảng Trị, Hà Nam ký kết giao ước thi đua để góp công làm đường quê trong mùa khô năm nay."
    sections = (
        "- Hội LHPN tỉnh Quảng Trị: mỗi xã một đoạn đường. Hội LHPN tỉnh góp gạch và cát cho các thôn.",
        "- Hội LHPN tỉnh Hà Nam: mỗi làng một hàng tre. Hội LHPN tỉnh góp cây giống cho các thôn.",
    )
    own = [[("Hội LHPN tỉnh Quảng Trị", "")], [("Hội LHPN tỉnh Hà Nam", "")]]
    assert signings(read, lead, *sections) == own


def test_a_group_is_a_thing_of_its_article(read: Any) -> None:
    def key(title: str) -> str:
        sentence = f"{Y_YEN} đã ký kết giao ước thi đua với các chi hội."
        (event,) = read("\n".join([title, sentence, TAIL])).events
        return str(event.participants[-1].entity.key)

    assert key("Phụ nữ làm đường quê") != key("Phụ nữ giữ bến đò")


PREPARING = (
    "Hội LHPN các xã đang chuẩn bị văn kiện để tổ chức Đại hội phụ nữ cấp xã vào quý II năm 2021, trong đó tổ chức điểm"
    " ở 2 đơn vị Yên Bình và Yên Lợi và Đại hội đại biểu phụ nữ huyện Ý Yên khóa XIX dự kiến vào quý III năm 2021."
)
ALONE = "Thời gian tới, bảo đảm 2 đơn vị Yên Bình, Yên Lợi tổ chức Đại hội điểm xong trong tháng 3/2021"
REST = "; các đơn vị còn lại tổ chức xong trong tháng 6/2021."


def planned(read: Any, *lines: str) -> dict[str, tuple[str, list[str]]]:
    document = read("\n".join(["Phụ nữ làm đường quê", f"{Y_YEN} bàn việc.", *lines, TAIL]), published="2021-02-02")
    names = {event.entity: event.edtf for event in document.events}
    return {e.name: (e.edtf, [names[other] for other in e.conflicts]) for e in document.events if e.planned}


def test_congresses_that_are_set_and_those_of_the_rest(read: Any) -> None:
    found = planned(read, PREPARING, ALONE + REST)
    assert {name: day for name, (day, _) in found.items()} == {
        "Đại hội phụ nữ cấp xã": "2021-34",
        "Đại hội đại biểu phụ nữ huyện Ý Yên khóa XIX": "2021-35",
        "Đại hội điểm": "2021-03",
        "Đại hội các đơn vị còn lại": "2021-06",
    }


def test_two_times_of_one_congress_are_kept_and_conflict(read: Any) -> None:
    found = planned(read, PREPARING, ALONE + REST)
    assert found["Đại hội phụ nữ cấp xã"][1] == ["2021-03"]
    assert found["Đại hội điểm"][1] == ["2021-34"]
    assert found["Đại hội các đơn vị còn lại"][1] == []
    assert found["Đại hội đại biểu phụ nữ huyện Ý Yên khóa XIX"][1] == []


@pytest.mark.parametrize(
    "other",
    [
        ALONE.replace("tháng 3/2021", "tháng 5/2021") + ".",  # within the quarter
        ALONE.replace("Yên Lợi", "Yên Lương") + ".",  # other units
        ALONE.replace("Đại hội điểm", "hội thi") + ".",  # another thing
    ],
)
def test_what_can_both_be_true_does_not_conflict(other: str, read: Any) -> None:
    assert {name: against for name, (_, against) in planned(read, PREPARING, other).items() if against} == {}


def test_contests_may_be_held_twice(read: Any) -> None:
    found = planned(
        read, PREPARING.replace("Đại hội phụ nữ cấp xã", "hội thi"), ALONE.replace("Đại hội", "hội thi") + "."
    )
    assert {name: day for name, (day, _) in found.items() if name.startswith("Hội thi")} == {
        "Hội thi": "2021-34", "Hội thi điểm": "2021-03",
    }  # fmt: skip
    assert not any(against for _, against in found.values())


def test_what_was_held_does_not_clash_with_the_plan(read: Any) -> None:
    held = "Ngày 15/1, 2 đơn vị Yên Bình, Yên Lợi đã tổ chức Đại hội điểm."
    assert not any(against for _, against in planned(read, PREPARING, held).values())


def test_who_sets_the_task_does_not_hold_it(read: Any) -> None:
    told = f"{Y_YEN} tổ chức Đại hội điểm xong trong tháng 3/2021{REST}"
    guided = (
        f"{Y_YEN} chỉ đạo Hội LHPN xã Yên Bình chuẩn bị văn kiện để tổ chức Đại hội phụ nữ cấp xã vào quý II năm 2021."
    )
    document = read("\n".join(["Phụ nữ làm đường quê", told, guided, TAIL]), published="2021-02-02")
    assert {e.name: e.host is None for e in document.events} == {
        "Đại hội điểm": False, "Đại hội các đơn vị còn lại": True, "Đại hội phụ nữ cấp xã": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        f"{Y_YEN} hướng dẫn tổ chức Đại hội phụ nữ cấp xã vào quý II năm 2021.",
        f"{Y_YEN} nêu nhiệm vụ tổ chức Đại hội phụ nữ cấp xã vào quý II năm 2021.",
    ],
)
def test_guidance_is_no_event(sentence: str, read: Any) -> None:
    assert planned(read, sentence) == {}


def test_the_rest_needs_a_time(read: Any) -> None:
    told = f"Ngày 26/1, {Y_YEN} đã tổ chức Đại hội điểm; các đơn vị còn lại tổ chức trong không khí vui tươi."
    assert planned(read, told) == {}
    document = read("\n".join(["Phụ nữ làm đường quê", told, TAIL]), published="2021-02-02")
    assert [event.name for event in document.events] == ["Đại hội điểm"]


def test_the_rest_of_nothing_is_no_event(read: Any) -> None:
    assert planned(read, "Các đơn vị còn lại tổ chức xong trong tháng 6/2021.") == {}


def test_a_task_without_a_time_is_no_event(read: Any) -> None:
    assert planned(read, "Hội LHPN các xã chuẩn bị văn kiện để tổ chức Đại hội phụ nữ cấp xã thật chu đáo.") == {}

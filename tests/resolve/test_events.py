"""Events: what is one, when it was, who held it, which statements tell of the same one, and who came."""

from __future__ import annotations

from typing import Any

import pytest

from kgraph.document import Document, Event

TAIL = "Bà con trong làng vui vì con đường mới đã nối hai bờ, trẻ nhỏ đi học không còn phải chờ đò mỗi sáng như trước."


def told(read: Any, *lines: str, **known: str) -> Document:
    return read("\n".join(["Phụ nữ làm đường quê", *lines, TAIL]), **known)


def only(document: Document) -> Event:
    (event,) = document.events
    return event


HOLDS = "Hội LHPN tỉnh Nam Định tổ chức hội nghị bàn việc giữ đê."

# case: (publication day or "", sentence, EDTF, basis)
DATES = {
    "stated": ("2021-03-02", f"Ngày 26/2/2021, {HOLDS}", "2021-02-26", "basis-stated"),
    "year of the publication": ("2021-03-02", f"Ngày 26/2, {HOLDS}", "2021-02-26", "basis-year-from-context"),
    "year before the publication": ("2021-01-05", f"Chiều 28/12, {HOLDS}", "2020-12-28", "basis-year-from-context"),
    "range": ("2021-03-02", f"Từ ngày 25 đến 26/2/2021, {HOLDS}", "2021-02-25/2021-02-26", "basis-stated"),
    "bounded by the publication": ("2021-03-02", HOLDS, "[..2021-03-02]", "basis-bounded-by-publication"),
    "year of the text": ("", f"Ngày 26/2, {HOLDS} Kế hoạch năm 2019 đã xong.", "2019-02-26", "basis-year-inferred"),
    "the day in brackets is of something else": (
        "2021-03-02",
        "Chào mừng ngày lập làng (20/10/1930), " + HOLDS,
        "[..2021-03-02]",
        "basis-bounded-by-publication",
    ),
    "no day that a month has": (
        "2021-03-02",
        f"Ngày 30/2/2021, {HOLDS}",
        "[..2021-03-02]",
        "basis-bounded-by-publication",
    ),
    "nothing known": ("", HOLDS, None, None),
}


@pytest.mark.parametrize("case", DATES)
def test_has_the_date_that_is_known(case: str, read: Any) -> None:
    day, sentence, edtf, basis = DATES[case]
    event = only(told(read, sentence, **({"published": day} if day else {})))
    assert (event.edtf, event.basis) == (edtf, basis)


BOUNDS = {
    "month": ("tháng 6/2021", "2021-06", "2021-06-01", "2021-06-30", "prec-month"),
    "quarter": ("quý II năm 2021", "2021-34", "2021-04-01", "2021-06-30", "prec-quarter"),
    "fourth quarter": ("quý IV/2021", "2021-36", "2021-10-01", "2021-12-31", "prec-quarter"),
    "February of a leap year": ("tháng 2/2024", "2024-02", "2024-02-01", "2024-02-29", "prec-month"),
}


@pytest.mark.parametrize("case", BOUNDS)
def test_an_announced_event_is_planned_within_its_bounds(case: str, read: Any) -> None:
    words, edtf, earliest, latest, precision = BOUNDS[case]
    event = only(
        told(
            read,
            "Hội LHPN huyện Ý Yên lo việc nhà.",
            f"Đại hội đại biểu phụ nữ huyện Ý Yên lần thứ XIX dự kiến tổ chức trong {words}.",
            published="2021-03-02",
        )
    )
    assert event.planned
    assert (event.edtf, event.earliest, event.latest, event.precision) == (edtf, earliest, latest, precision)
    assert event.ordinal == 19
    assert event.host is not None
    assert event.host.key == "nam-dinh.y-yen"


# case: (sentence, kind, key of the host)
KINDS = {
    "conference": (HOLDS, "conference", "nam-dinh"),
    "training": ("Hội LHPN huyện Ý Yên vừa tổ chức lớp tập huấn đan giỏ.", "training", "nam-dinh.y-yen"),
    "forum": ("Hội LHPN huyện Ý Yên tổ chức diễn đàn nói chuyện làng.", "forum", "nam-dinh.y-yen"),
    "contest": ("Hội LHPN huyện Ý Yên tổ chức hội thi gói bánh.", "contest", "nam-dinh.y-yen"),
    "giving": ("Hội LHPN huyện Ý Yên tổ chức lễ trao nhà tình thương.", "giving", "nam-dinh.y-yen"),
    "visit with gifts": (
        "Hội LHPN huyện Ý Yên tổ chức thăm, tặng quà các cụ già.",
        "giving",
        "nam-dinh.y-yen",
    ),
    "joint, the first is host": (
        "Hội LHPN huyện Ý Yên phối hợp với Công an huyện Ý Yên tổ chức hội thi gói bánh.",
        "contest",
        "nam-dinh.y-yen",
    ),
    "with guests": (
        "Hội nghị của Hội LHPN huyện Ý Yên bàn việc làng có sự tham dự của Hội Nông dân huyện Ý Yên.",
        "conference",
        "nam-dinh.y-yen",
    ),
}


@pytest.mark.parametrize("case", KINDS)
def test_has_kind_and_host(case: str, read: Any) -> None:
    sentence, kind, host = KINDS[case]
    event = only(told(read, sentence, published="2021-03-02"))
    assert (event.kind, event.host.key if event.host else None, event.planned) == (kind, host, False)


NO_EVENTS = {
    "task": "Hội LHPN huyện Ý Yên hướng dẫn tổ chức hội nghị ở cơ sở.",
    "wish": "Hội LHPN huyện Ý Yên mong muốn các hội nghị sau ngắn hơn.",
    "future without a time": "Hội LHPN huyện Ý Yên sẽ tổ chức hội thi gói bánh.",
    "cited congress": "Hội LHPN huyện Ý Yên học tập Nghị quyết Đại hội đại biểu phụ nữ toàn quốc lần thứ XII.",
    "everyday work": "Hội LHPN huyện Ý Yên làm đường và trồng tre.",
}


@pytest.mark.parametrize("case", NO_EVENTS)
def test_is_no_event(case: str, read: Any) -> None:
    assert told(read, NO_EVENTS[case], published="2021-03-02").events == ()


def test_two_sentences_of_one_conference_are_one_event(read: Any) -> None:
    event = only(
        told(
            read,
            HOLDS,
            "Ngày 26/2, Hội LHPN tỉnh Nam Định tổ chức hội nghị bàn việc giữ đê và trồng tre.",
            published="2021-03-02",
        )
    )
    assert (event.edtf, len(event.spans)) == ("2021-02-26", 2)


SEPARATE = {
    "other day": ["Ngày 25/2, " + HOLDS, "Ngày 26/2, " + HOLDS],
    "other host": [HOLDS, HOLDS.replace("tỉnh Nam Định", "huyện Ý Yên")],
    "other kind": [HOLDS, "Hội LHPN tỉnh Nam Định tổ chức hội thi bàn việc giữ đê."],
}


@pytest.mark.parametrize("case", SEPARATE)
def test_what_differs_is_another_event(case: str, read: Any) -> None:
    document = told(read, *SEPARATE[case], published="2021-03-02")
    assert len(document.events) == 2
    assert len({event.entity.key for event in document.events}) == 2


def test_that_it_was_held_ends_its_name(read: Any) -> None:
    lead = "Ngày 26/2, tại Ý Yên, Hội nghị lần thứ 15 Ban Chấp hành Hội LHPN huyện Ý Yên khóa XIII được tổ chức."
    name = only(told(read, lead, published="2021-03-02")).name
    assert name == "Hội nghị lần thứ 15 Ban Chấp hành Hội LHPN huyện Ý Yên khóa XIII"


def test_commas_tell_no_names_apart(read: Any) -> None:
    title, lead = (
        "Hội LHPN huyện Ý Yên thăm, trao quà",
        "Ngày 26/2, Hội LHPN huyện Ý Yên đã thăm và tặng quà bà con bị lũ.",
    )
    document = read(f"{title}\n{lead}\nTrời đã tạnh, nước đã rút, chợ đã họp lại.", published="2021-03-02")
    assert [(event.kind, event.edtf) for event in document.events] == [("giving", "2021-02-26")]


def test_commas_inside_what_a_visit_is_for_end_no_name(read: Any) -> None:
    lead = "Ngày 26/2, Hội LHPN huyện Ý Yên đã thăm hỏi, động viên và trao quà hỗ trợ bà con bị lũ."
    assert only(told(read, lead, published="2021-03-02")).name == "Thăm hỏi, động viên và trao quà hỗ trợ bà con bị lũ"


def test_a_signing_inside_a_conference_has_its_day_and_its_parties(read: Any) -> None:
    document = told(
        read,
        f"Ngày 26/2, {HOLDS}",
        "Hội LHPN tỉnh Nam Định và Công an tỉnh Nam Định đã ký kết chương trình phối hợp về giữ bến bãi.",
        published="2021-03-02",
    )
    (signing,) = [e for e in document.events if e.kind == "signing"]
    assert signing.edtf == "2021-02-26"
    assert signing.host is not None
    assert signing.host.key == "nam-dinh"
    signed = [("nam-dinh", "role-signatory"), ("cong-an.nam-dinh", "role-signatory")]
    assert [(p.entity.key, p.role) for p in signing.participants] == signed


def test_an_event_after_the_publication_is_planned(read: Any) -> None:
    event = only(told(read, f"Ngày 15/3/2021, {HOLDS}", published="2021-03-02"))
    assert event.planned


def test_a_private_name_ends_the_name_of_an_event(read: Any) -> None:
    sentence = "Hội LHPN huyện Ý Yên tổ chức lễ trao nhà cho chị Đỗ Thị Tưởng Tượng trong tháng 2/2021."
    event = only(told(read, sentence, published="2021-03-02"))
    assert event.name.startswith("Lễ trao nhà")
    assert "Tưởng Tượng" not in event.name


GUESTS = {
    "behind a dash": (
        "Tới dự hội nghị có đồng chí Lê Văn Giả Sử - Phó Bí thư Tỉnh ủy Nam Định.",
        [("Lê Văn Giả Sử", "role-attendee")],
    ),
    "list with bodies": (
        (
            "Dự hội nghị có các đồng chí: Trần Thị Ví Dụ - Phó Chủ tịch Hội LHPN Việt Nam; lãnh đạo Hội Nông dân tỉnh "
            "Nam Định."
        ),
        [("Trần Thị Ví Dụ", "role-attendee"), ("Hội Nông dân tỉnh Nam Định", "role-attendee")],
    ),
    "speaker": (
        "Phát biểu tại hội nghị, đồng chí Lê Văn Giả Sử - Phó Bí thư Tỉnh ủy Nam Định khen bà con.",
        [("Lê Văn Giả Sử", "role-speaker")],
    ),
    "union of a district": (
        "Tham dự hội nghị có Hội LHPN huyện Ý Yên.",
        [("Hội LHPN huyện Ý Yên", "role-attendee")],
    ),
    "groups name nobody": ("Tham dự hội nghị có Hội LHPN các huyện.", []),
    "private": ("Tham dự hội nghị có chị Đỗ Thị Tưởng Tượng.", []),
    "host": ("Tham dự hội nghị có Hội LHPN tỉnh Nam Định.", []),
}


@pytest.mark.parametrize("case", GUESTS)
def test_tells_who_came(case: str, read: Any) -> None:
    sentence, expected = GUESTS[case]
    event = only(told(read, HOLDS, sentence, published="2021-03-02"))
    assert [(p.entity.label, p.role) for p in event.participants] == expected


def test_without_an_event_nobody_attends(read: Any) -> None:
    document = told(read, "Tới dự có đồng chí Lê Văn Giả Sử - Phó Bí thư Tỉnh ủy Nam Định.", published="2021-03-02")
    assert document.events == ()


def test_keys_do_not_depend_on_what_else_is_told(read: Any) -> None:
    one = only(told(read, f"Ngày 26/2, {HOLDS}", published="2021-03-02"))
    again = only(told(read, f"Ngày 26/2, {HOLDS}", published="2021-03-02"))
    assert one.entity.key == again.entity.key

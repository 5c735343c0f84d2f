"""The ways in which news states an event, and the words that look alike and state none."""

from __future__ import annotations

from typing import Any

import pytest

from kgraph.document import Document, Event

TAIL = "Bà con trong làng vui vì con đường mới đã nối hai bờ, trẻ nhỏ đi học không còn phải chờ đò mỗi sáng như trước."
HOLDS = "Ngày 26/2, Hội LHPN huyện Ý Yên tổ chức chương trình “Áo ấm bãi bồi”."


def told(read: Any, *lines: str, **known: str) -> Document:
    return read("\n".join(["Phụ nữ làm đường quê", *lines, TAIL]), **({"published": "2021-03-02"} | known))


def short(event: Event) -> tuple[str, str | None, str | None]:
    return event.kind, event.edtf, event.host.key if event.host else None


Y_YEN, NAM_DINH, DAY = "nam-dinh.y-yen", "nam-dinh", "2021-02-26"

# case: (sentence, kind, EDTF, key of the host)
FORMS = {
    "by the people of a place": ("Sáng 26/2, xóm Đông tổ chức ngày hội trồng tre.", "act", DAY, None),
    "congress of a commune": ("Sáng 26/2, xã Yên Bình tổ chức Đại hội phụ nữ.", "congress", DAY, None),
    "taking place, its term behind a comma": (
        "Ngày 26/2, Đại hội đại biểu phụ nữ huyện Ý Yên lần thứ XIX, nhiệm kỳ 2021 - 2026 đã diễn ra với 90 đại biểu.",
        "congress",
        DAY,
        Y_YEN,
    ),
    "congress of the whole country": (
        "Sáng 26/2, Đại hội đại biểu phụ nữ toàn quốc lần thứ XIII khai mạc tại Hà Nội.",
        "congress",
        DAY,
        "vn",
    ),
    "by whom, behind the noun": (
        "Chị em kể chuyện ở hội nghị bàn việc giữ đê do Hội LHPN tỉnh Nam Định tổ chức ngày 26/2.",
        "conference",
        DAY,
        NAM_DINH,
    ),
    "a contest, though no day is said": (
        "Chị em triển khai cuộc thi do Hội LHPN tỉnh Nam Định phát động “Gói bánh nhanh tay”.",
        "contest",
        "[..2021-03-02]",
        NAM_DINH,
    ),
    "opened to the public": ("Ngày 26/2, Hội LHPN huyện Ý Yên khai trương gian hàng 0 đồng.", "act", DAY, Y_YEN),
    "a verb with a day": ("Ngày 26/2, Hội LHPN huyện Ý Yên tập huấn cách đan giỏ cói.", "training", DAY, Y_YEN),
    "a visit with a day": ("Ngày 26/2, Hội LHPN huyện Ý Yên đến thăm các cụ già neo đơn.", "act", DAY, Y_YEN),
    "launched on a day": ("Ngày 26/2, Hội LHPN huyện Ý Yên ra mắt mô hình “Hàng tre xanh”.", "act", DAY, Y_YEN),
    "launched just now": ("Hội LHPN huyện Ý Yên vừa ra mắt mô hình “Hàng tre xanh”.", "act", "[..2021-03-02]", Y_YEN),
    "some launched, in a word": (
        "Hội LHPN huyện Ý Yên đã tổ chức ra mắt hai câu lạc bộ “Giữ đê”.",
        "act",
        "[..2021-03-02]",
        Y_YEN,
    ),
    "opened": ("Ngày 26/2, Hội LHPN huyện Ý Yên khai giảng lớp tập huấn đan giỏ.", "training", DAY, Y_YEN),
    "a class that is opened": (
        "Ngày 26/2, Hội LHPN huyện Ý Yên tổ chức khai giảng lớp dạy nghề đan cói.",
        "training",
        DAY,
        Y_YEN,
    ),
    "a session before a congress": (
        "Ngày 26/2, Hội LHPN huyện Ý Yên tổ chức phiên trù bị Đại hội đại biểu phụ nữ huyện lần thứ XIX.",
        "congress",
        DAY,
        Y_YEN,
    ),
    "a congress that succeeds": (
        "Sáng 26/2, Đại hội đại biểu phụ nữ toàn quốc lần thứ XIII thành công tốt đẹp.",
        "congress",
        DAY,
        "vn",
    ),
    "a topic of its own": (
        "Ngày 26/2, Hội LHPN huyện Ý Yên tổ chức hội nghị chuyên đề “Giữ đê”.",
        "conference",
        DAY,
        Y_YEN,
    ),
    "a contest that drew many": (
        "Qua ba tháng, cuộc thi Gói bánh nhanh tay của Hội LHPN huyện Ý Yên đã thu hút hơn 40 đội.",
        "contest",
        "[..2021-03-02]",
        Y_YEN,
    ),
    "a gift that opens the news": (
        "Hội LHPN huyện Ý Yên tặng quà cho 19 hộ nghèo ở bãi bồi.",
        "giving",
        "[..2021-03-02]",
        Y_YEN,
    ),
    "prizes": ("Ngày 26/2, Hội LHPN huyện Ý Yên tổ chức trao giải hội thi gói bánh.", "giving", DAY, Y_YEN),
    "capital is capital": ("Ngày 26/2, Hội LHPN tỉnh Lâm Đồng tổ chức hội thi gói bánh.", "contest", DAY, "lam-dong"),
    "signed with a partner": (
        "Ngày 26/2, Hội LHPN huyện Ý Yên đã ký kết với Công an huyện Ý Yên nội dung phối hợp giữ bến bãi.",
        "signing",
        DAY,
        Y_YEN,
    ),
    "only where people met is told": (
        "Tại hội nghị giao ban, Hội LHPN huyện Ý Yên đã thống nhất cách trồng tre.",
        "conference",
        "[..2021-03-02]",
        Y_YEN,
    ),
}


@pytest.mark.parametrize("case", FORMS)
def test_states_an_event(case: str, read: Any) -> None:
    sentence, *expected = FORMS[case]
    (event,) = told(read, sentence).events
    assert short(event) == tuple(expected)


NO_EVENTS = {
    "a campaign": "Ngày 26/2, chị em hưởng ứng Tuần lễ áo dài do Hội LHPN tỉnh Nam Định phát động.",
    "a week is no ceremony": "Ngày 26/2, chị em kể về Tuần lễ áo dài do Hội LHPN tỉnh Nam Định tổ chức.",
    "a verb without a day": "Hội LHPN huyện Ý Yên tập huấn cách đan giỏ cói cho chị em.",
    "launched in a sum": "Từ đầu năm, các xã đã làm đường và Hội LHPN huyện Ý Yên ra mắt 35 mô hình “Hàng tre xanh”.",
    "pledges of households": "Hội LHPN huyện Ý Yên nhờ 64 hộ tự nguyện ký cam kết trồng tre.",
    "gift without a day": "Từ đầu năm, Hội đã trao 20 suất quà cho hội viên nghèo và làm nhiều việc cho làng.",
    "success in a task": "Hội LHPN huyện Ý Yên góp phần tổ chức thành công hội thi gói bánh của làng.",
    "success of long ago": "Chị em vui kỷ niệm ngày Cách mạng tháng Tám thành công ở làng.",
    "a prize given": "Ngày 26/2, Hội LHPN huyện Ý Yên trao giải Nhất cho đội xóm Đông.",
    "an award on the day": "Dịp này, Hội LHPN huyện Ý Yên trao Bằng khen cho 5 tập thể.",
    "a place without a day": "Xóm Đông tổ chức ngày hội trồng tre vào mùa mưa.",
    "by whom, without a day": "Chị em kể chuyện ở hội nghị bàn việc giữ đê do Hội LHPN tỉnh Nam Định tổ chức.",
}


@pytest.mark.parametrize("case", NO_EVENTS)
def test_states_none(case: str, read: Any) -> None:
    assert [event.name for event in told(read, NO_EVENTS[case]).events] == []


ON_THE_DAY = {
    "occasion": "Dịp này, Hội LHPN huyện Ý Yên trao 20 suất quà cho hội viên nghèo.",
    "bare union": "Dịp này, hội trao quà 48 trẻ mồ côi trong huyện.",
    "the event itself": "Chương trình còn trao tặng 40 suất học bổng cho học sinh xã bãi bồi.",
}


@pytest.mark.parametrize("case", ON_THE_DAY)
def test_a_gift_on_the_occasion_is_of_its_day(case: str, read: Any) -> None:
    assert short(told(read, HOLDS, ON_THE_DAY[case]).events[-1]) == ("giving", DAY, Y_YEN)


def test_what_a_ceremony_of_giving_is_for_is_no_second_event(read: Any) -> None:
    ceremony = "Ngày 26/2, Hội LHPN huyện Ý Yên tổ chức lễ trao nhà tình thương."
    assert len(told(read, ceremony, ON_THE_DAY["occasion"]).events) == 1


def test_who_came_tells_of_the_event_told_before(read: Any) -> None:
    came = "Buổi lễ có sự góp mặt của 60 chị em."
    assert len(told(read, HOLDS, came).events) == 1


def test_a_review_far_down_counts_where_it_is_new(read: Any) -> None:
    lines = [TAIL.replace("mỗi sáng", f"mỗi sáng tháng {month}") for month in ("ba", "tư", "năm")]
    found = told(read, *lines, "Hội LHPN huyện Ý Yên cũng vừa tổng kết công tác năm 2020.").events
    assert [short(event) for event in found] == [("conference", "[..2021-03-02]", Y_YEN)]


def test_a_sentence_at_the_event_tells_no_second_one(read: Any) -> None:
    assert len(told(read, HOLDS, FORMS["only where people met is told"][0]).events) == 1


def test_the_next_sentence_does_not_make_an_event_planned(read: Any) -> None:
    (event,) = told(read, "Hội LHPN huyện Ý Yên vừa ra mắt “Tổ Tre xanh”. Tổ sẽ họp mỗi tháng.").events
    assert not event.planned


def test_signings_of_one_host_with_and_without_parties_are_one(read: Any) -> None:
    (event,) = told(
        read,
        "Ngày 26/2, Hội LHPN huyện Ý Yên và Công an huyện Ý Yên ký kết chương trình phối hợp giữ bến bãi.",
        "Hội LHPN huyện Ý Yên ký kết chương trình phối hợp giữ bến bãi",
    ).events
    assert [p.entity.key for p in event.participants] == ["nam-dinh.y-yen", "cong-an.nam-dinh.y-yen"]

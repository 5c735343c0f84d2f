"""The day of an event: which date of the sentence, and the year where none is said."""

from __future__ import annotations

from typing import Any

import pytest

from kgraph.document import Event

TAIL = "Bà con trong làng vui vì con đường mới đã nối hai bờ, trẻ nhỏ đi học không còn phải chờ đò mỗi sáng như trước."
HOLDS = "Hội LHPN huyện Ý Yên tổ chức hội thi gói bánh"
CONGRESS = "Hội LHPN huyện Ý Yên tổ chức Đại hội lần thứ XIX, nhiệm kỳ 2021-2026."


def only(read: Any, *lines: str, **known: str) -> Event:
    (event,) = read("\n".join(["Phụ nữ làm đường quê", *lines, TAIL]), **known).events
    return event


# case: (sentence, EDTF) in an article without a day
YEARS = {
    "the year under review at its end": (
        f"Ngày 15/12, {HOLDS}. Chị em bàn việc đã làm trong năm 2025, lo việc năm 2026.",
        "2025-12-15",
    ),
    "the year that is planned, after its beginning": (
        f"Ngày 15/1, {HOLDS}. Chị em bàn việc đã làm trong năm 2025, lo việc năm 2026.",
        "2026-01-15",
    ),
    "the feast rather than the year of a prize": (
        f"Mừng 111 năm ngày Quốc tế Phụ nữ, ngày 5-3, {HOLDS} năm 2020.",
        "2021-03-05",
    ),
    "term of the congress": (f"Ngày 30-9, {CONGRESS}", "2021-09-30"),
    "count of a feast": (f"Ngày 7-3, {HOLDS} mừng 103 năm ngày Quốc tế Phụ nữ.", "2013-03-07"),
    "count of a founding": (
        f"Ngày 14-10, {HOLDS}. Năm nay tròn 85 năm ngày thành lập Hội LHPN Việt Nam.",
        "2015-10-14",
    ),
    "between two terms": (
        f"Ngày 3/2, {HOLDS}. Việc của nhiệm kỳ 2016-2021 đã xong, đại hội nhiệm kỳ 2021-2026 đang tới.",
        "2021-02-03",
    ),
}


@pytest.mark.parametrize("case", YEARS)
def test_the_text_tells_the_year(case: str, read: Any) -> None:
    sentence, edtf = YEARS[case]
    event = only(read, sentence)
    assert (event.edtf, event.basis) == (edtf, "basis-year-inferred")


def test_a_month_above_the_text_tells_the_year(read: Any) -> None:
    text = f"date 2023-04 Phụ nữ làm đường quê\nSáng 19/4, {HOLDS}. Năm 2022 chị em đã làm đường.\n{TAIL}"
    (event,) = read(text).events
    assert event.edtf == "2023-04-19"


def test_nothing_tells_the_year(read: Any) -> None:
    assert only(read, f"Ngày 5/3, {HOLDS}.").edtf is None


# case: (publication day, sentence, EDTF, planned)
DAYS = {
    "the last date before the verb": (
        "2021-03-02",
        f"Thực hiện Kế hoạch số 12/KH-BTV ngày 5/1/2020 của cấp trên, ngày 26/2, {HOLDS}.",
        "2021-02-26",
        False,
    ),
    "the day of a paper alone": (
        "2021-03-02",
        f"Thực hiện Kế hoạch số 12/KH-BTV ngày 5/1/2020, {HOLDS}.",
        "[..2021-03-02]",
        False,
    ),
    "the day up to which all is told": ("2021-03-02", f"Tính đến ngày 26/2, {HOLDS}.", "[..2021-03-02]", False),
    "this morning": ("2021-03-02", f"Sáng nay, {HOLDS}.", "2021-03-02", False),
    "coming": ("2020-01-12", f"Ngày 18/1 tới, {HOLDS}.", "2020-01-18", True),
    "coming, in the next year": ("2020-12-28", f"Ngày 5/1 tới, {HOLDS}.", "2021-01-05", True),
    "soon, without a word for it": ("2023-09-29", f"Ngày 15.10, {HOLDS}.", "2023-10-15", True),
    "long ago": ("2021-01-05", f"Ngày 15.10, {HOLDS}.", "2020-10-15", False),
    "a month opens the sentence": ("2025-08-14", f"Ngay trong tháng 7, {HOLDS}.", "2025-07", False),
    "since a month": ("2025-08-14", f"Từ tháng 7, {HOLDS}.", "[..2025-08-14]", False),
    "a quarter ahead": ("2024-06-28", "Trong quý III, Hội LHPN huyện Ý Yên sẽ mở lớp tập huấn.", "2024-35", True),
    "a jubilee is no day of the event": (
        "2021-03-02",
        f"{HOLDS} mừng ngày vui (20/10/1930 – 20/10/2020).",
        "[..2021-03-02]",
        False,
    ),
}


@pytest.mark.parametrize("case", DAYS)
def test_the_date_of_the_event(case: str, read: Any) -> None:
    published, sentence, edtf, planned = DAYS[case]
    event = only(read, sentence, published=published)
    assert (event.edtf, event.planned) == (edtf, planned)


LEAD = "Ngày 26/2, nhiều địa phương, đơn vị trong tỉnh đã tổ chức hoạt động mừng ngày vui của chị em."


def test_a_lead_gives_its_day_to_the_items_of_its_list(read: Any) -> None:
    assert only(read, LEAD, f"● {HOLDS}.", published="2021-03-02").edtf == "2021-02-26"


def test_a_scrap_before_the_sentence_gives_its_day(read: Any) -> None:
    lines = f"Ngày 26/2, ở huyện Ý Yên. {HOLDS}."
    assert only(read, lines, published="2021-03-02").edtf == "2021-02-26"


# case: lines of an article in which no lead gives its day
NO_LIST = {
    "a scrap on a line of its own": ("Ngày 26/2, ở huyện Ý Yên.", f"{HOLDS}."),
    "no item": (LEAD, f"{HOLDS}."),
    "a lead of one body": ("Ngày 26/2, chị em xóm Đông cười vui bên bờ đê mới đắp.", f"● {HOLDS}."),
}


@pytest.mark.parametrize("case", NO_LIST)
def test_other_lines_keep_to_themselves(case: str, read: Any) -> None:
    assert only(read, *NO_LIST[case], published="2021-03-02").edtf == "[..2021-03-02]"


def test_the_day_of_a_meeting_is_not_that_of_what_it_prepares(read: Any) -> None:
    sentence = "Ngày 3/2, Hội LHPN huyện Ý Yên tổ chức hội nghị bàn công tác chuẩn bị tổ chức đại hội."
    assert [e.kind for e in read(f"Phụ nữ làm đường quê\n{sentence}\n{TAIL}", published="2021-03-02").events] == [
        "conference"
    ]


VISIT = "Ngày 26/2, Hội LHPN huyện Ý Yên tổ chức trồng tre bên sông."
GIFT = "Dịp này, Hội trao tặng 20 phần quà cho hội viên nghèo."


def test_a_gift_has_the_day_of_the_only_news(read: Any) -> None:
    assert only(read, f"{VISIT} {GIFT}", published="2021-03-02").edtf == "2021-02-26"


def test_a_gift_has_no_day_where_the_news_are_of_two(read: Any) -> None:
    events = read(f"Tin\n{VISIT}\nNgày 28/2, xã họp chợ.\n{GIFT}\n{TAIL}", published="2021-03-02").events
    assert [event.edtf for event in events if event.kind == "giving"] == ["[..2021-03-02]"]

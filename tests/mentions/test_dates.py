"""Dates in all forms, and the numbers with slashes and dashes that are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kgraph.document import DateMention, Mentions

# case: (sentence with the words of each date in brackets, "role year-month-day" of each, "?" for what is not said)
CASES = {
    "two days of a month in words": (
        "Trại hè mở trong hai [ngày 14 và 15 tháng 10 năm 2025] ở xã.",
        ["range 2025-10-14 to 2025-10-15"],
    ),
    "range with a dash alone": ("Trại hè mở [từ 24-29/12/2025] ở xã.", ["range 2025-12-24 to 2025-12-29"]),
    "spring of a year": ("Xã lo Tết yêu thương - [Xuân Ất Tỵ 2025] từ sớm.", ["year 2025-?-?"]),
    "full with slashes": ("Lễ họp [26/1/2021] ở xã.", ["day 2021-1-26"]),
    "full with dots": ("Lễ họp ngày [26.01.2021] ở xã.", ["day 2021-1-26"]),
    "full with dashes": ("Lễ họp ngày [26-1-2021] ở xã.", ["day 2021-1-26"]),
    "blanks around slashes": ("Lễ họp ngày [26 / 1 / 2021] ở xã.", ["day 2021-1-26"]),
    "day of a month": ("[Ngày 18/11], xã họp.", ["day ?-11-18"]),
    "morning": ("[Sáng 18/11], xã họp.", ["day ?-11-18"]),
    "afternoon": ("[Chiều 7/1], xã họp.", ["day ?-1-7"]),
    "morning of a day": ("[Sáng ngày 5-3], xã họp.", ["day ?-3-5"]),
    "in brackets": ("Chiều qua [(7/1]), xã họp.", ["day ?-1-7"]),
    "long": ("[Ngày 5 tháng 3 năm 2020], xã họp.", ["day 2020-3-5"]),
    "long without a year": ("[Ngày 5 tháng 3], xã họp.", ["day ?-3-5"]),
    "long, month and year with a slash": ("[Ngày 5 tháng 3/2020], xã họp.", ["day 2020-3-5"]),
    "range of days": ("Trại hè mở [từ ngày 5 đến 8/3] ở xã.", ["range ?-3-5 to ?-3-8"]),
    "range with a year": ("Trại hè mở [từ 28/2 đến 8/3/2020] ở xã.", ["range 2020-2-28 to 2020-3-8"]),
    "two days with a dash": ("Trại hè mở [ngày 5-6/3/2020] ở xã.", ["range 2020-3-5 to 2020-3-6"]),
    "two days with and": ("Trại hè mở [ngày 5 và 6/3] ở xã.", ["range ?-3-5 to ?-3-6"]),
    "month": ("Đại hội họp [tháng 6/2021] ở xã.", ["month 2021-6-?"]),
    "month in words": ("Đại hội họp [tháng 6 năm 2021] ở xã.", ["month 2021-6-?"]),
    "month without a year": ("Đại hội họp [tháng 6] ở xã.", ["month ?-6-?"]),
    "quarter": ("Đại hội họp [quý II năm 2021] ở xã.", ["quarter 2021-?-? Q2"]),
    "quarter with a slash": ("Đại hội họp [quý I/2021] ở xã.", ["quarter 2021-?-? Q1"]),
    "quarter four": ("Đại hội họp [quý IV] ở xã.", ["quarter ?-?-? Q4"]),
    "year": ("Xã tổng kết [năm 2020] sớm.", ["year 2020-?-?"]),
    "term": ("Xã bầu ban mới [nhiệm kỳ 2021 - 2026] sớm.", ["term 2021-?-? to 2026-?-?"]),
    "term with a long dash": ("Xã bầu ban mới [nhiệm kỳ 2021–2026] sớm.", ["term 2021-?-? to 2026-?-?"]),
    "period": ("Xã lập quỹ [giai đoạn 2021-2025] sớm.", ["term 2021-?-? to 2025-?-?"]),
    "feast": ("Xã họp kỷ niệm [ngày 8/3] sớm.", ["feast ?-3-8"]),
    "founding day": ("Xã chào mừng ngày thành lập Hội LHPN Việt Nam [(20/10]) sớm.", ["feast ?-10-20"]),
    "count of a feast": ("Xã mừng [103 năm ngày Quốc tế Phụ nữ] sớm.", ["anniversary 2013-?-?"]),
    "count of a founding": ("Xã mừng [85 năm Ngày thành lập Hội LHPN] Việt Nam sớm.", ["anniversary 2015-?-?"]),
    "first and latest feast": ("Xã mừng ngày vui [(20/10/1930 – 20/10/2020)] sớm.", ["anniversary 2020-?-?"]),
    "today": ("[Sáng nay], xã họp.", ["today ?-?-?"]),
    "today, with its date": ("[Sáng nay 7/11], xã họp.", ["day ?-11-7"]),
    "the same day": ("Ngày [5/3/2020], xã họp; chiều [cùng ngày], chị em trồng tre.", ["day 2020-3-5"] * 2),
    "no feast in the line above": ("Kiện toàn nhân sự\n[Chiều 14/7], xã họp.", ["day ?-7-14"]),
    "staff is no feast": ("Công tác nhân sự được bàn [ngày 14/7] ở xã.", ["day ?-7-14"]),
    "two in one sentence": ("[Ngày 18/11], xã họp về [năm 2021] sớm.", ["day ?-11-18", "year 2021-?-?"]),
}

NOT_DATES = {
    "fraction of communes": "Có 8/8 xã đã xong.",
    "fraction of units": "Có 12/12 đơn vị đã xong.",
    "large fraction": "Có 19/19 chi hội đã xong.",
    "range of percents": "Hộ nghèo giảm 1,5-2% mỗi mùa.",
    "thirteenth month": "Ngày 5/13 không có trong lịch.",
    "number of a plan": "Theo Kế hoạch số 12/KH-HPN, xã họp.",
    "years in a row": "Xã dẫn đầu 5 năm liền.",
    "anniversary": "Xã mừng 90 năm xây dựng Hội.",
    "count of no time of ours": "Xã mừng 8 năm ngày Quốc tế Phụ nữ; 400 năm khởi nghĩa Hai Bà Trưng.",
    "nowadays": "Cuộc sống hôm nay khác xưa.",
    "the same day as none": "Chiều cùng ngày, xã họp.",
    "code of a decision": "Theo Quyết định 938/QĐ-TTg, xã họp.",
    "telephone": "Đường dây nóng là 1900-12-34.",
}


def dates(mentions: Mentions) -> list[DateMention]:
    return list(mentions.dates)


def _day(*parts: int | None) -> str:
    return "-".join("?" if not part else str(part) for part in parts)


def described(date: DateMention) -> str:
    quarter = f" Q{date.quarter}" if date.quarter else ""
    end = f" to {_day(*reversed(date.end))}" if date.end else ""
    return f"{date.role} {_day(date.year, date.month, date.day)}{quarter}{end}"


@pytest.mark.parametrize("case", CASES)
def test_reads_the_date(case: str, compare: Any) -> None:
    text, expected = CASES[case]
    compare(text, expected, dates, described)


@pytest.mark.parametrize("case", NOT_DATES)
def test_is_no_date(case: str, read: Callable[[str], Mentions]) -> None:
    assert [described(d) for d in dates(read(NOT_DATES[case]))] == []

"""Numbers with what they count, in the base unit; numbers that name, date or order something count nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kgraph.document import Mentions, QuantityMention

# case: (sentence with the words of each quantity in brackets, "qualifier value unit" of each)
CASES = {
    "thousands": ("Xã nhận nuôi [1.204 cháu mồ côi].", ["exact 1204 cháu mồ côi"]),
    "millions in dots": ("Xã góp [12.500.000 đồng] cho quỹ.", ["exact 12500000 đồng"]),
    "decimal of a milliard": ("Xã góp [gần 7,5 tỷ đồng] cho quỹ.", ["almost 7500000000 đồng"]),
    "milliard that no float holds": ("Xã vay [129,2 tỷ đồng] đầu năm.", ["exact 129200000000 đồng"]),
    "million without đồng": ("Xã góp [250 triệu] cho quỹ.", ["exact 250000000 đồng"]),
    "thousand milliard": ("Tỉnh có [1,2 nghìn tỷ đồng] vốn vay.", ["exact 1200000000000 đồng"]),
    "đ": ("Mỗi suất quà trị giá [200.000đ] và bánh.", ["exact 200000 đồng"]),
    "tỉ": ("Xã góp [2 tỉ đồng] cho quỹ.", ["exact 2000000000 đồng"]),
    "thousand people": ("Đã có [12 nghìn người] đến xem.", ["exact 12000 người"]),
    "over": ("Xã góp [trên 30 triệu đồng] cho quỹ.", ["over 30000000 đồng"]),
    "more than": ("Đã có [hơn 500 hội viên] đến xem.", ["over 500 hội viên"]),
    "at least": ("Xã lập [ít nhất 2 mô hình mới].", ["at-least 2 mô hình mới"]),
    "about": ("Đã có [khoảng 40 phụ nữ] đến xem.", ["about 40 phụ nữ"]),
    "at most": ("Xã mời [tối đa 40 đại biểu] đến xem.", ["at-most 40 đại biểu"]),
    "qualifier with a capital": ("[Hơn 300 đại biểu] đến xem.", ["over 300 đại biểu"]),
    "fraction": ("Đã có [19/19 chi hội] hoàn thành.", ["exact 19 chi hội of"]),
    "percent": ("Đã có [98,5%] hộ làm xong.", ["exact 98.5 %"]),
    "percent with a blank": ("Đã có [98 %] hộ làm xong.", ["exact 98 %"]),
    "square metres": ("Sân rộng [60 m²] rưỡi.", ["exact 60 m²"]),
    "kilometres": ("Đường dài [1,5 km] đất.", ["exact 1.5 km"]),
    "leading nought": ("Xã có [03 câu lạc bộ] và một đội.", ["exact 3 câu lạc bộ"]),
    "two in one clause": (
        "Xã trao [12 suất] cho [12 em nghèo].",
        ["exact 12 suất", "exact 12 em nghèo"],
    ),
    "dollars": ("Bạn tặng [5.000 USD] cho quỹ.", ["exact 5000 USD"]),
}

COUNT_NOTHING = {
    "a hamlet by its short form": "Chi hội Phụ nữ TDP 16 phường Lụa, KP 3 xã Mẫu và khóm 2, khối 5 phường Lụa tới dự.",
    "year": "Xã tổng kết năm 2021 sớm.",
    "number of a plan": "Theo Kế hoạch số 214/KH-HPN, xã họp.",
    "day": "Ngày 18/11, xã họp.",
    "programme": "Xã triển khai Đề án 939 từ sớm.",
    "hamlet": "Bà con ở thôn 5 vui.",
    "centre": "Chị em Trung tâm 58 thi nấu ăn.",
    "military region at sea": "Đoàn thăm Bộ Tư lệnh Vùng 7 Hải quân.",
    "youth company": "Bà từng ở Đại đội Thanh niên xung phong 918 mở đường.",
    "district": "Bà con ở quận 9 vui.",
    "illness": "Xã phòng chống Covid - 19 từ sớm.",
    "numbers in the name of a programme": "Xã giữ vững cuộc vận động “5 không, 3 sạch” nhiều năm.",
    "term": "Xã bầu ban mới nhiệm kỳ 2021 - 2026 sớm.",
    "anniversary": "Xã mừng 90 năm thành lập Hội.",
    "anniversary in capitals": "XÃ MỪNG 90 NĂM THÀNH LẬP HỘI.",
    "clause of a law": "Theo điều 12 của Luật, xã họp.",
}


def quantities(mentions: Mentions) -> list[QuantityMention]:
    return list(mentions.quantities)


def described(quantity: QuantityMention) -> str:
    whole = " of" if quantity.of_total else ""
    value = f"{quantity.value:.3f}".rstrip("0").rstrip(".")
    return f"{quantity.qualifier} {value} {quantity.unit}{whole}"


@pytest.mark.parametrize("case", CASES)
def test_reads_the_quantity(case: str, compare: Any) -> None:
    text, expected = CASES[case]
    compare(text, expected, quantities, described)


@pytest.mark.parametrize("case", COUNT_NOTHING)
def test_counts_nothing(case: str, read: Callable[[str], Mentions]) -> None:
    assert [described(q) for q in quantities(read(COUNT_NOTHING[case]))] == []


def test_a_range_of_percents_is_not_its_second_half(read: Callable[[str], Mentions]) -> None:
    assert {q.value for q in quantities(read("Hộ nghèo giảm 1,5-2% mỗi mùa."))} <= {1.5}

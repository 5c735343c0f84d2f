"""Official documents as cited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kgraph.document import DocumentMention, Mentions

# case: (sentence with the words of each citation in brackets, "type | name | number | issued" of each)
CASES = {
    "plan": (
        "Theo [Kế hoạch số 214/KH-HPN], xã họp.",
        ["doc-plan | Kế hoạch số 214/KH-HPN | 214/KH-HPN | -"],
    ),
    "with its day": (
        "Theo [Kế hoạch số 214/KH-HPN ngày 15/2/2021], xã họp.",
        ["doc-plan | Kế hoạch số 214/KH-HPN | 214/KH-HPN | 2021-02-15"],
    ),
    "decision without số": (
        "Theo [Quyết định 1234/QĐ-UBND], xã họp.",
        ["doc-decision | Quyết định số 1234/QĐ-UBND | 1234/QĐ-UBND | -"],
    ),
    "resolution of the Party": (
        "Theo [Nghị quyết số 11-NQ/TW], xã họp.",
        ["doc-resolution | Nghị quyết số 11-NQ/TW | 11-NQ/TW | -"],
    ),
    "congress": (
        "Xã học tập [Nghị quyết Đại hội đại biểu phụ nữ toàn quốc lần thứ XII] từ sớm.",
        ["doc-resolution | Nghị quyết Đại hội đại biểu phụ nữ toàn quốc lần thứ XII | - | -"],
    ),
    "two congresses said at once": (
        "Xã học tập [Nghị quyết Đại hội đại biểu phụ nữ toàn quốc và thành phố lần thứ XII] từ sớm.",
        [
            (
                "doc-resolution | Nghị quyết Đại hội đại biểu phụ nữ thành phố lần thứ XII | - | - & "
                "doc-resolution | Nghị quyết Đại hội đại biểu phụ nữ toàn quốc lần thứ XII | - | -"
            ),
        ],
    ),
    "congress by its term, behind an abbreviation": (
        "Xã học tập [Nghị quyết Đại hội đại biểu phụ nữ Bệnh viện (BV) 19-8 nhiệm kỳ 2016-2021] từ sớm.",
        ["doc-resolution | Nghị quyết Đại hội đại biểu phụ nữ Bệnh viện 19-8 nhiệm kỳ 2016-2021 | - | -"],
    ),
    "plan of two sides": (
        "Theo [Kế hoạch phối hợp số 12/KHPH-HPN-CAH], xã họp.",
        ["doc-plan | Kế hoạch phối hợp số 12/KHPH-HPN-CAH | 12/KHPH-HPN-CAH | -"],
    ),
    "number alone": (
        "Xã học [Nghị quyết số 04 ngày 5-8-2019] từ sớm.",
        ["doc-resolution | Nghị quyết số 04 | 04 | 2019-08-05"],
    ),
    "number alone, without a day": ("Xã học [Thông tư số 38] từ sớm.", ["doc-other | Thông tư số 38 | 38 | -"]),
    "congress counted without a thứ": (
        "Xã học [Nghị quyết Đại hội Phụ nữ toàn quốc lần XII] từ sớm.",
        ["doc-resolution | Nghị quyết Đại hội phụ nữ toàn quốc lần XII | - | -"],
    ),
    "charter": (
        "Xã học [Điều lệ Hội Liên hiệp Phụ nữ Việt Nam] từ sớm.",
        ["doc-other | Điều lệ Hội LHPN Việt Nam | - | -"],
    ),
    "law": ("Xã tuyên truyền [Luật Bình đẳng giới] cho chị em.", ["doc-law | Luật Bình đẳng giới | - | -"]),
    "law with a comma in its name": (
        "Xã tuyên truyền [Luật Phòng, chống bạo lực gia đình], gương sáng.",
        ["doc-law | Luật Phòng, chống bạo lực gia đình | - | -"],
    ),
    "law before an ellipsis": (
        "Xã tuyên truyền [Luật Hôn nhân và Gia đình]… Qua đó, chị em hiểu thêm.",
        ["doc-law | Luật Hôn nhân và Gia đình | - | -"],
    ),
    "two laws": (
        "Xã tìm hiểu [Luật Bình đẳng giới] và [Luật Hôn nhân và Gia đình].",
        ["doc-law | Luật Bình đẳng giới | - | -", "doc-law | Luật Hôn nhân và Gia đình | - | -"],
    ),
    "law before a verb": (
        "Xã đưa [Luật Hôn nhân và Gia đình] đến từng nhà.",
        ["doc-law | Luật Hôn nhân và Gia đình | - | -"],
    ),
}

NOT_DOCUMENTS = {
    "count of plans": "Xã lập kế hoạch 04 tháng một lần.",
    "charter of nobody": "Xã theo điều lệ Hội.",
    "plan of one's own": "Xã lập kế hoạch hai năm một lần.",
    "lawyer": "Luật sư của xã có mặt.",
    "resolution unnamed": "Xã học tập nghị quyết mới từ sớm.",
}


def documents(mentions: Mentions) -> list[DocumentMention]:
    return list(mentions.documents)


def described(document: DocumentMention) -> str:
    return " | ".join((document.type, document.name, document.number or "-", document.issued or "-"))


@pytest.mark.parametrize("case", CASES)
def test_reads_the_citation(case: str, compare: Any) -> None:
    text, expected = CASES[case]
    compare(text, expected, documents, described)


@pytest.mark.parametrize("case", NOT_DOCUMENTS)
def test_is_no_document(case: str, read: Callable[[str], Mentions]) -> None:
    assert [described(d) for d in documents(read(NOT_DOCUMENTS[case]))] == []

"""Which of several units of one name is meant: by level word, container, the article's own place, and its day."""

from __future__ import annotations

from typing import Any

import pytest

TAIL = "Bà con trong làng vui vì con đường mới đã nối hai bờ, trẻ nhỏ đi học không còn phải chờ đò mỗi sáng như trước."

# case: (publication day, sentence, words, keys of what they name)
CASES = {
    "by the container": (
        "2021-03-02",
        "Hội LHPN xã Hải Đông, huyện Hải Hậu làm đường.",
        "Hội LHPN xã Hải Đông, huyện Hải Hậu",
        ["nam-dinh.hai-hau.hai-dong"],
    ),
    "by the container in brackets": (
        "2021-03-02",
        "Hội LHPN xã Hải Đông (Móng Cái) làm đường.",
        "Hội LHPN xã Hải Đông (Móng Cái",
        ["quang-ninh.mong-cai.hai-dong"],
    ),
    "by the home district": (
        "2021-03-02",
        "Hội LHPN huyện Hải Hậu góp gạch. Hội LHPN xã Hải Đông làm đường.",
        "Hội LHPN xã Hải Đông",
        ["nam-dinh.hai-hau.hai-dong"],
    ),
    "by the home city": (
        "2021-03-02",
        "Hội LHPN thành phố Móng Cái góp gạch. Hội LHPN xã Hải Đông làm đường.",
        "Hội LHPN xã Hải Đông",
        ["quang-ninh.mong-cai.hai-dong"],
    ),
    "by the home district within one province": (
        "2021-03-02",
        "Hội LHPN huyện Vĩnh Bảo góp gạch. Hội LHPN xã Vinh Quang làm đường.",
        "Hội LHPN xã Vinh Quang",
        ["hai-phong.vinh-bao.vinh-quang"],
    ),
    "a list of two that is none": (
        "2017-09-17",
        "Hội LHPN xã Suối Nho, Định Quán làm đường.",
        "Hội LHPN xã Suối Nho, Định Quán",
        ["dong-nai.dinh-quan.suoi-nho"],
    ),
    "by a container said elsewhere": (
        "2023-07-27",
        "Hội LHPN thành phố Hà Nội đến thăm phường Bình Chuẩn, TP.Thuận An. Hội LHPN phường Bình Chuẩn làm đường.",
        "Hội LHPN phường Bình Chuẩn",
        ["binh-duong.thuan-an.binh-chuan"],
    ),
    "not by its name alone, where another district is said to hold it": (
        "2014-10-23",
        "Bà con xã Bình Thới (Bình Sơn) vui. Hội LHPN xã Bình Thới làm đường.",
        "Hội LHPN xã Bình Thới",
        ["quang-ngai.binh-son.binh-thoi-unlisted"],
    ),
    "by a container in its short form": (
        "2026-02-09",
        "Hội LHPN phường Tân Thới Hiệp, TPHCM làm đường.",
        "Hội LHPN phường Tân Thới Hiệp, TPHCM",
        ["ho-chi-minh-2025.tan-thoi-hiep-2025"],
    ),
    "by nothing": ("2021-03-02", "Hội LHPN xã Tân Lập làm đường.", "Hội LHPN xã Tân Lập", []),
    "by its level word": (
        "2021-03-02",
        "Hội LHPN thị xã Quảng Trị làm đường.",
        "Hội LHPN thị xã Quảng Trị",
        ["quang-tri.quang-tri"],
    ),
    "without a level word the higher one": (
        "2021-03-02",
        "Hội LHPN Quảng Trị làm đường.",
        "Hội LHPN Quảng Trị",
        ["quang-tri"],
    ),
    "district spelled in another way": (
        "2021-03-02",
        "Hội LHPN tỉnh Quảng Trị góp gạch. Hội LHPN huyện Đakrông làm đường.",
        "Hội LHPN huyện Đakrông",
        ["quang-tri.da-krong"],
    ),
    "province before July 2025": (
        "2025-06-30",
        "Hội LHPN tỉnh Ninh Bình làm đường.",
        "Hội LHPN tỉnh Ninh Bình",
        ["ninh-binh"],
    ),
    "province from July 2025": (
        "2025-07-01",
        "Hội LHPN tỉnh Ninh Bình làm đường.",
        "Hội LHPN tỉnh Ninh Bình",
        ["ninh-binh-2025"],
    ),
    "list with units of its day only": (
        "2021-03-02",
        "Hội LHPN các tỉnh: Hà Nam, Nam Định, Ninh Bình làm đường.",
        "Hội LHPN các tỉnh: Hà Nam, Nam Định, Ninh Bình",
        ["ha-nam", "nam-dinh", "ninh-binh"],
    ),
    "tone mark on the last vowel": (
        "2021-03-02",
        "Hội LHPN huyện Giao Thuỷ làm đường.",
        "Hội LHPN huyện Giao Thuỷ",
        ["nam-dinh.giao-thuy"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_chooses_the_unit(case: str, read: Any) -> None:
    day, sentence, words, keys = CASES[case]
    document = read(f"Phụ nữ làm đường quê\n{sentence}\n{TAIL}", published=day)
    found = [a for a in document.agents if a.span.of(document.article.text) == words]
    assert [[e.key for e in a.entities] for a in found] == [keys]


def test_an_unlisted_commune_is_described_under_its_district(read: Any) -> None:
    document = read(
        f"Phụ nữ làm đường quê\nHội LHPN huyện Hải Hậu góp gạch. Hội LHPN xã Hoa Mai Trắng làm đường.\n{TAIL}",
        published="2021-03-02",
    )
    (union,) = document.agents[-1].entities
    assert (union.key, union.label) == ("nam-dinh.hai-hau.hoa-mai-trang-unlisted", "Hội LHPN xã Hoa Mai Trắng")
    assert union.types == ("kgo:WomensUnion",)
    parent = dict(union.values)["org:subOrganizationOf"]
    assert (parent.kind, parent.key) == ("union", "nam-dinh.hai-hau")


def test_an_unlisted_commune_without_context_names_nobody(read: Any) -> None:
    document = read(f"Phụ nữ làm đường quê\nHội LHPN xã Hoa Mai Trắng làm đường.\n{TAIL}", published="2021-03-02")
    assert [a.entities for a in document.agents] == [()]


def test_an_article_without_a_day_speaks_of_the_units_of_the_year_it_names(read: Any) -> None:
    old = read(f"Phụ nữ làm đường quê\nNăm 2020, Hội LHPN tỉnh Ninh Bình làm đường.\n{TAIL}")
    new = read(f"Phụ nữ làm đường quê\nNăm 2026, Hội LHPN tỉnh Ninh Bình làm đường.\n{TAIL}")
    assert [d.agents[0].entities[0].key for d in (old, new)] == ["ninh-binh", "ninh-binh-2025"]


def test_one_name_before_and_after_the_reform_names_two_places(read: Any) -> None:
    text = f"Phụ nữ làm đường quê\nHội LHPN tỉnh Quảng Trị làm đường ở xã Hướng Hiệp.\n{TAIL}"
    unions = [read(text, published=day).agents[0].entities[0].key for day in ("2024-05-06", "2026-05-06")]
    assert unions == ["quang-tri", "quang-tri-2025"]


def test_a_range_of_days_tells_the_year_of_the_units(read: Any) -> None:
    text = "Từ 24-29/12/2025, Hội LHPN xã Lam Vỹ (Thái Nguyên) mở trại hè."
    assert read(f"Phụ nữ làm đường quê\n{text}\n{TAIL}").agents[0].entities[0].key == "thai-nguyen-2025.lam-vy-2025"


def test_initials_are_no_place(read: Any) -> None:
    text = "Ảnh chụp ở Hội Phụ nữ xã C.T.V gửi. Hội LHPN huyện Hải Hậu góp gạch."
    document = read(f"Phụ nữ làm đường quê\n{text}\n{TAIL}", published="2021-03-02")
    assert [e.key for a in document.agents for e in a.entities if "-unlisted" in e.key] == []


def test_the_chapter_of_an_unlisted_commune_is_of_that_commune(read: Any) -> None:
    text = "Hội LHPN huyện Hải Hậu góp gạch. Chi hội phụ nữ thôn 5, xã Bình Thới (Bình Sơn) làm đường."
    document = read(f"Phụ nữ làm đường quê\n{text}\n{TAIL}", published="2021-03-02")
    (chapter,) = document.agents[-1].entities
    assert dict(chapter.values)["kgo:jurisdiction"].key == "quang-ngai.binh-son.binh-thoi-unlisted"

"""Who acts in each sentence."""

from __future__ import annotations

from typing import Any

import pytest

HEAD = "Phụ nữ làm đường quê\n02/03/2021\n"
TAIL = (
    "\nBà con trong làng vui vì con đường mới đã nối hai bờ, trẻ nhỏ đi học không còn phải chờ đò mỗi sáng như trước."
)
OTHER = "Hội LHPN huyện Ý Yên góp gạch."

# case: (sentences, keys of who acts in each of them)
CASES = {
    "first agent": (["Hội LHPN huyện Hải Hậu mời Hội LHPN huyện Ý Yên."], ["nam-dinh.hai-hau"]),
    "each its own": ([OTHER, "Hội LHPN huyện Hải Hậu góp cát."], ["nam-dinh.y-yen", "nam-dinh.hai-hau"]),
    "goes on": ([OTHER, "Đồng thời, mỗi nhà góp một ngày công."], ["nam-dinh.y-yen", "nam-dinh.y-yen"]),
    "Hội alone is the one just named": (
        ["Hội LHPN tỉnh Nam Định vui.", "Hội LHPN huyện Hải Hậu góp cát.", "Hội vận động làng góp tre."],
        ["nam-dinh", "nam-dinh.hai-hau", "nam-dinh.hai-hau"],
    ),
    "all levels of Hội are not": (
        ["Hội LHPN tỉnh Nam Định mời Hội LHPN huyện Ý Yên.", OTHER, "Các cấp Hội vận động làng góp tre."],
        ["nam-dinh", "nam-dinh.y-yen", "nam-dinh"],
    ),
    "another body alone is not the one just named": (
        ["Hội LHPN huyện Hải Hậu góp cát.", "UBND huyện góp thêm tre."],
        ["nam-dinh.hai-hau", "ubnd.nam-dinh.hai-hau"],
    ),
    "stays to the end of the paragraph": (
        ["Trong năm, Hội LHPN tỉnh Nam Định vui.", "Hội LHPN tỉnh Hà Nam góp cát.", "Gần 85% hội viên góp công."],
        ["nam-dinh", "ha-nam", "ha-nam"],
    ),
    "a union below is an example on the way": (
        ["Hội LHPN tỉnh Nam Định vui.", "Hội LHPN huyện Hải Hậu góp cát.", "Gần 85% hội viên góp công."],
        ["nam-dinh", "nam-dinh.hai-hau", "nam-dinh"],
    ),
    "but what goes on about the example is still about it": (
        ["Hội LHPN tỉnh Nam Định vui.", "Hội LHPN huyện Hải Hậu góp cát.", "Qua đó, 85% hội viên góp công."],
        ["nam-dinh", "nam-dinh.hai-hau", "nam-dinh.hai-hau"],
    ),
    "governed by a preposition": (
        [OTHER, "Tiếng cười của Hội LHPN huyện Hải Hậu vang xa."],
        ["nam-dinh.y-yen", "nam-dinh.y-yen"],
    ),
    "behind a passive": (
        [OTHER, "Đoạn đường này được thợ cả trong làng và Hội LHPN huyện Hải Hậu khen."],
        ["nam-dinh.y-yen", "nam-dinh.y-yen"],
    ),
    "who leads a body acts for it": (
        [OTHER, "Chiều hôm ấy, lãnh đạo Hội LHPN huyện Hải Hậu trồng tre."],
        ["nam-dinh.y-yen", "nam-dinh.hai-hau"],
    ),
    "led by a body, it is another who acts": (
        [OTHER, "Chị em được lãnh đạo Hội LHPN huyện Hải Hậu khen."],
        ["nam-dinh.y-yen", "nam-dinh.y-yen"],
    ),
    "an official speaks behind the occasion": (
        [OTHER, "Phát biểu tại buổi gặp mặt cuối năm, bà Lê Thị Giả Định, Chủ tịch Hội LHPN huyện Hải Hậu kể chuyện."],
        ["nam-dinh.y-yen", "nam-dinh.hai-hau"],
    ),
    "a body behind a long lead": (
        [
            OTHER,
            "Hướng đến ngày hội lớn của chị em ở khắp làng ven sông và một mùa lúa tốt, UBND huyện Hải Hậu trồng tre.",
        ],
        ["nam-dinh.y-yen", "ubnd.nam-dinh.hai-hau"],
    ),
    "guests do not act": (
        [OTHER, "Tới dự có Hội LHPN huyện Hải Hậu."],
        ["nam-dinh.y-yen", "nam-dinh.y-yen"],
    ),
    "the body of an official who opens the sentence": (
        [OTHER, "Bà Lê Thị Giả Định, Chủ tịch Hội LHPN huyện Hải Hậu kể chuyện."],
        ["nam-dinh.y-yen", "nam-dinh.hai-hau"],
    ),
    "the body of an official named later": (
        [OTHER, "Trong xóm, bà con rủ nhau đến nghe bà Lê Thị Giả Định, Chủ tịch Hội LHPN huyện Hải Hậu kể chuyện."],
        ["nam-dinh.y-yen", "nam-dinh.y-yen"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_tells_who_acts(case: str, read: Any) -> None:
    sentences, keys = CASES[case]
    document = read(HEAD + " ".join(sentences) + TAIL)
    own = document.subjects[1 : 1 + len(sentences)]
    assert [subject.entities[0].key if subject else None for subject in own] == keys


def test_nobody_acts_where_nobody_is_named(read: Any) -> None:
    document = read(HEAD + "Bà con góp gạch." + TAIL)
    assert document.subjects == (None,) * len(document.article.sentences)


def test_a_text_without_a_union_is_not_about_the_one_of_its_site(read: Any) -> None:
    document = read(
        f"{HEAD}Hội Nông dân xã An Hảo góp cát.\n32 hộ góp công.{TAIL}", url="https://tinhbien.angiang.gov.vn/1"
    )
    acting = [subject.entities[0].key for subject in document.subjects if subject]
    assert set(acting) <= {"hoi-nong-dan.an-giang.tinh-bien.an-hao"}

"""Who a person is, and which posts in which bodies are held."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest

from kgraph.document import Document

DAY = "02/03/2021"
TAIL = "Bà con trong làng vui vì con đường mới đã nối hai bờ, trẻ nhỏ đi học không còn phải chờ đò mỗi sáng như trước."


def held(document: Document) -> list[tuple[str, str, str, bool]]:
    return [
        (p.entity.label, h.post.key, f"{h.body.kind}/{h.body.key}", h.former) for p in document.persons for h in p.held
    ]


# case: (sentence, rows of name, post, body, former)
CASES = {
    "of a province": (
        "Bà Lê Thị Giả Định - Chủ tịch Hội LHPN tỉnh Nam Định đến.",
        [("Lê Thị Giả Định", "chu-tich", "union/nam-dinh", False)],
    ),
    "abbreviated": (
        "Bà Lê Thị Giả Định - PCT UBND huyện Ý Yên đến.",
        [("Lê Thị Giả Định", "pho-chu-tich", "body/ubnd.nam-dinh.y-yen", False)],
    ),
    "two bodies": (
        "Bà Lê Thị Giả Định - Ủy viên Thành ủy, Chủ tịch Hội LHPN thành phố Hải Phòng đến.",
        [
            ("Lê Thị Giả Định", "uy-vien", "body/thanh-uy.hai-phong", False),
            ("Lê Thị Giả Định", "chu-tich", "union/hai-phong", False),
        ],
    ),
    "two posts of one body": (
        "Bà Lê Thị Giả Định - Bí thư Đảng đoàn, Chủ tịch Hội LHPN Việt Nam đến.",
        [
            ("Lê Thị Giả Định", "bi-thu-dang-doan", "union/vn", False),
            ("Lê Thị Giả Định", "chu-tich", "union/vn", False),
        ],
    ),
    "member of the committee of the province": (
        "Bà Lê Thị Giả Định - TUV, Chủ tịch Hội LHPN tỉnh Nam Định đến.",
        [
            ("Lê Thị Giả Định", "tinh-uy-vien", "body/tinh-uy.nam-dinh", False),
            ("Lê Thị Giả Định", "chu-tich", "union/nam-dinh", False),
        ],
    ),
    "two bodies of one place": (
        "Bà Lê Thị Giả Định - Bí thư Đảng ủy, Chủ tịch HĐND xã Yên Phong, huyện Ý Yên đến.",
        [
            ("Lê Thị Giả Định", "bi-thu", "body/dang-uy.nam-dinh.y-yen.yen-phong", False),
            ("Lê Thị Giả Định", "chu-tich", "body/hdnd.nam-dinh.y-yen.yen-phong", False),
        ],
    ),
    "a post of the Party is not of the council that follows": (
        "Bà Lê Thị Giả Định - Phó Bí thư Thường trực, Chủ tịch HĐND huyện Ý Yên đến.",
        [("Lê Thị Giả Định", "chu-tich", "body/hdnd.nam-dinh.y-yen", False)],
    ),
    "a deputy is of the chief's body": (
        (
            "Bà Lê Thị Giả Định tái đắc cử Chủ tịch Hội LHPN huyện Ý Yên; bà Trần Thị Ví Dụ được bầu giữ "
            "chức Phó Chủ tịch."
        ),
        [
            ("Lê Thị Giả Định", "chu-tich", "union/nam-dinh.y-yen", False),
            ("Trần Thị Ví Dụ", "pho-chu-tich", "union/nam-dinh.y-yen", False),
        ],
    ),
    "a deputy of something else is not": (
        (
            "Bà Lê Thị Giả Định, Trưởng Ban Dân vận Huyện ủy Ý Yên; bà Trần Thị Ví Dụ, Phó Trưởng ban điều "
            "phối lễ hội đến."
        ),
        [("Lê Thị Giả Định", "truong-ban", "body/ban-dan-van-huyen-uy.nam-dinh.y-yen", False)],
    ),
    "a post before the name is not of the body behind it": (
        "Trưởng ban là bà Lê Thị Giả Định - giảng viên Trường Cao đẳng Nghề Thành Nam.",
        [("Lê Thị Giả Định", "giang-vien", "body/truong-cao-dang-nghe-thanh-nam.vn", False)],
    ),
    "a head of a cluster is not head of the union": (
        "Bà Lê Thị Giả Định, Cụm trưởng, Chủ tịch Hội LHPN huyện Ý Yên đến.",
        [("Lê Thị Giả Định", "chu-tich", "union/nam-dinh.y-yen", False)],
    ),
    "former": (
        "Bà Lê Thị Giả Định, nguyên Chủ tịch Hội LHPN tỉnh Nam Định đến.",
        [("Lê Thị Giả Định", "chu-tich", "union/nam-dinh", True)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_holds_the_posts(case: str, read: Any) -> None:
    sentence, expected = CASES[case]
    assert held(read(f"Phụ nữ làm đường quê\n{DAY}\n{sentence}\n{TAIL}")) == expected


def keys(read: Any, sentence: str) -> set[str]:
    document = read(f"Phụ nữ làm đường quê\n{DAY}\n{sentence}\n{TAIL}")
    return {person.entity.key for person in document.persons}


def digest(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:6]


def test_key_has_the_province_of_the_first_body(read: Any) -> None:
    found = keys(read, "Bà Lê Thị Giả Định - Chủ tịch Hội LHPN huyện Hải Hậu đến.")
    assert found == {f"le-thi-gia-dinh.nam-dinh-{digest('Lê Thị Giả Định')}"}


def test_key_of_the_centre(read: Any) -> None:
    found = keys(read, "Bà Lê Thị Giả Định - Chủ tịch Hội LHPN Việt Nam đến.")
    assert found == {f"le-thi-gia-dinh.vn-{digest('Lê Thị Giả Định')}"}


def test_a_post_of_the_centre_does_not_hide_the_province(read: Any) -> None:
    """The first body that gives a province gives it, wherever the person is named."""
    found = keys(
        read,
        "Bà Lê Thị Giả Định - Ủy viên Ban Chấp hành Hội LHPN Việt Nam, Chủ tịch Hội LHPN tỉnh Nam Định đến.",
    )
    assert found == {f"le-thi-gia-dinh.nam-dinh-{digest('Lê Thị Giả Định')}"}


def test_a_later_body_changes_no_key(read: Any) -> None:
    found = keys(
        read,
        "Bà Lê Thị Giả Định - Chủ tịch Hội LHPN tỉnh Nam Định đến. Bà Lê Thị Giả Định, nguyên Phó Chủ tịch Hội LHPN "
        "tỉnh Hà Nam, phát biểu.",
    )
    assert found == {f"le-thi-gia-dinh.nam-dinh-{digest('Lê Thị Giả Định')}"}


def test_marks_tell_two_names_apart(read: Any) -> None:
    found = keys(
        read, "Bà Lê Thị Giá - Chủ tịch Hội LHPN huyện Hải Hậu và bà Lê Thị Giả - Chủ tịch Hội LHPN huyện Ý Yên đến."
    )
    assert len(found) == 2
    assert {key.rpartition("-")[0] for key in found} == {"le-thi-gia.nam-dinh"}


def test_one_name_in_one_province_is_one_person(read: Any) -> None:
    sentence = "Bà Lê Thị Giả Định - Chủ tịch Hội LHPN huyện Hải Hậu đến. Đồng chí Lê Thị Giả Định phát biểu."
    assert len(keys(read, sentence)) == 1


def test_who_holds_no_post_is_private(read: Any) -> None:
    document = read(f"Phụ nữ làm đường quê\n{DAY}\nChị Đỗ Thị Tưởng Tượng đến. Em Mai Văn Hư Cấu cũng đến.\n{TAIL}")
    assert document.persons == ()
    names = ["Đỗ Thị Tưởng Tượng", "Mai Văn Hư Cấu"]
    assert [span.of(document.article.text) for span in document.private] == names
    assert document.article.private == document.private


def test_a_post_in_an_unresolved_body_is_not_held(read: Any) -> None:
    document = read(f"Phụ nữ làm đường quê\n{DAY}\nBà Lê Thị Giả Định - Chủ tịch Hội LHPN tỉnh đến.\n{TAIL}")
    assert held(document) == []


def test_a_level_word_takes_no_name_of_another_level(read: Any) -> None:
    """A xã is called Hải Nam, but "UBND tỉnh Hải Nam" is the body of a province and a man."""
    text = "Hội LHPN tỉnh Hà Nam gặp mặt hội viên, Phó Chủ tịch UBND tỉnh Hải Nam tới dự."
    document = read(f"Hà Nam gặp mặt\n02/03/2021\n{text}\n")
    assert [(p.entity.label, h.body.label) for p in document.persons for h in p.held] == [
        ("Hải Nam", "UBND tỉnh Hà Nam")
    ]

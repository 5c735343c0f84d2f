"""Which body a short form means: by section, the article's own union, what was named before, the portal, the venue."""

from __future__ import annotations

from typing import Any

import pytest

from kgraph.document import Document

DAY = "02/03/2021"
TAIL = "Bà con trong làng vui vì con đường mới đã nối hai bờ, trẻ nhỏ đi học không còn phải chờ đò mỗi sáng như trước."

# case: (sentences of the article, what the sources say of it, words, key, method)
CASES: dict[str, tuple[str, dict[str, str], str, str, str]] = {
    "the paper that signs the text": (
        "(GLO)- Chị em đi trại hè ở tỉnh Nam Định. Hội LHPN tỉnh góp gạch.",
        {},
        "Hội LHPN tỉnh",
        "union/gia-lai",
        "kgs:res-home",
    ),
    "the paper by its name": (
        "(Báo Quảng Ngãi)- Hội LHPN thành phố Hà Nội đến thăm. Hội LHPN tỉnh đón khách.",
        {},
        "Hội LHPN tỉnh",
        "union/quang-ngai",
        "kgs:res-publisher",
    ),
    "committee of a district that a number names": (
        "Hội LHPN quận 8, thành phố Hồ Chí Minh làm đường. Quận ủy góp gạch.",
        {},
        "Quận ủy",
        "body/quan-uy.ho-chi-minh.8",
        "kgs:res-home",
    ),
    "the paper of another province than the home": (
        "(BDO) Hội LHPN thành phố Hà Nội đến thăm. Hội LHPN tỉnh đón khách.",
        {},
        "Hội LHPN tỉnh",
        "union/binh-duong",
        "kgs:res-publisher",
    ),
    "body of the commune at home": (
        "Hội LHPN xã Hải Đông, huyện Hải Hậu làm đường. Ông Lê Văn Giả Định, Bí thư Đảng ủy, đến thăm.",
        {},
        "Đảng ủy",
        "body/dang-uy.nam-dinh.hai-hau.hai-dong",
        "kgs:res-home",
    ),
    "province at home": (
        "Hội LHPN tỉnh Nam Định góp công làm đường. Hội LHPN tỉnh trồng thêm tre.",
        {},
        "Hội LHPN tỉnh",
        "union/nam-dinh",
        "kgs:res-home",
    ),
    "province of the district at home": (
        "Hội LHPN huyện Hải Hậu góp công làm đường. Hội LHPN tỉnh góp gạch.",
        {},
        "Hội LHPN tỉnh",
        "union/nam-dinh",
        "kgs:res-parent",
    ),
    "city of the centre for its district": (
        "Hội LHPN quận Lê Chân góp công làm đường. Hội LHPN thành phố góp gạch.",
        {},
        "Hội LHPN thành phố",
        "union/hai-phong",
        "kgs:res-parent",
    ),
    "city of a province for its ward": (
        "Hội LHPN thành phố Móng Cái góp công. Hội LHPN thành phố trồng tre.",
        {},
        "Hội LHPN thành phố",
        "union/quang-ninh.mong-cai",
        "kgs:res-home",
    ),
    "level before Hội": (
        "Hội LHPN thành phố Hải Phòng góp công. Thành Hội trồng thêm tre.",
        {},
        "Thành Hội",
        "union/hai-phong",
        "kgs:res-home",
    ),
    "bank for its branch": (
        "Hội LHPN tỉnh Nam Định và Agribank chi nhánh Cửa Lân góp công. Agribank góp thêm gạch.",
        {},
        "Agribank",
        "body/agribank-chi-nhanh-cua-lan.vn",
        "kgs:res-previous-mention",
    ),
    "school whose place was told": (
        "Trường Mầm non Hoa Cau tỉnh Hà Nam và Hội LHPN tỉnh Nam Định góp công. Trường Mầm non Hoa Cau góp gạch.",
        {},
        "Trường Mầm non Hoa Cau",
        "body/truong-mam-non-hoa-cau.ha-nam",
        "kgs:res-previous-mention",
    ),
    "company without the type of company": (
        "Công ty TNHH Hoa Cau tỉnh Hà Nam và Hội LHPN tỉnh Nam Định góp công. Công ty Hoa Cau góp gạch.",
        {},
        "Công ty Hoa Cau",
        "body/cong-ty-tnhh-hoa-cau.vn",
        "kgs:res-previous-mention",
    ),
    "centre by its kind alone": (
        "Trung tâm Dạy nghề Đồng Cói và Hội LHPN tỉnh Nam Định góp công. Trung tâm góp gạch.",
        {},
        "Trung tâm",
        "body/trung-tam-day-nghe-dong-coi.vn",
        "kgs:res-previous-mention",
    ),
    "chapter of the commune at home": (
        "Hội LHPN xã Hải Đông, huyện Hải Hậu góp công. Chi hội phụ nữ xóm 5 trồng tre.",
        {},
        "Chi hội phụ nữ xóm 5",
        "body/chi-hoi-phu-nu-xom-5.nam-dinh.hai-hau.hai-dong",
        "kgs:res-home",
    ),
    "chapter of the commune named last": (
        "Hội LHPN huyện Hải Hậu góp công ở xã Hải Đông. Chi hội phụ nữ xóm 5 trồng tre.",
        {},
        "Chi hội phụ nữ xóm 5",
        "body/chi-hoi-phu-nu-xom-5.nam-dinh.hai-hau.hai-dong",
        "kgs:res-previous-mention",
    ),
    "bare Hội": (
        "Hội LHPN tỉnh Nam Định góp công. Năm nay, Hội đã trồng tre.",
        {},
        "Hội",
        "union/nam-dinh",
        "kgs:res-home",
    ),
    "portal by its publisher": (
        "Hội LHPN tỉnh góp công làm đường cho bà con.",
        {"publisher": "Trang tin phụ nữ Quảng Ninh"},
        "Hội LHPN tỉnh",
        "union/quang-ninh",
        "kgs:res-home",
    ),
    "portal by its address": (
        "Hội LHPN thành phố góp công làm đường cho bà con.",
        {"url": "https://haiphong.example.vn/tin/1"},
        "Hội LHPN thành phố",
        "union/hai-phong",
        "kgs:res-home",
    ),
    "our province, by portal": (
        "Đường mới ở tỉnh ta dài thêm mỗi mùa khô.",
        {"publisher": "Báo Hưng Yên"},
        "tỉnh ta",
        "union/hung-yen",
        "kgs:res-publisher",
    ),
    "our province, by the venue": (
        "Tại hội trường Tỉnh ủy Hưng Yên, các đơn vị họp mặt. Ở tỉnh ta, đường mới dài thêm mỗi mùa khô.",
        {"title": "Cụm thi đua đồng bằng sông Hồng họp mặt"},
        "tỉnh ta",
        "union/hung-yen",
        "kgs:res-venue",
    ),
    "committee of the province": (
        "Hội LHPN tỉnh Nam Định góp công. UBND tỉnh góp gạch.",
        {},
        "UBND tỉnh",
        "body/ubnd.nam-dinh",
        "kgs:res-home",
    ),
}


def told(read: Any, sentences: str, end: str = "", **known: str) -> Document:
    return read(f"Phụ nữ ven sông làm đường\n{DAY}\n{sentences}\n{TAIL}\n{end}", **known)


@pytest.mark.parametrize("case", CASES)
def test_resolves_the_short_form(case: str, read: Any) -> None:
    text, known, words, key, method = CASES[case]
    document = told(read, text, **known)
    found = [a for a in document.agents if a.span.of(document.article.text) == words]
    assert [f"{e.kind}/{e.key}" for a in found for e in a.entities] == [key]
    assert [(a.resolution.words, a.resolution.method) for a in found if a.resolution] == [(words, method)]


def test_a_kind_alone_that_several_bodies_are_of_is_none_of_them(read: Any) -> None:
    document = told(read, "Trung tâm Dạy nghề Đồng Cói và Trung tâm Dạy nghề Hoa Cau góp công. Trung tâm góp gạch.")
    short = [a for a in document.agents if a.span.of(document.article.text) == "Trung tâm"]
    assert [a.entities for a in short] == [()]


def test_the_source_line_tells_the_portal(read: Any) -> None:
    document = told(read, "Hội LHPN thành phố góp công làm đường.", end="Nguồn tin: haiphong.example.vn")
    assert [entity.key for agent in document.agents for entity in agent.entities] == ["hai-phong"]


SECTIONS = f"""Các tỉnh góp công làm đường
{DAY}
Hội LHPN tỉnh Quảng Trị, Hà Nam góp công làm đường quê trong mùa khô năm nay, mỗi nơi một cách làm riêng và đều vui.
- Hội LHPN tỉnh Quảng Trị: mỗi xã một đoạn đường. Hội LHPN tỉnh góp gạch và cát cho các thôn.
- Hội LHPN tỉnh Hà Nam: mỗi làng một hàng tre. Hội LHPN tỉnh góp cây giống cho các thôn.
"""


def test_a_section_decides_before_anything_else(read: Any) -> None:
    document = read(SECTIONS)
    short = [a for a in document.agents if a.span.of(document.article.text) == "Hội LHPN tỉnh"]
    assert [[e.key for e in a.entities] for a in short] == [["quang-tri"], ["ha-nam"]]
    assert {a.resolution.method for a in short if a.resolution} == {"kgs:res-section"}


UNRESOLVED = {
    "the Đảng ủy of what the next post is held in": (
        "Hội LHPN xã Hải Đông, huyện Hải Hậu làm đường. "
        "Ông Lê Văn Giả Định, Bí thư Đảng ủy, Chính ủy Trung tâm 99 đến thăm."
    ),
    "the Đảng ủy in a district": "Hội LHPN huyện Hải Hậu làm đường. Ông Lê Văn Giả Định, Bí thư Đảng ủy, đến thăm.",
    "no home, no portal": "Hội LHPN tỉnh góp công làm đường.",
    "no unit of that level": "Hội LHPN thành phố Hải Phòng góp công. UBND huyện góp.",
    "generic set": "Hội LHPN các xã góp công làm đường.",
}


@pytest.mark.parametrize("case", UNRESOLVED)
def test_what_nothing_decides_stays_open(case: str, read: Any) -> None:
    document = told(read, UNRESOLVED[case])
    assert [a.entities for a in document.agents if a.form != "named"] == [()]


def test_a_named_body_needs_no_resolution(read: Any) -> None:
    document = told(read, "Hội LHPN tỉnh Nam Định và Hội LHPN Việt Nam góp công.")
    assert [(a.entities[0].key, a.resolution) for a in document.agents] == [("nam-dinh", None), ("vn", None)]


def test_a_headline_that_begins_with_a_province_says_where_the_paper_is(read: Any) -> None:
    document = read(
        "Hà Nam: Ngày hội của chị em\n02/03/2021\nSáng nay, Hội LHPN tỉnh tổ chức hội nghị gặp mặt hội viên.\n"
    )
    assert [e.label for a in document.agents for e in a.entities] == ["Hội LHPN tỉnh Hà Nam"]


def test_two_unions_of_which_one_says_its_province(read: Any) -> None:
    """The place of a body and the place inside it stand at one position: once they could not be put in order."""
    text = "Hội LHPN tỉnh Đồng Tháp và Hội LHPN huyện Châu Thành, tỉnh Tiền Giang ký kết giao ước trồng hoa ven sông."
    labels = [e.label for a in read(f"Hai Hội ký giao ước\n02/03/2021\n{text}\n").agents for e in a.entities]
    assert labels == ["Hội LHPN tỉnh Đồng Tháp", "Hội LHPN huyện Châu Thành"]


@pytest.mark.parametrize("title", ["Xã Hải Đông tổ chức Đại hội phụ nữ", "Đại hội đại biểu phụ nữ xã Hải Đông họp"])
def test_a_congress_in_the_title_is_at_home(title: str, read: Any) -> None:
    guests = "Tới dự có bà Trần Thị Ví Dụ, Chủ tịch Hội LHPN huyện Hải Hậu, tỉnh Nam Định."
    document = read(f"{title}\n{DAY}\n{guests}\n{TAIL}")
    assert document.home.key == "nam-dinh.hai-hau.hai-dong"


def test_a_union_in_the_title_is_at_home_whose_congress_it_may_be(read: Any) -> None:
    title = "Hội LHPN huyện Hải Hậu chỉ đạo Đại hội phụ nữ xã Hải Đông"
    assert read(f"{title}\n{DAY}\n{TAIL}").home.label == "Hội LHPN huyện Hải Hậu"


def test_an_unlisted_commune_is_at_home_and_described(read: Any) -> None:
    text = "Ngày 20/1/2014, Hội LHPN xã Hoa Cau, huyện Hải Hậu, tỉnh Nam Định họp. Hội còn mở lớp dạy nghề."
    document = read(f"Xã làm đường\n{text}\n{TAIL}")
    assert document.home.key == "nam-dinh.hai-hau.hoa-cau-unlisted"
    assert {e for a in document.agents for e in a.entities if e.kind == "union"} == {document.home}
    assert document.home.types == ("kgo:WomensUnion",)


def test_a_union_beside_a_body_is_of_its_place(read: Any) -> None:
    document = told(read, "Đồn Biên phòng Hoa Cau mời Hội Liên hiệp Phụ nữ và Tỉnh đoàn Tiền Giang.")
    assert "Hội LHPN tỉnh Tiền Giang" in [e.label for a in document.agents for e in a.entities]


def test_a_number_alone_names_no_committee(read: Any) -> None:
    document = told(read, "Hội LHPN quận 8, thành phố Hồ Chí Minh làm đường. Quận ủy góp gạch.")
    assert document.agents[-1].entities[0].label == "Quận ủy quận 8"


def test_a_body_that_acts_with_a_union_is_of_its_place(read: Any) -> None:
    document = told(read, "Đoàn Thanh niên phối hợp với Hội Phụ nữ xã Hải Đông, huyện Hải Hậu trồng tre.")
    assert next(e.label for a in document.agents for e in a.entities) == "Đoàn Thanh niên xã Hải Đông"

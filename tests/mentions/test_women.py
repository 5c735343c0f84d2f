"""Women's bodies outside the hierarchy: of a force, a school or a company, and the chapters of hamlets."""

from __future__ import annotations

from typing import Any

import pytest

from kgraph.document import AgentMention, Mentions

# case: (sentence with the words of the body in brackets, "head | form")
CASES = {
    "of several commands": (
        "[Hội phụ nữ Ban CHQS các huyện Hải Hậu, Ý Yên] tặng quà.",
        ["Hội Phụ nữ Ban Chỉ huy Quân sự | named"],
    ),
    "of the staff of a command": (
        "[Hội phụ nữ cơ quan Bộ CHQS tỉnh] tặng quà.",
        ["Hội Phụ nữ cơ quan Bộ Chỉ huy Quân sự | level"],
    ),
    "of an office of a ministry": (
        "[Hội Phụ nữ Văn phòng Cơ quan Cảnh sát điều tra Bộ Công an] tặng quà.",
        ["Hội Phụ nữ Văn phòng Cơ quan Cảnh sát điều tra Bộ Công an | named"],
    ),
    "of a hamlet, by the word Hội": ("[Hội Phụ nữ ấp Hoa Cau] tặng quà.", ["Hội LHPN ấp Hoa Cau | named"]),
    "of a hamlet by its short form": ("[Chi hội Phụ nữ TDP 16] tặng quà.", ["Chi hội phụ nữ tổ dân phố 16 | named"]),
    "police": ("[Hội Phụ nữ Công an tỉnh Nam Định] tặng quà.", ["Hội Phụ nữ Công an | named"]),
    "ministry": ("[Hội phụ nữ Bộ Công an] tặng quà.", ["Hội Phụ nữ Bộ Công an | named"]),
    "border guards with their short form": (
        "[Hội Phụ nữ Bộ đội Biên phòng (BĐBP) tỉnh Nam Định] tặng quà.",
        ["Hội Phụ nữ Bộ đội Biên phòng | named"],
    ),
    "border guards by their short form": ("[Hội Phụ nữ BĐBP tỉnh] tặng quà.", ["Hội Phụ nữ Bộ đội Biên phòng | level"]),
    "police of the city by its short form": ("[Hội phụ nữ CATP] tặng quà.", ["Hội Phụ nữ Công an | level"]),
    "police of no place": ("[Hội Phụ nữ Công an] tặng quà.", ["Hội Phụ nữ Công an | bare"]),
    "hospital": ("[Hội Phụ nữ bệnh viện 99] tặng quà.", ["Hội Phụ nữ Bệnh viện 99 | named"]),
    "hospital of several words": (
        "[Hội LHPN Bệnh viện Trung ương Đồng Cói] tặng quà.",
        ["Hội Phụ nữ Bệnh viện Trung ương Đồng Cói | named"],
    ),
    "company": (
        "[Hội Phụ nữ Công ty Cổ phần May Hoa Cau] tặng quà.",
        ["Hội Phụ nữ Công ty Cổ phần May Hoa Cau | named"],
    ),
    "police by the shortest form": ("[Hội PN Công an huyện] tặng quà.", ["Hội Phụ nữ Công an | level"]),
    "of a force": (
        "[Hội Phụ nữ Lữ đoàn 999] và [Hội Phụ nữ cơ sở Vùng 9 Hải quân] tặng quà.",
        ["Hội Phụ nữ Lữ đoàn 999 | named", "Hội Phụ nữ cơ sở Vùng 9 Hải quân | named"],
    ),
    "chapter by its bare name": (
        "[Chi hội Phụ nữ Đồng Cói 2, phường Cửa Ông] tặng quà.",
        ["Chi hội phụ nữ Đồng Cói 2 | named"],
    ),
    "chapter in lower case": ("hội viên [chi hội phụ nữ thôn Đông] tặng quà.", ["Chi hội phụ nữ thôn Đông | named"]),
    "chapter with two capitals": ("[Chi Hội Phụ nữ thôn Đông] tặng quà.", ["Chi hội phụ nữ thôn Đông | named"]),
    "chapter of a hamlet": ("[Chi hội phụ nữ thôn 5] tặng quà.", ["Chi hội phụ nữ thôn 5 | named"]),
    "chapter of a named hamlet": ("[Chi hội phụ nữ xóm Đông] tặng quà.", ["Chi hội phụ nữ xóm Đông | named"]),
}


def women(mentions: Mentions) -> list[AgentMention]:
    return [agent for agent in mentions.agents if agent.kind == "women"]


def described(body: AgentMention) -> str:
    return f"{body.head} | {body.form}"


@pytest.mark.parametrize("case", CASES)
def test_reads_the_body(case: str, compare: Any) -> None:
    text, expected = CASES[case]
    compare(text, expected, women, described)


# case: (sentence with the words of the body in brackets, its name)
ABROAD = {
    "of those from one province": ("[Hội Phụ nữ Hà Tĩnh ở CHLB Đức] tặng quà.", ["Hội Phụ nữ Hà Tĩnh ở CHLB Đức"]),
    "a country as it sounds": (
        "[Hội Phụ nữ Việt Nam tại Xlô-va-kia] tặng quà.",
        ["Hội Phụ nữ Việt Nam tại Xlô-va-kia"],
    ),
    "country": ("[Hội LHPN Lào] sang thăm.", ["Hội LHPN Lào"]),
    "province": ("Đoàn gặp [Hội LHPN tỉnh Hủa Phăn].", ["Hội LHPN tỉnh Hủa Phăn"]),
    "list": (
        "Đoàn gặp [Hội Liên hiệp Phụ nữ các tỉnh Bò Kẹo], [Hủa Phăn] và [Xê Kông], nước bạn Lào.",
        ["Hội LHPN tỉnh Bò Kẹo", "Hội LHPN tỉnh Hủa Phăn", "Hội LHPN tỉnh Xê Kông"],
    ),
    "Vietnamese women abroad": (
        "[Hội Phụ nữ Việt Nam tại Ba Lan] gửi quà.",
        ["Hội Phụ nữ Việt Nam tại Ba Lan"],
    ),
    "a name of no list before its country": (
        "Đoàn gặp [Hội LHPN tỉnh Ví Dụ Khăm], Lào và [Hội LHPN huyện Sầm Mẫu], tỉnh Hủa Phăn (Lào).",
        ["Hội LHPN tỉnh Ví Dụ Khăm", "Hội LHPN huyện Sầm Mẫu"],
    ),
    "form of the state": ("[Hội Phụ nữ nước CHDCND Lào] sang thăm.", ["Hội LHPN CHDCND Lào"]),
    "a name of its own": (
        "[Hội Phụ nữ Campuchia vì hòa bình và phát triển tỉnh Svay Rieng] sang thăm.",
        ["Hội Phụ nữ Campuchia vì hòa bình và phát triển tỉnh Svay Rieng"],
    ),
    "two provinces at home": ("Hội LHPN tỉnh Nghệ An, Lào Cai gửi quà.", []),
    "a province at home before a country": ("Hội LHPN tỉnh Nghệ An, nước Lào và chị em gửi quà.", []),
    "a province at home that begins so": ("Hội LHPN Lào Cai gửi quà.", []),
    "the union of Viet Nam": ("Hội LHPN Việt Nam họp tại Nga Sơn.", []),
}


@pytest.mark.parametrize("case", ABROAD)
def test_women_abroad_are_a_body_and_no_union(case: str, compare: Any) -> None:
    text, expected = ABROAD[case]
    compare(text, expected, lambda mentions: [a for a in mentions.agents if a.rule == "women-abroad"], lambda a: a.head)


@pytest.mark.parametrize(
    "text",
    [
        "Đại hội phụ nữ Công an huyện",
        "02 Chi hội Phụ nữ chợ Bến",
        "Hội Phụ nữ Trường Sa",
        "Ban Phụ nữ Quân khu 99",
        "Chi hội Phụ nữ Đồng Cói",
        "Chi hội Phụ nữ Đồng Cói, huyện Hải Hậu",
    ],
)
def test_a_congress_a_group_and_a_place_are_none(text: str, read: Any) -> None:
    assert women(read(f"{text} tặng quà.")) == []


def test_its_words_are_not_a_union_too(read: Any) -> None:
    assert [a.kind for a in read("Hội Phụ nữ Công an tỉnh Nam Định tặng quà.").agents] == ["women"]


def test_a_union_of_a_place_is_not_one(read: Any) -> None:
    assert women(read("Hội Phụ nữ xã Hải Đông tặng quà. Chi hội đã họp.")) == []

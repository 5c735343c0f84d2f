"""Bodies other than unions: by lexicon, with the organ that belongs to them, and by their own name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kgraph.document import AgentMention, Mentions

# case: (sentence with the words of each body in brackets, "head kind form level: place" of each)
LISTED = {
    "people's committee": (
        "[UBND tỉnh Nam Định] chủ trì buổi làm việc.",
        ["UBND government named tỉnh: Nam Định"],
    ),
    "spelled out": (
        "[Ủy ban nhân dân huyện Hải Hậu] chủ trì buổi làm việc.",
        ["UBND government named huyện: Hải Hậu"],
    ),
    "tone mark on the last vowel": (
        "[Uỷ ban nhân dân huyện Hải Hậu] chủ trì buổi làm việc.",
        ["UBND government named huyện: Hải Hậu"],
    ),
    "level without a place": ("[UBND tỉnh] chủ trì buổi làm việc.", ["UBND government level tỉnh"]),
    "committee of the Party": ("[Tỉnh ủy Quảng Trị] chủ trì.", ["Tỉnh ủy party named tỉnh: Quảng Trị"]),
    "its level in its name": ("[Thành ủy] chủ trì.", ["Thành ủy party level thành phố"]),
    "police": ("[Công an tỉnh Quảng Trị] phối hợp.", ["Công an police named tỉnh: Quảng Trị"]),
    "border guards": (
        "[Bộ Chỉ huy Bộ đội Biên phòng tỉnh Hà Tĩnh] phối hợp.",
        ["Bộ Chỉ huy Bộ đội Biên phòng military named tỉnh: Hà Tĩnh"],
    ),
    "front": ("[Ủy ban MTTQ Việt Nam tỉnh Hà Nam] chủ trì.", ["Ủy ban MTTQ Việt Nam front named tỉnh: Hà Nam"]),
    "farmers": ("[Hội Nông dân tỉnh Thái Bình] phối hợp.", ["Hội Nông dân association named tỉnh: Thái Bình"]),
    "department": ("[Sở Y tế] phối hợp.", ["Sở Y tế government level tỉnh"]),
    "nationwide": ("[Quốc hội] thông qua.", ["Quốc hội council named"]),
    "with its container": (
        "[UBND xã Hải Đông, huyện Hải Hậu] phối hợp.",
        ["UBND government named xã: Hải Đông < Hải Hậu"],
    ),
    "sharing the place said once": (
        "[Đảng ủy], [UBND xã Hải Đông] phối hợp.",
        ["Đảng ủy party named xã: Hải Đông", "UBND government named xã: Hải Đông"],
    ),
}

ORGANS = {
    "of a committee": (
        "[Ban Dân vận Tỉnh ủy Quảng Ninh] phối hợp.",
        ["Ban Dân vận Tỉnh ủy party named tỉnh: Quảng Ninh"],
    ),
    "of a committee at its level": (
        "[Ban Tổ chức Thành ủy] phối hợp.",
        ["Ban Tổ chức Thành ủy party level thành phố"],
    ),
}

OWN_NAMES = {
    "company": (
        "[Công ty TNHH May Bình Minh] tặng quà.",
        ["Công ty TNHH May Bình Minh company named"],
    ),
    "cooperative": ("[Hợp tác xã Xuân Lộc] tặng quà.", ["Hợp tác xã Xuân Lộc company named"]),
    "border post": ("[Đồn Biên phòng Cửa Lân Đông] tặng quà.", ["Đồn Biên phòng Cửa Lân Đông military named"]),
    "with an ampersand": (
        "[Công ty TNHH Hoa & Lá] tặng quà.",
        ["Công ty TNHH Hoa & Lá company named"],
    ),
}

NOBODY = {
    "border posts": "Quà được gửi tới các Đồn biên phòng trên tuyến.",
    "hall of a committee": "Buổi gặp diễn ra tại Hội trường Thành ủy Nam Định.",
    "some companies": "Quà do một số Công ty May Thêu góp.",
    "committees everywhere": "Việc này cần các UBND xã ủng hộ.",
}

CASES = {
    f"{table}: {case}": row
    for table, rows in {"listed": LISTED, "organs": ORGANS, "own names": OWN_NAMES}.items()
    for case, row in rows.items()
}


def bodies(mentions: Mentions) -> list[AgentMention]:
    return [agent for agent in mentions.agents if agent.kind == "body"]


def described(body: AgentMention) -> str:
    where = f" {body.level}" if body.level else ""
    place = f": {body.places[0].name}" if body.places else ""
    within = f" < {', '.join(p.name for p in body.within)}" if body.within else ""
    return f"{body.head.replace('&', '+')} {body.body_kind} {body.form}{where}{place}{within}"


@pytest.mark.parametrize("case", CASES)
def test_reads_the_body(case: str, compare: Any) -> None:
    text, expected = CASES[case]
    compare(text, [one.replace("&", "+") for one in expected], bodies, described)


@pytest.mark.parametrize("case", NOBODY)
def test_a_group_or_a_building_is_nobody(case: str, read: Callable[[str], Mentions]) -> None:
    assert [b for b in bodies(read(NOBODY[case])) if b.form not in ("generic", "bare")] == []


def test_a_union_is_read_only_as_a_union(read: Callable[[str], Mentions]) -> None:
    found = read("Hội LHPN tỉnh Nam Định, UBND tỉnh Nam Định và Hội Nông dân tỉnh Nam Định cùng dự.")
    assert [agent.kind for agent in found.agents] == ["union", "body", "body"]

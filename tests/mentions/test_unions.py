"""Women's Union bodies as written: which words are one, of which form, level and places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kgraph.document import AgentMention, Mentions
from kgraph.vietnamese import match_form

# case: (sentence with the words of each mention in brackets, "form level: places < containers" of each)
LEVELS = {
    "province": ("Sáng qua, [Hội LHPN tỉnh Nam Định] họp bàn.", ["named tỉnh: Nam Định"]),
    "city of the centre": ("[Hội LHPN thành phố Hải Phòng] đón đoàn.", ["named thành phố: Hải Phòng"]),
    "city in short": ("[Hội LHPN TP. Móng Cái] đón đoàn.", ["named thành phố: Móng Cái"]),
    "city in short without a stop": ("[Hội LHPN TP Hải Dương] đón đoàn.", ["named thành phố: Hải Dương"]),
    "district": ("[Hội LHPN huyện Hải Hậu] đón đoàn.", ["named huyện: Hải Hậu"]),
    "urban district": ("[Hội LHPN quận Lê Chân] đón đoàn.", ["named quận: Lê Chân"]),
    "numbered district": ("[Hội LHPN quận 9] đón đoàn.", ["named quận: 9"]),
    "town": ("[Hội LHPN thị xã Quảng Trị] đón đoàn.", ["named thị xã: Quảng Trị"]),
    "town in short": ("[Hội LHPN TX. Sơn Tây] đón đoàn.", ["named thị xã: Sơn Tây"]),
    "township": ("[Hội LHPN thị trấn Cồn] đón đoàn.", ["named thị trấn: Cồn"]),
    "commune": ("[Hội LHPN xã Hải Đông] đón đoàn.", ["named xã: Hải Đông"]),
    "ward": ("[Hội LHPN phường Ka Long] đón đoàn.", ["named phường: Ka Long"]),
    "numbered ward": ("[Hội LHPN phường 5] đón đoàn.", ["named phường: 5"]),
    "special zone": ("[Hội LHPN đặc khu Phú Quốc] đón đoàn.", ["named đặc khu: Phú Quốc"]),
    "level word with a capital": ("[Hội LHPN Tỉnh Nam Định] họp bàn.", ["named tỉnh: Nam Định"]),
    "commune that no list has": ("[Hội LHPN xã Hoa Mai Trắng] đón đoàn.", ["named xã: Hoa Mai Trắng"]),
}

HEADS = {
    "long form": ("[Hội Liên hiệp Phụ nữ tỉnh Nam Định] họp.", ["named tỉnh: Nam Định"]),
    "long form in lower case": ("[Hội liên hiệp phụ nữ tỉnh Nam Định] họp.", ["named tỉnh: Nam Định"]),
    "half a long form": ("[Hội LH Phụ nữ huyện Giao Thủy] họp.", ["named huyện: Giao Thủy"]),
    "with its abbreviation": ("[Hội Liên hiệp phụ nữ (LHPN) quận Lê Chân] họp.", ["named quận: Lê Chân"]),
    "without the head noun": ("Khách đến [LHPN tỉnh Hà Nam] từ sớm.", ["named tỉnh: Hà Nam"]),
    "HPN": ("[HPN huyện Ý Yên] họp.", ["named huyện: Ý Yên"]),
    "Hội HPN": ("[Hội HPN huyện Ý Yên] họp.", ["named huyện: Ý Yên"]),
    "Hội Phụ nữ": ("[Hội Phụ nữ xã Nghĩa An] họp.", ["named xã: Nghĩa An"]),
    "capitals": ("[HỘI LHPN tỉnh Nam Định] họp.", ["named tỉnh: Nam Định"]),
    "without a level word": ("[Hội LHPN Quảng Trị] họp.", ["named : Quảng Trị"]),
    "Việt Nam before the level": ("[Hội LHPN Việt Nam tỉnh Nam Định] họp.", ["named tỉnh: Nam Định"]),
    "of the province": ("[Hội LHPN của tỉnh Nam Định] họp.", ["named tỉnh: Nam Định"]),
    "double blank": ("[Hội LHPN  tỉnh  Nam Định] họp.", ["named tỉnh: Nam Định"]),
    "non-breaking blank": ("[Hội LHPN\u00a0tỉnh Nam\u00a0Định] họp.", ["named tỉnh: Nam Định"]),
    "tone mark on the last vowel": ("[Hội LHPN huyện Giao Thuỷ] họp.", ["named huyện: Giao Thuỷ"]),
    "tone mark on the first vowel": ("[Hội LHPN huyện Giao Thủy] họp.", ["named huyện: Giao Thủy"]),
    "tone mark inside a name": ("[Hội LHPN huyện Hướng Hóa] họp.", ["named huyện: Hướng Hóa"]),
    "another spelling of the place": ("[Hội LHPN huyện Đakrông] họp.", ["named huyện: Đakrông"]),
    "hyphen in the name": ("[Hội LHPN tỉnh Bà Rịa - Vũng Tàu] họp.", ["named tỉnh: Bà Rịa - Vũng Tàu"]),
}

COORDINATED = {
    "two provinces": ("[Hội LHPN tỉnh Quảng Trị, Hà Nam] cùng ký.", ["named tỉnh: Quảng Trị, Hà Nam"]),
    "two districts": ("[Hội LHPN huyện Hải Hậu và Giao Thủy] cùng ký.", ["named huyện: Hải Hậu, Giao Thủy"]),
    "counted": (
        "[Hội LHPN 03 huyện ven biển Quỳnh Lưu, Diễn Châu, Nghi Lộc] cùng ký.",
        ["named huyện: Quỳnh Lưu, Diễn Châu, Nghi Lộc"],
    ),
    "counted in words": ("[Hội LHPN hai huyện Vụ Bản và Ý Yên] cùng ký.", ["named huyện: Vụ Bản, Ý Yên"]),
    "colon list of nine": (
        (
            "[Hội LHPN các tỉnh: Hưng Yên, Hải Dương, Bắc Ninh, Vĩnh Phúc, Hà Nam, Ninh Bình, Thái Bình, Quảng Ninh "
            "và Nam Định] cùng ký."
        ),
        [
            "named tỉnh: Hưng Yên, Hải Dương, Bắc Ninh, Vĩnh Phúc, Hà Nam, Ninh Bình, Thái Bình, Quảng Ninh, Nam Định",
        ],
    ),
    "list with a city among provinces": (
        "[Hội LHPN các tỉnh, thành phố: Hà Nam, Hải Phòng] cùng ký.",
        ["named tỉnh: Hà Nam, Hải Phòng"],
    ),
    "level word said again": (
        "[Hội LHPN tỉnh Hà Nam, tỉnh Nam Định] cùng ký.",
        ["named tỉnh: Hà Nam, Nam Định"],
    ),
    "each with its head": (
        "[Hội LHPN tỉnh Hà Nam] và [Hội LHPN tỉnh Thái Bình] cùng ký.",
        ["named tỉnh: Hà Nam", "named tỉnh: Thái Bình"],
    ),
    "wards": ("[Hội LHPN các phường Ka Long, Trần Phú] dự.", ["named phường: Ka Long, Trần Phú"]),
    "another level word within the list": (
        "[Hội LHPN các huyện Chợ Mới, Châu Phú và TX. Tân Châu] dự.",
        ["named huyện: Chợ Mới, Châu Phú, Tân Châu"],
    ),
    "a list of communes and a numbered ward": (
        "[Hội LHPN các xã Bảo Thuận, Hòa Ninh và phường 1 Bảo Lộc] dự.",
        ["named xã: Bảo Thuận, Hòa Ninh, 1 Bảo Lộc"],
    ),
    "never upwards": (
        "[Hội LHPN các huyện Hải Hậu, Ý Yên], tỉnh Nam Định dự.",
        ["named huyện: Hải Hậu, Ý Yên"],
    ),
    "each with its own place in brackets": (
        (
            "[Hội LHPN các phường: Hòa Khánh Nam (quận Liên Chiểu), An Hải Bắc (quận Sơn Trà) và xã Hòa "
            "Tiến] (huyện Hòa Vang) dự."
        ),
        ["named phường: Hòa Khánh Nam, An Hải Bắc, Hòa Tiến"],
    ),
    "names given in brackets": (
        "[Hội LHPN 5 thành phố trực thuộc Trung ương (gồm: TP Hà Nội, Hải Phòng và Cần Thơ]) họp.",
        ["named thành phố: Hà Nội, Hải Phòng, Cần Thơ"],
    ),
    "a province of earlier times": ("[Hội LHPN tỉnh Nghệ Tĩnh] đã tách.", ["named tỉnh: Nghệ Tĩnh"]),
    "a town that is a city today": ("[Hội LHPN thị xã Vĩnh Long] họp.", ["named thị xã: Vĩnh Long"]),
}

WITHIN = {
    "commas": (
        "[Hội LHPN xã Hải Đông, huyện Hải Hậu, tỉnh Nam Định] họp.",
        ["named xã: Hải Đông < Hải Hậu, Nam Định"],
    ),
    "bare comma": ("[Hội LHPN huyện Hải Hậu, Nam Định] họp.", ["named huyện: Hải Hậu < Nam Định"]),
    "brackets": ("[Hội LHPN xã Hải Đông (Móng Cái]) họp.", ["named xã: Hải Đông < Móng Cái"]),
    "brackets with a level": ("[Hội LHPN xã Hải Xuân (huyện Hải Hậu]) họp.", ["named xã: Hải Xuân < Hải Hậu"]),
    "of": ("[Hội LHPN xã Hải Đông thuộc huyện Hải Hậu] họp.", ["named xã: Hải Đông < Hải Hậu"]),
    "other clause behind the comma": ("[Hội LHPN xã Hải Đông], cùng 3 đơn vị, họp.", ["named xã: Hải Đông"]),
}

# These name nobody, so their words are never shown as a quote.
GENERIC = {
    "all levels": "Nhiều việc được Hội LHPN các cấp làm tốt.",
    "the communes": "Giấy mời gửi đến Hội LHPN các xã từ hôm trước.",
    "districts, towns and cities": "Giấy mời gửi đến Hội LHPN các huyện, thị xã, thành phố từ hôm trước.",
    "communes and wards": "Giấy mời gửi đến Hội LHPN các xã, phường từ hôm trước.",
    "counted communes": "Giấy mời gửi đến Hội LHPN 12 xã từ hôm trước.",
    "grass roots": "Giấy mời gửi đến Hội LHPN cơ sở từ hôm trước.",
    "every commune": "Giấy mời gửi đến tất cả Hội LHPN cấp xã từ hôm trước.",
}

CENTRAL = {
    "Việt Nam": ("[Hội LHPN Việt Nam] ra lời kêu gọi.", ["central"]),
    "centre before the head": ("[Trung ương Hội LHPN Việt Nam] ra lời kêu gọi.", ["central"]),
    "long form": ("[Trung ương Hội Liên hiệp Phụ nữ Việt Nam] ra lời kêu gọi.", ["central"]),
    "centre in lower case": ("[Trung ương Hội liên hiệp Phụ nữ] ra lời kêu gọi.", ["central"]),
    "centre alone": ("[Trung ương Hội] ra lời kêu gọi.", ["central"]),
    "T.Ư": ("[T.Ư Hội] ra lời kêu gọi.", ["central"]),
    "TW": ("[TW Hội] ra lời kêu gọi.", ["central"]),
    "TƯ before the head": ("[TƯ Hội LHPN Việt Nam] ra lời kêu gọi.", ["central"]),
    "glued VN": ("[Hội LHPNVN] ra lời kêu gọi.", ["central"]),
    "VN": ("[Hội LHPN VN] ra lời kêu gọi.", ["central"]),
}

SHORT = {
    "province": ("Theo lịch, [Hội LHPN tỉnh] họp.", ["level tỉnh"]),
    "province with a capital": ("Theo lịch, [Hội LHPN Tỉnh] họp.", ["level tỉnh"]),
    "city": ("Theo lịch, [Hội LHPN thành phố] họp.", ["level thành phố"]),
    "level before Hội": ("Theo lịch, [Thành Hội] họp.", ["level thành phố"]),
    "level before a small hội": ("Theo lịch, [Tỉnh hội] họp.", ["level tỉnh"]),
    "level before Hội with a place": ("Theo lịch, [Thành hội Hải Phòng] họp.", ["named thành phố: Hải Phòng"]),
    "bare head": ("Theo lịch, [Hội LHPN] họp.", ["bare"]),
    "bare Hội before a verb": ("Trong năm, [Hội] đã mở lớp.", ["bare"]),
    "our province": ("Mùa này ở [tỉnh ta] được mùa.", ["local tỉnh"]),
    "the home district": ("Mùa này ở [huyện nhà] được mùa.", ["local huyện"]),
    "all levels of Hội": ("Trong năm, [các cấp Hội] mở lớp.", ["bare"]),
}

CLUSTERS = {
    "numbered": ("[Cụm thi đua số 5] họp.", ["cluster named"]),
    "of a city": ("[Cụm thi đua số 5 Hội LHPN thành phố Hà Nội] họp.", ["cluster named"]),
    "of a region": ("[Cụm thi đua các tỉnh đồng bằng sông Hồng] họp.", ["cluster named"]),
    "of unions of a region": (
        "[Cụm thi đua Hội LHPN các tỉnh đồng bằng sông Hồng] họp.",
        ["cluster named"],
    ),
    "bare": ("Các thành viên trong [Cụm] đều ký.", ["cluster bare"]),
}

NOT_UNIONS = {
    "meeting": "Hội nghị diễn ra trong một buổi.",
    "hall": "Hội trường đông kín người.",
    "council": "Hội đồng thẩm định đã họp.",
    "member": "Hội viên đều có mặt.",
    "farmers": "Hội Nông dân huyện Hải Hậu họp.",
    "veterans": "Hội Cựu chiến binh xã Hải Đông họp.",
    "house of culture": "Buổi diễn ở tỉnh nhà văn hóa không có.",
    "industrial cluster": "Cụm công nghiệp mới có thêm xưởng.",
    "letters inside a code": "Công văn 12/CV-HPN nói rõ việc này.",
}

TABLES = {
    "levels": LEVELS, "heads": HEADS, "coordinated": COORDINATED, "within": WITHIN, "central": CENTRAL,
    "short": SHORT, "clusters": CLUSTERS,
}  # fmt: skip
CASES = {f"{table}: {case}": row for table, rows in TABLES.items() for case, row in rows.items()}


def unions(mentions: Mentions) -> list[AgentMention]:
    return [agent for agent in mentions.agents if agent.kind in ("union", "cluster")]


def described(agent: AgentMention) -> str:
    form = f"cluster {agent.form}" if agent.kind == "cluster" else agent.form
    if not agent.places:
        return f"{form} {agent.level}" if agent.level and form != "generic" else form
    within = f" < {', '.join(place.name for place in agent.within)}" if agent.within else ""
    # the matching form puts the tone mark in one place; the words of the span keep the writer's
    return f"{form} {agent.level or ''}: {', '.join(place.name for place in agent.places)}{within}"


@pytest.mark.parametrize("case", CASES)
def test_reads_the_union(case: str, compare: Any) -> None:
    text, expected = CASES[case]
    compare(text, [match_form(one) for one in expected], unions, described)


@pytest.mark.parametrize("case", GENERIC)
def test_a_set_of_unions_names_nobody(case: str, read: Callable[[str], Mentions]) -> None:
    found = unions(read(GENERIC[case]))
    assert [(a.form, a.places) for a in found] == [("generic", ())]


@pytest.mark.parametrize("case", NOT_UNIONS)
def test_is_no_union(case: str, read: Callable[[str], Mentions]) -> None:
    assert [described(a) for a in unions(read(NOT_UNIONS[case]))] == []

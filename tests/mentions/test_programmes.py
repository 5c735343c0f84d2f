"""Programmes: by number, by registry name, by quoted name behind a kind word; themes and slogans are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kgraph.document import Mentions, ProgrammeMention
from kgraph.registry.programmes import programmes as registry

BEFORE = "Bà con trong làng bảo nhau từ mùa trước, ai nghe cũng lấy làm vui. "

# case: (sentence with the words of each mention in brackets, "registry key | kind | name | code" of each;
# the name of one that the registry has is written "listed")
NUMBERED = {
    "one": ("Xã triển khai [Đề án 939] từ đầu năm.", ["de-an-939 | đề án | listed | 939"]),
    "grouped": (
        "Huyện triển khai các [Đề án (404, 279, 938, 939)] trong năm.",
        [" & ".join(f"de-an-{code} | đề án | listed | {code}" for code in (404, 279, 938, 939))],
    ),
    "two joined": (
        "Huyện triển khai [Đề án 279 và 939] trong năm.",
        ["de-an-279 | đề án | listed | 279 & de-an-939 | đề án | listed | 939"],
    ),
    "with its title": (
        "Xã triển khai [Đề án 939 “Hỗ trợ phụ nữ khởi nghiệp”] từ đầu năm.",
        ["de-an-939 | đề án | listed | 939"],
    ),
    "project": ("Xã triển khai [Dự án 8] từ đầu năm.", ["du-an-8 | dự án | listed | 8"]),
    "number of a body's own": (
        "Xã triển khai [Đề án 01/ĐA-HPN] từ đầu năm.",
        ["- | đề án | Đề án 01/ĐA-HPN | 01/ĐA-HPN"],
    ),
    "unlisted number": ("Xã triển khai [Đề án 777] từ đầu năm.", ["- | đề án | Đề án 777 | 777"]),
    "unlisted number with a title": (
        "Xã triển khai [Đề án 777 “Vườn rau mẫu của mẹ”] từ đầu năm.",
        ["- | đề án | Vườn rau mẫu của mẹ | 777"],
    ),
}

QUOTED = {
    "in apostrophes": (
        "Xã thực hiện phong trào '[Phụ nữ bản lĩnh, nhân văn, vì hạnh phúc gia đình]' từ sớm.",
        ["- | phong trào | Phụ nữ bản lĩnh, nhân văn, vì hạnh phúc gia đình | -"],
    ),
    "listed": ("Xã phát động phong trào “[Mẹ đỡ đầu]” từ đầu năm.", ["me-do-dau | chương trình | listed | -"]),
    "listed, in lower case behind its kind": (
        "Xã triển khai chương trình [mẹ đỡ đầu] từ đầu năm.",
        ["me-do-dau | chương trình | listed | -"],
    ),
    "title with a period and no number": (
        "Xã triển khai Đề án “[Hỗ trợ phụ nữ khởi nghiệp giai đoạn 2018-2025]” sớm.",
        ["de-an-939 | đề án | listed | 939"],
    ),
    "single quotes": (
        "Xã phát động phong trào ‘[Nhà sạch vườn thơm]’ từ đầu năm.",
        ["- | phong trào | Nhà sạch vườn thơm | -"],
    ),
    "straight quotes": (
        'Xã phát động mô hình "[Nhà sạch vườn thơm]" từ đầu năm.',
        ["- | mô hình | Nhà sạch vườn thơm | -"],
    ),
    "two behind one kind word": (
        "Xã có mô hình “[Nhà sạch vườn thơm]”, “[Bếp ấm ngày mưa]” hay.",
        ["- | mô hình | Nhà sạch vườn thơm | -", "- | mô hình | Bếp ấm ngày mưa | -"],
    ),
    "two kinds": (
        "Xã có mô hình “[Nhà sạch vườn thơm]” và cuộc vận động “[Bếp ấm ngày mưa]” hay.",
        ["- | mô hình | Nhà sạch vườn thơm | -", "- | cuộc vận động | Bếp ấm ngày mưa | -"],
    ),
    "group of women without a kind word": (
        "Xã ra mắt “[Tổ phụ nữ gom nắng]” vào dịp này.",
        ["- | mô hình | Tổ phụ nữ gom nắng | -"],
    ),
    "club behind its abbreviation": (
        'Xã ra mắt Câu lạc bộ (CLB) "[Nhà sạch vườn thơm]" tuần qua.',
        ["- | mô hình | Nhà sạch vườn thơm | -"],
    ),
    "groups that are counted": (
        "Xã lập thêm 9 tổ “[Bến đò không rác]” ven sông.",
        ["- | mô hình | Bến đò không rác | -"],
    ),
    "said again without its kind": (
        "Xã mở mô hình “[Bếp ấm ngày mưa]” rồi nhân “[Bếp ấm ngày mưa]” ra các ấp.",
        ["- | mô hình | Bếp ấm ngày mưa | -", "- | mô hình | Bếp ấm ngày mưa | -"],
    ),
    "coined name in lower case": (
        "Xã khởi công [mái ấm tình thương] cho hội viên.",
        ["mai-am-tinh-thuong | chương trình | listed | -"],
    ),
    "movement in lower case": (
        "Xã giữ phong trào [thực hành tiết kiệm] nhiều năm.",
        ["thuc-hanh-tiet-kiem | phong trào | listed | -"],
    ),
    "same title, later period": (
        "Xã mở Đề án “[Hỗ trợ phụ nữ khởi nghiệp giai đoạn 2026-2035]” sớm.",
        ["de-an-ho-tro-phu-nu-khoi-nghiep-2026-2035 | đề án | listed | -"],
    ),
    "scholarship named after somebody": (
        "Chương trình [học bổng Trần Thị Ví Dụ] giúp học trò nghèo.",
        ["- | chương trình | Học bổng Trần Thị Ví Dụ | -"],
    ),
    "between two parties": (
        "Đó là [chương trình phối hợp giữa Xã đoàn và Trạm Y tế về chăm lo thai phụ giai đoạn 2018- 2022] ấy.",
        ["- | chương trình | Chương trình phối hợp về chăm lo thai phụ giai đoạn 2018- 2022 | -"],
    ),
    "fund": ("Hội viên góp [Quỹ Vì người nghèo] hằng tháng.", ["quy-vi-nguoi-ngheo | quỹ | listed | -"]),
}

ALIASES = {
    "without the comma": (
        "Xã giữ vững cuộc vận động “Xây dựng gia đình 5 không 3 sạch” nhiều năm.",
        "gia-dinh-5-khong-3-sach",
    ),
    "short": ("Xã giữ vững cuộc vận động “5 không, 3 sạch” nhiều năm.", "gia-dinh-5-khong-3-sach"),
    "with a dash": (
        "Xã phát động phong trào “Giỏi việc nước - Đảm việc nhà” từ sớm.",
        "gioi-viec-nuoc-dam-viec-nha",
    ),
    "other preposition": (
        "Xã tham gia chương trình “Đồng hành với phụ nữ biên cương” từ sớm.",
        "dong-hanh-cung-phu-nu-bien-cuong",
    ),
    "colon inside": (
        "Xã triển khai cuộc vận động “Rèn luyện phẩm chất đạo đức: Tự tin, Tự trọng, Trung hậu, Đảm đang” từ sớm.",
        "ren-luyen-pham-chat-dao-duc",
    ),
    "strategy": ("Xã bám sát Chiến lược quốc gia về bình đẳng giới trong năm.", "chien-luoc-binh-dang-gioi"),
    "other tone mark": (
        "Xã hưởng ứng phong trào “Toàn dân đoàn kết xây dựng đời sống văn hoá” từ sớm.",
        "toan-dan-doan-ket-xay-dung-doi-song-van-hoa",
    ),
}

NOT_PROGRAMMES = {
    "theme of a movement": "Xã mở phong trào với chủ đề “Làng quê sáng, phụ nữ vui” từ sớm.",
    "slogan of a movement": "Xã mở phong trào với khẩu hiệu “Khó vạn lần chị em cùng gỡ” từ sớm.",
    "theme of the year": "Xã chọn chủ đề năm 2021 là “Làng quê sáng, phụ nữ vui” từ sớm.",
    "slogan": "Khẩu hiệu “Khó vạn lần chị em cùng gỡ” treo ở sân.",
    "motto": "Xã làm theo phương châm “Nghe dân trước khi nói” đã lâu.",
    "motto that is a programme's name elsewhere": "Xã làm theo phương châm “Giỏi việc nước, đảm việc nhà” đã lâu.",
    "day of the world": "Xã hưởng ứng “Ngày thế giới không khói bếp” năm nay.",
    "evening of songs": "Xã mở chương trình giao lưu “Bến sông mùa nước cạn” tối qua.",
    "groups of women in general": "Cùng dự có các CLB phụ nữ trên địa bàn.",
    "group that is named, not set up": "Xã kết bạn với tổ “Bến đò không rác” ven sông.",
    "plain words of thrift": "Xã vận động hội viên thực hành tiết kiệm trong năm.",
    "prize": "Đội đoạt giải “Trang phục đẹp nhất” của hội thi.",
    "song": "Đêm diễn mở đầu bằng ca khúc “Bến sông mùa nước cạn” quen thuộc.",
    "goal": "Xã hướng tới mục tiêu “Không ai ở lại một mình” lâu dài.",
    "plain words": "Xã có nhiều hoạt động hỗ trợ phụ nữ khởi nghiệp trong năm.",
    "women's movement of the union": "Xã lo phong trào Hội phụ nữ ngay từ đầu năm.",
    "party with a capital": "Xã dự chương trình Gặp mặt các gia đình đông con hôm qua.",
    "name of two words": "Xã học mô hình Cơ quan Khối của phường bạn.",
    "numbered group in a caption": "Đại diện Tổ phụ nữ 2 thuyết trình ở sân xã.",
    "percentage": "Đề án 12% vốn vay đã dừng.",
    "number of people": "Đề án 30 người của xã đã dừng.",
}

# The name begins with a capital and goes on in small letters.
CAPITALS = {
    "alone": (
        "Xã giữ mô hình [Bếp ấm ngày mưa]. Mô hình [Góc học tập bản xa] được khen.",
        ["- | mô hình | Bếp ấm ngày mưa | -", "- | mô hình | Góc học tập bản xa | -"],
    ),
    "before its owner": (
        "Xã dự chương trình [Tiếng hát ven sông] của phường.",
        ["- | chương trình | Tiếng hát ven sông | -"],
    ),
    "several behind one kind word": (
        "Xã giữ mô hình [Bếp ấm ngày mưa], [Vườn thuốc đầu ngõ]; [Thùng gạo nghĩa xóm]...",
        [f"- | mô hình | {name} | -" for name in ("Bếp ấm ngày mưa", "Vườn thuốc đầu ngõ", "Thùng gạo nghĩa xóm")],
    ),
    "club": (
        "Xã thăm mô hình [CLB đan lát kết hợp nuôi ong] do ấp gây dựng.",
        ["- | mô hình | CLB đan lát kết hợp nuôi ong | -"],
    ),
    "a body named behind it": (
        "Xã giữ mô hình [Bếp ấm ngày mưa], Hội phụ nữ xã lo củi.",
        ["- | mô hình | Bếp ấm ngày mưa | -"],
    ),
}

CASES = {
    f"{table}: {case}": row
    for table, rows in {"numbered": NUMBERED, "quoted": QUOTED, "capitals": CAPITALS}.items()
    for case, row in rows.items()
}


def programmes(mentions: Mentions) -> list[ProgrammeMention]:
    return list(mentions.programmes)


def described(programme: ProgrammeMention) -> str:
    name = "listed" if programme.key else programme.name
    return " | ".join((programme.key or "-", programme.kind, name, programme.code or "-"))


@pytest.mark.parametrize("case", CASES)
def test_reads_the_programme(case: str, compare: Any) -> None:
    text, expected = CASES[case]
    compare(BEFORE + text, expected, programmes, described)


@pytest.mark.parametrize("case", ALIASES)
def test_other_spellings_are_the_listed_programme(case: str, read: Callable[[str], Mentions]) -> None:
    text, key = ALIASES[case]
    assert [p.key for p in programmes(read(BEFORE + text))] == [key]


def test_a_listed_name_is_known_without_one_of_its_commas(read: Callable[[str], Mentions]) -> None:
    """Papers leave them out: a list that goes on with a verb needs no comma before that."""
    tried = 0
    for row in registry():
        for place in [i for i, sign in enumerate(row.label) if sign == ","]:
            name = row.label[:place] + row.label[place + 1 :]
            found = programmes(read(f"{BEFORE}Xã triển khai {row.kind} “{name}” từ đầu năm."))
            assert [p.key for p in found] == [row.key], name
            tried += 1
    assert tried >= 10


@pytest.mark.parametrize("case", NOT_PROGRAMMES)
def test_is_no_programme(case: str, read: Callable[[str], Mentions]) -> None:
    assert [described(p) for p in programmes(read(BEFORE + NOT_PROGRAMMES[case]))] == []


def test_a_quote_near_the_beginning_of_the_text_has_its_kind_word(read: Callable[[str], Mentions]) -> None:
    assert [described(p) for p in programmes(read("Ra mắt mô hình “Nhà sạch vườn thơm” ở xã."))] == [
        "- | mô hình | Nhà sạch vườn thơm | -"
    ]


def test_a_missing_opening_quote_hides_no_programme(read: Callable[[str], Mentions]) -> None:
    found = read("Xã phát động phong trào Biến rác thành tiền” từ đầu năm.")
    assert [p.key for p in programmes(found)] == ["bien-rac-thanh-tien"]

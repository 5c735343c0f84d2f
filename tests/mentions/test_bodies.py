"""Bodies other than unions: by lexicon, with the organ that belongs to them, and by their own name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kgraph.document import AgentMention, Mentions

# case: (sentence with the words of each body in brackets, "head kind form level: place" of each)
LISTED = {
    "of the whole country": (
        "[Hội Bảo vệ quyền trẻ em Việt Nam] chủ trì.",
        ["Hội Bảo vệ quyền trẻ em Việt Nam association named"],
    ),
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
    "sharing the level behind groups": (
        "đại diện [HĐND], [UBND], các ban, ngành, đoàn thể huyện cùng dự.",
        ["HĐND council level huyện", "UBND government level huyện"],
    ),
    "highest court": ("[Tòa án nhân dân tối cao] phối hợp.", ["Tòa án nhân dân tối cao court named"]),
    "short form in brackets before the place": (
        "[Ngân hàng Chính sách xã hội (NHCSXH) huyện Hải Hậu] cho vay.",
        ["Ngân hàng Chính sách xã hội bank named huyện: Hải Hậu"],
    ),
    "teachers' union": (
        "[Công đoàn Giáo dục huyện Hải Hậu] mở hội thi.",
        ["Công đoàn Giáo dục association named huyện: Hải Hậu"],
    ),
    "a number that counts what follows": (
        "Bầu [Ủy ban Kiểm tra] 7 người.",
        ["Ủy ban Kiểm tra party bare"],
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
    "several of one committee": (
        "[Ban Tổ chức], [Ban Dân vận Tỉnh ủy] phối hợp.",
        ["Ban Tổ chức Tỉnh ủy party level tỉnh", "Ban Dân vận Tỉnh ủy party level tỉnh"],
    ),
    "of the police": (
        "[Cơ quan Cảnh sát điều tra Công an huyện Hải Hậu] cho biết.",
        ["Cơ quan Cảnh sát điều tra Công an police named huyện: Hải Hậu"],
    ),
    "youth of the police": (
        "[Đoàn Thanh niên Công an tỉnh] lo bếp ăn.",
        ["Đoàn Thanh niên Công an association level tỉnh"],
    ),
    "youth of a place": (
        "[Đoàn Thanh niên], [Công an xã] dọn đường.",
        ["Đoàn Thanh niên association level xã", "Công an police level xã"],
    ),
    "of the office above, behind a comma": (
        "[Phòng Quân nhu, Cục Hậu cần] và [Phòng Chính trị Bộ Tham mưu] phối hợp.",
        ["Phòng Quân nhu, Cục Hậu cần military named", "Phòng Chính trị Bộ Tham mưu military named"],
    ),
    "several offices of one command": (
        "[Bộ Tham mưu], [Cục Chính trị Quân khu 99] phối hợp.",
        ["Bộ Tham mưu Quân khu 99 military named", "Cục Chính trị Quân khu 99 military named"],
    ),
    "of the body whose organ somebody heads": (
        "bà Ngũ Thị Mẫu, Trưởng [Ban Công tác Phụ nữ, Ủy ban MTTQ Việt Nam tỉnh] phối hợp.",
        ["Ban Công tác Phụ nữ, Ủy ban MTTQ Việt Nam committee level tỉnh"],
    ),
    "two bodies with a comma between": (
        "[Ban Tổ chức], [Ủy ban MTTQ Việt Nam tỉnh] phối hợp.",
        ["Ban Tổ chức party bare", "Ủy ban MTTQ Việt Nam front level tỉnh"],
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
    "with words in lower case": (
        "[Công ty TNHH Rau quả Đồng Cói] ủng hộ áo mưa.",
        ["Công ty TNHH Rau quả Đồng Cói company named"],
    ),
    "of nouns and a linking word": (
        "[Ngân hàng TMCP Đầu tư và Phát triển Ví Dụ] tặng quà.",
        ["Ngân hàng TMCP Đầu tư và Phát triển Ví Dụ bank named"],
    ),
    "up to the next body": (
        "[Công ty CP May Hoa Cau] và [Hợp tác xã Đồng Cói] tặng quà.",
        ["Công ty CP May Hoa Cau company named", "Hợp tác xã Đồng Cói company named"],
    ),
    "up to a person": (
        "Giám đốc [Công ty CP May Hoa Cau] Nguyễn Thị Ví Dụ tặng quà.",
        ["Công ty CP May Hoa Cau company named"],
    ),
    "up to what is counted": ("[Trường Tiểu học Đồng Cói] 5 chiếc ghế.", ["Trường Tiểu học Đồng Cói school named"]),
    "a number and another body": (
        "[Lữ đoàn 999] và [Trường THCS Đồng Cói 2] và [UBND xã] cùng dọn đường.",
        ["Lữ đoàn 999 military named", "Trường THCS Đồng Cói 2 school named", "UBND government level xã"],
    ),
    "a number": ("[Lữ đoàn 999] giúp dân gặt lúa.", ["Lữ đoàn 999 military named"]),
    "told by its level": ("[Trung tâm Khuyến nông tỉnh] mở lớp.", ["Trung tâm Khuyến nông other level tỉnh"]),
    "told by its place": (
        "[Câu lạc bộ nữ doanh nhân tỉnh Hà Nam] góp 20 triệu đồng.",
        ["Câu lạc bộ nữ doanh nhân association named tỉnh: Hà Nam"],
    ),
    "of the centre": (
        "[Bệnh viện Phụ sản Trung ương] khám cho 200 chị.",
        ["Bệnh viện Phụ sản Trung ương other named"],
    ),
    "embassy": (
        "[Đại sứ quán Việt Nam tại LB Đức] gửi lời chúc.",
        ["Đại sứ quán Việt Nam tại Liên bang Đức other named"],
    ),
    "in small letters": (
        "[đồn biên phòng Cửa Lân] và [trạm kiểm soát biên phòng Đồng Cói] tặng quà.",
        ["Đồn biên phòng Cửa Lân military named", "Trạm kiểm soát biên phòng Đồng Cói military named"],
    ),
    "of the navy": (
        "[Bộ Tư lệnh Vùng 9 Hải quân] tặng quà.",
        ["Bộ Tư lệnh Vùng 9 Hải quân military named"],
    ),
    "its kind in another spelling": (
        "[Đoàn KTQP 99] tặng quà.",
        ["Đoàn Kinh tế - Quốc phòng 99 military named"],
    ),
    "its kind with the short form in brackets": (
        "[Tổ chức Tài chính vi mô (TCVM) TNHH Đồng Cói] cho vay.",
        ["Tổ chức Tài chính vi mô TNHH Đồng Cói bank named"],
    ),
    "company from a province": (
        "[Công ty TNHH Hoa Cau] tỉnh Hà Nam tặng quà.",
        ["Công ty TNHH Hoa Cau company named"],
    ),
    "counted": (
        "Quà tới 2 [Đồn Biên phòng Cửa Lân], [Đồn Biên phòng Hoa Cau].",
        ["Đồn Biên phòng Cửa Lân military named", "Đồn Biên phòng Hoa Cau military named"],
    ),
    "names that share what is said once": (
        "Quà tới các [Đồn Biên phòng Cửa Lân], [Hoa Cau] và [Đồng Cói] trước Tết.",
        [f"Đồn Biên phòng {name} military named" for name in ("Cửa Lân", "Hoa Cau", "Đồng Cói")],
    ),
    "by its kind alone": ("[Trung tâm] mở lớp.", ["Trung tâm other bare"]),
    "by its kind alone, no place of another": (
        "[Trung tâm], [UBND xã Hải Đông] mở lớp.",
        ["Trung tâm other bare", "UBND government named xã: Hải Đông"],
    ),
    "middle of a district": ("Trung tâm huyện có chợ mới.", []),
    "with an ampersand": (
        "[Công ty TNHH Hoa & Lá] tặng quà.",
        ["Công ty TNHH Hoa & Lá company named"],
    ),
}

BRANCHES = {
    "of a listed bank": ("[Agribank chi nhánh Cửa Lân] tặng quà.", ["Agribank chi nhánh Cửa Lân bank named"]),
    "behind a dash": ("[Vietcombank - Chi nhánh Hà Nam] tặng quà.", ["Vietcombank Chi nhánh Hà Nam bank named"]),
    "told by its level": ("[Agribank Chi nhánh tỉnh] tặng quà.", ["Agribank Chi nhánh bank level tỉnh"]),
    "of a bank by its name": (
        "[Ngân hàng TMCP Hoa Cau chi nhánh Cửa Lân] tặng quà.",
        ["Ngân hàng TMCP Hoa Cau chi nhánh Cửa Lân bank named"],
    ),
    "none": ("[Agribank] mở thêm chi nhánh.", ["Agribank bank named"]),
}

HAMLETS = {
    "by number": (
        "[Chi hội Cựu chiến binh khu phố 3] dọn đường.",
        ["Chi hội Cựu chiến binh khu phố 3 association named"],
    ),
    "the one named before": (
        "Xóm Đồng Cói có 90 hộ. [Ban công tác Mặt trận xóm] đã vận động góp đất.",
        ["Ban công tác Mặt trận xóm Đồng Cói association named"],
    ),
    "none named": ("Ban công tác Mặt trận xóm đã vận động góp đất.", []),
}

NOBODY = {
    "a headline in capitals": "TRUNG TÂM Y TẾ HOA CAU TỔ CHỨC NGÀY HỘI",
    "border posts": "Quà được gửi tới các Đồn biên phòng trên tuyến.",
    "hall of a committee": "Buổi gặp diễn ra tại Hội trường Thành ủy Nam Định.",
    "some companies": "Quà do một số Công ty May Thêu góp.",
    "a name that goes on in unknown words": "CLB Bóng chuyền hơi thắng cả ba trận.",
    "a kind without a name": "Trung tâm Y tế và Bệnh viện Đa khoa đã mở cửa.",
    "hall of a centre": "Buổi gặp diễn ra tại Hội trường Trung tâm Văn hóa huyện Hải Hậu.",
    "counted companies": "Quà do 3 Công ty May Thêu và nhiều chị em góp.",
    "committees everywhere": "Việc này cần các UBND xã ủng hộ.",
}

TABLES = {"listed": LISTED, "organs": ORGANS, "own names": OWN_NAMES, "branches": BRANCHES, "hamlets": HAMLETS}
CASES = {f"{table}: {case}": row for table, rows in TABLES.items() for case, row in rows.items()}


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


# case: (sentence, how the first body is written in it throughout; "" for the usual words)
AS_WRITTEN = {
    "abbreviation": ("NHCSXH cho vay. Vốn của NHCSXH giúp 9 hộ.", "NHCSXH"),
    "spelled out once": ("NHCSXH cho vay. Ngân hàng Chính sách xã hội còn mở lớp.", ""),
    "a part that is spelled out elsewhere": ("Bộ Chỉ huy BĐBP tỉnh góp gạo, Bộ đội Biên phòng góp công.", ""),
    "other words": ("Sở Văn hóa - Thể thao và Du lịch mở hội.", "Sở Văn hóa - Thể thao và Du lịch"),
    "usually abbreviated": ("Ủy ban nhân dân huyện Hải Hậu chủ trì.", ""),
    "a line in capitals": ("HỘI DOANH NHÂN NỮ TỈNH NAM ĐỊNH", ""),
}


@pytest.mark.parametrize("case", AS_WRITTEN)
def test_an_abbreviation_that_is_never_spelled_out_stays(case: str, read: Callable[[str], Mentions]) -> None:
    text, written = AS_WRITTEN[case]
    assert bodies(read(text))[0].written == written

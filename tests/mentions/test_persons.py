"""Persons with the posts said beside their names, and the names that are no person of the article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kgraph.document import Mentions, PersonMention

# case: (sentence with the name in brackets, "post @ body's words" of each post, or "private")
AFTER_THE_NAME = {
    "committee of a force": (
        "Ông [Lê Văn Giả Định] - Bí thư Đảng ủy, Giám đốc Công an tỉnh dự.",
        ["Bí thư Đảng ủy @ Công an tỉnh + Giám đốc @ Công an tỉnh"],
    ),
    "committee of a commune": (
        "Ông [Lê Văn Giả Định] - Bí thư Đảng ủy, Chủ tịch HĐND xã Hải Đông dự.",
        ["Bí thư @ Đảng ủy + Chủ tịch @ HĐND xã Hải Đông"],
    ),
    "full-time deputy": (
        "Bà [Lê Thị Giả Định] - Phó Chủ tịch chuyên trách Hội LHPN tỉnh Nam Định dự.",
        ["Phó Chủ tịch chuyên trách @ Hội LHPN tỉnh Nam Định"],
    ),
    "elected to another post": (
        "Hội nghị bầu bà [Lê Thị Giả Định], Chủ tịch UBND huyện Ý Yên là Phó Chủ tịch UBND tỉnh Nam Định.",
        ["Chủ tịch @ UBND huyện Ý Yên + Phó Chủ tịch @ UBND tỉnh Nam Định"],
    ),
    "body that an abbreviation begins": (
        "Chị [Lê Thị Giả Định], Giám đốc HTX Trồng nấm và rau sạch Hoa Cau, kể chuyện.",
        ["Giám đốc @ HTX Trồng nấm và rau sạch Hoa Cau"],
    ),
    "then the presidents of many": (
        "Bà [Lê Thị Giả Định] - Phó Chủ tịch UBND huyện Ý Yên, Chủ tịch Hội LHPN các xã dự.",
        ["Phó Chủ tịch @ UBND huyện Ý Yên"],
    ),
    "dash": (
        "Đồng chí [Phạm Thị Thử Nghiệm] - Chủ tịch Hội LHPN tỉnh Nam Định phát biểu.",
        ["Chủ tịch @ Hội LHPN tỉnh Nam Định"],
    ),
    "long dash": ("Bà [Lê Thị Giả Định] – Phó Chủ tịch UBND tỉnh dự.", ["Phó Chủ tịch @ UBND tỉnh"]),
    "comma": (
        "Đồng chí [Lê Thị Giả Định], Phó Chủ tịch Hội LHPN huyện Hải Hậu dự.",
        ["Phó Chủ tịch @ Hội LHPN huyện Hải Hậu"],
    ),
    "brackets": ("Bà [Lê Thị Giả Định] (Chủ tịch Hội LHPN huyện Ý Yên) dự.", ["Chủ tịch @ Hội LHPN huyện Ý Yên"]),
    "is": ("Bà [Lê Thị Giả Định] hiện là Chủ tịch Hội LHPN huyện Ý Yên.", ["Chủ tịch @ Hội LHPN huyện Ý Yên"]),
    "elected": (
        "Đồng chí [Lê Thị Giả Định] được bầu giữ chức Chủ tịch Hội LHPN huyện Ý Yên.",
        ["Chủ tịch @ Hội LHPN huyện Ý Yên"],
    ),
    "elected again": (
        "Đồng chí [Lê Thị Giả Định] tái đắc cử chức Chủ tịch Hội LHPN huyện Ý Yên.",
        ["Chủ tịch @ Hội LHPN huyện Ý Yên"],
    ),
    "trusted and elected once more": (
        "Đồng chí [Lê Thị Giả Định] tiếp tục được tín nhiệm bầu giữ chức Chủ tịch Hội LHPN huyện Ý Yên.",
        ["Chủ tịch @ Hội LHPN huyện Ý Yên"],
    ),
    "only a blank": (
        "Đồng chí [Lê Thị Giả Định] Phó Chủ tịch Hội LHPN huyện Ý Yên dự.",
        ["Phó Chủ tịch @ Hội LHPN huyện Ý Yên"],
    ),
    "hyphen between two posts": (
        "Đồng chí [Lê Văn Giả Sử] - Phó Bí thư Huyện ủy Ý Yên-Chủ tịch UBND huyện Ý Yên dự.",
        ["Phó Bí thư @ Huyện ủy Ý Yên + Chủ tịch @ UBND huyện Ý Yên"],
    ),
    "bare Hội": ("Đồng chí [Lê Thị Giả Định], Chủ tịch Hội, phát biểu.", ["Chủ tịch @ Hội"]),
    "abbreviated": ("Đồng chí [Lê Thị Giả Định] - PCT UBND huyện dự.", ["PCT @ UBND huyện"]),
    "former": (
        "Bà [Lê Thị Giả Định], nguyên Chủ tịch Hội LHPN tỉnh Hà Nam dự.",
        ["former Chủ tịch @ Hội LHPN tỉnh Hà Nam"],
    ),
    "ethnic minority name": (
        "Đồng chí [Rơ Chăm H’Mơ] - Chủ tịch Hội LHPN huyện Ia Grai dự.",
        ["Chủ tịch @ Hội LHPN huyện Ia Grai"],
    ),
    "rank before": (
        "Đại tá [Lê Văn Giả Sử] - Phó Giám đốc Công an tỉnh Nam Định dự.",
        ["Phó Giám đốc @ Công an tỉnh Nam Định"],
    ),
    "body inside the post's words": (
        "Đồng chí [Lê Văn Giả Sử] - Tỉnh ủy viên, Giám đốc Sở Y tế tỉnh Nam Định dự.",
        ["Tỉnh ủy viên @ Tỉnh ủy + Giám đốc @ Sở Y tế tỉnh Nam Định"],
    ),
    "body that the post's last words begin": (
        "Thượng tá [Lê Văn Giả Sử], Phó Trưởng Công an huyện Hải Hậu dự.",
        ["Phó Trưởng Công an @ Công an huyện Hải Hậu"],
    ),
    "member of the Party's committee": (
        "Bà [Lê Thị Giả Định], Ủy viên Ban Chấp hành Trung ương Đảng, Chủ tịch Hội LHPN Việt Nam dự.",
        ["Ủy viên Ban Chấp hành @ Trung ương Đảng + Chủ tịch @ Hội LHPN Việt Nam"],
    ),
    "two posts in two bodies": (
        "Đồng chí [Lê Thị Giả Định] - Ủy viên Thành ủy, Chủ tịch Hội LHPN thành phố dự.",
        ["Ủy viên @ Thành ủy + Chủ tịch @ Hội LHPN thành phố"],
    ),
    "two posts in one body": (
        "Đồng chí [Lê Thị Giả Định] - Bí thư Đảng đoàn, Chủ tịch Hội LHPN Việt Nam dự.",
        ["Bí thư Đảng đoàn @ - + Chủ tịch @ Hội LHPN Việt Nam"],
    ),
    "at the same time": (
        "Đồng chí [Lê Thị Giả Định] - Phó Bí thư Huyện ủy, kiêm Chủ tịch HĐND huyện Ý Yên dự.",
        ["Phó Bí thư @ Huyện ủy + Chủ tịch @ HĐND huyện Ý Yên"],
    ),
    "dot behind the abbreviation": (
        "Đồng chí [Lê Thị Giả Định] – PCT. Hội Phụ nữ huyện Ý Yên dự.",
        ["PCT @ Hội Phụ nữ huyện Ý Yên"],
    ),
    "former in capitals": (
        "Chị [Lê Thị Giả Định] - Nguyên Chủ tịch Hội Nông dân tỉnh Nam Định kể chuyện.",
        ["former Chủ tịch @ Hội Nông dân tỉnh Nam Định"],
    ),
    "former in another way": (
        "Bà [Lê Thị Giả Định], trước hợp nhất là Chủ tịch Hội LHPN tỉnh Hà Nam, dự.",
        ["former Chủ tịch @ Hội LHPN tỉnh Hà Nam"],
    ),
    "one former post, then another": (
        "Bà [Lê Thị Giả Định] từng là Chủ tịch Hội LHPN huyện Ý Yên, rồi Phó Bí thư Huyện ủy Ý Yên.",
        ["former Chủ tịch @ Hội LHPN huyện Ý Yên + former Phó Bí thư @ Huyện ủy Ý Yên"],
    ),
    "elected from one post to another": (
        (
            "Hội nghị bầu bà [Lê Thị Giả Định], Chủ tịch Hội LHPN huyện Ý Yên, giữ chức Phó Chủ tịch Hội "
            "LHPN tỉnh Nam Định."
        ),
        ["Chủ tịch @ Hội LHPN huyện Ý Yên + Phó Chủ tịch @ Hội LHPN tỉnh Nam Định"],
    ),
    "elected, between dashes": (
        (
            "Bà [Lê Thị Giả Định] - Phó Chủ tịch Hội LHPN tỉnh Nam Định - đã được tín nhiệm bầu giữ "
            "chức Chủ tịch Hội LHPN "
            "tỉnh Nam Định."
        ),
        ["Phó Chủ tịch @ Hội LHPN tỉnh Nam Định + Chủ tịch @ Hội LHPN tỉnh Nam Định"],
    ),
    "term of office between two posts": (
        (
            "Bà [Lê Thị Giả Định], Phó Chủ tịch Hội LHPN huyện Ý Yên khóa XVI, nhận nhiệm vụ mới là "
            "Phó Chủ tịch Hội Nông dân "
            "huyện Ý Yên."
        ),
        ["Phó Chủ tịch @ Hội LHPN huyện Ý Yên + Phó Chủ tịch @ Hội Nông dân huyện Ý Yên"],
    ),
    "rank between two posts": (
        (
            "Bà [Lê Thị Giả Định] - nguyên Phó Chủ tịch HĐND tỉnh Nam Định, Thiếu tướng Quân đội nhân "
            "dân Việt Nam, nguyên Chủ "
            "tịch Hội LHPN tỉnh Nam Định."
        ),
        ["former Phó Chủ tịch @ HĐND tỉnh Nam Định + former Chủ tịch @ Hội LHPN tỉnh Nam Định"],
    ),
    "age": (
        "Bà [Lê Thị Giả Định], 74 tuổi, nguyên Chủ tịch Hội LHPN huyện Ý Yên.",
        ["former Chủ tịch @ Hội LHPN huyện Ý Yên"],
    ),
    "year of birth and home, as of an accused": (
        "Công an khởi tố [Lê Thị Giả Định] (SN 1980, trú thôn 5, nguyên chủ tịch Hội LHPN huyện Ý Yên).",
        ["former chủ tịch @ Hội LHPN huyện Ý Yên"],
    ),
    "place in the picture": (
        "Chị [Lê Thị Giả Định] (bên phải), Chủ tịch Hội LHPN huyện Ý Yên hướng dẫn hội viên.",
        ["Chủ tịch @ Hội LHPN huyện Ý Yên"],
    ),
    "place in the picture, counted": (
        "Bà [Lê Thị Giả Định] (thứ 2 từ trái sang) - Phó Chủ tịch Hội LHPN tỉnh Nam Định tặng quà.",
        ["Phó Chủ tịch @ Hội LHPN tỉnh Nam Định"],
    ),
    "body that begins in the post's own words": (
        "Bà [Lê Thị Giả Định] - Tổ trưởng Tổ phụ nữ số 3 dự.",
        ["Tổ trưởng @ Tổ phụ nữ số 3"],
    ),
    "nun": (
        "Ni sư [Thích Nữ Viên Giả], trụ trì chùa Phước Mẫu, dự.",
        ["trụ trì @ chùa Phước Mẫu"],
    ),
    "Icelandic letter": (
        "Ðồng chí [Ðinh Thị Giả Định], Chủ tịch Hội LHPN TP Ðà Nẵng dự.",
        ["Chủ tịch @ Hội LHPN TP Ðà Nẵng"],
    ),
    "centre with a post of its commission": (
        "Đồng chí [Lê Thị Giả Định] - Giám đốc Trung tâm Hỗ trợ phụ nữ và trẻ em dự.",
        ["Giám đốc @ Trung tâm Hỗ trợ phụ nữ và trẻ em"],
    ),
}

BEFORE_THE_NAME = {
    "Hội alone": ("Phó Chủ tịch Hội [Lê Thị Giả Định] đến thăm.", ["Phó Chủ tịch @ Hội"]),
    "two deputies of one Hội": (
        "Phó Chủ tịch Hội [Lê Thị Giả Định] và [Trần Thị Ví Dụ] đến thăm.",
        ["Phó Chủ tịch @ Hội", "Phó Chủ tịch @ Hội"],
    ),
    "a body has but one president": (
        "Chủ tịch Hội [Lê Thị Giả Định] và [Trần Thị Ví Dụ] đến thăm.",
        ["Chủ tịch @ Hội", "private"],
    ),
    "nothing between": (
        "Phó Chủ tịch Hội LHPN Việt Nam [Trần Thị Ví Dụ] phát biểu.",
        ["Phó Chủ tịch @ Hội LHPN Việt Nam"],
    ),
    "nothing between, place before": (
        "Chủ tịch Hội LHPN tỉnh Nam Định [Trần Thị Ví Dụ] phát biểu.",
        ["Chủ tịch @ Hội LHPN tỉnh Nam Định"],
    ),
    "short form before": ("Chủ tịch Hội LHPN tỉnh [Trần Thị Ví Dụ] phát biểu.", ["Chủ tịch @ Hội LHPN tỉnh"]),
    "committee before": ("Bí thư Huyện ủy [Trần Văn Ví Dụ] phát biểu.", ["Bí thư @ Huyện ủy"]),
    "dash": (
        "Chủ tịch Hội LHPN huyện Hải Hậu – [Trần Thị Ví Dụ] phát biểu.",
        ["Chủ tịch @ Hội LHPN huyện Hải Hậu"],
    ),
    "is": (
        "Chủ tịch Hội LHPN huyện Hải Hậu là bà [Trần Thị Ví Dụ] từ năm ngoái.",
        ["Chủ tịch @ Hội LHPN huyện Hải Hậu"],
    ),
    "comma and address": (
        "Chủ tịch Hội LHPN tỉnh Nam Định, bà [Trần Thị Ví Dụ] phát biểu.",
        ["Chủ tịch @ Hội LHPN tỉnh Nam Định"],
    ),
    "commune's name inside the person's": (
        "Phó Chủ tịch Hội LHPN huyện Ý Yên [Đỗ Thị Minh Hương] phát biểu.",
        ["Phó Chủ tịch @ Hội LHPN huyện Ý Yên"],
    ),
    "since a day": (
        "Được chỉ định giữ chức Chủ tịch Hội LHPN huyện Ý Yên từ ngày 1/7, chị [Trần Thị Ví Dụ] đi hết các xã.",
        ["Chủ tịch @ Hội LHPN huyện Ý Yên"],
    ),
    "the only body that has such a post": (
        "Thủ tướng Chính phủ [Trần Văn Ví Dụ] dự.",
        ["Thủ tướng Chính phủ @ Thủ tướng Chính phủ"],
    ),
    "former": ("Nguyên Chủ tịch Hội LHPN tỉnh Hà Nam [Trần Thị Ví Dụ] dự.", ["former Chủ tịch @ Hội LHPN tỉnh Hà Nam"]),
}

LISTS = {
    "with the form of address written large": (
        "Đến dự: Bà [Lê Thị Giả Định], Chủ tịch UBND huyện; Bà [Trần Thị Dụ] – Nguyên Phó Chủ tịch UBND tỉnh.",
        ["Chủ tịch @ UBND huyện", "former Phó Chủ tịch @ UBND tỉnh"],
    ),
    "semicolons": (
        (
            "Dự hội nghị có các đồng chí: [Trần Thị Ví Dụ] - Phó Chủ tịch Hội LHPN Việt Nam; [Lê Văn Giả Sử] - "
            "Phó Bí thư Tỉnh ủy Nam Định; [Phạm Thị Thử Nghiệm] - Chủ tịch Hội LHPN tỉnh Nam Định."
        ),
        [
            "Phó Chủ tịch @ Hội LHPN Việt Nam",
            "Phó Bí thư @ Tỉnh ủy Nam Định",
            "Chủ tịch @ Hội LHPN tỉnh Nam Định",
        ],
    ),
    "one post for all": (
        "Dự có các Phó Chủ tịch Hội LHPN tỉnh Nam Định: [Trần Thị Ví Dụ], [Phạm Thị Thử Nghiệm].",
        ["Phó Chủ tịch @ Hội LHPN tỉnh Nam Định", "Phó Chủ tịch @ Hội LHPN tỉnh Nam Định"],
    ),
    "one post behind two names": (
        "Các đồng chí [Trần Thị Ví Dụ], [Phạm Thị Thử Nghiệm] giữ chức Phó Chủ tịch Hội LHPN huyện Hải Hậu.",
        ["Phó Chủ tịch @ Hội LHPN huyện Hải Hậu", "Phó Chủ tịch @ Hội LHPN huyện Hải Hậu"],
    ),
    "one post for all, posts of their own beside it": (
        (
            "Hội nghị bầu 2 Ủy viên Ban Chấp hành Hội LHPN tỉnh Nam Định là các bà: [Trần Thị Ví Dụ], "
            "Chủ tịch Hội LHPN "
            "huyện Ý Yên; Thượng tá [Phạm Thị Thử Nghiệm], Chủ tịch Hội LHPN huyện Hải Hậu."
        ),
        [
            "Ủy viên Ban Chấp hành @ Hội LHPN tỉnh Nam Định + Chủ tịch @ Hội LHPN huyện Ý Yên",
            "Ủy viên Ban Chấp hành @ Hội LHPN tỉnh Nam Định + Chủ tịch @ Hội LHPN huyện Hải Hậu",
        ],
    ),
    "a semicolon ends a list by commas": (
        (
            "Dự có các Phó Chủ tịch Hội LHPN tỉnh Nam Định: [Trần Thị Ví Dụ], [Phạm Thị Thử Nghiệm]; "
            "[Lê Thị Giả Định], "
            "Chủ tịch Hội LHPN huyện Ý Yên."
        ),
        [
            "Phó Chủ tịch @ Hội LHPN tỉnh Nam Định",
            "Phó Chủ tịch @ Hội LHPN tỉnh Nam Định",
            "Chủ tịch @ Hội LHPN huyện Ý Yên",
        ],
    ),
    "a name of no known family opens an item": (
        (
            "Dự có các đồng chí: [Xuyến Thị Ví Dụ], Chủ tịch Hội LHPN huyện Ý Yên; [Vỹ Thị Giả], Chủ tịch "
            "Hội LHPN huyện Hải Hậu."
        ),
        ["Chủ tịch @ Hội LHPN huyện Ý Yên", "Chủ tịch @ Hội LHPN huyện Hải Hậu"],
    ),
    "given name later": (
        (
            "Bà [Lê Thị Giả Định], Phó Chủ tịch Hội LHPN tỉnh Nam Định, dự. Bà [Định], trước khi lên "
            "tỉnh từng là Chủ tịch "
            "Hội LHPN huyện Ý Yên, kể chuyện."
        ),
        ["Phó Chủ tịch @ Hội LHPN tỉnh Nam Định", "former Chủ tịch @ Hội LHPN huyện Ý Yên"],
    ),
    "a rank before the next name is no post of the one before": (
        "Ký có bà [Trần Thị Ví Dụ], Chủ tịch Hội LHPN tỉnh Nam Định và Thiếu tướng [Lê Văn Giả Sử], Giám đốc Sở Y tế.",
        ["Chủ tịch @ Hội LHPN tỉnh Nam Định", "Giám đốc @ Sở Y tế"],
    ),
    "the post of the next is not shared": (
        "Dự có bà [Trần Thị Ví Dụ], Chủ tịch Hội LHPN tỉnh Nam Định và ông [Lê Văn Giả Sử], Giám đốc Sở Y tế.",
        ["Chủ tịch @ Hội LHPN tỉnh Nam Định", "Giám đốc @ Sở Y tế"],
    ),
}

PRIVATE = {
    "address alone": ("Chị [Đỗ Thị Tưởng Tượng] được trao một con bò.", ["private"]),
    "with a hamlet": ("Chị [Đỗ Thị Tưởng Tượng] - thôn 5, xã Quảng Nghĩa được vay vốn.", ["private"]),
    "child": ("Em [Đỗ Văn Tưởng Tượng] được tặng xe đạp.", ["private"]),
    "without an address": ("Căn nhà trao cho hộ [Đỗ Thị Tưởng Tượng] rộng 60 m².", ["private"]),
}

NOT_PERSONS = {
    "street": "Lễ diễn ra trên đường Nguyễn Thị Tưởng.",
    "scholarship": "Hội viên góp quỹ Học bổng Lê Thị Mơ.",
    "school": "Quà được đưa đến trường Trần Văn Mơ.",
    "hill": "Đoàn trồng cây ở đồi Trần Văn Mơ.",
    "uprising": "Buổi nói chuyện về khởi nghĩa Hai Bà Trưng.",
}

CASES = {
    f"{table}: {case}": row
    for table, rows in {
        "after": AFTER_THE_NAME,
        "before": BEFORE_THE_NAME,
        "list": LISTS,
        "private": PRIVATE,
    }.items()
    for case, row in rows.items()
}


def persons(mentions: Mentions) -> list[PersonMention]:
    return list(mentions.persons)


def posts_of(text: str) -> Callable[[PersonMention], str]:
    def described(person: PersonMention) -> str:
        said = [
            f"{'former ' if post.former else ''}{post.title} @ {post.body.of(text) if post.body else '-'}"
            for post in person.posts
        ]
        return " + ".join(said) if said else "private" if person.private else "again"

    return described


@pytest.mark.parametrize("case", CASES)
def test_reads_name_and_posts(case: str, compare: Any) -> None:
    text, expected = CASES[case]
    plain = text.replace("[", "").replace("]", "")
    compare(text, expected, persons, posts_of(plain))


@pytest.mark.parametrize("case", NOT_PERSONS)
def test_is_no_person(case: str, read: Callable[[str], Mentions]) -> None:
    assert [p.name for p in persons(read(NOT_PERSONS[case]))] == []


def test_a_name_with_a_post_elsewhere_is_not_private(read: Callable[[str], Mentions]) -> None:
    found = read("Bà Trần Thị Ví Dụ, Chủ tịch Hội LHPN tỉnh Nam Định đến thăm. Chị Trần Thị Ví Dụ tặng quà.")
    assert [(p.name, p.private) for p in found.persons] == [("Trần Thị Ví Dụ", False), ("Trần Thị Ví Dụ", False)]


def test_post_words_stand_where_the_span_says(read: Callable[[str], Mentions]) -> None:
    text = "Đồng chí Lê Thị Giả Định - Ủy viên Thành ủy, Chủ tịch Hội LHPN thành phố dự."
    (person,) = read(text).persons
    assert [post.span.of(text) for post in person.posts] == ["Ủy viên", "Chủ tịch"]


def test_a_given_name_that_two_bear_is_nobody(read: Callable[[str], Mentions]) -> None:
    text = (
        "Bà Lê Thị Ví Dụ, Chủ tịch Hội LHPN huyện Ý Yên và bà Trần Thị Dụ, Chủ tịch Hội LHPN huyện Hải Hậu. Bà Dụ nói."
    )
    assert [p.name for p in read(text).persons] == ["Lê Thị Ví Dụ", "Trần Thị Dụ"]


def test_a_given_name_before_the_full_one_is_nobody(read: Callable[[str], Mentions]) -> None:
    text = "Bà Dụ nói. Bà Lê Thị Ví Dụ, Chủ tịch Hội LHPN huyện Ý Yên, nghe."
    assert [p.span.of(text) for p in read(text).persons] == ["Lê Thị Ví Dụ"]


def test_the_committee_of_a_force_is_no_committee_of_its_place(read: Callable[[str], Mentions]) -> None:
    text = "Ông Lê Văn Giả Định - Bí thư Đảng ủy, Giám đốc Công an tỉnh Nam Định dự."
    assert [(a.head, a.level) for a in read(text).agents] == [("Đảng ủy", None), ("Công an", "tỉnh")]

"""Who holds an event: the bodies at the beginning of the verb's own clause, and nobody where that is not clear."""

from __future__ import annotations

from typing import Any

import pytest

from kgraph.document import Event

TAIL = "Bà con trong làng vui vì con đường mới đã nối hai bờ, trẻ nhỏ đi học không còn phải chờ đò mỗi sáng như trước."
Y_YEN, HAI_HAU, NAM_DINH = "nam-dinh.y-yen", "nam-dinh.hai-hau", "nam-dinh"
POLICE, COUNCIL = "cong-an.nam-dinh.y-yen", "ubnd.nam-dinh.y-yen"


def only(read: Any, *lines: str) -> Event:
    (event,) = read("\n".join(["Phụ nữ làm đường quê", *lines, TAIL]), published="2021-03-02").events
    return event


AGREED = "Thực hiện thỏa thuận giữa Hội LHPN tỉnh Nam Định và Hội Nông dân tỉnh Nam Định, ngày 26/2, "
# case: (sentence, key of the host, keys of those who hold it beside the host)
HOSTS = {
    "of a place within another": (
        "Ngày 26/2, Hội LHPN thị trấn Lâm, huyện Ý Yên tổ chức hội thi gói bánh.",
        "nam-dinh.y-yen.lam",
        [],
    ),
    "that visits and gives, to whom needs no cho": (
        "Ngày 26/2, Hội LHPN huyện Ý Yên đã đến thăm hỏi, động viên và trao quà hỗ trợ bà con bị lũ.",
        Y_YEN,
        [],
    ),
    "a delegation and who leads it": (
        "Ngày 26/2, đoàn lãnh đạo Hội LHPN huyện Ý Yên do bà Trần Thị Ví Dụ dẫn đầu đã thăm và tặng quà cho bà con.",
        Y_YEN,
        [],
    ),
    "behind an agreement of others": (
        AGREED + "Hội LHPN huyện Ý Yên phối hợp cùng Công an huyện Ý Yên tổ chức hội thi gói bánh.",
        Y_YEN,
        [POLICE],
    ),
    "behind the place, a body's own": (
        "Ngày 26/2, tại trạm thuộc Đồn Biên phòng Ba Cồn, Hội LHPN huyện Ý Yên tổ chức hội thi gói bánh.",
        Y_YEN,
        [],
    ),
    "with an adverb, and a list behind it": (
        "Hội LHPN huyện Ý Yên vừa phối hợp với Công an huyện Ý Yên và UBND huyện Ý Yên tổ chức hội thi gói bánh.",
        Y_YEN,
        [POLICE, COUNCIL],
    ),
    "with a list that nothing reads to the end": (
        "Hội LHPN huyện Ý Yên vừa phối hợp với Công an huyện Ý Yên và các trường, UBND huyện Ý Yên tổ chức hội thi.",
        Y_YEN,
        [POLICE],
    ),
    "far before the verb, beside a name with a point": (
        "Hội LHPN tỉnh Quảng Ninh và Hội LHPN TX.Quảng Yên, với sức của bà con, tổ chức hội thi gói bánh.",
        "quang-ninh",
        ["quang-ninh.quang-yen"],
    ),
    "with its place behind the name": (
        "Ngày 26/2, Hội LHPN huyện Ý Yên phối hợp cùng Công ty TNHH Bánh Đa tỉnh Hà Nam tổ chức tặng 30 suất quà.",
        Y_YEN,
        ["cong-ty-tnhh-banh-da.vn"],
    ),
    "with a point in its name": (
        "Ngày 26/2, Hội LHPN TX.Quảng Yên tổ chức hội thi gói bánh.",
        "quang-ninh.quang-yen",
        [],
    ),
    "a delegation": (
        "Đoàn công tác của Hội LHPN huyện Ý Yên tặng quà cho 19 hộ nghèo ở bãi bồi.",
        Y_YEN,
        [],
    ),
}


@pytest.mark.parametrize("case", HOSTS)
def test_held_by(case: str, read: Any) -> None:
    sentence, host, others = HOSTS[case]
    event = only(read, sentence)
    beside = [p.entity.key for p in event.participants if p.role == "role-co-organizer"]
    assert (event.host.key if event.host else None, beside) == (host, others)


HOME = "Hội LHPN huyện Ý Yên chăm lo đường làng."
# case: a sentence of an article about the union of Ý Yên, whose event is not that union's
NOBODY = {
    "a subject that nothing reads": "Trước đó, vào ngày 24/2, Nghiệp đoàn Đò dọc đã tổ chức hội thi gói bánh.",
    "many, with success": "Các cơ sở Hội trong huyện còn dọn đường, tổ chức thành công hội thi gói bánh.",
    "congresses of all below": "Đến nay, Đại hội phụ nữ cấp cơ sở đã diễn ra trong không khí vui tươi.",
}


@pytest.mark.parametrize("case", NOBODY)
def test_held_by_nobody_named(case: str, read: Any) -> None:
    assert only(read, HOME, NOBODY[case]).host is None


def test_a_person_before_the_verb_acts_for_the_union(read: Any) -> None:
    opened = "Ngày 24/2, bà Trần Thị Ví Dụ, Chủ tịch Hội LHPN huyện Ý Yên đã khai mạc hội thi gói bánh."
    host = only(read, HOME, opened).host
    assert host is not None
    assert host.key == Y_YEN

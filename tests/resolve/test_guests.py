"""Who came to an event, in the many orders in which news says it."""

from __future__ import annotations

from typing import Any

import pytest

from kgraph.document import Event

TAIL = "Bà con trong làng vui vì con đường mới đã nối hai bờ, trẻ nhỏ đi học không còn phải chờ đò mỗi sáng như trước."
HOLDS = "Ngày 26/2, Hội LHPN tỉnh Nam Định tổ chức hội nghị bàn việc giữ đê."
GIVES = "Ngày 26/2, Hội LHPN tỉnh Nam Định tổ chức lễ trao nhà tình thương."
CONTEST = "Ngày 26/2, Hội LHPN tỉnh Nam Định tổ chức hội thi gói bánh."
SIGNS = "Ngày 26/2, Hội LHPN tỉnh Nam Định và Công an tỉnh Nam Định ký kết chương trình phối hợp giữ bến bãi."
A, B = "Lê Văn Giả Sử", "Trần Thị Ví Dụ"
POST = "Phó Bí thư Tỉnh ủy Nam Định"


def only(read: Any, *lines: str) -> Event:
    (event,) = read("\n".join(["Phụ nữ làm đường quê", *lines, TAIL]), published="2021-03-02").events
    return event


# case: (sentence of the event, sentence of the guests, name and role of each)
GUESTS = {
    "came and spoke": (HOLDS, f"{POST} {A} dự và phát biểu chỉ đạo hội nghị.", [(A, "attendee")]),
    "to the opening": (HOLDS, f"Dự khai giảng có ông {A}, {POST}.", [(A, "attendee")]),
    "named before the verb": (
        HOLDS,
        f"Ông {A} - {POST}; bà {B} - Chủ tịch Hội LHPN huyện Ý Yên đến dự.",
        [(A, "attendee"), (B, "attendee")],
    ),
    "bodies before the verb": (
        HOLDS,
        "Hội nghị có Hội LHPN các huyện: Ý Yên, Hải Hậu tham dự.",
        [("Hội LHPN huyện Ý Yên", "attendee"), ("Hội LHPN huyện Hải Hậu", "attendee")],
    ),
    "told of their work": (HOLDS, f"Bà {B}, Chủ tịch Hội LHPN huyện Ý Yên tham luận về việc làng.", [(B, "speaker")]),
    "where a guest works": (HOLDS, "Tham dự hội nghị có Bác sĩ Đỗ Thị Mẫu Mực của Sở Y tế tỉnh Nam Định.", []),
    "chairs the meeting": (HOLDS, f"Bà {B}, Chủ tịch Hội LHPN huyện Ý Yên chủ trì hội nghị.", [(B, "chair")]),
    "runs her office": (HOLDS, f"Bà {B}, Chủ tịch Hội LHPN huyện Ý Yên điều hành công việc qua điện thoại.", []),
    "gives the house": (GIVES, f"Bà {B}, Chủ tịch Hội LHPN huyện Ý Yên trao nhà cho hội viên.", [(B, "attendee")]),
    "signs": (
        SIGNS,
        f"Đặt bút ký là ông {A}, {POST}.",
        [("Hội LHPN tỉnh Nam Định", "signatory"), ("Công an tỉnh Nam Định", "signatory"), (A, "attendee")],
    ),
    "wins": (CONTEST, "Giải nhất thuộc về đội Hội LHPN huyện Ý Yên.", [("Hội LHPN huyện Ý Yên", "honoured")]),
    "gives the prize to who wins": (
        CONTEST,
        "Hội LHPN huyện Hải Hậu trao giải Nhất cho Hội LHPN huyện Ý Yên.",
        [("Hội LHPN huyện Ý Yên", "honoured")],
    ),
    "hands over a decision": (GIVES, f"Bà {B}, Chủ tịch Hội LHPN huyện Ý Yên trao quyết định.", [(B, "attendee")]),
    "chairs a session": (HOLDS, f"Bà {B}, Chủ tịch Hội LHPN huyện Ý Yên điều hành phiên bế mạc.", [(B, "chair")]),
    "a winner's home": (CONTEST, "Giải nhất về tay chị Đỗ Thị Mẫu Mực – Hội LHPN huyện Ý Yên.", []),
    "a prize elsewhere": (HOLDS, "Giải nhất thuộc về đội Hội LHPN huyện Ý Yên.", []),
}


@pytest.mark.parametrize("case", GUESTS)
def test_tells_who_came(case: str, read: Any) -> None:
    event, sentence, expected = GUESTS[case]
    found = [(p.entity.label, p.role.removeprefix("role-")) for p in only(read, event, sentence).participants]
    assert found == expected


def test_guests_of_what_is_announced_stand_in_its_own_sentence(read: Any) -> None:
    announced = "Ngày 15/3/2021, Hội LHPN huyện Ý Yên tổ chức hội thi gói bánh, khách mời là Hội LHPN huyện Hải Hậu."
    event = only(read, announced)
    assert event.planned
    assert [p.entity.label for p in event.participants] == ["Hội LHPN huyện Hải Hậu"]


def test_who_pays_for_a_gift_receives_nothing(read: Any) -> None:
    gift = (
        "Ngày 26/2, Hội LHPN tỉnh Nam Định trao 20 suất quà cho Hội LHPN huyện Ý Yên từ nguồn ủng hộ của "
        "Hội Nông dân tỉnh Nam Định."
    )
    assert [p.entity.label for p in only(read, gift).participants] == ["Hội LHPN huyện Ý Yên"]

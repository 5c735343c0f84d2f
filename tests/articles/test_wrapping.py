"""Lines that a fixed width broke are one paragraph again; lines that stand by themselves stay."""

from __future__ import annotations

import pytest

from kgraph.articles.lines import lines
from kgraph.articles.wrapping import unwrapped

# case: (lines of the file, lines read)
CASES = {
    "small letter goes on": (
        ["Sáng nay, Hội Phụ nữ phường Bến Nước đã mở lớp", "dạy nghề cho hội viên."],
        ["Sáng nay, Hội Phụ nữ phường Bến Nước đã mở lớp dạy nghề cho hội viên."],
    ),
    "a full stop ends": (
        ["Sáng nay, Hội Phụ nữ phường Bến Nước đã mở lớp.", "dạy nghề cho hội viên."],
        ["Sáng nay, Hội Phụ nữ phường Bến Nước đã mở lớp.", "dạy nghề cho hội viên."],
    ),
    "a blank line ends": (
        ["Sáng nay, Hội Phụ nữ phường Bến Nước đã mở lớp", "", "dạy nghề cho hội viên."],
        ["Sáng nay, Hội Phụ nữ phường Bến Nước đã mở lớp", "dạy nghề cho hội viên."],
    ),
    "a short line stands by itself": (["Toàn cảnh lớp học", "dạy nghề cho hội viên."],) * 2,
    "a capital begins a line where nothing is wrapped": (
        ["Sáng nay, Hội Phụ nữ phường Bến Nước đã mở lớp", "Hội viên chăm chú nghe giảng."],
    )
    * 2,
    "a capital goes on where all is wrapped": (
        [
            "Sáng nay, lớp học nghề của phường đã mở cửa đón",
            "hơn ba mươi chị em đến từ các khu phố trong đó",
            "có nhiều chị lớn tuổi lần đầu cầm kim, và chị",
            "em trong tổ may đã giúp nhau từng đường kim do",
            "Hội Phụ nữ phường bày.",
        ],
        [
            (
                "Sáng nay, lớp học nghề của phường đã mở cửa đón hơn ba mươi chị em đến từ các khu phố "
                "trong đó có nhiều chị lớn "
                "tuổi lần đầu cầm kim, và chị em trong tổ may đã giúp nhau từng đường kim do Hội Phụ nữ phường bày."
            )
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_joins_what_was_broken(case: str) -> None:
    given, expected = CASES[case]
    raw = "\n".join(given)
    found = unwrapped(lines(raw), raw)
    assert [line.text for line in found] == expected


@pytest.mark.parametrize("case", CASES)
def test_every_code_point_knows_where_it_was_read(case: str) -> None:
    raw = "\n".join(CASES[case][0])
    for line in unwrapped(lines(raw), raw):
        assert len(line.text) == len(line.origins)
        assert all(raw[at].replace("\n", " ") == letter for letter, at in zip(line.text, line.origins, strict=True))

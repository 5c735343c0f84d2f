"""What holds for all recognisers: each is found by its name, tested, and leaves the text as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.document import Mentions
from kgraph.mentions import recognisers

TEXT = (
    "Ngày 26/1/2021, Hội LHPN tỉnh Nam Định và UBND tỉnh Nam Định triển khai Đề án 939 theo Kế hoạch số 12/KH-HPN. "
    "Bà Lê Thị Giả Định - Chủ tịch Hội LHPN huyện Hải Hậu trao 12 suất quà, chủ đề năm 2021 là “Làng quê sáng đẹp”."
)


@pytest.mark.parametrize("name", [name for name, _ in recognisers()])
def test_has_a_file_of_tests(name: str) -> None:
    assert (Path(__file__).parent / f"test_{name}.py").is_file()


def test_mentions_come_in_the_order_of_the_text(read: Callable[[str], Mentions]) -> None:
    found = read(TEXT)
    lists = (
        found.agents,
        found.persons,
        found.programmes,
        found.dates,
        found.quantities,
        found.documents,
        found.themes,
    )
    assert all(lists)
    for mentions in lists:
        assert list(mentions) == sorted(mentions, key=lambda mention: mention.span)


def test_blanks_and_tone_marks_change_no_mention(read: Callable[[str], Mentions]) -> None:
    """Blanks that do not break, as editors leave them, stand for blanks; offsets stay."""
    plain, edited = read(TEXT), read(TEXT.replace("LHPN tỉnh", "LHPN\u00a0tỉnh").replace("Đề án", "Đề\u00a0án"))
    for one, other in (
        (plain.agents, edited.agents),
        (plain.persons, edited.persons),
        (plain.programmes, edited.programmes),
    ):
        assert [m.span for m in one] == [m.span for m in other]

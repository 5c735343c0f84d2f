"""Themes of the year: their words, their year, and whose they are said to be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kgraph.document import Mentions, ThemeMention

# case: (sentence with the whole statement in brackets, "year | words" of the theme)
CASES = {
    "quoted": (
        "Hội LHPN tỉnh Nam Định chọn [chủ đề năm 2021 là “Làng quê sáng, phụ nữ vui]” từ sớm.",
        ["2021 | Làng quê sáng, phụ nữ vui"],
    ),
    "quoted without a link": (
        "Hội LHPN tỉnh Nam Định chọn [chủ đề năm 2021 “Làng quê sáng, phụ nữ vui]” từ sớm.",
        ["2021 | Làng quê sáng, phụ nữ vui"],
    ),
    "of the work of the year": (
        "Hội LHPN tỉnh Nam Định chọn [chủ đề công tác năm 2021: “Làng quê sáng, phụ nữ vui]” từ sớm.",
        ["2021 | Làng quê sáng, phụ nữ vui"],
    ),
    "without its year": (
        "Hội LHPN tỉnh Nam Định chọn [chủ đề công tác năm là: “Làng quê sáng, phụ nữ vui]” từ sớm.",
        ["- | Làng quê sáng, phụ nữ vui"],
    ),
    "without quotes": (
        "Hội LHPN tỉnh Nam Định chọn [chủ đề năm 2021: Làng quê sáng, phụ nữ vui khỏe]; xã làm theo.",
        ["2021 | Làng quê sáng, phụ nữ vui khỏe"],
    ),
}

NOT_THEMES = {
    "topic of a talk": "Xã nói chuyện chuyên đề “Nuôi con bằng sữa mẹ” từ sớm.",
    "theme of a contest": "Hội thi có chủ đề “Bữa cơm quê nhà” rất vui.",
    "theme of a campaign": "Năm 2020 đã qua. Xã thi đua mừng 30 năm lập làng với chủ đề “Bữa cơm quê nhà”.",
    "without words": "Xã làm tốt chủ đề năm 2021 từ sớm.",
}


def themes(mentions: Mentions) -> list[ThemeMention]:
    return list(mentions.themes)


def described(theme: ThemeMention) -> str:
    return f"{theme.year or '-'} | {theme.text}"


@pytest.mark.parametrize("case", CASES)
def test_reads_the_theme(case: str, compare: Any) -> None:
    text, expected = CASES[case]
    compare(text, expected, themes, described)


@pytest.mark.parametrize("case", NOT_THEMES)
def test_is_no_theme_of_a_year(case: str, read: Callable[[str], Mentions]) -> None:
    assert [described(t) for t in themes(read(NOT_THEMES[case]))] == []


def test_says_whose_it_is(read: Callable[[str], Mentions]) -> None:
    text = "Xã bám sát chủ đề năm 2020 của Hội LHPN tỉnh Hà Nam về “Làng quê sáng, phụ nữ vui” từ sớm."
    (theme,) = themes(read(text))
    assert theme.owner is not None
    assert theme.owner.of(text) == "Hội LHPN tỉnh Hà Nam"
    assert (theme.year, theme.text) == (2020, "Làng quê sáng, phụ nữ vui")


def test_a_missing_opening_quote_hides_no_theme(read: Callable[[str], Mentions]) -> None:
    text = "Năm 2020, xã hưởng ứng chủ đề Làng quê sáng cho phụ nữ và trẻ em” từ sớm."
    assert [t.text for t in themes(read(text))] == ["Làng quê sáng cho phụ nữ và trẻ em"]

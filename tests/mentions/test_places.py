"""Places said with their level word, inside the names of bodies too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kgraph.document import Mentions, PlaceName

CASES = {
    "district": ("Mưa lớn ở huyện [Di Linh] suốt đêm.", ["Di Linh huyện"]),
    "city in short": ("Mưa lớn ở TP. [Móng Cái] suốt đêm.", ["Móng Cái thành phố"]),
    "commune and district": ("Mưa lớn ở xã [Hải Đông], huyện [Hải Hậu].", ["Hải Đông xã", "Hải Hậu huyện"]),
    "inside a body's name": ("Hội LHPN tỉnh [Nam Định] ra quân.", ["Nam Định tỉnh"]),
}
NOT_PLACES = {
    "no name": "Mưa lớn ở các huyện ven biển suốt đêm.",
    "a committee": "Huyện ủy Hải Hậu họp suốt đêm.",
    "no level word": "Mưa lớn ở Hải Hậu suốt đêm.",
}


def described(place: PlaceName) -> str:
    return f"{place.name} {place.level}"


@pytest.mark.parametrize("case", CASES)
def test_reads_the_place(case: str, compare: Any) -> None:
    text, expected = CASES[case]
    compare(text, expected, lambda mentions: mentions.places, described)


@pytest.mark.parametrize("case", NOT_PLACES)
def test_is_no_place(case: str, read: Callable[[str], Mentions]) -> None:
    assert read(NOT_PLACES[case]).places == ()

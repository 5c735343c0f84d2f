"""The day that a crawler wrote before the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Article

Read = Callable[[str], Article]
TITLE = "Phụ nữ xã ven sông góp sức làm đường"
BODY = "Sáng nay chị em trong xã lại ra bến đò cũ để trồng tre giữ đất, như mọi năm vào đầu mùa mưa ở miền hạ lưu này."

# stamp: the day it gives
STAMPS = {
    "date 2021-02-24 ": "2021-02-24",
    " date 2021-02-24 ": "2021-02-24",
    "Date: 2021-02-24 | ": "2021-02-24",
    "2021-02-24 ": "2021-02-24",
    "date 2021-02 ": None,
}


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_is_no_part_of_the_title(stamp: str, read: Read) -> None:
    article = read(f"{stamp}{TITLE}\n{BODY}")
    assert (article.title, article.published) == (TITLE, STAMPS[stamp])


def test_every_letter_keeps_its_place_in_the_file(read: Read) -> None:
    source = f"date 2021-02-24 {TITLE}\n{BODY}"
    article = read(source)
    shown = "".join(source[at] if at >= 0 else "\n" for at in article.origins)
    assert shown == article.text


@pytest.mark.parametrize("head", ["2021-2022 là năm học của", "Năm 2021-02 là", "date 2021-02-245 và"])
def test_other_numbers_are_no_stamp(head: str, read: Read) -> None:
    assert read(f"{head} {TITLE}\n{BODY}").title == f"{head} {TITLE}"

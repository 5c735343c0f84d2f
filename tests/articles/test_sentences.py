"""Where a sentence ends, and where a full stop ends none."""

from __future__ import annotations

import pytest

from kgraph.articles.sentences import sentences
from kgraph.model import Span

# case: the text, with a bar where one sentence ends and the next begins
CASES = {
    "full stops": "Chị em dọn cỏ.| Bà con góp gạo.",
    "question and exclamation": "Ai đến trước?| Cả xóm đến!| Vui lắm.",
    "ellipsis": "Bà con mang cuốc, liềm, bao tải…| Đến trưa thì xong.",
    "ellipsis before a small letter": "Bà con mang cuốc, liềm… đến bến đò.",
    "thousands": "Xã góp 3.037 giỏ quà cho chị em.| Sau đó xã họp.",
    "sentence begins with a number": "Xã đã làm xong.| 12 hộ có nhà mới.",
    "city in short": "Đoàn ghé TP. Móng Cái từ sáng.| Sau đó đoàn về.",
    "town in short": "Đoàn ghé TX. Sơn Tây từ sáng.",
    "centre in short": "Đoàn của T.Ư Hội đến thăm.| Sau đó đoàn về.",
    "degree": "Buổi nói chuyện của TS. Bịa Đặt kéo dài.",
    "closing quote": "Bà nói: “Làm được.”| Cả xóm cười.",
    "opening quote": "Cả xóm cười.| “Làm được”, bà nói.",
    "bracket": "Xã làm xong (trước hạn.)| Cả xóm cười.",
    "date": "Xã họp ngày 24.02.2021 ở đình.| Cả xóm vui.",
    "semicolons end none": "Dọn cỏ; trồng tre; gom lá.",
    "colon ends none": "Việc đã xong: Dọn cỏ.",
    "no full stop": "Chị em dọn bờ sông",
}


def split(text: str) -> list[str]:
    starts = [0, *(i + 1 for i, letter in enumerate(text) if letter == "\n")]
    lines = tuple(Span(s, s + len(text[s:].split("\n")[0])) for s in starts)
    return [span.of(text) for span in sentences(text, lines)]


@pytest.mark.parametrize("case", CASES)
def test_splits(case: str) -> None:
    text = CASES[case].replace("|", "")
    assert split(text) == [part.strip() for part in CASES[case].split("|")]


def test_a_line_ends_a_sentence_without_a_full_stop() -> None:
    assert split("Chị em dọn cỏ\nBà con góp gạo") == ["Chị em dọn cỏ", "Bà con góp gạo"]

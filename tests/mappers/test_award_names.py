"""Which sentences are looked at for awards: all that name one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.document import Document
from kgraph.mappers._award_names import awards_in, may_name_award

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def every(texts: list[str]) -> list[str]:
    """The texts of all examples and of the sample."""
    folders = (ROOT / "tests" / "gold" / "articles", ROOT / "data" / "articles")
    files = [file for folder in folders for file in sorted(folder.rglob("*.txt"))]
    return [*texts, *(file.read_text(encoding="utf-8") for file in files)]


def test_a_sentence_that_is_passed_over_names_no_award(every: list[str], document: Callable[[str], Document]) -> None:
    named, passed_over = 0, 0
    for read in map(document, every):
        for sentence in read.article.sentences:
            found = awards_in(read, sentence)
            looked_at = may_name_award(read.text, sentence)
            assert looked_at or not found, sentence.of(read.text)
            named += bool(found)
            passed_over += not looked_at
    assert named >= 50
    assert passed_over >= 10 * named


@pytest.mark.parametrize(
    "sentence",
    [
        "Hội LHPN tỉnh Ví Dụ Là  cá nhân vững mạnh.",
        "Hội LHPN tỉnh Ví Dụ trao  Bằng  khen cho chi hội.",
        "Hội LHPN tỉnh Ví Dụ trao DANH HIỆU “Đảm việc nước” cho hội viên.",
        "Hội LHPN tỉnh Ví Dụ nhận giải B hội thi “Giải thưởng Làng Quê” năm nay.",
    ],
)
def test_capitals_and_blanks_do_not_hide_an_award(sentence: str, document: Callable[[str], Document]) -> None:
    read = document(sentence)
    spans = read.article.sentences
    assert [len(awards_in(read, span)) for span in spans] == [1]
    assert all(may_name_award(read.text, span) for span in spans)

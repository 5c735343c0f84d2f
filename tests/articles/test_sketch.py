"""Sketches tell another edition of a report from another report: the figures of kgraph.dataset.near_duplicates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from kgraph.articles import read_article
from kgraph.articles.sketch import sketch
from kgraph.dataset.alike import ALIKE, FEWEST, SAME_NUMBERS, Edition
from kgraph.dataset.near_duplicates import groups
from kgraph.dataset.sketches import SKETCH_SIZE, Sketch, containment, resemblance, same_numbers
from kgraph.model import Article, Source, Span, Zone

ROOT = Path(__file__).parents[2]
GOLD = sorted((ROOT / "tests" / "gold" / "articles").glob("*.txt"))
SAMPLES = sorted((ROOT / "data" / "articles").glob("*.txt"))
FIRST_YEAR = """Hội LHPN huyện Mẫu tổng kết năm
Ngày 12/01/2024, Hội LHPN huyện Mẫu tổ chức hội nghị tổng kết công tác Hội và phong trào phụ nữ năm 2023. Tới dự có \
đồng chí Nguyễn Thị Ví Dụ, Phó Chủ tịch Hội LHPN tỉnh, cùng đại diện các ban, ngành và cán bộ Hội của 18 xã, thị trấn.
Năm qua, các cấp Hội trong huyện bám sát chủ đề năm, hoàn thành 12/12 chỉ tiêu. Toàn huyện giúp 145 hộ phụ nữ nghèo có \
vốn làm ăn, vận động 320 triệu đồng sửa nhà, trao 96 suất quà cho trẻ mồ côi, mở 24 lớp tập huấn cho 1.860 hội viên.
Hội cũng duy trì 35 tuyến đường hoa, lập thêm 6 tổ phụ nữ phân loại rác và kết nạp 410 hội viên mới. Công tác kiểm \
tra, giám sát được giữ nền nếp; cán bộ chi hội được tập huấn kỹ năng nói chuyện với hội viên.
Dịp này, 15 tập thể và 22 cá nhân được tặng giấy khen vì thành tích xuất sắc.
"""
# What changes from year to year in a report that is otherwise written in the same words.
SECOND_YEAR = {
    "12/01/2024": "10/01/2025", "năm 2023": "năm 2024", "Nguyễn Thị Ví Dụ, Phó Chủ tịch": "Trần Thị Minh Họa, Chủ tịch",
    "12/12": "11/12", "145": "131", "320": "410", "96": "104", "24 lớp": "19 lớp", "1.860": "1.540", "35": "38",
    "6 tổ": "4 tổ", "410 hội viên": "385 hội viên", "15 tập": "12 tập", "22 cá": "25 cá",
}  # fmt: skip


def of(text: str) -> Article:
    return read_article(Source("bai.txt", text.encode()))


def grouped(*sketches: Sketch) -> bool:
    """Whether articles with these sketches are editions of one report."""
    return bool(groups(Edition.of(f"{n:016x}", "", found) for n, found in enumerate(sketches)))


def editions(text: str) -> Iterator[str]:
    """Five editions of a text, each with another title, a paragraph less, and one word in twenty another."""
    _, *lines = text.strip().split("\n")
    body = [line for line in lines if line.strip()]
    for seed in range(5):
        random = Random(f"{text[:40]}{seed}")  # noqa: S311 (nothing secret)
        kept = list(body)
        kept.remove(random.choice(sorted(kept, key=len)[:-1]))  # never the longest
        words = re.split(r"(\w+)", "\n".join(kept))  # every second one is a word
        for place in random.sample(range(1, len(words), 2), len(words) // 40):
            words[place] = "khác"
        yield "Tựa khác hẳn của cùng một bản tin\n" + "".join(words)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_another_title_a_paragraph_less_and_changed_words_are_the_same_report(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = sketch(of(text))
    shares = [containment(first, sketch(of(edition))) for edition in editions(text)]
    assert min(shares) >= 0.61 > ALIKE
    assert min(same_numbers(first, sketch(of(edition))) or 1 for edition in editions(text)) >= 0.9
    assert all(grouped(first, sketch(of(edition))) for edition in editions(text))


def test_different_articles_are_far_from_it() -> None:
    sketches = [sketch(of(path.read_text(encoding="utf-8"))) for path in (*GOLD, *SAMPLES)]
    assert max(resemblance(a, b) for a, b in combinations(sketches, 2)) < 0.1
    assert not grouped(*sketches)


def test_last_years_report_in_the_same_words_is_another_one() -> None:
    text = FIRST_YEAR
    for old, new in SECOND_YEAR.items():
        assert old in text
        text = text.replace(old, new)
    first, second = sketch(of(FIRST_YEAR)), sketch(of(text))
    assert containment(first, second) > 0.4
    assert (same_numbers(first, second) or 1) < SAME_NUMBERS - 0.1
    assert not grouped(first, second)


def test_title_captions_and_spelling_do_not_count(read: Callable[[str], Article], title: str, body: str) -> None:
    last = "Cùng buổi sáng, Hội LHPN xã {} góp công dọn sạch con đường {} dẫn nước về ba thôn ven sông."
    plain = read(f"{title}\n{body}\n{last.format('Hoà Bình', 'thuỷ lợi')}")
    other = read(f"Bờ sông Hải Đông thêm sạch đẹp\nChị em dọn bờ sông\n{body}\n{last.format('Hòa Bình', 'THỦY LỢI')}")
    assert {zone.kind for zone in other.zones} == {"title", "caption", "body"}
    assert sketch(plain) == sketch(other)
    assert sketch(plain) != sketch(read(f"{title}\n{body}"))


def test_a_sketch_is_small_ascending_and_the_same_in_every_process() -> None:
    found = sketch(of(FIRST_YEAR))
    assert found.size > len(found.hashes) == SKETCH_SIZE
    assert list(found.hashes) == sorted(set(found.hashes))
    assert found.hashes[0] == 95042443786945428  # any other number makes every cached sketch useless


def test_a_body_of_few_words_is_never_compared() -> None:
    text = "Mời bạn đọc xem đoạn phim dưới đây của đài chúng tôi về phụ nữ làm đường quê."
    short = sketch(Article("k", "bai.txt", "", text, (Zone("body", Span(0, len(text))),), ()))
    assert 0 < short.size < FEWEST
    assert not grouped(short, short)

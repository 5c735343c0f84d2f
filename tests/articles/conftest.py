"""Reads a file given as text and tells the zones of its lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.articles import read_article
from kgraph.articles.lines import lines
from kgraph.articles.zones import zone
from kgraph.model import Article, Source

TITLE = "Phụ nữ xã Hải Đông ra quân dọn bờ sông"
BODY = (
    "Từ sáng sớm, hơn sáu mươi chị em của Hội LHPN xã Hải Đông đã có mặt ở bến đò cũ, mang theo cuốc, liềm và bao tải "
    "để dọn hai bờ sông trước mùa nước lên."
)


@pytest.fixture
def title() -> str:
    return TITLE


@pytest.fixture
def body() -> str:
    """A line of body text, long enough to be one on its own."""
    return BODY


@pytest.fixture
def read() -> Callable[[str], Article]:
    return lambda text: read_article(Source("bai.txt", text.encode()))


@pytest.fixture
def kinds() -> Callable[..., list[str]]:
    """The kind of zone of each line of a file."""
    return lambda *text: [z.kind for z in zone(lines("\n".join(text)))]

"""The naive floor takes names as they stand and resolves nothing."""

from __future__ import annotations

from kgraph.evaluation import floor

TEXT = """Hội LHPN tỉnh Nam Định và Hội Liên hiệp Phụ nữ huyện Hải Hậu triển khai phong trào Mẹ đỡ đầu.
Bà Nguyễn Thị Ví Dụ, Chủ tịch Hội LHPN tỉnh, và đồng chí Trần Văn Mẫu dự. Hội LHPN tỉnh Bà Rịa - Vũng Tàu chúc mừng."""


def test_finds_unions_by_their_full_names_only() -> None:
    assert floor(TEXT)["unions"] == [
        {"name": "Hội LHPN huyện Hải Hậu", "level": "district"},
        {"name": "Hội LHPN tỉnh Bà Rịa - Vũng Tàu", "level": "province"},
        {"name": "Hội LHPN tỉnh Nam Định", "level": "province"},
    ]


def test_finds_persons_after_a_form_of_address() -> None:
    assert [official["name"] for official in floor(TEXT)["officials"]] == ["Nguyễn Thị Ví Dụ", "Trần Văn Mẫu"]


def test_finds_listed_programmes_by_name() -> None:
    assert [programme["name"] for programme in floor(TEXT)["programmes"]] == ["Mẹ đỡ đầu"]


def test_finds_nothing_where_nothing_is_named() -> None:
    assert floor("Trời đẹp.") == {"unions": [], "officials": [], "programmes": []}

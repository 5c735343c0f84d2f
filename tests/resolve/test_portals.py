"""An article that says no more than "Hội LHPN tỉnh" is at home where its site and its publisher are."""

from __future__ import annotations

from typing import Any

import pytest

TEXT = "Phụ nữ ven sông làm đường\n05/03/2021\nHội LHPN tỉnh góp công làm đường cho bà con.\nTrời đã tạnh."


@pytest.mark.parametrize(
    ("known", "home"),
    [
        ({"url": "https://baohanam.example/tin/1"}, "ha-nam"),
        ({"url": "https://hpnhaiduong.example/tin/1"}, "hai-duong"),
        ({"url": "https://brtvgo.example/tin/1"}, "ba-ria-vung-tau"),
        ({"url": "https://vidu.example/ha-nam/tin/1"}, None),
        ({"url": "https://hanamhai.example/tin/1"}, None),
        ({"url": "https://hanamninh.example/tin/1"}, None),
        ({"publisher": "Tờ tin đồng bằng sông Cửu Long"}, None),
        ({"publisher": "Báo Hà Tây"}, None),
        ({"publisher": "Báo Hà Tây", "published": "2006-03-05"}, "ha-tay"),
        ({"url": "https://shopthanhhoasen.example/tin/1"}, None),
        ({"publisher": "Hội LHPN tỉnh Thanh Hoá"}, "thanh-hoa"),
        ({"publisher": "Tạp chí Hà Namninh"}, None),
        ({"publisher": "phunuquangngai.example"}, "quang-ngai"),
    ],
)
def test_home_by_address_and_publisher(read: Any, known: dict[str, str], home: str | None) -> None:
    found = read(TEXT, **known).home
    assert (found.key if found else None) == home

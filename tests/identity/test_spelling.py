"""How names differ: what is a slip, what a short form, and what is simply another name."""

from __future__ import annotations

import pytest

from kgraph.identity.spelling import label_feature, person_feature


@pytest.mark.parametrize(
    ("one", "other", "feature"),
    [
        ("Hoàng Thị Thuỷ Mẫu", "hoàng thị Thủy Mẫu", "same-name"),
        ("Lê Thị Thử", "Lê Thị Thứ", "near-name"),
        ("Lê Thị Phương", "Lê Thị Phưng", "near-name"),
        ("Lê Thị Linh", "Lê Thị Minh", None),
        ("Lê Thử Thị", "Lê Thứ Thi", None),
        ("Phạm Thị Giả Định", "Phạm Giả Định", "missing-middle-name"),
        ("Phạm Thị Giả Định", "Phạm Định", None),
        ("Phạm Thị Giả Định", "Thị Giả Định", None),
        ("Phạm Định", "Phạm", None),
    ],
)
def test_persons(one: str, other: str, feature: str | None) -> None:
    assert person_feature(one, other) == person_feature(other, one) == feature


@pytest.mark.parametrize(
    ("one", "other", "feature"),
    [
        ("“Nuôi heo đất”", "nuôi Heo đất", "same-label"),
        ("Công ty CP XD Ví Dụ", "Công ty cổ phần xây dựng Ví Dụ", "short-form"),
        ("HTX Ví Dụ", "Hợp tác xã Ví Dụ", "short-form"),
        ("Công ty May Ví Dụ", "Công ty TNHH May Ví Dụ", "legal-form-added"),
        ("Biến rác thành tiền", "Biến rác thành tiền thị trấn Mẫu", "locality-added"),
        ("Biến rác thành tiền", "Biến rác thành tiền Hà Nam", "locality-added"),
        ("Biến rác thành tiền", "Biến rác thành tiền và cây xanh", None),
        ("Hội LHPN xã Tân An", "Hội LHPN xã Tân Ân", "near-label"),
        ("Hội LHPN xã Tân An", "Hội LHPN xã Tân Phú", None),
        ("Cụm thi đua số 2", "Cụm thi đua số 3", "other-number"),
        ("Công ty May Ví Dụ", "Công ty May 10 Ví Dụ", "other-number"),
    ],
)
def test_labels(one: str, other: str, feature: str | None) -> None:
    assert label_feature(one, other) == label_feature(other, one) == feature

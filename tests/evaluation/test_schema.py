"""A facts file that cannot be used is told by its name and the key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kgraph.evaluation import GoldError, read_facts
from kgraph.evaluation.schema import checked


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ([], "must be one JSON object"),
        ({"unoins": []}, "/unoins is no key of a facts file; use one of unions, officials"),
        ({"unions": {}}, "/unions must be a list, not {}"),
        ({"unions": ["Hội LHPN xã Mẫu"]}, '/unions/0 must be an object, not "Hội LHPN xã Mẫu"'),
        ({"unions": [{"name": "Hội"}, {"level": "commune"}]}, "/unions/1/name is missing; it must be text"),
        ({"unions": [{"name": "Hội", "optional": "yes"}]}, '/unions/0/optional must be true or false, not "yes"'),
        ({"officials": [{"name": "Trần Thị Mẫu"}]}, "/officials/0/roles is missing; it must be a list"),
        ({"officials": [{"name": "Trần Thị Mẫu", "roles": [{"title": 1}]}]}, "/officials/0/roles/0/title must be text"),
        ({"events": [{"participants": [None]}]}, "/events/0/participants must be a list of names"),
        ({"implements": [["Hội LHPN xã Mẫu"]]}, "/implements/0 must be a pair of names"),
        ({"figures": [{"value": "5"}]}, '/figures/0/value must be a number below 1e+18, not "5"'),
        ({"figures": [{"value": True}]}, "/figures/0/value must be a number"),
        ({"figures": [{"value": float("nan")}]}, "/figures/0/value must be a number"),
        ({"figures": [{"value": 10**400}]}, "/figures/0/value must be a number"),
        ({"themes": [{"year": 2021.5}]}, "/themes/0/year must be a whole number, not 2021.5"),
        ({"documents": [None]}, "/documents/0 is missing; it must be text"),
    ],
)
def test_a_broken_key_is_named(document: Any, words: str) -> None:
    with pytest.raises(GoldError) as error:
        checked(document, "a.json")
    assert str(error.value).startswith("a.json: ")
    assert words in str(error.value)
    assert "\n" not in str(error.value)


def test_lists_may_be_missing_or_null() -> None:
    assert checked({"id": "a", "published": None, "unions": None}, "a.json") == {
        "id": "a", "published": None, "unions": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "content", [b'{"unions": [', b"\xff", b'{"documents": ["\\ud800"]}', b"[" * 100_000, b"1" * 5000, b""]
)
def test_a_file_that_is_no_json_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(GoldError, match=r"a\.json: (is not JSON|must be one JSON object)"):
        read_facts(tmp_path / "a.json")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"documents": ["Luật Mẫu"]}', encoding="utf-8-sig")
    assert read_facts(tmp_path / "a.json") == {"documents": ["Luật Mẫu"]}


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"a\.json: cannot be read"):
        read_facts(tmp_path / "a.json")

"""Closed word classes: sorted, used, and the patterns made of them."""

from __future__ import annotations

import pytest

from kgraph.errors import RegistryError
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, joined, lowered, rx, whole, words
from kgraph.resources import folder
from kgraph.vietnamese import match_form

SOURCES = ("articles", "mappers", "mentions", "resolve")


def test_rows_are_sorted_and_single() -> None:
    keys = [(row["group"], row["word"]) for row in rows("words.tsv")]
    assert keys == sorted(set(keys))


def test_words_are_in_matching_form() -> None:
    assert [row["word"] for row in rows("words.tsv") if row["word"] != match_form(row["word"])] == []


def test_every_group_is_used_by_the_program() -> None:
    base = folder("data").joinpath("..", "src", "kgraph")
    files = [file for name in SOURCES for file in base.joinpath(name).iterdir() if file.name.endswith(".py")]
    code = "\n".join(file.read_text(encoding="utf-8") for file in files)
    groups = {row["group"] for row in rows("words.tsv") if not row["group"].startswith("own-name-")}
    assert [group for group in sorted(groups) if f'"{group}"' not in code and f"'{group}'" not in code] == []


def test_an_unknown_group_is_named() -> None:
    with pytest.raises(RegistryError, match=r"words\.tsv: no group is named 'verbs'"):
        any_of("verbs")


def test_the_longest_words_come_first() -> None:
    found = words("award")
    assert list(found) == sorted(found, key=lambda word: (-len(word), word))


@pytest.mark.parametrize(
    ("spellings", "text", "expected"),
    [
        (["ký", "ký kết"], "ký kết giao ước", "ký kết"),
        (["ký", "ký kết"], "ký giao ước", "ký"),
        (["ký kết", "kỷ niệm"], "ký giao ước", None),
        (["hội"], "hội", "hội"),
        (["tp.", "tp"], "tp. Móng Cái", "tp."),
        (["xã, phường", "xã"], "xã, phường", "xã, phường"),
    ],
)
def test_alternatives_match_the_longest_spelling(spellings: list[str], text: str, expected: str | None) -> None:
    match = rx(alternatives(spellings)).match(text)
    assert (match[0] if match else None) == expected


def test_a_pattern_of_one_word_can_be_repeated_as_a_whole() -> None:
    assert rx(rf"{alternatives(['hội'])}?").fullmatch("") is not None


def test_blanks_are_flexible_but_not_in_sets() -> None:
    assert rx("lễ ký ?:").fullmatch("lễ   ký :")
    assert rx("lễ[ ]ký").fullmatch("lễ  ký") is None


@pytest.mark.parametrize("gap", [", ", " và ", ",", " cùng "])
def test_coordinated_names_are_joined(gap: str) -> None:
    assert rx(joined("cùng")).fullmatch(gap)


def test_other_words_do_not_join() -> None:
    assert rx(joined()).fullmatch(" cùng ") is None


def test_lower_case_keeps_every_position() -> None:
    assert lowered("Hội İ LHPN") == "hội i lhpn"


@pytest.mark.parametrize("longer", ["giànhh", "tgiành", "đgiànhh"])
def test_a_whole_word_is_no_part_of_a_longer_one(longer: str) -> None:
    assert whole("award").search("chị em giành giải nhất")
    assert not whole("award").search(longer)

"""How two names differ: not at all, by a slip of the pen, by a middle name, a short form, a locality, a legal form."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, TypeAlias

import regex

from kgraph.registry.places import places
from kgraph.registry.table import folded, rows
from kgraph.registry.words import words
from kgraph.vietnamese import strip_marks

Words: TypeAlias = tuple[str, ...]
_WORD: Final = regex.compile(r"[\p{L}\p{N}/]+")
_SLIP: Final = 0.76  # "Phưng" is a slip of "Phương"; three letters of four make another name: "Linh", "Minh"
_LONGEST_SHORT: Final = 5  # letters of one short form, "TNHH" or "TMDV"
_SHORTEST_SLIP: Final = 3


@lru_cache(maxsize=262_144)
def tokens(name: str) -> Words:
    """The words of *name*, without punctuation; case and tone-mark placement do not count."""
    return tuple(_WORD.findall(folded(name)))


def person_feature(one: str, other: str) -> str | None:
    """The feature that tells how the names of two persons are alike, or None where they are not.

    >>> person_feature("Nguyễn Thị Thuý", "Nguyễn Thị Thúy"), person_feature("Lê Thị Mẫu", "Lê Mẫu")
    ('same-name', 'missing-middle-name')
    >>> person_feature("Lê Thị Mẫu", "Lê Thị Mậu"), person_feature("Lê Thị Mẫu", "Lê Thị Lan")
    ('near-name', None)
    """
    first, second = tokens(one), tokens(other)
    if first == second:
        return "same-name"
    left, right = _middle(first, second)
    if is_slip(left, right):
        return "near-name"
    short, long = sorted((first, second), key=len)
    inside = len(short) > 1 and (short[0], short[-1]) == (long[0], long[-1])
    return "missing-middle-name" if inside and sorted(map(len, (left, right))) == [0, 1] else None


def label_feature(one: str, other: str) -> str | None:
    """The feature that tells how the names of two bodies or programmes are alike, or None where they are not.

    >>> label_feature("Công ty CP May Ví Dụ", "Công ty cổ phần May Ví Dụ")
    'short-form'
    >>> label_feature("Biến rác thành tiền", "Biến rác thành tiền xã Mẫu")
    'locality-added'
    """
    first, second = tokens(one), tokens(other)
    left, right = sorted(_middle(first, second), key=lambda part: (len(part), part))
    if not left:
        return _added(right)
    if _numbers(left) != _numbers(right):
        return "other-number"
    if is_slip(left, right):
        return "near-label"
    return "short-form" if _abbreviates(left, right) else None


def _added(words_: Words) -> str | None:
    """The feature where one name has just *words_* more than the other."""
    if not words_:
        return "same-label"
    if _numbers(words_):
        return "other-number"
    text = " ".join(words_)
    if text in _legal_forms():
        return "legal-form-added"
    named = places().named(text)
    return "locality-added" if named or words_[0] in _level_heads() else None


@lru_cache(maxsize=1)
def _level_heads() -> frozenset[str]:
    """The first words of level words: "xã", "thị" (thị trấn), "thành" (thành phố)."""
    return frozenset(tokens(row["word"])[0] for row in rows("levels.tsv"))


@lru_cache(maxsize=1)
def _legal_forms() -> frozenset[str]:
    return frozenset(folded(form) for form in words("company-type"))


def is_slip(left: Words, right: Words) -> bool:
    """Whether *left* and *right* are one word each, and one may be the other with a wrong mark or letter."""
    if len(left) != 1 or len(right) != 1 or _numbers(left) or _numbers(right):
        return False
    first, second = strip_marks(left[0]), strip_marks(right[0])
    long_enough = min(len(first), len(second)) >= _SHORTEST_SLIP
    return first == second or (long_enough and SequenceMatcher(None, first, second).ratio() >= _SLIP)


def _abbreviates(short: Words, long: Words) -> bool:
    """Whether the letters of *short* are the initials of *long*: "cp xd" and "cổ phần xây dựng"."""
    if any(len(word) > _LONGEST_SHORT for word in short):
        return False
    return strip_marks("".join(short)) == strip_marks("".join(word[0] for word in long)) and len(long) > 1


def _numbers(words_: Words) -> Words:
    return tuple(word for word in words_ if word[0].isdigit())


def _middle(one: Words, other: Words) -> tuple[Words, Words]:
    """What is left of both without the words that they begin and end with alike."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]

"""Spellings of one name: what counts as the same, which variants become aliases, and Telex for namesakes."""

from __future__ import annotations

import unicodedata
from itertools import product
from typing import Final

from kgraph.vietnamese import key_form, match_form

# Syllables that are written with y and with i alike ("Mỹ", "Mĩ"). Not all are: nobody writes "Ba Vỳ" for Ba Vì.
_Y_AND_I: Final = (
    ("Mỹ", "Mĩ"), ("Lý", "Lí"), ("Kỳ", "Kì"), ("Sỹ", "Sĩ"), ("Vỹ", "Vĩ"),
    ("Quý", "Quí"), ("Quỳ", "Quì"), ("Quy", "Qui"), ("Hy", "Hi"),
)  # fmt: skip
# Words from the languages of the Tây Nguyên have no settled Vietnamese spelling.
_LOOSE: Final = (("Đắk", "Đăk", "Đak", "Đắc", "Dak"), ("Lắk", "Lăk", "Lak", "Lắc"))
_WORDS: Final = {word: tuple(w for w in group if w != word) for group in (*_Y_AND_I, *_LOOSE) for word in group}
_SOUNDS: Final = (("y", "i"), ("x", "s"), ("-", ""), ("'", ""))
_TELEX_LETTERS: Final = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}
_TELEX_TONES: Final = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}


def folded(name: str) -> str:
    """*name* as the registry compares names: tone-mark placement and case do not count."""
    return match_form(name).casefold()


def sound(name: str) -> str:
    """A coarser fold under which spellings of one code are one name.

    >>> sound("Sà Phìn") == sound("Xà Phìn"), sound("Quí Quân") == sound("Quý Quân")
    (True, True)
    """
    text = key_form(name)
    for old, new in _SOUNDS:
        text = text.replace(old, new)
    return text


def telex(name: str) -> str:
    """*name* as typed in Telex, in key characters: tells namesakes apart that differ in marks only.

    >>> telex("Hoằng Quý"), telex("Hoằng Quỳ"), telex("Ba Tơ")
    ('hoawngf-quys', 'hoawngf-quyf', 'ba-tow')
    """
    return key_form(" ".join(map(_telex_syllable, name.casefold().split())))


def _telex_syllable(syllable: str) -> str:
    letters, tone = "", ""
    for char in syllable:
        parts = unicodedata.normalize("NFD", char)
        tone = next((_TELEX_TONES[p] for p in parts if p in _TELEX_TONES), tone)
        plain = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TELEX_TONES))
        letters += _TELEX_LETTERS.get(plain, plain)
    return letters + tone


def variants(name: str) -> frozenset[str]:
    """Other spellings of *name* that news use and `match_form` does not join.

    >>> sorted(variants("Mỹ Lý"))
    ['Mĩ Lí', 'Mĩ Lý', 'Mỹ Lí']
    >>> {"Bà Rịa-Vũng Tàu", "Bà Rịa Vũng Tàu"} <= variants("Bà Rịa - Vũng Tàu")
    True
    """
    words = [(word, *_WORDS.get(word, ())) for word in name.split()]
    made = {" ".join(choice) for choice in product(*words)}
    made |= {name.replace(" - ", dash) for dash in ("-", " – ", "–", " ")}
    made |= {f"0{name}"} if name.isdigit() and len(name) == 1 else set()
    return frozenset(v for v in made if folded(v) != folded(name))

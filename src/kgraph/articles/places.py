"""The way back from the text of an article to its file: where in it words stand, by line and column."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

import regex

_REFERENCE: Final = regex.compile(r"&#?\w{1,32};")


def stretch(raw: str, origins: Iterable[int], *, is_html: bool = False) -> tuple[int, int] | None:
    """Start and end in the file text *raw* of the letters read at *origins*; None where none of them was read there.

    >>> stretch("Hà Nam", [3, 4, 5]), stretch("Hà Nam", [-1, -1]), stretch("H&agrave; Nam", [0, 1], is_html=True)
    ((3, 6), None, (0, 9))
    """
    known = [origin for origin in origins if origin >= 0]
    return (min(known), _behind(raw, max(known), is_html)) if known else None


def _behind(raw: str, last: int, is_html: bool) -> int:
    """The end of the letter that begins at *last*: of a page's "&agrave;", or with the marks of its own of a text."""
    reference = _REFERENCE.match(raw, last) if is_html else None
    end = reference.end() if reference else last + 1
    while end < len(raw) and unicodedata.combining(raw[end]):
        end += 1
    return end


def line_and_column(raw: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1 and the column in code points, of *offset* in *raw*.

    >>> line_and_column("Một\\r\\nHai", 0), line_and_column("Một\\r\\nHai", 6)
    ((1, 1), (2, 2))
    """
    return raw.count("\n", 0, offset) + 1, offset - raw.rfind("\n", 0, offset)

"""Closed word classes of ``words.tsv`` ("của", "với", "tại" govern what follows), and the patterns made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final

import regex

from kgraph.errors import RegistryError
from kgraph.registry.compiled import compiled
from kgraph.registry.table import FOLDER, load
from kgraph.vietnamese import match_form

_FILE: Final = "words.tsv"
_COLUMNS: Final = ("group", "word", "note")
_BLANK: Final = regex.compile(r"\[[^\]]*\]|[ ]\?|[ ]")
_FLEXIBLE: Final = {" ": "[ ]+", " ?": "[ ]*"}


def words(group: str) -> tuple[str, ...]:
    """The words of *group* in their matching form, the longest first. Raises RegistryError on an unknown group."""
    found = _groups().get(group)
    if found is None:
        raise RegistryError(f"{FOLDER}/{_FILE}: no group is named {group!r}; add its words, or use a group of the file")
    return found


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for group, word in load(_FILE, _COLUMNS, lambda row: (row[0], match_form(row[1]))):
        groups.setdefault(group, []).append(word)
    return {group: tuple(sorted(found, key=_longest_first)) for group, found in groups.items()}


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


@lru_cache(maxsize=256)
def any_of(group: str) -> str:
    """A pattern for one word of *group*, the longest that fits. Raises RegistryError on an unknown group.

    Blanks inside a word stay plain blanks; `rx` makes them flexible.
    """
    return alternatives(words(group))


def alternatives(spellings: Iterable[str]) -> str:
    """A pattern for one of *spellings* as written, the longest that fits.

    Common beginnings are said once, which is many times quicker to search than word after word.

    >>> alternatives(["ký", "ký kết", "ra mắt"])
    '(?:(?:ký(?: kết)?|ra mắt))'
    """
    return f"(?:{_tree(tuple(sorted(set(spellings))))})"


def _tree(endings: tuple[str, ...]) -> str:
    """A pattern for one of the sorted *endings*; the empty one, if it is among them, only where no other fits."""
    longer = groupby((ending for ending in endings if ending), key=itemgetter(0))
    branches = [regex.escape(first, literal_spaces=True) + _tree(tuple(e[1:] for e in rest)) for first, rest in longer]
    if endings[:1] == ("",):
        return f"(?:{'|'.join(branches)})?" if branches else ""
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def rx(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """A compiled *pattern* in which a blank stands for any run of blanks within a line, and " ?" for one or none.

    >>> bool(rx("lễ ký ?:").fullmatch("lễ  ký:"))
    True
    """
    return compiled(flexible(pattern), flags)


def flexible(pattern: str) -> str:
    """*pattern* with its blanks as `rx` takes them."""
    return _BLANK.sub(lambda m: _FLEXIBLE.get(m[0], m[0]), pattern)


def whole(group: str) -> regex.Pattern[str]:
    """A compiled pattern for one word of *group* that is no part of a longer one.

    Raises RegistryError on an unknown group.
    """
    return rx(rf"(?<!\p{{L}}){any_of(group)}(?!\p{{L}})")


def joined(*more: str) -> str:
    """A pattern for what stands between two coordinated names ("A, B và C"); *more* are further words or marks for it.

    >>> [bool(rx(joined("cùng")).fullmatch(gap)) for gap in (", ", " và ", " cùng ", " ở ")]
    [True, True, True, False]
    """
    return rf"[ ]*{alternatives([',', 'và', *more])}[ ]*"


@lru_cache(maxsize=32)
def lowered(text: str) -> str:
    """*text* in lower case with exactly as many code points; patterns without ``(?i)`` search it many times quicker."""
    lower = text.lower()
    if lower == text:
        return text  # the same object, so that what is kept for it is found at once
    return lower if len(lower) == len(text) else "".join(letter.lower()[0] for letter in text)  # "İ" becomes two

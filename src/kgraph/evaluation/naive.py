"""The naive floor: what a look-up of names in lists finds, without any reading. A baseline, used for nothing else.

It takes union names letter by letter ("Hội LHPN tỉnh Nam Định"), listed programmes by their names, and capitalised
words after a form of address as persons. It resolves nothing, so that "Hội LHPN tỉnh" and "Thành Hội" are lost on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

import regex

from kgraph.evaluation.rows import Json
from kgraph.registry.places import Place, places
from kgraph.registry.programmes import programmes
from kgraph.registry.table import folded
from kgraph.registry.unions import union_label, union_long_label
from kgraph.registry.words import alternatives
from kgraph.vietnamese import match_form, nfc

TRIED: Final = ("unions", "persons", "programmes", "entities")
"""The kinds and sums that the floor tries."""

_UNION: Final = regex.compile(r"Hội (?:LHPN|Liên hiệp Phụ nữ)(?: [\p{L}\d’'-]+){1,8}", regex.IGNORECASE)
_LETTERS: Final = r"[\p{L}’']*"
_PERSON: Final = regex.compile(rf"\b(?i:đồng chí|bà|ông|chị) (\p{{Lu}}{_LETTERS}(?: \p{{Lu}}{_LETTERS}){{1,4}})")


def floor(text: str) -> Json:
    """What the look-up finds in the *text* of an article, as a facts file with three lists."""
    plain = match_form(nfc(text))
    return {
        "unions": [{"name": union_label(place), "level": place.level} for place in _unions(plain)],
        "officials": [{"name": name, "roles": []} for name in sorted(set(_PERSON.findall(plain)))],
        "programmes": [{"name": label, "code": code or None} for label, code in _programmes(plain)],
    }


def _unions(text: str) -> list[Place]:
    found = {place.key: place for words in _UNION.findall(text, overlapped=True) if (place := _longest(words))}
    once = {union_label(place): place for _, place in sorted(found.items())}
    return [once[label] for label in sorted(once)]


def _longest(words: str) -> Place | None:
    """The place of the longest union name that *words* begin with; of homonyms the first by key."""
    parts = words.split(" ")
    beginnings = (folded(" ".join(parts[:end])) for end in range(len(parts), 1, -1))
    return next((_union_names()[name] for name in beginnings if name in _union_names()), None)


@lru_cache(maxsize=1)
def _union_names() -> Mapping[str, Place]:
    by_key = sorted(places(), key=lambda place: place.key, reverse=True)
    return {folded(name): place for place in by_key for name in (union_label(place), union_long_label(place))}


def _programmes(text: str) -> Iterator[tuple[str, str]]:
    rows = {row.key: row for name in set(_programme_names().findall(folded(text))) if (row := programmes().named(name))}
    return ((row.label, row.code) for _, row in sorted(rows.items()))


@lru_cache(maxsize=1)
def _programme_names() -> regex.Pattern[str]:
    return regex.compile(rf"\b{alternatives(programmes().names())}\b")

"""Pieces that several recognisers share: level words, place names and lists of them, words in the lexicons."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from kgraph.document import PlaceName
from kgraph.model import Span
from kgraph.registry.places import places
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, rx
from kgraph.vietnamese import match_form

_CAPITAL_RUN = regex.compile(
    r"(?:\p{Lu}[\p{L}’'`]*|\d{1,2}(?=\D|$))(?:[ ]+-?[ ]?(?:\p{Lu}[\p{L}’'`]*|\d{1,2}(?!\d|[./]\d))){0,5}"
)
_WORD = regex.compile(r"[\p{L}\d’'`-]+")
# Words that may stand between a level word and the names: "03 huyện ven biển Hải Hậu, ...".
_ADJECTIVE = rf"(?: {any_of('place-adjective')})?"
_UNLISTED_WORDS = 3
# All provinces are listed: a name behind "tỉnh" that is not is no place ("UBND tỉnh | Hoàng Thị Ví Dụ").
MAY_BE_UNLISTED = frozenset({"xã", "phường", "thị trấn", "huyện"})
_REQUIRED_BLANK, _OPTIONAL_BLANK = regex.compile(r"[ ]+"), regex.compile(r"[ ]*")


@lru_cache(maxsize=1)
def level_words() -> dict[str, str]:
    """Level words as written, in lower case, and the kind of unit each means ("tp" -> "thành phố")."""
    return {row["word"]: row["kind"] for row in rows("levels.tsv")}


def level_pattern() -> str:
    """A pattern for one level word, longest first, in any case."""
    dotted = alternatives(word for word in level_words() if word.endswith("."))
    plain = alternatives(word for word in level_words() if not word.endswith("."))
    # "Tỉnh ủy", "Thành hội" are bodies, not level words.
    return rf"(?:(?i:{dotted})|(?i:{plain})(?!\p{{L}}|\.\p{{Lu}})(?! (?i:ủy|đoàn|hội)(?!\p{{L}})))"


def name_start(text: str, level_end: int) -> int | None:
    """Where the name behind a level word begins: a blank further on, or at once behind a dot ("TP.HCM")."""
    gap = (_OPTIONAL_BLANK if text[level_end - 1 : level_end] == "." else _REQUIRED_BLANK).match(text, level_end)
    return gap.end() if gap else None


def level_kind(word: str) -> str:
    """The kind of unit that level word *word* means."""
    return level_words()[" ".join(word.casefold().split())]


LEVEL = level_pattern()
_LEVEL = rx(LEVEL)
_LEVELS = rx(rf"(?P<level>{LEVEL})(?P<more>(?:(?:,| và|/| hoặc) ?(?:các )?{LEVEL})*){_ADJECTIVE}(?: ?:)?")
_SEPARATOR = rx(r"(?:[ ]*[,;][ ]*(?:và )?| và | cùng | - )(?:các )?")
_COMMA = rx(r"[ ]*(?:,| -|\()[ ]*(?:thuộc )?| (?:thuộc|của) ")


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(match_form(name).casefold() for name in places().names())


def _prefixes(text: str, position: int) -> Iterator[int]:
    run = _CAPITAL_RUN.match(text, position)
    if run:
        yield from reversed([word.end() for word in _WORD.finditer(text, position, run.end())])


def name_end(text: str, position: int, level: str | None = None) -> int | None:
    """Where the longest gazetteer name that begins at *position* ends; None if none does.

    Behind a level word the name must be of a unit of that level: in "UBND tỉnh | Nguyễn Huệ, ..." it is a person's,
    though a xã is named so.
    """
    kinds = frozenset(level.split("/")) if level else None
    names = ((end, " ".join(text[position:end].casefold().split())) for end in _prefixes(text, position))
    return next((e for e, name in names if name in _names() and (kinds is None or _has_kind(name, kinds))), None)


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Family names, as they begin a personal name."""
    return frozenset(row["surname"] for row in rows("surnames.tsv"))


def _unlisted_end(text: str, position: int) -> int | None:
    """The end of a name that no list has: up to three capitalised words, no person's ("Hội LHPN xã | Trần Thị Hoa")."""
    ends = list(_prefixes(text, position))
    if not ends or not text[position].isalpha():
        return None
    personal = len(ends) > 2 and text[position : ends[-1]].split()[0] in surnames()
    return None if personal else ends[-min(_UNLISTED_WORDS, len(ends))]


def place_at(text: str, position: int, level: str | None, listed_only: bool = True) -> PlaceName | None:
    """The place name at *position*, governed by *level*; names outside the gazetteer only where asked for."""
    end = name_end(text, position, level)
    if end is None and not listed_only:
        end = _unlisted_end(text, position)
    return None if end is None else PlaceName(Span(position, end), " ".join(text[position:end].split()), level)


def _has_kind(name: str, kinds: frozenset[str]) -> bool:
    return any(place.kind in kinds for place in places().named(name))


def place_list(text: str, first: PlaceName, kinds: frozenset[str]) -> tuple[PlaceName, ...]:
    """*first* and the names coordinated with it: each a unit of one of *kinds*, or with such a level word of its own.

    "tỉnh Quảng Trị, Hà Nam" is a list (Hà Nam is a tỉnh); "huyện Hải Hậu, Nam Định" is not (no huyện is named so).
    """
    found = [first]
    while separator := _SEPARATOR.match(text, found[-1].span.end):
        level = _LEVEL.match(text, separator.end())
        position = name_start(text, level.end()) if level else None
        start, word = (
            (position, level_kind(level[0])) if level and position is not None else (separator.end(), first.level)
        )
        place = place_at(text, start, word)
        if place is None or (level and word not in kinds) or not _has_kind(place.name, kinds):
            break
        found.append(place)
    return tuple(found)


def containers(text: str, position: int) -> tuple[PlaceName, ...]:
    """The places said to hold the one before *position*: ", huyện Hải Hậu, tỉnh Nam Định" or "(Nam Định)"."""
    found: list[PlaceName] = []
    while len(found) < 2 and (comma := _COMMA.match(text, position)):
        level = _LEVEL.match(text, comma.end())
        start = name_start(text, level.end()) if level else comma.end()
        place = place_at(text, start, level_kind(level[0]) if level else None) if start is not None else None
        if place is None:
            break
        found.append(place)
        position = place.span.end
    return tuple(found)


def levels_at(text: str, position: int) -> tuple[int, tuple[str, ...]] | None:
    """One or more level words at *position* ("các huyện, thị xã"): where they end, and the kinds they mean."""
    match = _LEVELS.match(text, position)
    if not match:
        return None
    return match.end(), tuple(level_kind(m[0]) for m in _LEVEL.finditer(text, match.start(), match.end()))

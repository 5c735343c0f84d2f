"""Pieces that several recognisers share: level words, place names and lists of them, words in the lexicons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
_UNLISTED_WORDS, _MOST_CAPITALS, _SHORTEST_UNLISTED = 3, 4, 2
# All provinces are listed: a name behind "tỉnh" that is not is no place ("UBND tỉnh | Hoàng Thị Ví Dụ").
MAY_BE_UNLISTED = frozenset({"xã", "phường", "thị trấn", "huyện"})
# "các Đồn biên phòng", "Hội trường thành ủy": groups and buildings, not the body.
_GROUP = rx(rf"(?:{any_of('group-of')}|\d+)[ ]*$")
_BUILDING = rx(rf"(?i){any_of('building')}(?: (?:của|tại))?[ ]*$")
DISTRICT_KINDS = frozenset({"huyện", "quận", "thị xã", "thành phố"})
COMMUNE_KINDS = frozenset({"xã", "phường", "thị trấn", "đặc khu"})
# "thị xã Vĩnh Long" is a city today: districts and communes change their kind, and older texts say the older one.
_TIER_OF = {kind: "/".join(sorted(tier)) for tier in (DISTRICT_KINDS, COMMUNE_KINDS) for kind in tier - {"thành phố"}}
# "Ngân hàng Chính sách xã hội (NHCSXH) huyện": the short form that the article will use.
SHORT_FORM = r" ?\((?:gọi tắt là |viết tắt là |sau đây gọi là )?\p{Lu}[\p{Lu}&-]{1,9}\)"
_SHORT_FORM = rx(SHORT_FORM)
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
_LEVEL, _SCOPE_LEVEL = rx(LEVEL), rx(rf"[ ]+(?P<level>{LEVEL})")
_LEVELS = rx(rf"(?P<level>{LEVEL})(?P<more>(?:(?:,| và|/| hoặc) ?(?:các )?{LEVEL})*){_ADJECTIVE}(?: ?:)?")
_SEPARATOR = rx(r"(?:[ ]*[,;][ ]*(?:và )?| và | cùng | - )(?:các )?")
_OPENED, _CLOSED = rx(r"[ ]*\("), rx(r"[ ]*\)")
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
    if len(ends) > _MOST_CAPITALS:
        return None  # "Hội Liên Hiệp Phụ Nữ Xã Mở Lớp May Vá Mới": a headline in capitals names nothing here
    if len(text[position : ends[0]].strip("’'`")) < _SHORTEST_UNLISTED:
        return None  # "Hội Phụ nữ xã C.T.V": the initials of who took the picture
    personal = len(ends) > 2 and text[position : ends[-1]].split()[0] in surnames()
    return None if personal else ends[-min(_UNLISTED_WORDS, len(ends))]


def place_at(text: str, position: int, level: str | None, listed_only: bool = True) -> PlaceName | None:
    """The place name at *position*, governed by *level*; names outside the gazetteer only where asked for."""
    end = name_end(text, position, level)
    if end is None and level in _TIER_OF:
        end = name_end(text, position, _TIER_OF[level])
    if end is None and not listed_only:
        end = _unlisted_end(text, position)
    return None if end is None else PlaceName(Span(position, end), " ".join(text[position:end].split()), level)


def _has_kind(name: str, kinds: frozenset[str]) -> bool:
    return any(place.kind in kinds for place in places().named(name))


def place_list(
    text: str, first: PlaceName, kinds: frozenset[str], beside: frozenset[str] = frozenset()
) -> tuple[PlaceName, ...]:
    """*first* and the names coordinated with it: each a unit of one of *kinds*, or with such a level word of its own.

    Behind "và" the level word may also be one of *beside*: "xã Hải Đông và thị trấn Cồn".

    "tỉnh Quảng Trị, Hà Nam" is a list (Hà Nam is a tỉnh); "huyện Hải Hậu, Nam Định" is not (no huyện is named so).
    """
    found = [first]
    while separator := _SEPARATOR.match(text, _end_with_brackets(text, found[-1])):
        level = _LEVEL.match(text, separator.end())
        position = name_start(text, level.end()) if level else None
        start, word = (
            (position, level_kind(level[0])) if level and position is not None else (separator.end(), first.level)
        )
        place = place_at(text, start, word)
        fitting = kinds | beside if level and "và" in separator[0] else kinds
        if place is None or (level and word not in fitting) or not _has_kind(place.name, fitting):
            break
        found.append(place)
    return tuple(found)


def bracketed(text: str, places: tuple[PlaceName, ...]) -> tuple[PlaceName, ...]:
    """*places* of a list, each with the place in brackets behind it: "phường A (quận B), xã C (huyện D)"."""
    return tuple(replace(p, within=in_brackets(text, p)) for p in places) if len(places) > 1 else places


def in_brackets(text: str, place: PlaceName) -> tuple[PlaceName, ...]:
    """The places in brackets right behind *place*: "xã Hải Đông (Móng Cái)"."""
    return containers(text, place.span.end) if _OPENED.match(text, place.span.end) else ()


def _end_with_brackets(text: str, place: PlaceName) -> int:
    held = in_brackets(text, place)
    closed = _CLOSED.match(text, held[-1].span.end) if held else None
    return closed.end() if closed else place.span.end


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


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose a body is: the level word, place and containers said behind its name, up to *end*."""

    end: int
    level: str | None = None
    places: tuple[PlaceName, ...] = ()
    within: tuple[PlaceName, ...] = ()


def scope_at(text: str, position: int, level: str | None = None, *, bare: bool = False) -> Scope:
    """The scope at *position*: "Công an | tỉnh Quảng Trị". *bare*: a place may stand there without a level word.

    *level* is the one that the body's name itself tells ("Tỉnh ủy").
    """
    word = _SCOPE_LEVEL.match(text, position)
    if word is None and not bare:
        return Scope(position, level)
    level = level_kind(word["level"]) if word else level
    after = word.end() if word else position
    start = name_start(text, after)
    listed_only = word is None or level not in MAY_BE_UNLISTED
    place = place_at(text, start, level, listed_only=listed_only) if start is not None else None
    if place is None or (word is None and place.name.isdigit()):
        return Scope(after, level)  # "Ủy ban Kiểm tra | 7 người": a bare number counts
    within = containers(text, place.span.end)
    return Scope((within[-1] if within else place).span.end, level, (place,), within)


def behind_short_form(text: str, position: int) -> int:
    """Where a short form in brackets at *position* ends; *position* where none stands there."""
    short = _SHORT_FORM.match(text, position)
    return short.end() if short else position


def is_group_or_building(text: str, start: int) -> bool:
    """Whether the body named at *start* is only one of a group ("các Công ty ...") or gives a building its name."""
    return bool(_GROUP.search(text, max(0, start - 12), start) or _BUILDING.search(text, max(0, start - 30), start))

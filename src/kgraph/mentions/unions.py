"""Women's Union bodies as written: by level and place, in coordinated lists, by short form, and clusters of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kgraph.document import AgentMention, Mentions, PlaceName
from kgraph.mentions._grammar import (
    COMMUNE_KINDS,
    DISTRICT_KINDS,
    LEVEL,
    MAY_BE_UNLISTED,
    bracketed,
    containers,
    level_kind,
    level_words,
    levels_at,
    name_end,
    name_start,
    place_at,
    place_list,
)
from kgraph.model import Span
from kgraph.registry.anchored import anchored
from kgraph.registry.regions import regions
from kgraph.registry.words import any_of, rx

_HEAD = (
    r"(?:Trung ương |TW |T\.?Ư\.? ?)?"
    r"(?:[Hh]ội (?:[Ll]iên [Hh]iệp|LH) ?[Pp]hụ [Nn]ữ(?: ?\( ?(?:Hội )?LHPN(?:VN)? ?\))?(?: ?VN(?!\p{L}))?"
    r"|HỘI (?:LIÊN HIỆP PHỤ NỮ|PHỤ NỮ|LHPN)"
    r"|[Hh]ội LHPN(?:VN)?|[Hh]ội H?PN|Hội [Pp]hụ nữ|H?LHPN(?:VN)?|HPN"
    # In small letters these words are as often a kind of body: "đại hội phụ nữ xã", "các hội phụ nữ".
    rf"|(?:(?<=[Cc]hủ tịch )hội [Pp]hụ nữ(?= {LEVEL})|(?<!đại |các )hội [Pp]hụ nữ(?= {LEVEL} \p{{Lu}})))(?!\p{{L}})"
)
_UNION = anchored(rf"(?<![\p{{L}}\d/-])(?P<head>{_HEAD})", ("trung", "tw", "tư", "t.ư", "hội", "lhpn", "hlhpn", "hpn"))
_CENTRAL_SHORT = rx(
    r"(?<!\p{L})(?:Trung ương|TW|T\.?Ư\.?) ?Hội(?! (?:[Ll]iên|LH|[Pp]hụ|[Nn]ông|[Cc]ựu|[Cc]hữ|HPN|LHPN))(?!\p{L})"
)
_CENTRAL_HEAD = rx(r"^(?:Trung ương|TW|T\.?Ư)|VN$|VN ?\)$")
_VIETNAM = rx(r" (?:Việt Nam|VIỆT NAM|VN)(?!\p{L})")
_CAPITAL = rx(r" Thủ đô(?!\p{L})")
_PLURAL = rx(rf" (?:(?:ở |tại |của )?(?:{any_of('many')}|\d{{1,3}}|{any_of('number-word')}(?! \d))(?: cơ sở)?(?= ))")
_GLOSS = rx(r"(?: (?:trực thuộc (?:Trung ương|TW|TƯ)|trong tỉnh))?[ ]*\((?:bao )?(?:gồm|là)?[ ]*:?[ ]*")
_GENERIC = rx(rf" {any_of('union-generic')}(?!\p{{L}})")
_IN = rx(r"(?: (?:của|ở|tại|thuộc))? ")
# "Thành Hội", "Tỉnh hội": the level stands before the word Hội.
_SHORT = anchored(
    r"(?<![\p{L}])(?P<level>Thành|Tỉnh|Huyện|Quận|Thị)(?P<hoi> ?[Hh]ội)"
    r"(?! (?:đồng|nghị|trường|viên|Nông|Cựu|Chữ|LHPN|Liên))(?!\p{L})",
    written=("Thành", "Tỉnh", "Huyện", "Quận", "Thị"),
)
LISTED_WITH = {
    "tỉnh": frozenset({"tỉnh", "thành phố"}),
    **dict.fromkeys(("huyện", "quận", "thị xã"), DISTRICT_KINDS),
    **dict.fromkeys(COMMUNE_KINDS, COMMUNE_KINDS),
}
_SHORT_LEVELS = {"Thành": "thành phố", "Tỉnh": "tỉnh", "Huyện": "huyện", "Quận": "quận", "Thị": "thị xã"}
_BARE = rx(rf"(?<![\p{{L}}\d])Hội(?= {any_of('hoi-acts')})(?!\p{{L}})")
_LEVELS_OF_HOI = anchored(
    r"(?:[Cc]ác|[Nn]hiều) cấp Hội(?! (?:LHPN|[Pp]hụ|[Ll]iên|viên))"
    rf"(?: (?P<level>{LEVEL}))?(?!\p{{L}})",
    whole=("các cấp hội", "nhiều cấp hội"),
)
# "tỉnh ta", "huyện nhà": the paper speaks of its own place.
_LOCAL = anchored(rf"(?<!\p{{L}})(?P<level>{LEVEL}) (?:ta|nhà)(?!\p{{L}})(?! {any_of('house-of')})", level_words())
_CLUSTER = rx(
    r"(?<!\p{L})[Cc]ụm(?= (?:thi đua|số))(?: thi đua)?(?: số \d+)?"
    rf"(?: (?:của )?{_HEAD})?(?: các tỉnh(?:,? ?(?:và )?thành phố)?)?"
)
_CLUSTER_BARE = anchored(
    r"(?<!\p{L})Cụm(?! (?:thi đua|trưởng|phó|công nghiệp|số|dân cư))(?!\p{L})|các tỉnh trong [Cc]ụm",
    whole=("các tỉnh trong cụm",),
    written=("Cụm",),
)
_AT, _BLANK = rx(r"(?: (?:tại|ở))? "), rx(r" ")
_CLUSTER_OF = rx(r"(?:,? ?(?:khu vực|vùng|miền))? ?")


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with every union, cluster and short form of one."""
    text = mentions.text
    found = [*_clusters(text), *_named(text), *_central(text), *_short(text), *_bare(text)]
    return replace(mentions, agents=_without_overlaps(found))


def _without_overlaps(found: list[AgentMention]) -> tuple[AgentMention, ...]:
    kept: list[AgentMention] = []
    for mention in sorted(found, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return tuple(kept)


def _named(text: str) -> Iterator[AgentMention]:
    for head in _UNION.finditer(text):
        yield _tail(text, head.start(), head.end(), central=bool(_CENTRAL_HEAD.search(head["head"])))


def _tail(text: str, start: int, end: int, *, central: bool) -> AgentMention:
    """What follows the head decides: a level with or without places, a bare place, "Việt Nam", or nothing."""
    vietnam = _VIETNAM.match(text, end)
    after = vietnam.end() if vietnam else end
    placed = _level_tail(text, start, after) or _place_tail(text, start, after) or _capital_tail(text, start, after)
    if placed:
        return placed
    if vietnam or central:
        return AgentMention(Span(start, after), "union-central", "union", "central")
    if _GENERIC.match(text, end):
        return AgentMention(Span(start, end), "union-generic", "union", "generic")
    return AgentMention(Span(start, end), "union-bare", "union", "bare")


def _level_tail(text: str, start: int, end: int) -> AgentMention | None:
    """ "... tỉnh Nam Định", "... 03 huyện Hải Hậu, Giao Thủy", "... các huyện" (nobody), "... tỉnh" (a short form)."""
    plural = _PLURAL.match(text, end)
    after = plural.end() if plural else end
    gap = _IN.match(text, after)
    levels = levels_at(text, gap.end()) if gap else None
    if not levels:
        return AgentMention(Span(start, after), "union-generic", "union", "generic") if plural else None
    stop, kinds = levels
    first = _first_place(text, stop, kinds, listed_only=bool(plural)) or (
        _glossed_place(text, stop, kinds) if plural else None
    )
    if first is None:
        form = "generic" if plural or len(kinds) > 1 else "level"
        return AgentMention(Span(start, stop), f"union-{form}", "union", form, level=kinds[-1])
    names = bracketed(text, place_list(text, first, _alike(kinds, plural=bool(plural)), _beside(kinds)))
    within = containers(text, names[-1].span.end) if len(names) == 1 else ()
    span = Span(start, (*names, *within)[-1].span.end)
    rule = "union-coordinated" if len(names) > 1 else "union-named"
    return AgentMention(span, rule, "union", "named", level=kinds[0], places=names, within=within)


def _first_place(text: str, level_end: int, kinds: tuple[str, ...], *, listed_only: bool = False) -> PlaceName | None:
    """The place behind the level words; *listed_only*: "các xã phía Nam Quốc lộ" names none that no list has."""
    start = name_start(text, level_end)
    if start is None:
        return None
    listed_only = listed_only or not MAY_BE_UNLISTED & set(kinds)
    return place_at(text, start, "/".join(dict.fromkeys(kinds)), listed_only=listed_only)


def _glossed_place(text: str, level_end: int, kinds: tuple[str, ...]) -> PlaceName | None:
    """ "5 thành phố trực thuộc Trung ương (gồm: | TP Hà Nội, ...)": the first of the names given in brackets."""
    gloss = _GLOSS.match(text, level_end)
    level = levels_at(text, gloss.end()) if gloss else None
    if gloss is None or (level and not set(level[1]) <= set(kinds)):
        return None
    start = name_start(text, level[0]) if level else gloss.end()
    return place_at(text, start, "/".join(dict.fromkeys(kinds))) if start is not None else None


def _beside(kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(LISTED_WITH.get(kind, frozenset()) for kind in kinds if kind != "tỉnh"))


def _alike(kinds: tuple[str, ...], *, plural: bool) -> frozenset[str]:
    """Kinds that one list may mix: "các tỉnh: A, thành phố B", "các huyện A, B và thị xã C", "các phường A và xã B".

    A list never mixes upwards: in "các huyện A, B, tỉnh C" the last one holds the others.
    """
    mixed = frozenset().union(*(LISTED_WITH.get(kind, frozenset()) for kind in kinds)) if plural else frozenset()
    return frozenset(kinds) | mixed


def _place_tail(text: str, start: int, end: int) -> AgentMention | None:
    """ "Hội LHPN Quảng Trị": a bare place; which unit it is, the context says."""
    gap = _AT.match(text, end)
    if not gap or name_end(text, gap.end()) is None:
        return None
    first = place_at(text, gap.end(), None)
    if first is None:
        return None
    return AgentMention(Span(start, first.span.end), "union-place", "union", "named", places=(first,))


def _capital_tail(text: str, start: int, end: int) -> AgentMention | None:
    """ "Hội LHPN Thủ đô": the union of Hà Nội."""
    capital = _CAPITAL.match(text, end)
    if capital is None:
        return None
    place = PlaceName(Span(capital.end() - len("Thủ đô"), capital.end()), "Hà Nội", "thành phố")
    return AgentMention(Span(start, capital.end()), "union-place", "union", "named", level="thành phố", places=(place,))


def _central(text: str) -> Iterator[AgentMention]:
    for match in _CENTRAL_SHORT.finditer(text):
        yield AgentMention(Span(*match.span()), "union-central-short", "union", "central")


def _short(text: str) -> Iterator[AgentMention]:
    for match in _SHORT.finditer(text):
        level = _SHORT_LEVELS[match["level"]]
        place = _short_place(text, match.end(), level)
        span = Span(match.start(), place[0].span.end if place else match.end())
        yield AgentMention(span, "union-short", "union", "named" if place else "level", level=level, places=place)


def _short_place(text: str, end: int, level: str) -> tuple[PlaceName, ...]:
    gap = _BLANK.match(text, end)
    place = place_at(text, gap.end(), level) if gap else None
    return (place,) if place else ()


def _bare(text: str) -> Iterator[AgentMention]:
    for match in _BARE.finditer(text):
        yield AgentMention(Span(*match.span()), "union-hoi", "union", "bare")
    for match in _LEVELS_OF_HOI.finditer(text):
        level = level_kind(match["level"]) if match["level"] else None
        yield AgentMention(Span(*match.span()), "union-all-levels", "union", "level" if level else "bare", level=level)
    for match in _LOCAL.finditer(text):
        yield AgentMention(Span(*match.span()), "union-local", "union", "local", level=level_kind(match["level"]))


def _clusters(text: str) -> Iterator[AgentMention]:
    for match in _CLUSTER.finditer(text):
        region = _region_end(text, match.end()) or _cluster_place_end(text, match.end())
        span = Span(match.start(), region or match.end())
        form = "named" if region or "số" in match[0] else "bare"
        yield AgentMention(span, f"cluster-{form}", "cluster", form, head=span.of(text))
    for match in _CLUSTER_BARE.finditer(text):
        yield AgentMention(Span(*match.span()), "cluster-bare", "cluster", "bare")


def _cluster_place_end(text: str, position: int) -> int | None:
    """Where the place of a cluster's own union ends: "Cụm thi đua số 5 Hội LHPN | thành phố Hà Nội"."""
    gap = _IN.match(text, position)
    levels = levels_at(text, gap.end()) if gap else None
    place = _first_place(text, levels[0], levels[1]) if levels and len(levels[1]) == 1 else None
    return place.span.end if place else None


def _region_end(text: str, position: int) -> int | None:
    """Where the name of a region at *position* ends: "Cụm thi đua các tỉnh | đồng bằng sông Hồng"."""
    gap = _CLUSTER_OF.match(text, position)
    start = gap.end() if gap else position
    names = (name.casefold() for name in regions().names())
    return max((start + len(n) for n in names if text[start : start + len(n)].casefold() == n), default=None)

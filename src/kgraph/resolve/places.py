"""Which unit a place name means: by level word, the places said to hold it, the context and the article's date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kgraph.document import PlaceName
from kgraph.registry.places import Place, places, successors
from kgraph.vietnamese import key_form, match_form

# How much each agreement counts; the place said to hold the unit outweighs all context.
_WITHIN, _DISTRICT, _PROVINCE, _SELF, _HIGHER = 16, 6, 4, 1, 2
_UNLISTED = "-unlisted"
# A thành phố may be of either rank: without a list nothing tells which.
_TIERS = {"commune": {"xã", "phường", "thị trấn", "đặc khu"}, "district": {"huyện", "quận", "thị xã"}}
_RANK = {"central": 0, "province": 1, "district": 2, "commune": 3}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The unit a name was resolved to, and the method (None: the name can mean nothing else)."""

    place: Place
    method: str | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """The unit *chosen* for a name; or why none is (the id of a reason), and the units that fit best."""

    chosen: Chosen | None
    reason: str = ""
    rivals: tuple[Place, ...] = ()


def unlisted(name: PlaceName, within: tuple[PlaceName, ...], near: Place | None, day: str | None) -> Place | None:
    """A commune or district that no vintage lists, in the smallest unit of *within*, or of *near*, that can hold it.

    Its level word must be said: its key ends in ``-unlisted``.
    """
    holder = choose(within[0], within[1:], near, on_path(near, "province"), day) if within else None
    near = holder.place if holder else near
    level = next((tier for tier, kinds in _TIERS.items() if name.level in kinds), None)
    province = on_path(near, "province")
    listed = any(name.fits(place.kind) and on_path(place, "province") is province for place in named(name.name))
    parent = (on_path(near, "district") if level == "commune" else None) or province
    if level is None or name.level is None or parent is None or listed:
        return None
    key = f"{parent.key}.{key_form(name.name)}{_UNLISTED}"
    return Place(key, name.name, name.level, level, parent.key, "", "", (), ())


def is_unlisted(place: Place) -> bool:
    """Whether only articles tell of *place*."""
    return place.key.endswith(_UNLISTED)


def path(place: Place | None) -> tuple[Place, ...]:
    """*place* and its ancestors, up to its province."""
    return (place, *_above(place.parent)) if place is not None and place.level != "central" else ()


@lru_cache(maxsize=4096)
def _above(key: str) -> tuple[Place, ...]:
    return path(places().get(key))


def on_path(place: Place | None, level: str) -> Place | None:
    """The unit of *level* on the path of *place*."""
    return next((p for p in path(place) if p.level == level), None)


@lru_cache(maxsize=4096)
def named(name: str) -> tuple[Place, ...]:
    """Every place of the bare *name*; an article says the same few names again and again."""
    return places().named(name)


def choose(
    name: PlaceName, within: tuple[PlaceName, ...], home: Place | None, province: Place | None, day: str | None
) -> Chosen | None:
    """The one best candidate for *name*, or None where none or several fit equally well."""
    return weigh(name, within, home, province, day).chosen


def weigh(
    name: PlaceName, within: tuple[PlaceName, ...], home: Place | None, province: Place | None, day: str | None
) -> Weighed:
    """The one best candidate for *name*, or why there is none."""
    candidates = [p for p in named(name.name) if name.fits(p.kind) and p.level != "central"]
    candidates = _of_time(candidates, day)
    if not candidates:
        return Weighed(None, "place-unknown")
    scored = sorted(
        ((_score(p, within, home, province, name.level), p.key, p) for p in candidates), key=lambda s: (-s[0], s[1])
    )
    best = scored[0]
    if within and _lies_elsewhere(best[2], within):
        return Weighed(None, "place-unknown")
    rivals = tuple(place for score, _, place in scored if score == best[0])
    if len(rivals) > 1:
        return Weighed(None, "place-ambiguous", rivals)
    if within == () and best[2].level == "commune" and home is not None and _is_elsewhere(best[2], home):
        return Weighed(None, "place-without-context", rivals)
    if name.level is None and within == () and best[2].level == "commune" and best[0] < _PROVINCE:
        return Weighed(None, "place-without-context", rivals)  # a bare commune name without any context is a guess
    return Weighed(Chosen(best[2], "res-registry" if len(candidates) > 1 else None))


def _lies_elsewhere(place: Place, within: tuple[PlaceName, ...]) -> bool:
    """ "xã Bình Thới (Bình Sơn)", gone in 2020, is not the xã Bình Thới of Bình Đại, which alone is listed."""
    above = {_folded(unit.name) for unit in path(place)[1:]}
    return place.level == "commune" and all(named(w.name) and not _meant(w.name) & above for w in within)


@lru_cache(maxsize=4096)
def _meant(name: str) -> frozenset[str]:
    """The names of the units that *name* means, which may be a short form ("TPHCM")."""
    return frozenset(_folded(unit.name) for unit in named(name)) | {_folded(name)}


def _is_elsewhere(place: Place, home: Place) -> bool:
    """Whether *place* lies in another province than *home*, though nothing says so: then a namesake is meant.

    "Hội LHPN phường Bình An" in a text about quận 2 of Hồ Chí Minh is not the one of Dĩ An.
    """
    own, near = on_path(place, "province"), on_path(home, "province")
    return own is not None and near is not None and near.key not in {own.key, *(s.new for s in successors(own.key))}


def _of_time(candidates: list[Place], day: str | None) -> list[Place]:
    """The units that existed on *day*; without a day, those before July 2025 where there are any."""
    if day is None:
        return [p for p in candidates if not p.valid_from.startswith("2025")] or candidates
    return [p for p in candidates if p.valid_on(day)] or candidates


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return match_form(name).casefold()


def _score(
    place: Place, within: tuple[PlaceName, ...], home: Place | None, province: Place | None, level: str | None
) -> int:
    above = path(place)[1:]
    names = {_folded(p.name) for p in above} if within else frozenset()
    score = sum(_WITHIN if _meant(w.name) & names else -_WITHIN for w in within)
    if home is not None and {p.key for p in path(home)} & {p.key for p in above if p.level == "district"}:
        score += _DISTRICT
    own = on_path(place, "province")
    near = on_path(home, "province") or province
    if near is not None and own is not None and own.key == near.key:
        score += _PROVINCE + (_SELF if place.key in {p.key for p in path(home)} else 0)
    if level is None:
        score += _HIGHER * (3 - _RANK[place.level])
    return score

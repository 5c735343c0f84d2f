"""Administrative units of Viet Nam in three vintages: about 2023, early 2025, and the two tiers since July 2025."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kgraph.errors import RegistryError
from kgraph.registry.table import by_key, by_name, folded, listed, load

COUNTRY: Final = "vn"
_NEVER: Final = "9999-12-31"
PLACES: Final = ("key", "name", "kind", "level", "parent", "valid_from", "valid_to", "codes", "aliases")
SUCCESSIONS: Final = ("old", "new", "change", "date")

LEVELS: Final[Mapping[str, str]] = MappingProxyType(
    {level: f"kgs:level-{level}" for level in ("central", "province", "district", "commune")}
)
"""CURIE of the level of a place, and of the union at that place."""

KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "quốc gia": "kgs:placekind-quoc-gia",
        "tỉnh": "kgs:placekind-tinh",
        "thành phố": "kgs:placekind-thanh-pho",
        "quận": "kgs:placekind-quan",
        "huyện": "kgs:placekind-huyen",
        "thị xã": "kgs:placekind-thi-xa",
        "thị trấn": "kgs:placekind-thi-tran",
        "xã": "kgs:placekind-xa",
        "phường": "kgs:placekind-phuong",
        "đặc khu": "kgs:placekind-dac-khu",
    }
)
"""CURIE of the kind of a place, by the level word before its name."""


_KINDS_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "tỉnh": "province",
        "thành phố": "city",
        "quận": "urban district",
        "huyện": "district",
        "thị xã": "town",
        "thị trấn": "township",
        "xã": "commune",
        "phường": "ward",
        "đặc khu": "special zone",
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """One unit under one parent during one validity period.

    *valid_from* and *valid_to* are YYYY-MM-DD, or empty where nothing is known to begin or end. *codes* are
    ``{vintage}:{code}``; a code identifies a place in its vintage only.
    """

    key: str
    name: str
    kind: str
    level: str
    parent: str
    valid_from: str
    valid_to: str
    codes: tuple[str, ...]
    aliases: tuple[str, ...]

    @property
    def label(self) -> str:
        """The name with its level word: "tỉnh Nam Định", "Việt Nam"."""
        return self.name if self.key == COUNTRY else f"{self.kind} {self.name}"

    @property
    def label_en(self) -> str:
        """The name with its kind in English: "Nam Định province", "District 9", "Viet Nam"."""
        if self.key == COUNTRY:
            return "Viet Nam"
        kind = _KINDS_EN[self.kind]
        return f"{kind.split()[-1].capitalize()} {self.name}" if self.name.isdigit() else f"{self.name} {kind}"

    def valid_on(self, day: str) -> bool:
        """Whether the unit may have existed on *day* (YYYY-MM-DD): no day of it or of a unit above speaks against.

        An unknown bound excludes nothing.
        """
        first, last = _life(self)
        return first <= day <= last

    @property
    def period(self) -> tuple[str, str]:
        """The first and the last day that the unit may have existed on (YYYY-MM-DD), "" where nothing bounds them."""
        first, last = _life(self)
        return first, "" if last == _NEVER else last

    @property
    def lists(self) -> frozenset[str]:
        """The vintages of the official lists that have the unit; none for one that ended before the oldest."""
        return frozenset(code.partition(":")[0] for code in self.codes)


@lru_cache(maxsize=16384)
def _life(place: Place) -> tuple[str, str]:
    """The first and the last day that *place* and the units above may have existed on."""
    # Most units have no days of their own: huyện A Lưới of Thừa Thiên Huế ended with its province. But a commune
    # that also stands in a list without its district is older: Chiềng Hắc was there before thị xã Mộc Châu.
    binding = [place, *(unit for unit in places().ancestors(place.key) if place.lists <= unit.lists)]
    return max(unit.valid_from for unit in binding), min(unit.valid_to or _NEVER for unit in binding)


@dataclass(frozen=True, slots=True)
class Succession:
    """*new* took over land of *old*; *change* is merged, divided, renamed or unchanged, *date* its first day."""

    old: str
    new: str
    change: str
    date: str


@dataclass(frozen=True, slots=True)
class Places:
    """All places, by key, by name and by parent."""

    _by_key: Mapping[str, Place]
    _by_name: Mapping[str, tuple[Place, ...]]
    _children: Mapping[str, tuple[Place, ...]]

    def __getitem__(self, key: str) -> Place:
        """The place under *key*; raises RegistryError where there is none."""
        if key not in self._by_key:
            raise RegistryError(f"no place has the key {key!r} in data/registry/places.tsv")
        return self._by_key[key]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def get(self, key: str) -> Place | None:
        """The place under *key*, or None."""
        return self._by_key.get(key)

    def named(self, name: str) -> tuple[Place, ...]:
        """Every place whose bare name or alias is *name*, whatever its tone-mark placement and case; by key."""
        return self._by_name.get(folded(name), ())

    def names(self) -> Iterable[str]:
        """Every bare name and alias once, folded as `named` compares them."""
        return self._by_name.keys()

    def children(self, key: str) -> tuple[Place, ...]:
        """The places directly under *key*, by key."""
        return self._children.get(key, ())

    def ancestors(self, key: str) -> tuple[Place, ...]:
        """The places above *key*, the nearest first, the country last. Raises RegistryError on an unknown key."""
        parent = self[key].parent
        return (self[parent], *self.ancestors(parent)) if parent else ()


@lru_cache(maxsize=1)
def places() -> Places:
    """The places of ``places.tsv`` and ``places-extra.tsv``. Raises RegistryError on a fault in them."""
    extra = load("places-extra.tsv", (*PLACES, "note"), lambda row: _place(row[:-1]))
    rows = sorted((*load("places.tsv", PLACES, _place), *extra), key=lambda place: place.key)
    return _indexed(rows)


def _place(row: list[str]) -> Place:
    key, name, kind, level, parent, valid_from, valid_to, codes, aliases = row
    if kind not in KINDS or level not in LEVELS:
        raise ValueError(f"unknown kind {kind!r} or level {level!r}")
    return Place(key, name, kind, level, parent, valid_from, valid_to, tuple(codes.split()), listed(aliases))


def _indexed(rows: list[Place]) -> Places:
    keyed = by_key("places.tsv", ((place.key, place) for place in rows))
    children: dict[str, list[Place]] = {}
    for place in rows:
        if place.parent and place.parent not in keyed:
            raise RegistryError(f"data/registry/places.tsv: {place.key} has the unknown parent {place.parent}")
        children.setdefault(place.parent, []).append(place)
    named = by_name((name, place) for place in rows for name in (place.name, *place.aliases))
    return Places(keyed, named, MappingProxyType({key: tuple(found) for key, found in children.items()}))


def successors(key: str) -> tuple[Succession, ...]:
    """The changes that ended the place *key*, one for each unit that took over its land."""
    return _successions()[0].get(key, ())


def predecessors(key: str) -> tuple[Succession, ...]:
    """The changes that made the place *key*, one for each unit whose land it took over."""
    return _successions()[1].get(key, ())


@lru_cache(maxsize=1)
def _successions() -> tuple[Mapping[str, tuple[Succession, ...]], Mapping[str, tuple[Succession, ...]]]:
    extra = load("successions-extra.tsv", (*SUCCESSIONS, "note"), lambda row: Succession(*row[:-1]))
    rows = (*load("successions.tsv", SUCCESSIONS, lambda row: Succession(*row)), *extra)
    old: dict[str, tuple[Succession, ...]] = {}
    new: dict[str, tuple[Succession, ...]] = {}
    for row in rows:
        old[row.old] = (*old.get(row.old, ()), row)
        new[row.new] = (*new.get(row.new, ()), row)
    return old, new

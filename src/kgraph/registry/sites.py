"""Which province an address or the name of a publisher speaks of, from ``sites.tsv`` and the names of provinces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

import regex

from kgraph.registry.places import Place, places
from kgraph.registry.table import folded, listed, load
from kgraph.registry.words import alternatives
from kgraph.vietnamese import key_form, search_form

_FILE: Final = "sites.tsv"
_COLUMNS: Final = ("part", "word", "places", "note")
_HOST: Final = regex.compile(r"(?<![\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?![\w-])", regex.IGNORECASE)
_FIRST_SITES: Final = "1997-12-01"  # Viet Nam joined the internet
_WORD: Final = r"[\p{L}\p{N}]"


def provinces_of_host(host: str) -> tuple[Place, ...]:
    """The provinces, of every vintage, that a label of *host* names: as a whole, or behind a prefix of the table.

    >>> [place.key for place in provinces_of_host("phunu.baohanam.com.vn")], provinces_of_host("hanamhai.vn")
    (['ha-nam'], ())
    """
    labels = (label.replace("-", "") for label in host.casefold().split("."))
    named = (_labels().fullmatch(label) for label in labels)
    return tuple(dict.fromkeys(place for match in named if match for place in _by_label()[match["name"]]))


def provinces_in(text: str) -> tuple[Place, ...]:
    """The provinces that *text*, such as the name of a publisher, names in whole words or by the addresses in it.

    >>> [place.key for place in provinces_in("Trang tin phụ nữ Hà Nam, phunuhanam.vn")]
    ['ha-nam']
    """
    hosts = (place for match in _HOST.finditer(text) for place in provinces_of_host(match[0]))
    form = search_form if text.isascii() else folded  # "Bao Ha Nam": a site that writes no marks
    return tuple(dict.fromkeys((*_named(form(text), plain=text.isascii()), *hosts)))


def names(text: str, name: str) -> bool:
    """Whether *text* has *name* in whole words, whatever case and tone-mark placement.

    >>> names("Báo Thanh Hoá", "Thanh Hóa"), names("Báo Hà Nam", "Nam Định"), names("Huyện Anh Sơn", "An")
    (True, False, False)
    """
    return regex.search(_whole(regex.escape(folded(name))), folded(text)) is not None


def _named(text: str, *, plain: bool) -> Iterator[Place]:
    return (place for match in _names(plain).finditer(text) for place in _by_name(plain)[match[0]])


def _whole(pattern: str) -> str:
    return rf"(?<!{_WORD}){pattern}(?!{_WORD})"


def _provinces() -> Iterator[tuple[str, Place]]:
    """Every name and alias of every province that any site can have been of: not "Hà Nam Ninh", divided in 1991."""
    found = (p for p in places() if p.level == "province" and not (p.valid_to and p.valid_to < _FIRST_SITES))
    return ((name, place) for place in found for name in (place.name, *place.aliases))


@lru_cache(maxsize=2)
def _by_name(plain: bool) -> Mapping[str, tuple[Place, ...]]:
    return _grouped((search_form(name) if plain else folded(name), place) for name, place in _provinces())


@lru_cache(maxsize=2)
def _names(plain: bool) -> regex.Pattern[str]:
    return regex.compile(_whole(alternatives(_by_name(plain))))


@lru_cache(maxsize=1)
def _by_label() -> Mapping[str, tuple[Place, ...]]:
    """Provinces by name as in an address ("namdinh"), and by the labels of the table."""
    listed_ones = ((word, places()[key]) for part, word, keys in _rows() if part == "label" for key in keys)
    return _grouped((*((key_form(name).replace("-", ""), place) for name, place in _provinces()), *listed_ones))


@lru_cache(maxsize=1)
def _labels() -> regex.Pattern[str]:
    """A label of a host that names a province: "baohanam", "hoilhpnhanam", "hanamonline"."""
    before, after = (alternatives(word for part, word, _ in _rows() if part == side) for side in ("prefix", "suffix"))
    return regex.compile(f"{before}*(?P<name>{alternatives(_by_label())}){after}?")


def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return load(_FILE, _COLUMNS, lambda row: (row[0], row[1], listed(row[2])))


def _grouped(pairs: Iterable[tuple[str, Place]]) -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for name, place in pairs:
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), place)))
    return found

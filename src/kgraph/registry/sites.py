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
_DATELINE: Final = regex.compile(r"\s*(?:\((?=[^\s()]{2,30}\))|(?=\p{Lu}{2,6}\s*[-–]))(?P<sign>[\w.-]+?)(?=\)|\s*[-–])")
_PAPER: Final = regex.compile(r"\s*\((?P<name>(?:Báo|Đài|Cổng|Trang) [^()]{3,40})\)\s*[-–]")
_LONG_NAME: Final = 6
_FIRST_SITES: Final = "1997-12-01"  # Viet Nam joined the internet
_WORD: Final = r"[\p{L}\p{N}]"
_LETTER: Final = regex.compile(_WORD)


def provinces_of_host(host: str) -> tuple[Place, ...]:
    """The provinces, of every vintage, that a label of *host* names: as a whole, or behind a prefix of the table.

    >>> [place.key for place in provinces_of_host("phunu.baohanam.com.vn")], provinces_of_host("hanamhai.vn")
    (['ha-nam'], ())
    """
    labels = [label.replace("-", "") for label in host.casefold().split(".")]
    named = [match["name"] for label in labels if (match := _labels().fullmatch(label))]
    begun = named or [name for label in labels for name in _by_label() if _begins(label, name)]
    return tuple(dict.fromkeys(place for name in begun for place in _by_label()[name]))


def _begins(label: str, name: str) -> bool:
    """Whether *label* is the long name of a province and something more: "danangtoiyeu"; a short one may be chance."""
    return len(name) >= _LONG_NAME and label.startswith(name)


def unit_of_host(host: str, day: str | None) -> Place | None:
    """The district or commune, of *day* (YYYY-MM-DD) if that is known, whose name is a whole label of *host*.

    A name that many units have is told apart by the province that another label names; else it must be a district's and
    stand for one alone.

    >>> found = unit_of_host("konray.kontum.gov.vn", "2021-06-30"), unit_of_host("donghy.edu.vn", None)
    >>> [place.key for place in found if place]
    ['kon-tum.kon-ray', 'thai-nguyen.dong-hy']
    """
    above = {place.key for place in provinces_of_host(host)}
    labels = [label.replace("-", "") for label in host.casefold().split(".")]
    labels = [label for label in labels if label not in _by_label()]  # "kontum" is the province's, not the city's
    found = [p for label in labels for p in _units().get(label, ()) if day is None or p.valid_on(day)]
    near = [p for p in found if p.parent in above or places()[p.parent].parent in above]
    sure = near or [p for p in found if p.level == "district"]
    return sure[0] if len(sure) == 1 else None


def provinces_in(text: str) -> tuple[Place, ...]:
    """The provinces that *text*, such as the name of a publisher, names in whole words or by the addresses in it.

    >>> [place.key for place in provinces_in("Trang tin phụ nữ Hà Nam, phunuhanam.vn")]
    ['ha-nam']
    """
    hosts = (place for match in _HOST.finditer(text) for place in provinces_of_host(match[0]))
    form = search_form if text.isascii() else folded  # "Bao Ha Nam": a site that writes no marks
    return tuple(dict.fromkeys((*_named(form(text), plain=text.isascii()), *hosts)))


def provinces_of_dateline(line: str) -> tuple[Place, ...]:
    """The provinces whose paper or portal signs the start of *line*: "(GLO)- Sáng ...", "(binhdinh.gov.vn) - ...".

    >>> [place.key for place in provinces_of_dateline("YBĐT - Sáng 5/3, ...")], provinces_of_dateline("UBND - Sáng 5/3")
    (['yen-bai'], ())
    """
    if paper := _PAPER.match(line):
        return provinces_in(paper["name"])
    signed = _DATELINE.match(line)
    if signed is None:
        return ()
    return _by_sign().get(signed["sign"]) or provinces_of_host(signed["sign"].casefold())


def names(text: str, name: str) -> bool:
    """Whether *text* has *name* in whole words, whatever case and tone-mark placement.

    >>> names("Báo Thanh Hoá", "Thanh Hóa"), names("Báo Hà Nam", "Nam Định"), names("Huyện Anh Sơn", "An")
    (True, False, False)
    """
    there, sought = folded(text), folded(name)
    at = there.find(sought)
    while at >= 0 and not _stands_alone(there, at, at + len(sought)):
        at = there.find(sought, at + 1)
    return at >= 0


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before *start* or behind *end*; a pattern for each name would take long to compile."""
    return not (_LETTER.match(text, end) or (start and _LETTER.match(text, start - 1)))


def _named(text: str, *, plain: bool) -> Iterator[Place]:
    return (place for match in _names(plain).finditer(text) for place in _by_name(plain)[match[0]])


def _whole(pattern: str) -> str:
    return rf"(?<!{_WORD}){pattern}(?!{_WORD})"


def _provinces() -> Iterator[tuple[str, Place]]:
    """Every name and alias of every province that any site can have been of: not "Hà Nam Ninh", divided in 1991."""
    found = (p for p in places() if p.level == "province" and not (p.valid_to and p.valid_to < _FIRST_SITES))
    return ((name, place) for place in found for name in (place.name, *place.aliases))


@lru_cache(maxsize=1)
def _units() -> Mapping[str, tuple[Place, ...]]:
    """Districts, and the communes that stand directly under a province, by name as in an address ("konray")."""
    units = (p for p in places() if p.level == "district" or (p.level == "commune" and p.key.endswith("-2025")))
    return _grouped((key_form(place.name).replace("-", ""), place) for place in units)


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
def _by_sign() -> Mapping[str, tuple[Place, ...]]:
    return _grouped((word, places()[key]) for part, word, keys in _rows() if part == "sign" for key in keys)


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

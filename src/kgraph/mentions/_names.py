"""Personal names: behind a form of address or a post, begun by a family name, or a known person's given name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from kgraph.mentions._grammar import name_end, surnames
from kgraph.mentions._posts import Chain
from kgraph.model import Span
from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, rx

_SYLLABLE = r"\p{Lu}(?:[’'`]\p{Lu})?[\p{Ll}’'`]*"
_NAME_BEHIND_POST = rx(rf" (?P<name>{_SYLLABLE}(?: {_SYLLABLE}){{1,4}})(?![\p{{L}}-])")
_ITEM_CHARS = 60
# "đường Đỗ Mười", "Học bổng Hoàng Ngân": the person gave a name to something.
_NAMESAKE = rx(rf"(?i){any_of('namesake')}[ ]+$")


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name in the text and the form of address before it, if any. *text* is the name in full."""

    span: Span
    text: str
    address: str | None


@lru_cache(maxsize=1)
def addresses() -> dict[str, bool]:
    """Forms of address in lower case, and whether one alone leaves its bearer private ("chị")."""
    return {row["form"].lower(): row["private"] == "maybe" for row in rows("honorifics.tsv")}


@lru_cache(maxsize=1)
def _address() -> str:
    forms = alternatives(addresses())
    return rf"(?P<address>(?i:{forms}))(?: ?:)? (?:(?i:{forms}) )?"


@lru_cache(maxsize=1)
def _name_of_item() -> regex.Pattern[str]:
    return rx(
        rf"(?:[;:][ ]*)(?P<name>(?!(?i:{alternatives(addresses())}) ){_SYLLABLE}(?: {_SYLLABLE}){{2,3}})"
        rf"(?:,| [-–—])[ ]*(?i:{any_of('former')} )?$"
    )


def _small() -> list[str]:
    """Family names whose second syllable is written small: "Rơ chăm H’Mơ"."""
    return [surname for surname in surnames() if surname != surname.title()]


@lru_cache(maxsize=1)
def _name_pattern() -> Anchored:
    return anchored(
        rf"(?<![\p{{L}}\d’'-])(?:{_address()}(?P<name>(?:{_SYLLABLE}|{alternatives(_small())})(?: {_SYLLABLE}){{1,4}})"
        rf"|(?P<name>{alternatives(surnames())}(?: {_SYLLABLE}){{1,4}}))(?![\p{{L}}])",
        addresses(),
        written=surnames(),
    )


@lru_cache(maxsize=1)
def _given_pattern() -> Anchored:
    return anchored(
        rf"(?<![\p{{L}}\d’'-]){_address()}(?P<name>{_SYLLABLE})(?![\p{{L}}’'-])(?! {_SYLLABLE})", addresses()
    )


def names(text: str, taken: Iterable[Span], found: tuple[Chain, ...]) -> list[Name]:
    """All personal names of *text* in its order; *taken* are words of bodies and posts, which are no names."""
    full = _full_names(text, list(taken), found)
    known = {name.span.start for name in full}
    return sorted(
        [*full, *(name for name in _by_given_name(text, full) if name.span.start not in known)],
        key=lambda name: name.span,
    )


def _full_names(text: str, taken: list[Span], found: tuple[Chain, ...]) -> list[Name]:
    names = {name.span.start: name for name in (*_behind_posts(text, found), *_before_posts(text, found))}
    position, pattern = 0, _name_pattern()
    while match := pattern.search(text, position):
        span = Span(*match.span("name"))
        clash = min((t for t in taken if t.overlaps(span)), default=None)
        position = match.end()
        if clash is not None and clash.start > span.start:
            span = _cut(text, span, clash.start)
        elif clash is not None:
            position, span = max(match.start() + 1, clash.end), Span(span.start, span.start)
        if _is_name(text, span, match["address"]) and not any(n.span.overlaps(span) for n in names.values()):
            names[span.start] = Name(span, " ".join(span.of(text).split()), match["address"])
    return [names[start] for start in sorted(names)]


def _behind_posts(text: str, found: tuple[Chain, ...]) -> Iterator[Name]:
    """A name right behind a post and its body needs no known family name: "Chủ tịch Hội LHPN tỉnh | Ngũ Thị ..."."""
    for chain in found:
        match = _NAME_BEHIND_POST.match(text, chain.span.end)
        if match and chain.posts[-1].body is not None:
            yield Name(Span(*match.span("name")), " ".join(match["name"].split()), None)


def _before_posts(text: str, found: tuple[Chain, ...]) -> Iterator[Name]:
    """A name that opens an item of a list and is followed by its post: "; Ngũ Thị Ví Dụ, Chủ tịch Hội LHPN ..."."""
    for chain in found:
        match = _name_of_item().search(text, max(0, chain.span.start - _ITEM_CHARS), chain.span.start)
        if match and chain.posts[-1].body is not None:
            yield Name(Span(*match.span("name")), " ".join(match["name"].split()), None)


def _by_given_name(text: str, full: list[Name]) -> Iterator[Name]:
    """ "bà Thuần" is the Võ Thị Thuần named before, where no other person named before has that given name."""
    position = 0
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for match in _given_pattern().finditer(text) if full else ():
        while position < len(full) and full[position].span.end <= match.start():
            bearers[full[position].text.split()[-1]].add(full[position].text)
            position += 1
        if len(bearers.get(match["name"], ())) == 1:
            (bearer,) = bearers[match["name"]]
            yield Name(Span(*match.span("name")), bearer, match["address"])


def _is_name(text: str, span: Span, address: str | None) -> bool:
    """Whether the words name a person: "Lâm Đồng" without a form of address is a place, "đường Đỗ Mười" a street."""
    long_enough = span.end - span.start > 3 and " " in span.of(text)
    return (
        long_enough
        and not (address is None and name_end(text, span.start) == span.end)
        and not _NAMESAKE.search(text, max(0, span.start - 20), span.start)
    )


def _cut(text: str, span: Span, stop: int) -> Span:
    return Span(span.start, span.start + len(text[span.start : stop].rstrip(" ,-–")))

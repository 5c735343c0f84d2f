"""Parties that a text describes but does not list: "ký với các đồn biên phòng trên địa bàn", "các đơn vị đã ký"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from kgraph.model import Entity, Span
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, lowered, rx

_MANY = r"(?:(?:tất cả |toàn thể )?(?:các|những)|\d{1,3}(?:/\d{1,3})?)"
_UNIONS = rf"(?:{any_of('union-head')} )?"
# "các huyện Hải Hậu, Giao Thủy", "các xã: A, B": names follow, and these are read as such.
_NAMED = rx(r" ?[:(]| \p{Lu}")


@dataclass(frozen=True, slots=True)
class Group:
    """A group as described: its words, and what its members are (a notation of ``kgs:body-kinds``), if it is said."""

    span: Span
    kind: str


def groups(text: str, span: Span) -> Iterator[Group]:
    """The groups that *text* describes inside *span*; a list that goes on with names is none ("các huyện: Hải Hậu")."""
    for match in _group().finditer(lowered(text), span.start, span.end):
        if not _NAMED.match(text, match.end()):
            yield Group(Span(*match.span()), _kind(match))


def is_group(party: Entity) -> bool:
    """Whether the party is described and not named."""
    return party.kind == "group"


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {row["words"]: row["kind"] for row in rows("group-members.tsv")}


@lru_cache(maxsize=1)
def _group() -> regex.Pattern[str]:
    member = rf"{alternatives(_kinds())}(?!\p{{L}})(?: {any_of('group-tail')}(?!\p{{L}}))?"
    more = rf"(?:(?:,| và|, và| cùng) (?:{_MANY} )?{member})*"
    return rx(rf"(?<!\p{{L}})(?P<unions>{_UNIONS}){_MANY} {member}{more}(?: {any_of('group-tail')}(?!\p{{L}}))?")


@lru_cache(maxsize=1)
def _member() -> regex.Pattern[str]:
    return rx(rf"(?<!\p{{L}}){alternatives(_kinds())}(?!\p{{L}})")


def _kind(match: regex.Match[str]) -> str:
    """The kind that all members are of; nothing where they are of several, or of none that is said."""
    if match["unions"]:
        return "union"
    kinds = {_kinds()[" ".join(found[0].split())] for found in _member().finditer(match[0])}
    return kinds.pop() if len(kinds) == 1 else ""

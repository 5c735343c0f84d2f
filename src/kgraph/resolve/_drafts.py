"""Drafts of events, one for each place that states one, and when two of them state the same event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import regex

from kgraph.document import Participant
from kgraph.model import Entity, Span
from kgraph.resolve._groups import is_group
from kgraph.resolve.dates import When
from kgraph.vietnamese import search_form

_WORD = regex.compile(r"\w+")  # "thăm, tặng quà", "thăm và tặng quà": commas tell no names apart
_SAME_NAME = 0.5  # share of the shorter name's words that two names of one event, or of one group, have in common
_BARE_RULES, _BARE_WORDS = frozenset({"event-taking-place", "event-happened", "event-attended"}), 3
_SIDE = "role-signatory-"  # "role-signatory" alone tells no side
_LIKE_HOST_ENOUGH = frozenset({"conference"})  # a body holds one conference an article, unless the dates differ


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as one sentence states it; *news_day* is the only day of the news that it is told in.

    *units* are the names of the units that hold it, where they are counted and named ("2 đơn vị A, B").
    """

    kind: str
    name: str
    host: Entity | None
    spans: tuple[Span, ...]
    rule: str
    planned: bool
    section: int
    when: When | None = None
    news_day: When | None = None
    ordinal: int | None = None
    parties: tuple[Participant, ...] = ()
    confidence: str = "stated"
    units: frozenset[str] = frozenset()


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts with those of one event joined; the first one's name stays, gaps are filled from the later ones."""
    found: list[Draft] = []
    for draft in drafts:
        index = next((i for i, other in enumerate(found) if _same(other, draft) or _told_again(other, draft)), None)
        if index is None:
            found.append(draft)
        else:
            found[index] = _joined(found[index], draft)
    return found


def _joined(first: Draft, second: Draft) -> Draft:
    fuller = second.name if len(second.name) > len(first.name) and second.rule != "event-summed" else first.name
    return replace(
        first,
        name=fuller,
        rule=second.rule if first.rule == "event-summed" else first.rule,
        host=first.host or second.host,
        when=first.when or second.when,
        ordinal=first.ordinal or second.ordinal,
        planned=first.planned and second.planned,
        units=first.units or second.units,
        spans=(*first.spans, *second.spans),
        parties=_both(first.parties, second.parties),
        confidence=min(first.confidence, second.confidence, key=("stated", "resolved", "inferred").index),
    )


def _both(first: tuple[Participant, ...], second: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The parties of two tellings, each once, in the role that says more ("ký với Công an tỉnh" tells the sides)."""
    better = {part.entity: part for part in second if part.role.startswith(_SIDE)}
    kept = tuple(better.get(part.entity, part) if f"{part.role}-" == _SIDE else part for part in first)
    return kept + tuple(part for part in second if not _is_known(part.entity, first))


def _is_known(party: Entity, parties: Iterable[Participant]) -> bool:
    """Whether *party* is one of *parties*; a group also under other words ("các đồn biên phòng đóng trên địa bàn")."""
    known = {part.entity for part in parties}
    return party in known or (is_group(party) and any(is_group(e) and _alike(e.label, party.label) for e in known))


def _told_again(first: Draft, second: Draft) -> bool:
    """ "Lễ ký diễn ra ngay tại ...": a bare noun speaks of the event of its kind told before."""
    bare = second.rule in _BARE_RULES and len(second.name.split()) <= _BARE_WORDS
    return bare and first.kind == second.kind and first.section == second.section and not first.planned


def _same(a: Draft, b: Draft) -> bool:
    if a.kind != b.kind or (a.section != b.section and -1 not in (a.section, b.section)):
        return False
    if (a.host and b.host and a.host != b.host) or (a.ordinal and b.ordinal and a.ordinal != b.ordinal):
        return False
    if (a.when and b.when and a.when.edtf != b.when.edtf) or _parties_differ(a, b):
        return False
    return (a.kind in _LIKE_HOST_ENOUGH and bool(a.host and b.host)) or _alike(a.name, b.name)


def _parties_differ(a: Draft, b: Draft) -> bool:
    """Two signings of one host with other parties are two; one that tells no party but its host may be any."""
    if a.kind != "signing":
        return False
    first, second = _others(a), _others(b)
    named, also_named = ({e for e in parties if not is_group(e)} for parties in (first, second))
    if named or also_named:
        return bool(first and second) and named != also_named
    return bool(first and second) and not any(_alike(one.label, other.label) for one in first for other in second)


def _others(draft: Draft) -> set[Entity]:
    """The parties besides the host."""
    return {part.entity for part in draft.parties} - {draft.host}


def _alike(a: str, b: str) -> bool:
    first, second = (set(_WORD.findall(search_form(name))) for name in (a, b))
    return len(first & second) >= _SAME_NAME * min(len(first), len(second))

"""Who signs: the host and those beside it, those it is signed with or between, and groups that nobody names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from kgraph.document import Participant
from kgraph.model import Entity, Span
from kgraph.registry.words import rx, whole
from kgraph.resolve import entities
from kgraph.resolve._groups import Group, groups
from kgraph.resolve._tellings import Telling, acting

_BETWEEN: Final = rx(r"(?<!\p{L})giữa(?!\p{L})")
_BESIDE: Final = whole("sign-beside")
_WITH: Final = rx(r"(?<!\p{L})với(?!\p{L})")
_WITH_CHARS: Final = 12  # how near behind the signing its "với" stands
# Behind the parties, what the paper is for or leads to: "..., qua đó tiếp tục bám sát nhiệm vụ của các ngành".
_PURPOSE: Final = rx(r"[;\n]|, (?:qua đó|nhằm|trong đó|góp phần)(?!\p{L})| (?:nhằm|để) ")
# "với | các doanh nghiệp"; "Hiệp hội | các doanh nghiệp" is a body.
_JOINED: Final = rx(r"(?:,|(?<!\p{L})(?:giữa|với|và|cùng))[ ]+\Z")
# "| các đơn vị | đã ký giao ước", "Hội LHPN huyện và | các xã | đã ký": it is a subject, right before the verb.
_SUBJECT: Final = rx(r"(?:\A|[,;:]| và| cùng)[ ]*\Z")
_TO_VERB: Final = rx(r" (?:(?:đã|cùng|cũng|lần lượt|tiến hành|tham gia|thực hiện|tổ chức) )*\Z")

_Party: TypeAlias = tuple[Entity, Span]


def signatories(telling: Telling, held_by: Sequence[Entity]) -> tuple[Participant, ...]:
    """The parties of a signing that *held_by* hold.

    Where the text says with whom, the sides are told apart; else everybody is simply a signatory.
    """
    behind = tuple(_behind(telling))
    others = tuple(party for party in behind if _is_beyond(telling, party[1]))
    near = tuple(party for party in behind if party not in others)
    first = near if _is_between(telling) else (*_acting(telling, held_by), *_groups_acting(telling), *near)
    sides = ("role-signatory-a", "role-signatory-b") if others else ("role-signatory",) * 2
    found = [*_parts(first, sides[0]), *_parts(others, sides[1])]
    return tuple({part.entity: part for part in reversed(found)}.values())[::-1]


def _described(telling: Telling, group: Group) -> Entity:
    article = telling.document.article
    return entities.group(article.key, " ".join(group.span.of(telling.document.text).split()), group.kind)


def _parts(parties: Sequence[_Party], role: str) -> Iterator[Participant]:
    yield from (Participant(party, role, span, "signing-party") for party, span in parties)


def _is_between(telling: Telling) -> bool:
    return bool(_BETWEEN.search(telling.document.text, telling.start, _end(telling)))


def _end(telling: Telling) -> int:
    """The end of the clause in which parties are named."""
    purpose = _PURPOSE.search(telling.document.text, telling.trigger.span.start, telling.sentence.end)
    return purpose.start() if purpose else telling.sentence.end


def _is_beyond(telling: Telling, span: Span) -> bool:
    """Whether a "với" stands between the signing and *span*: the other side."""
    return bool(_WITH.search(telling.document.text, telling.start, span.start))


def _behind(telling: Telling) -> Iterator[_Party]:
    """Named bodies and described groups behind the verb that are parties, in the order of the text."""
    document, clause = telling.document, Span(telling.start, _end(telling))
    named = [(agent.span, agent.entities) for agent in document.agents_in(clause) if agent.form != "bare"]
    taken = [span for span, meant in named if meant]
    described = [
        (group.span, (_described(telling, group),))
        for group in groups(document.text, clause)
        if _JOINED.search(document.text, clause.start, group.span.start) and not any(map(group.span.overlaps, taken))
    ]
    for span, meant in sorted([*named, *described], key=lambda found: found[0]):
        if _signs(telling, span):
            yield from ((party, span) for party in meant)


def _signs(telling: Telling, span: Span) -> bool:
    """Whether the signing is between, with or beside what stands at *span*."""
    text, end = telling.document.text, telling.trigger.span.end
    if _is_between(telling):
        return bool(_BETWEEN.search(text, telling.start, span.start))
    words = text[end - 1 : span.start][:_WITH_CHARS] if span.start >= end else text[telling.start : span.start]
    return bool(_BESIDE.search(words))


def _acting(telling: Telling, held_by: Sequence[Entity]) -> Iterator[_Party]:
    """Those who act by name; the quote runs from the own name of each to the end of the signing's."""
    for agent in acting(telling):
        span = Span(agent.span.start, telling.trigger.span.end)
        yield from ((party, span) for party in agent.entities if party in held_by)


def _groups_acting(telling: Telling) -> Iterator[_Party]:
    """ "Tại hội nghị, các đơn vị đã ký giao ước": nobody is named, and a group signs."""
    text, sentence = telling.document.text, telling.sentence
    for group in groups(text, Span(sentence.start, telling.start)):
        opens = _SUBJECT.search(text[sentence.start : group.span.start])
        if opens and _TO_VERB.fullmatch(text[group.span.end : telling.start]):
            yield _described(telling, group), Span(group.span.start, telling.trigger.span.end)

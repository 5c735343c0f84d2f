"""Organs and offices, which belong to a body: "Ban Dân vận | Tỉnh ủy", "Phòng Quân nhu, | Cục Hậu cần"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kgraph.document import AgentMention
from kgraph.model import Span
from kgraph.registry.table import rows
from kgraph.registry.words import any_of, joined, rx

_IN_POST = ("Trưởng ", "Phó ", "trưởng ")
_AND, _BLANKS, _COMMA = rx(joined()), rx("[ ]+"), rx("[ ]*,[ ]*")
_OFFICE_ABOVE = rx(rf",[ ]*{any_of('office-above')}(?!\p{{L}})")


def nested(text: str, found: Sequence[AgentMention]) -> tuple[AgentMention, ...]:
    """An organ with the body it belongs to is one body: "Ban Dân vận | Tỉnh ủy Quảng Ninh".

    Several may belong to one body that is said once: "Ban Tổ chức, Ban Tuyên giáo | Tỉnh ủy".
    """
    kept: list[AgentMention] = []
    owner: AgentMention | None = None
    for mention in reversed(found):
        if kept and _is_one_of(_may_belong(), mention) and (between := _belonging(text, mention, kept[-1])):
            owner, kept[-1] = kept[-1], _organ_of(mention, kept[-1], kept[-1].span.end, between)
        elif owner and _beside(text, mention, kept[-1]):
            kept.append(_organ_of(mention, owner, mention.span.end))
        else:
            owner = None
            kept.append(mention)
    return tuple(reversed(kept))


def _equals(organ: AgentMention) -> frozenset[str]:
    """What may belong to the same body as *organ* does: "Bộ Tham mưu, | Cục Chính trị Quân khu 99"."""
    return _may_belong() if organ.head.startswith(tuple(_alone())) else organs()


def _beside(text: str, mention: AgentMention, organ: AgentMention) -> bool:
    """Whether *mention* is joined to *organ* and may belong to the same body."""
    joins = _AND.fullmatch(text, mention.span.end, organ.span.start) is not None
    return joins and _is_one_of(_equals(organ), mention)


def _is_one_of(heads: frozenset[str], mention: AgentMention) -> bool:
    unplaced = mention.form == "bare" or (mention.head in _alone() and not mention.places)
    return mention.kind == "body" and unplaced and mention.head in heads


def _belonging(text: str, organ: AgentMention, owner: AgentMention) -> str:
    """What stands between *organ* and the body it belongs to, a blank or a comma; nothing where it does not.

    Behind a comma there is the office above ("Phòng Quân nhu, Cục Hậu cần"), or that of whose organ somebody is the
    head ("Trưởng Ban Công tác Phụ nữ, Ủy ban MTTQ tỉnh"); otherwise the comma parts two bodies.
    """
    if _BLANKS.fullmatch(text, organ.span.end, owner.span.start):
        return " "
    if organ.head not in organs() or not _COMMA.fullmatch(text, organ.span.end, owner.span.start):
        return ""
    return ", " if _OFFICE_ABOVE.match(text, organ.span.end) or headed(text, organ.span) else ""


def headed(text: str, organ: Span) -> bool:
    """Whether the post of its head stands before *organ*: "Trưởng | ban Dân vận"."""
    return text[max(0, organ.start - 10) : organ.start].endswith(_IN_POST)


def _organ_of(organ: AgentMention, owner: AgentMention, end: int, between: str = " ") -> AgentMention:
    span, form, head = Span(organ.span.start, end), _organ_form(owner), f"{organ.head}{between}{_owner_head(owner)}"
    return replace(owner, span=span, kind="body", form=form, head=head, body_kind=organ.body_kind, written="")


def _owner_head(owner: AgentMention) -> str:
    if owner.form == "central":
        return "Hội LHPN Việt Nam"
    return owner.head if owner.kind == "body" else "Hội LHPN"


def _organ_form(owner: AgentMention) -> str:
    return "named" if owner.form == "central" else owner.form


@lru_cache(maxsize=1)
def organs() -> frozenset[str]:
    """Organs, which are nothing without the body they belong to."""
    return _of_scope("body")


@lru_cache(maxsize=1)
def _may_belong() -> frozenset[str]:
    """Organs, and bodies that a place has as well as another body: "Đoàn Thanh niên | Công an tỉnh"."""
    return organs() | _alone() | _of_scope("both")


@lru_cache(maxsize=1)
def _alone() -> frozenset[str]:
    return _of_scope("alone")


def _of_scope(scope: str) -> frozenset[str]:
    return frozenset(row["label"] for row in rows("organisations.tsv") if row["scope"] == scope)

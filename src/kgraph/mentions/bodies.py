"""Other bodies: state, party, front, courts, police, unions of other kinds, banks; by lexicon and by grammar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kgraph.document import AgentMention, Mentions
from kgraph.mentions._branches import branch_at
from kgraph.mentions._grammar import LEVEL, Scope, behind_short_form, is_group_or_building, scope_at
from kgraph.mentions._named_bodies import named_bodies
from kgraph.mentions._spellings import Spellings, is_word, spellings
from kgraph.model import Span
from kgraph.registry.table import rows
from kgraph.registry.words import any_of, joined, rx

AFTER = ("unions", "women")

_IN_POST = ("Trưởng ", "Phó ", "trưởng ")
_LONG_NAME = 5  # blanks: a name of so many words is meant even in lower case ("khối thi đua Mặt trận Tổ quốc ...")
_AND, _BLANKS, _COMMA = rx(joined()), rx("[ ]+"), rx("[ ]*,[ ]*")
_OFFICE_ABOVE = rx(r",[ ]*(?:Cục|Tổng cục|Bộ) ")
# "HĐND, UBND | , các ban, ngành, đoàn thể huyện": groups may stand before the level word that the bodies share.
_GROUPS = rx(rf"(?:(?:,| và) (?:các )?{any_of('body-group')})+(?= {LEVEL})")
_PLACELESS = frozenset({"none", "alone"})
# Bodies that act under their bare name; "UBND" alone names nobody.
_NATIONWIDE = frozenset({"bank", "company", "media", "fund"})


@dataclass(frozen=True, slots=True)
class Organisation:
    """One row of the lexicon: *scope* says whether a place follows (place), a parent body (body) or nothing (none).

    Some have either: the Đoàn Thanh niên of a xã, or of a police force (both). Others belong to a body where one is
    said, and stand by themselves elsewhere: the Cục Hậu cần of a Quân khu (alone).
    """

    label: str
    kind: str
    level: str | None
    scope: str


@lru_cache(maxsize=1)
def lexicon() -> Spellings[Organisation]:
    """The organisations of the lexicon under all their spellings."""
    listed = ((row, Organisation(row["label"], row["kind"], row["level"] or None, row["scope"])) for row in _rows())
    return spellings((spelling, organisation) for row, organisation in listed for spelling in row["words"].split("|"))


@lru_cache(maxsize=1)
def _rows() -> tuple[Mapping[str, str], ...]:
    return rows("organisations.tsv")


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with the other bodies added; a union's words are never read again as another body's."""
    text = mentions.text
    found = list(mentions.agents)
    for mention in sorted([*_listed(text), *named_bodies(text)], key=lambda m: (m.span.start, -m.span.end)):
        if not any(mention.span.overlaps(other.span) for other in found):
            found.append(mention)
    return replace(mentions, agents=_sharing(text, _nested(text, sorted(found, key=lambda m: m.span))))


def _sharing(text: str, found: Sequence[AgentMention]) -> tuple[AgentMention, ...]:
    """ "Đảng ủy, UBND xã Khánh Hải": the first body shares the place that is said once, behind the second."""
    shared = [_of_groups(text, mention) for mention in found]
    for index in range(len(shared) - 2, -1, -1):
        here, after = shared[index], shared[index + 1]
        if may_share_place(here, after) and _AND.fullmatch(text[here.span.end : after.span.start]):
            shared[index] = at_place_of(here, after)
    return tuple(shared)


def _of_groups(text: str, mention: AgentMention) -> AgentMention:
    """ "UBND, các ban, ngành, đoàn thể huyện": the level word behind the groups is the body's too."""
    bare = mention.kind == "body" and mention.form == "bare" and mention.head not in _organs()
    groups = _GROUPS.match(text, mention.span.end) if bare else None
    if groups is None:
        return mention
    scope = scope_at(text, groups.end())
    form = "named" if scope.places else "level"
    return replace(mention, form=form, level=scope.level, places=scope.places, within=scope.within)


def may_share_place(here: AgentMention, after: AgentMention) -> bool:
    """Whether *here* names no place of its own and *after*, said later, may say it for both."""
    if here.kind != "body" or after.kind != "body" or here.form != "bare" or here.head in _organs():
        return False
    return after.form in ("named", "level") and bool(after.places or after.level)


def at_place_of(here: AgentMention, after: AgentMention) -> AgentMention:
    """*here* with the level and place of *after*."""
    return replace(here, form=after.form, level=after.level, places=after.places, within=after.within)


def _nested(text: str, found: Sequence[AgentMention]) -> tuple[AgentMention, ...]:
    """An organ with the body it belongs to is one body: "Ban Dân vận | Tỉnh ủy Quảng Ninh".

    Several may belong to one body that is said once: "Ban Tổ chức, Ban Tuyên giáo | Tỉnh ủy".
    """
    kept: list[AgentMention] = []
    owner: AgentMention | None = None
    for mention in reversed(found):
        if kept and _is_organ(mention, _may_belong()) and (between := _belonging(text, mention, kept[-1])):
            owner, kept[-1] = kept[-1], _organ_of(mention, kept[-1], kept[-1].span.end, between)
        elif owner and _is_organ(mention, _organs()) and _AND.fullmatch(text[mention.span.end : kept[-1].span.start]):
            kept.append(_organ_of(mention, owner, mention.span.end))
        else:
            owner = None
            kept.append(mention)
    return tuple(reversed(kept))


def _is_organ(mention: AgentMention, organs: frozenset[str]) -> bool:
    unplaced = mention.form == "bare" or (mention.head in _alone() and not mention.places)
    return mention.kind == "body" and unplaced and mention.head in organs


def _belonging(text: str, organ: AgentMention, owner: AgentMention) -> str:
    """What stands between *organ* and the body it belongs to, a blank or a comma; nothing where it does not.

    Behind a comma there is the office above ("Phòng Quân nhu, Cục Hậu cần"), or that of whose organ somebody is the
    head ("Trưởng Ban Công tác Phụ nữ, Ủy ban MTTQ tỉnh"); otherwise the comma parts two bodies.
    """
    if _BLANKS.fullmatch(text, organ.span.end, owner.span.start):
        return " "
    above = _OFFICE_ABOVE.match(text, organ.span.end) is not None or _headed(text, organ.span)
    return ", " if above and _COMMA.fullmatch(text, organ.span.end, owner.span.start) else ""


def _headed(text: str, organ: Span) -> bool:
    return text[max(0, organ.start - 10) : organ.start].endswith(_IN_POST)


def _organ_of(organ: AgentMention, owner: AgentMention, end: int, between: str = " ") -> AgentMention:
    span, form, head = Span(organ.span.start, end), _organ_form(owner), f"{organ.head}{between}{_owner_head(owner)}"
    return replace(owner, span=span, kind="body", form=form, head=head, body_kind=organ.body_kind)


def _owner_head(owner: AgentMention) -> str:
    if owner.form == "central":
        return "Hội LHPN Việt Nam"
    return owner.head if owner.kind == "body" else "Hội LHPN"


def _organ_form(owner: AgentMention) -> str:
    return "named" if owner.form == "central" else owner.form


@lru_cache(maxsize=1)
def _organs() -> frozenset[str]:
    """Organs, which are nothing without the body they belong to."""
    return _of_scope("body")


@lru_cache(maxsize=1)
def _may_belong() -> frozenset[str]:
    """Organs, and bodies that a place has as well as another body: "Đoàn Thanh niên | Công an tỉnh"."""
    return _organs() | _alone() | _of_scope("both")


@lru_cache(maxsize=1)
def _alone() -> frozenset[str]:
    return _of_scope("alone")


def _of_scope(scope: str) -> frozenset[str]:
    return frozenset(row["label"] for row in _rows() if row["scope"] == scope)


def _listed(text: str) -> Iterator[AgentMention]:
    for span, organisation in lexicon().find(text):
        if is_word(text, span) and (organisation.level or _stands_as_name(text, span)):
            yield _scoped(text, span.start, span.end, organisation)


def _stands_as_name(text: str, span: Span) -> bool:
    """A capital, many words, or the post before it mark a name: "Trưởng ban Vì sự tiến bộ của phụ nữ"."""
    if text[span.start].isupper() or text.count(" ", span.start, span.end) >= _LONG_NAME:
        return True
    return _headed(text, span)


def _scoped(text: str, start: int, end: int, organisation: Organisation) -> AgentMention:
    label, kind = organisation.label, organisation.kind
    behind = behind_short_form(text, end)
    branch = branch_at(text, behind) if kind in _NATIONWIDE else None
    if branch is not None:
        span, form = Span(start, branch.end), "level" if branch.level else "named"
        return AgentMention(span, "body-branch", "body", form, f"{label} {branch.words}", branch.level, body_kind=kind)
    scope = _scope(text, behind, organisation)
    named = bool(scope.places) or organisation.scope in _PLACELESS or (scope.level is None and kind in _NATIONWIDE)
    form = "named" if named else "level" if scope.level else "bare"
    form = "generic" if is_group_or_building(text, start) else form
    span = Span(start, scope.end)
    return AgentMention(span, f"body-{form}", "body", form, label, scope.level, scope.places, scope.within, kind)


def _scope(text: str, end: int, organisation: Organisation) -> Scope:
    if organisation.scope in _PLACELESS:
        return Scope(end, organisation.level)
    return scope_at(text, end, organisation.level, bare=True)

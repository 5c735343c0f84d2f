"""Other bodies: state, party, front, courts, police, unions of other kinds, banks; by lexicon and by grammar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kgraph.document import AgentMention, Mentions
from kgraph.mentions._as_written import as_written
from kgraph.mentions._branches import branch_at
from kgraph.mentions._grammar import LEVEL, Scope, behind_short_form, is_group_or_building, scope_at
from kgraph.mentions._named_bodies import SHORT_NAME, named_bodies
from kgraph.mentions._organs import headed, nested, organs
from kgraph.mentions._spellings import Spellings, is_word, spellings
from kgraph.model import Span
from kgraph.registry.table import rows
from kgraph.registry.words import any_of, joined, rx

AFTER = ("unions", "women")

_LONG_NAME = 5  # blanks: a name of so many words is meant even in lower case ("khối thi đua Mặt trận Tổ quốc ...")
_AND, _WITH = rx(joined()), rx(rf" {any_of('together')}(?: với)? ")
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
    return replace(mentions, agents=_sharing(text, nested(text, sorted(found, key=lambda m: m.span))))


def _sharing(text: str, found: Sequence[AgentMention]) -> tuple[AgentMention, ...]:
    """ "Đảng ủy, UBND xã Khánh Hải": the first body shares the place that is said once, behind the second."""
    shared = [_of_groups(text, mention) for mention in found]
    for index in range(len(shared) - 2, -1, -1):
        here, after = shared[index], shared[index + 1]
        sharing = may_share_place(here, after) or _is_union_beside(here, after)
        between = text[here.span.end : after.span.start]
        if (sharing and _AND.fullmatch(between)) or (_holds_with(here, after) and _WITH.fullmatch(between)):
            shared[index] = at_place_of(here, after)
    return tuple(shared)


def _of_groups(text: str, mention: AgentMention) -> AgentMention:
    """ "UBND, các ban, ngành, đoàn thể huyện": the level word behind the groups is the body's too."""
    bare = mention.kind == "body" and mention.form == "bare" and mention.head not in organs()
    groups = _GROUPS.match(text, mention.span.end) if bare else None
    if groups is None:
        return mention
    scope = scope_at(text, groups.end())
    form = "named" if scope.places else "level"
    return replace(mention, form=form, level=scope.level, places=scope.places, within=scope.within)


def may_share_place(here: AgentMention, after: AgentMention) -> bool:
    """Whether *here* names no place of its own and *after*, said later, may say it for both."""
    if (
        here.kind != "body"
        or after.kind != "body"
        or here.form != "bare"
        or here.head in organs()
        or here.rule == SHORT_NAME
    ):
        return False
    return after.form in ("named", "level") and bool(after.places or after.level)


def _holds_with(here: AgentMention, after: AgentMention) -> bool:
    """ "Đoàn Thanh niên phối hợp với Hội Phụ nữ phường Hàm Rồng": both are of the phường."""
    return after.kind == "union" and bool(after.places) and may_share_place(here, replace(after, kind="body"))


def _is_union_beside(here: AgentMention, after: AgentMention) -> bool:
    """ "Hội Liên hiệp Phụ nữ và Tỉnh đoàn Tiền Giang": what stands behind says the place of the union too."""
    return here.rule == "union-bare" and after.kind == "body" and after.form == "named" and len(after.places) == 1


def at_place_of(here: AgentMention, after: AgentMention) -> AgentMention:
    """*here* with the level and place of *after*."""
    return replace(here, form=after.form, level=after.level, places=after.places, within=after.within)


def _listed(text: str) -> Iterator[AgentMention]:
    found = [(span, row) for span, row in lexicon().find(text) if is_word(text, span)]
    written = as_written(text, ((row.label, span.of(text)) for span, row in found))
    for span, organisation in found:
        if organisation.level or _stands_as_name(text, span):
            mention = _scoped(text, span.start, span.end, organisation)
            yield replace(mention, written=written.get(organisation.label, ""))


def _stands_as_name(text: str, span: Span) -> bool:
    """A capital, many words, or the post before it mark a name: "Trưởng ban Vì sự tiến bộ của phụ nữ"."""
    if text[span.start].isupper() or text.count(" ", span.start, span.end) >= _LONG_NAME:
        return True
    return headed(text, span)


def _scoped(text: str, start: int, end: int, organisation: Organisation) -> AgentMention:
    label, kind = organisation.label, organisation.kind
    behind = behind_short_form(text, end)
    branch = branch_at(text, behind) if kind in _NATIONWIDE else None
    if branch is not None:
        span, form = Span(start, branch.end), "level" if branch.level else "named"
        return AgentMention(span, "body-branch", "body", form, f"{label} {branch.words}", branch.level, body_kind=kind)
    scope = _scope(text, behind, organisation)
    if [place.name for place in scope.places] == ["Việt Nam"]:
        label, scope = f"{label} Việt Nam", Scope(scope.end)  # "Hội Bảo vệ quyền trẻ em Việt Nam": of the whole country
        return AgentMention(Span(start, scope.end), "body-named", "body", "named", label, body_kind=kind)
    named = bool(scope.places) or organisation.scope in _PLACELESS or (scope.level is None and kind in _NATIONWIDE)
    form = "named" if named else "level" if scope.level else "bare"
    form = "generic" if is_group_or_building(text, start) else form
    span = Span(start, scope.end)
    return AgentMention(span, f"body-{form}", "body", form, label, scope.level, scope.places, scope.within, kind)


def _scope(text: str, end: int, organisation: Organisation) -> Scope:
    if organisation.scope in _PLACELESS:
        return Scope(end, organisation.level)
    return scope_at(text, end, organisation.level, bare=True)

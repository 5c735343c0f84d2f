"""Other bodies: state, party, front, courts, police, unions of other kinds, banks; by lexicon and by grammar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kgraph.document import AgentMention, Mentions, PlaceName
from kgraph.mentions._grammar import LEVEL, MAY_BE_UNLISTED, containers, level_kind, name_start, place_at
from kgraph.mentions._spellings import Spellings, is_word, spellings
from kgraph.model import Span
from kgraph.registry.table import rows
from kgraph.registry.words import any_of, joined, rx, words

AFTER = ("unions", "women")

_SCOPE_LEVEL = rx(rf"[ ]+(?P<level>{LEVEL})")
# "các Đồn biên phòng", "Hội trường thành ủy": groups and buildings, not the body.
_GROUP = rx(rf"(?:{any_of('group-of')}|\d+)[ ]*$")
_BUILDING = rx(rf"(?i){any_of('building')}(?: (?:của|tại))?[ ]*$")
_IN_POST = ("Trưởng ", "Phó ", "trưởng ")
_LONG_NAME = 5  # blanks: a name of so many words is meant even in lower case ("khối thi đua Mặt trận Tổ quốc ...")
_NAME_WORD = r"(?:\p{Lu}[\p{L}\d&.-]*|\d+)"
_OWN_NAME_KINDS = ("association", "bank", "company", "military", "other")
_HEADS = "|".join(any_of(f"own-name-{kind}") for kind in _OWN_NAME_KINDS)
_OWN_NAME = rx(
    rf"(?<!\p{{L}})(?P<head>{_HEADS})(?P<type> {any_of('company-type')})?"
    rf"(?P<name>(?: (?:&|-) {_NAME_WORD}| {_NAME_WORD}){{1,7}})"
)
_KIND_OF_HEAD = {head: kind for kind in _OWN_NAME_KINDS for head in words(f"own-name-{kind}")}
_AND = rx(joined())
# Bodies that act under their bare name; "UBND" alone names nobody.
_NATIONWIDE = frozenset({"bank", "company", "media", "fund"})


@dataclass(frozen=True, slots=True)
class Organisation:
    """One row of the lexicon: *scope* says whether a place follows (place), a parent body (body) or nothing (none)."""

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
    for mention in sorted([*_listed(text), *_of_own_name(text)], key=lambda m: (m.span.start, -m.span.end)):
        if not any(mention.span.overlaps(other.span) for other in found):
            found.append(mention)
    return replace(mentions, agents=_sharing(text, _nested(text, sorted(found, key=lambda m: m.span))))


def _sharing(text: str, found: Sequence[AgentMention]) -> tuple[AgentMention, ...]:
    """ "Đảng ủy, UBND xã Khánh Hải": the first body shares the place that is said once, behind the second."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        here, after = shared[index], shared[index + 1]
        if may_share_place(here, after) and _AND.fullmatch(text[here.span.end : after.span.start]):
            shared[index] = at_place_of(here, after)
    return tuple(shared)


def may_share_place(here: AgentMention, after: AgentMention) -> bool:
    """Whether *here* names no place of its own and *after*, said later, may say it for both."""
    if here.kind != "body" or after.kind != "body" or here.form != "bare" or here.head in _organs():
        return False
    return after.form in ("named", "level") and bool(after.places or after.level)


def at_place_of(here: AgentMention, after: AgentMention) -> AgentMention:
    """*here* with the level and place of *after*."""
    return replace(here, form=after.form, level=after.level, places=after.places, within=after.within)


def _nested(text: str, found: Sequence[AgentMention]) -> tuple[AgentMention, ...]:
    """An organ with the body it belongs to is one body: "Ban Dân vận | Tỉnh ủy Quảng Ninh"."""
    kept: list[AgentMention] = []
    for mention in found:
        if kept and _is_organ(kept[-1]) and _adjoins(text, kept[-1], mention):
            kept[-1] = _organ_of(kept[-1], mention)
        else:
            kept.append(mention)
    return tuple(kept)


def _is_organ(mention: AgentMention) -> bool:
    return mention.kind == "body" and mention.form == "bare" and mention.head in _organs()


def _adjoins(text: str, first: AgentMention, second: AgentMention) -> bool:
    return first.span.end < second.span.start and text[first.span.end : second.span.start].isspace()


def _organ_of(organ: AgentMention, owner: AgentMention) -> AgentMention:
    span, form, head = Span(organ.span.start, owner.span.end), _organ_form(owner), _organ_head(organ, owner)
    return replace(owner, span=span, kind="body", form=form, head=head, body_kind=organ.body_kind)


def _organ_head(organ: AgentMention, owner: AgentMention) -> str:
    if owner.form == "central":
        return f"{organ.head} Hội LHPN Việt Nam"
    return f"{organ.head} {owner.head if owner.kind == 'body' else 'Hội LHPN'}"


def _organ_form(owner: AgentMention) -> str:
    return "named" if owner.form == "central" else owner.form


@lru_cache(maxsize=1)
def _organs() -> frozenset[str]:
    return frozenset(row["label"] for row in _rows() if row["scope"] == "body")


def _listed(text: str) -> Iterator[AgentMention]:
    for span, organisation in lexicon().find(text):
        if is_word(text, span) and (organisation.level or _stands_as_name(text, span)):
            yield _scoped(text, span.start, span.end, organisation)


def _stands_as_name(text: str, span: Span) -> bool:
    """A capital, many words, or the post before it mark a name: "Trưởng ban Vì sự tiến bộ của phụ nữ"."""
    if text[span.start].isupper() or text.count(" ", span.start, span.end) >= _LONG_NAME:
        return True
    return text[max(0, span.start - 10) : span.start].endswith(_IN_POST)


def _is_group_or_building(text: str, start: int) -> bool:
    return bool(_GROUP.search(text, max(0, start - 12), start) or _BUILDING.search(text, max(0, start - 30), start))


def _scoped(text: str, start: int, end: int, organisation: Organisation) -> AgentMention:
    level, places, within, stop = _scope(text, end, organisation)
    named = bool(places) or organisation.scope == "none" or (level is None and organisation.kind in _NATIONWIDE)
    form = "named" if named else "level" if level else "bare"
    form = "generic" if _is_group_or_building(text, start) else form
    label, kind = organisation.label, organisation.kind
    return AgentMention(Span(start, stop), f"body-{form}", "body", form, label, level, places, within, kind)


def _scope(
    text: str, end: int, organisation: Organisation
) -> tuple[str | None, tuple[PlaceName, ...], tuple[PlaceName, ...], int]:
    """The level word, the place and its containers behind a body's name: "Công an | tỉnh | Quảng Trị"."""
    if organisation.scope == "none":
        return organisation.level, (), (), end
    word = _SCOPE_LEVEL.match(text, end)
    level = level_kind(word["level"]) if word else organisation.level
    after = word.end() if word else end
    start = name_start(text, after)
    listed_only = word is None or level not in MAY_BE_UNLISTED
    place = place_at(text, start, level, listed_only=listed_only) if start is not None else None
    if place is None:
        return level, (), (), after
    within = containers(text, place.span.end)
    return level, (place,), within, (within[-1] if within else place).span.end


def _of_own_name(text: str) -> Iterator[AgentMention]:
    """Bodies whose name is their own: "Công ty TNHH May Hoa Sen"; the capitalised words after the head are the name."""
    for match in _OWN_NAME.finditer(text):
        if _GROUP.search(text, max(0, match.start() - 12), match.start()):
            continue
        if len(match["name"].split()) < 2 and not match["type"]:
            continue  # "CLB Bóng chuyền hơi": a common name with one capital
        label, kind = " ".join(match[0].split()), _KIND_OF_HEAD[" ".join(match["head"].split())]
        yield AgentMention(Span(*match.span()), "body-own-name", "body", "named", label, body_kind=kind)

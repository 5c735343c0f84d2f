"""Bodies outside the lexicon: by the grammar of their names, and the bodies of hamlets."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.document import AgentMention
from kgraph.mentions._branches import branch_at
from kgraph.mentions._grammar import containers, is_group_or_building, scope_at
from kgraph.mentions._own_names import ALSO, OwnName, own_names
from kgraph.model import Span
from kgraph.registry.anchored import anchored
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, rx, words

SHORT_NAME = "body-short-name"
_WITH_BRANCHES = frozenset({"bank", "company"})
_HAMLETS = alternatives(row["word"] for row in rows("hamlets.tsv"))
_HAMLET_NAME = r"(?: \d+[A-Z]?(?![\d.,]\d)| \p{Lu}[\p{L}’'-]*){1,4}"
_OF_HAMLET = anchored(
    rf"(?<!\p{{L}})(?P<head>{any_of('hamlet-body')}) (?P<kind>{_HAMLETS})(?!\p{{L}})(?P<name>{_HAMLET_NAME})?",
    whole=words("hamlet-body"),
)
_CAPITALS, _LAST_CAPITALS = rx(r"\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)+"), rx(r"(?: \p{Lu}\p{L}*)+$")


def named_bodies(text: str) -> Iterator[AgentMention]:
    """The bodies in *text* (in matching form) that the words of their name tell."""
    for name in own_names(text):
        if name.short:
            yield AgentMention(Span(name.start, name.end), SHORT_NAME, "body", "bare", name.label, body_kind=name.kind)
        elif not is_group_or_building(text, name.start):
            yield _of_branch(text, name) or _of_own_name(text, name)
        elif name.proper:
            yield from _listed_with(text, name)
    yield from _of_hamlets(text)


def _listed_with(text: str, first: OwnName) -> Iterator[AgentMention]:
    """ "2 Đồn Biên phòng Cửa Lân, Đồng Cói", "các Đồn Biên phòng Cửa Lân và Đồng Cói": each by its name.

    Without a further name the words are those of a group ("một số Công ty May Thêu").
    """
    also = ALSO.match(text, first.end)
    if also is None:
        return
    yield _mention(Span(first.start, first.end), "own-name", "named", first.label, first.kind)
    head = _LAST_CAPITALS.sub("", first.label)
    for name in _CAPITALS.finditer(text, first.end, also.end()) if also["more"] else ():
        label = f"{head} {' '.join(name[0].split())}"
        yield _mention(Span(*name.span()), "own-name", "named", label, first.kind)


def _of_own_name(text: str, name: OwnName) -> AgentMention:
    """A place behind the name belongs to it; a level word alone does where the name tells nobody ("Trạm Y tế xã").

    Where a company comes from is no part of its name: "Công ty TNHH Hoa Sen | tỉnh Ví Dụ".
    """
    scope = scope_at(text, name.end)
    if scope.level is None or (name.proper and (not scope.places or name.kind in _WITH_BRANCHES)):
        form = "named" if name.proper else "bare"
        return _mention(Span(name.start, name.end), "own-name", form, name.label, name.kind)
    form = "named" if scope.places else "level"
    span = Span(name.start, scope.end)
    return AgentMention(
        span, "body-own-name", "body", form, name.label, scope.level, scope.places, scope.within, name.kind
    )


def _of_branch(text: str, name: OwnName) -> AgentMention | None:
    branch = branch_at(text, name.end) if name.proper and name.kind in _WITH_BRANCHES else None
    if branch is None:
        return None
    span, form = Span(name.start, branch.end), "level" if branch.level else "named"
    return _mention(span, "branch", form, f"{name.label} {branch.words}", name.kind, branch.level)


def _of_hamlets(text: str) -> Iterator[AgentMention]:
    """ "Ban công tác Mặt trận xóm Đông"; "Ban công tác Mặt trận xóm" is of the xóm that was named last."""
    for match in _OF_HAMLET.finditer(text):
        name = match["name"] or _named_before(text, match["kind"], match.start())
        if name:
            within = containers(text, match.end()) if match["name"] else ()
            span = Span(match.start(), within[-1].span.end if within else match.end())
            head = " ".join(f"{match['head']} {match['kind']}{name}".split())
            yield _mention(span, "of-hamlet", "named", head, "association")


def _named_before(text: str, kind: str, position: int) -> str | None:
    found = rx(rf"(?i:{kind})(?P<name>{_HAMLET_NAME})").finditer(text, 0, position)
    return next((match["name"] for match in reversed(list(found))), None)


def _mention(span: Span, rule: str, form: str, head: str, kind: str, level: str | None = None) -> AgentMention:
    return AgentMention(span, f"body-{rule}", "body", form, head, level, body_kind=kind)

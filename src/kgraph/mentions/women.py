"""Women's bodies outside the hierarchy: of a police force, a hospital, a company; and the chapters of hamlets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

import regex

from kgraph.document import AgentMention, Mentions
from kgraph.mentions._abroad import abroad
from kgraph.mentions._grammar import (
    COMMUNE_KINDS,
    Scope,
    behind_short_form,
    containers,
    is_group_or_building,
    levels_at,
    name_start,
    place_at,
    place_list,
    scope_at,
)
from kgraph.mentions._own_names import NAME, is_cut
from kgraph.mentions.unions import LISTED_WITH
from kgraph.model import Span
from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, rx

AFTER = ("unions",)

_WOMEN = r"(?:[Pp]hụ [Nn]ữ|LHPN|HPN|PN|[Ll]iên hiệp [Pp]hụ [Nn]ữ)"
_MANY = rx(rf" (?:{any_of('many')}|\d{{1,2}}) ")


def _led(*heads: str) -> list[str]:
    """What the name of a women's body with one of *heads* begins with, in lower case."""
    return [f"{head} {women}" for head in heads for women in ("phụ nữ", "lhpn", "hpn", "pn", "liên hiệp phụ nữ")]


@lru_cache(maxsize=1)
def _hosts() -> dict[str, Mapping[str, str]]:
    """The hosts as written; "Công ty" wants a name behind it, "Công an" a place."""
    return {row["words"]: row for row in rows("women-hosts.tsv")}


@lru_cache(maxsize=1)
def _of_host() -> Anchored:
    plain = alternatives(words for words, row in _hosts().items() if row["wants"] != "name")
    named = alternatives(words for words, row in _hosts().items() if row["wants"] == "name")
    types = rf"(?: (?i:{any_of('company-type')})(?!\p{{L}}))*"
    # "Đại hội phụ nữ Công an huyện" is a congress.
    return anchored(
        rf"(?<!\p{{L}})(?<![Đđ]ại )(?P<head>Hội|hội|Ban|[Cc]hi [Hh]ội) {_WOMEN}(?P<base> cơ sở| [Cc]ơ quan)? "
        rf"(?:(?P<host>{named})(?!\p{{L}})(?P<rest>{types}(?P<name>{NAME}))|(?P<host>{plain})(?!\p{{L}}))",
        whole=_led("hội", "ban", "chi hội"),
    )


@lru_cache(maxsize=1)
def _hamlets() -> dict[str, Mapping[str, str]]:
    """The words for a hamlet; a *sure* one means nothing else ("khối" may be one of offices), *label* spells it out."""
    return {row["word"]: row for row in rows("hamlets.tsv")}


@lru_cache(maxsize=1)
def _of_hamlet() -> Anchored:
    sure = alternatives(word for word, row in _hamlets().items() if row["sure"])
    return anchored(
        rf"(?<!\p{{L}})(?:(?:Chi [Hh]ội(?: {_WOMEN})?|chi [Hh]ội {_WOMEN}) "
        rf"|(?P<union>Hội {_WOMEN}) (?={sure}(?!\p{{L}})))"
        rf"(?P<kind>{alternatives(_hamlets())})(?P<name>(?: \d+[A-Z]?(?![\d.,]\d)| \p{{Lu}}[\p{{L}}’'-]*){{1,4}})",
        whole=("chi hội", *_led("hội")),
    )


@lru_cache(maxsize=1)
def _by_name() -> Anchored:
    """The chapters whose hamlet is told by its bare name, which no host's is."""
    return anchored(
        rf"(?<!\p{{L}})[Cc]hi [Hh]ội {_WOMEN} (?!{alternatives(_hosts())}(?!\p{{L}}))"
        r"(?P<hamlet>\p{Lu}\p{L}*(?: (?:\p{Lu}\p{L}*|\d+[A-Z]?(?![\d.,]\d))){1,3}),",
        whole=_led("chi hội"),
    )


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with these bodies; they replace a union read from the same words ("Hội Phụ nữ | Công an tỉnh")."""
    text = mentions.text
    found = [*_of_hosts(text), *_chapters(text), *_chapters_by_name(text), *abroad(text)]
    kept = [a for a in mentions.agents if not any(f.span.overlaps(a.span) for f in found)]
    return replace(mentions, agents=tuple(sorted([*kept, *found], key=lambda a: a.span)))


def _of_hosts(text: str) -> Iterator[AgentMention]:
    for match in _of_host().finditer(text):
        if is_group_or_building(text, match.start()):
            continue  # "02 Chi hội Phụ nữ chợ"
        if match["name"] and match["head"] == "Ban":
            continue  # "Ban Phụ nữ Quân khu" is an office of its staff
        if match["name"] is None:
            yield _of_force(text, match)
        elif match["name"] and not is_cut(text, match["name"], match.end()):
            head = " ".join(f"{_head(match)}{match['base'] or ''} {_host(match)['label']}{match['rest']}".split())
            yield AgentMention(Span(*match.span()), "women-of-host", "women", "named", head)


def _head(match: regex.Match[str]) -> str:
    return "Chi hội phụ nữ" if match["head"].lower().startswith("chi") else "Hội Phụ nữ"


def _host(match: regex.Match[str]) -> Mapping[str, str]:
    return _hosts()[" ".join(match["host"].split())]


def _of_force(text: str, match: regex.Match[str]) -> AgentMention:
    """ "Hội Phụ nữ Công an | tỉnh Nam Định": the place of the force is that of its women."""
    host, end = _host(match), behind_short_form(text, match.end())
    scope = _listed(text, end) or scope_at(text, end, host["level"] or None, bare=True)
    placeless = "bare" if host["wants"] == "place" else "named"
    form = "named" if scope.places else "level" if scope.level else placeless
    head = f"{_head(match)}{(match['base'] or '').lower()} {host['label']}"
    return AgentMention(
        Span(match.start(), scope.end), "women-of-host", "women", form, head, scope.level, scope.places, scope.within
    )


def _listed(text: str, position: int) -> Scope | None:
    """ "Hội phụ nữ Ban CHQS | các huyện Đông Hưng, Tiền Hải": one of each."""
    many = _MANY.match(text, position)
    levels = levels_at(text, many.end()) if many else None
    start = name_start(text, levels[0]) if levels else None
    first = place_at(text, start, "/".join(levels[1])) if levels and start is not None else None
    if levels is None or first is None:
        return None
    names = place_list(text, first, LISTED_WITH.get(levels[1][0], frozenset(levels[1])))
    return Scope(names[-1].span.end, levels[1][0], names)


def _chapters(text: str) -> Iterator[AgentMention]:
    for match in _of_hamlet().finditer(text):
        head = f"{'Hội LHPN' if match['union'] else 'Chi hội phụ nữ'} {_spelled_out(match)}"
        within = containers(text, match.end())
        span = Span(match.start(), within[-1].span.end if within else match.end())
        yield AgentMention(span, "women-chapter", "women", "named", head, None, (), within, "chapter")


def _spelled_out(match: regex.Match[str]) -> str:
    """ "TDP 16" is "tổ dân phố 16"."""
    kind = " ".join(match["kind"].split())
    return f"{_hamlets()[kind]['label'] or kind}{' '.join(['', *match['name'].split()])}"


def _chapters_by_name(text: str) -> Iterator[AgentMention]:
    """ "Chi hội phụ nữ Đồng Cói 2, phường Ví Dụ": the commune behind it tells that it is a hamlet's."""
    for match in _by_name().finditer(text):
        within = containers(text, match.end("hamlet"))
        if within and within[0].level in COMMUNE_KINDS:
            head = f"Chi hội phụ nữ {' '.join(match['hamlet'].split())}"
            span = Span(match.start(), within[-1].span.end)
            yield AgentMention(span, "women-chapter", "women", "named", head, None, (), within, "chapter")

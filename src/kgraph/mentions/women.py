"""Women's bodies outside the hierarchy: of a police force, a hospital, a company; and the chapters of hamlets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import regex

from kgraph.document import AgentMention, Mentions
from kgraph.mentions._grammar import LEVEL, containers, level_kind, place_at
from kgraph.model import Span
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, rx

AFTER = ("unions",)

_CAPITALS = r"(?: (?:&|-|–) \p{Lu}[\p{L}\d]*| \p{Lu}[\p{L}\d]*| \d+)"
_SCOPE, _BLANK = rx(rf" (?P<level>{LEVEL})"), rx(r" ")


@lru_cache(maxsize=1)
def _patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    hosts = rows("women-hosts.tsv")
    plain = alternatives(row["words"] for row in hosts if row["named"] == "no")
    named = alternatives(row["words"] for row in hosts if row["named"] == "yes")  # "Công ty ..."
    hamlets = alternatives(row["word"] for row in rows("hamlets.tsv"))
    host = rx(
        r"(?<!\p{L})(?:Hội|Ban) (?:[Pp]hụ nữ|LHPN) "
        rf"(?P<host>{named}{_CAPITALS}{{1,6}}|{plain}(?!\p{{L}}))"
    )
    chapter = rx(
        r"(?<!\p{L})Chi hội(?: [Pp]hụ nữ| LHPN)? "
        rf"(?P<hamlet>{hamlets}(?: \d+[A-Z]?| \p{{Lu}}[\p{{L}}’'-]*){{1,4}})"
    )
    return host, chapter


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with these bodies; they replace a union read from the same words ("Hội Phụ nữ | Công an tỉnh")."""
    found = [*_of_hosts(mentions.text), *_chapters(mentions.text)]
    kept = [a for a in mentions.agents if not any(f.span.overlaps(a.span) for f in found)]
    return replace(mentions, agents=tuple(sorted([*kept, *found], key=lambda a: a.span)))


def _of_hosts(text: str) -> Iterator[AgentMention]:
    for match in _patterns()[0].finditer(text):
        head = f"Hội Phụ nữ {' '.join(match['host'].split())}"
        scope = _SCOPE.match(text, match.end())
        level = level_kind(scope["level"]) if scope else None
        gap = _BLANK.match(text, (scope or match).end())
        place = place_at(text, gap.end(), level) if gap else None
        span = Span(match.start(), place.span.end if place else (scope or match).end())
        form = "level" if level and place is None else "named"
        yield AgentMention(span, "women-of-host", "women", form, head, level, (place,) if place else ())


def _chapters(text: str) -> Iterator[AgentMention]:
    for match in _patterns()[1].finditer(text):
        head = f"Chi hội phụ nữ {' '.join(match['hamlet'].split())}"
        within = containers(text, match.end())
        span = Span(match.start(), within[-1].span.end if within else match.end())
        yield AgentMention(span, "women-chapter", "women", "named", head, None, (), within, "chapter")

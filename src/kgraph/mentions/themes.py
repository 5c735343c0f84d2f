"""Themes of the year: "chủ đề năm 2022: ...", "chủ đề công tác năm là: “...”", "chủ đề năm 2020 của Hội về “...”"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from kgraph.document import AgentMention, Mentions, ThemeMention
from kgraph.model import Span
from kgraph.registry.words import any_of, rx

AFTER = ("bodies",)

_OPEN, _CLOSE = '“"‘«', '”"’»'
_LEAD = rx(
    rf"(?i)(?<!\p{{L}})chủ đề(?: {any_of('theme-of')})*"
    r"(?P<yearly> năm(?: (?P<year>(?:19|20)\d\d))?)?(?: (?:công tác|hoạt động))?"
)
_YEAR_CHARS = 120  # how far before "chủ đề" its year may be said
_OWNER = rx(r" (?:của |do |được )")
_LINK = rx(rf"[ ]*(?:là|về|với chủ đề|:|-)?[ ]*:?[ ]*(?:là|về)?[ ]*:?[ ]*(?P<open>[{_OPEN}])?")
_QUOTED = regex.compile(rf"[^{_OPEN}{_CLOSE}\n]{{8,400}}(?=[{_CLOSE}])")
_UNCLOSED = regex.compile(rf"[^{_OPEN}{_CLOSE},;.\n]{{8,200}}(?=[,;.\n]|$)")  # the closing quote is missing
_CLAUSE_END, _SAYS_WHAT = regex.compile(r"[;.]"), regex.compile(r"[:à]")  # "là", ":"
_UNQUOTED = regex.compile(rf"\p{{Lu}}[^{_OPEN}{_CLOSE};.\n]{{15,400}}(?=[;.{_CLOSE}]|$)", regex.MULTILINE)

_YEAR, _SENTENCE_END = rx(r"(?i)năm 20\d\d"), regex.compile(r"[.;\n]")


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with the yearly themes; a topic that is no yearly theme ("chuyên đề") is none."""
    return replace(mentions, themes=tuple(_themes(mentions)))


def _themes(mentions: Mentions) -> Iterator[ThemeMention]:
    text = mentions.text
    for lead in _LEAD.finditer(text):
        owner = _owner(text, lead.end(), mentions.agents)
        link = _LINK.match(text, owner.end if owner else lead.end())
        body = _wording(text, link, lead) if link else None
        if body is not None:
            year = int(lead["year"]) if lead["year"] else None
            wording = " ".join(body.of(text).split()).strip(" ,")
            owner = owner or _owner(text, body.end + 1, mentions.agents)
            yield ThemeMention(Span(lead.start(), body.end), "theme", wording, year, owner)


def _owner(text: str, position: int, agents: tuple[AgentMention, ...]) -> Span | None:
    gap = _OWNER.match(text, position)
    return next((a.span for a in agents if gap and a.span.start == gap.end()), None)


def _wording(text: str, link: regex.Match[str], lead: regex.Match[str]) -> Span | None:
    """The words of the theme: up to the closing quote (an opening one may be missing), else up to the clause's end.

    "hưởng ứng chủ đề An toàn cho phụ nữ và trẻ em”": the closing quote alone marks it.
    """
    quoted = _QUOTED.match(text, link.end())
    if quoted and (link["open"] or (text[link.end()].isupper() and not _CLAUSE_END.search(quoted[0]))):
        return Span(*quoted.span()) if lead["yearly"] or not link["open"] or _says_year(text, lead) else None
    if not lead["yearly"]:
        return None
    if link["open"]:
        return _span(_UNCLOSED.match(text, link.end()))
    return _span(_UNQUOTED.match(text, link.end())) if _SAYS_WHAT.search(link[0]) else None


def _span(match: regex.Match[str] | None) -> Span | None:
    return Span(*match.span()) if match else None


def _says_year(text: str, lead: regex.Match[str]) -> bool:
    before = text[max(0, lead.start() - _YEAR_CHARS) : lead.start()]
    return bool(_YEAR.search(_SENTENCE_END.split(before)[-1]))

"""What an article says of where it is at home: its own union, the province of its portal, the sections of its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import regex

from kgraph.document import AgentMention, Mentions, PlaceName
from kgraph.model import Span
from kgraph.registry.places import Place, places
from kgraph.registry.sites import names, provinces_in, provinces_of_dateline, provinces_of_host, unit_of_host
from kgraph.registry.words import any_of, rx, words
from kgraph.resolve.places import Chosen, choose, named, on_path, unlisted

_TELLS_DAY = frozenset({"day", "range", "year", "month", "quarter", "anniversary"})
_SECTION_LEAD = regex.compile(r"^[\s•*+·–-]{0,4}(?:\d{1,2}[.)]\s*)?$")
_LEAD_CHARS = 700  # the home union is named in the title or in the first paragraphs
_CONGRESS, _CONGRESS_CHARS = rx(rf"(?i)đại hội (?:đại biểu )?phụ nữ {any_of('unit-level')} $"), 40
_HOLDS_CONGRESS = rx(r"(?i) (?:đã |vừa )?tổ chức (?:thành công )?đại hội (?:đại biểu )?phụ nữ")
_OF, _OF_CHARS = rx(r"(?:của|với|theo)[ ]+$"), 6
_FIRST_LINES = 6  # the sign of the paper opens the body: title, date and lead may stand before it
_PUBLISHER_VOTE, _SOURCE_VOTE, _FURNITURE_VOTE = 3.0, 2.0, 0.4


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text under a heading that names its body: "- Hội LHPN tỉnh Hà Nam: ..."."""

    span: Span
    place: Place


@dataclass(frozen=True, slots=True)
class Context:
    """Where the article is at home.

    *home* is the place of the union it is about, *province* the province it is written in or for, *portal* whether the
    site or publisher says so: *publisher* is then its province, also where the home is in another one.
    *day* is the publication day, or the middle of the last year that the text names.
    """

    day: str | None
    province: Place | None = None
    portal: bool = False
    home: Place | None = None
    sections: tuple[Section, ...] = ()
    venue: Place | None = None
    site: Place | None = None
    publisher: Place | None = None

    def section_at(self, offset: int) -> Place | None:
        """The place whose union the section at *offset* is about; None outside all sections."""
        return next((s.place for s in self.sections if s.span.start <= offset < s.span.end), None)

    def at(self, offset: int) -> Place | None:
        """The place whose union the text at *offset* is about."""
        return self.section_at(offset) or self.home or self.site


def context(mentions: Mentions) -> Context:
    """The context of an article, from its title, its first paragraphs, its section heads, and its page's furniture."""
    day = mentions.article.published or _implied_day(mentions)
    portal = _portal(mentions, day)
    province = _majority(mentions, portal)
    publisher = _publisher(portal)
    first = Context(day, province, portal=publisher is not None, site=_site(mentions, day), publisher=publisher)
    home = _home(mentions, first)
    second = replace(first, home=home, province=on_path(home, "province") or province)
    return replace(second, sections=tuple(_sections(mentions, second)), venue=_venue(mentions, second))


def _site(mentions: Mentions, day: str | None) -> Place | None:
    """The district or commune whose own site the page is of: "konray.kontum.gov.vn"."""
    host = urlsplit(mentions.article.url).hostname if mentions.article.url else None
    return unit_of_host(host, day) if host else None


def _venue(mentions: Mentions, known: Context) -> Place | None:
    """Where the first event takes place: the place of a building ("Hội trường thành ủy Hưng Yên") near the start."""
    for agent in mentions.agents:
        if agent.form == "generic" and agent.places and agent.span.start < len(mentions.article.title) + _LEAD_CHARS:
            chosen = choose(agent.places[0], agent.within, known.home, known.province, known.day)
            if chosen is not None:
                return chosen.place
    return None


def _implied_day(mentions: Mentions) -> str | None:
    """The middle of the last year that the text states, else that a term begins in; better, the first day it names."""
    stated = [d.year for d in mentions.dates if d.role in _TELLS_DAY and d.year]
    begun = [d.year for d in mentions.dates if d.role == "term" and d.year]
    year = max(stated or begun, default=None)
    days = (f"{d.month:02d}-{d.day:02d}" for d in mentions.dates if d.role in ("day", "range") and d.month and d.day)
    return f"{year}-{next(days, '06-30')}" if year else None


def _portal(mentions: Mentions, day: str | None) -> Mapping[str, float]:
    """Votes for provinces from the site, the publisher, the source line and the page's furniture."""
    article = mentions.article
    host = urlsplit(article.url).hostname or "" if article.url else ""
    page_vote = _PUBLISHER_VOTE if article.url or article.publisher else _SOURCE_VOTE
    signed = (p for line in mentions.text.split("\n", _FIRST_LINES)[:_FIRST_LINES] for p in provinces_of_dateline(line))
    stated = (*provinces_in("\n".join((article.publisher or "", article.source_line or ""))), *signed)
    votes = dict.fromkeys(provinces_in("\n".join(article.boilerplate)), _FURNITURE_VOTE)
    votes |= dict.fromkeys((*provinces_of_host(host), *stated), page_vote)
    named = {place: vote for place, vote in votes.items() if _has_site(place, day)}
    # "huengaynay.vn" is of Thừa Thiên Huế until the end of 2024, of the city of Huế since.
    of_day = {place: vote for place, vote in named.items() if day is None or place.valid_on(day)}
    return {place.key: vote for place, vote in (of_day or named).items()}


def _publisher(portal: Mapping[str, float]) -> Place | None:
    """The province of the site or of who publishes it; what only the page's furniture names is not enough."""
    best = max(portal.items(), key=lambda item: item[1], default=("", 0.0))
    return places()[best[0]] if best[1] >= _SOURCE_VOTE else None


def _has_site(place: Place, day: str | None) -> bool:
    """Whether a province can have a site: "đồng bằng sông Cửu Long" in a footer is not tỉnh Cửu Long, gone in 1992."""
    return bool(place.lists) or bool(place.valid_to and day and day <= place.valid_to)


def _names(mentions: Mentions) -> Iterator[PlaceName]:
    for agent in mentions.agents:
        yield from agent.places
        yield from agent.within
    yield from mentions.places


def _majority(mentions: Mentions, portal: Mapping[str, float]) -> Place | None:
    """The province that most of the named places can lie in; a name that fits many provinces says little."""
    votes = defaultdict(float, portal)
    for name in _names(mentions):
        fits = _provinces_of(name)
        for key in fits:
            votes[key] += 1.0 / len(fits)
    if not votes:
        return None
    best = sorted(votes.items(), key=lambda item: (-item[1], item[0].endswith("-2025"), item[0]))
    (first, most), *others = best
    tied = bool(others) and others[0][1] == most and not others[0][0].startswith(first)  # "ha-nam-2025" is no rival
    return None if tied else places()[first]


def _provinces_of(name: PlaceName) -> frozenset[str]:
    """The keys of the provinces that a unit of this name and level lies in."""
    fitting = (place for place in named(name.name) if name.fits(place.kind))
    return frozenset(province.key for place in fitting if (province := on_path(place, "province")))


def _home(mentions: Mentions, known: Context) -> Place | None:
    """The place of the union that the article is about: one named alone in the title or near the start.

    The title and the publisher outrank the order: in "Chư Păh vào mùa đại hội" the union of Chư Păh is at home, though
    the text begins with a plan of the province's. A title with a cluster or several unions has no home.
    """
    title_end = len(mentions.article.title)
    lead = [a for a in mentions.agents if a.span.start <= title_end + _LEAD_CHARS and a.kind in ("union", "cluster")]
    if any(a.span.start <= title_end and (a.kind == "cluster" or len(a.places) > 1) for a in lead):
        return None
    unions = [a for a in lead if a.kind == "union" and a.form == "named"]
    if unions and len(unions[0].places) > 1:
        return None
    if (congress := _of_congress(mentions, known)) is not None:
        return congress
    chosen = _most_about(mentions, unions, known) or _of_one_kind(mentions, lead, known)
    if _opens_with_own(mentions, lead, known):
        return known.province
    return chosen or _of_site(mentions, known)


def _of_site(mentions: Mentions, known: Context) -> Place | None:
    """The unit whose site it is, where the text speaks of a union of that kind, or the site is the union's own.

    A report of the farmers' congress in a province's paper is not about the province's Hội LHPN.
    """
    spoken = {a.level for a in mentions.agents if a.kind == "union" and a.form in ("level", "local")}
    if known.site is not None and known.site.kind in spoken:
        return known.site
    own = known.province if known.portal else None
    return own if own is not None and (own.kind in spoken or _is_unions_own(mentions)) else None


def _is_unions_own(mentions: Mentions) -> bool:
    """Whether the page is the union's: "phunukontum.org.vn", "Trang tin Hội LHPN tỉnh"; and its text says "Hội"."""
    article = mentions.article
    page = " ".join((article.url or "", article.publisher or "", article.source_line or "")).casefold()
    says_hoi = any(agent.kind == "union" and agent.form == "bare" for agent in mentions.agents)
    return says_hoi and any(word in page for word in words("unions-page"))


def _most_about(mentions: Mentions, unions: list[AgentMention], known: Context) -> Place | None:
    """The place of the union that most speaks for; of equals, of the first one."""
    ranked = sorted((-_about(mentions, agent), agent.span.start, agent) for agent in unions if len(agent.places) == 1)
    listed = next((found.place for *_, agent in ranked if (found := place_of(agent, known)) is not None), None)
    near = known.site or known.province
    return listed or next((unlisted(a.places[0], a.within, near, known.day) for *_, a in ranked), None)


def _of_congress(mentions: Mentions, known: Context) -> Place | None:
    """Whose congress a title without a union tells of: "Đại hội phụ nữ xã A"; unions named further on send guests."""
    text, title_end = mentions.text, len(mentions.article.title)
    if any(a.kind in ("union", "women", "cluster") and a.span.start <= title_end for a in mentions.agents):
        return None
    for name in mentions.places:
        lead = text[max(0, name.span.start - _CONGRESS_CHARS) : name.span.start]
        told = _CONGRESS.search(lead) or _HOLDS_CONGRESS.match(text, name.span.end)
        if name.span.end <= title_end and name.level and told:
            chosen = choose(name, name.within, None, known.province, known.day)
            return chosen.place if chosen else None
    return None


def _of_one_kind(mentions: Mentions, lead: list[AgentMention], known: Context) -> Place | None:
    """ "Hội LHPN huyện" in a text that names a single huyện is that one's, though no union is named with its place."""
    level = next((a.level for a in lead if a.kind == "union" and a.form == "level"), None)
    of_level = [name for name in mentions.places if level is not None and name.level == level]
    if len({name.name for name in of_level}) != 1:
        return None
    chosen = choose(of_level[0], of_level[0].within, None, known.province, known.day)
    return chosen.place if chosen else None


def _opens_with_own(mentions: Mentions, lead: list[AgentMention], known: Context) -> bool:
    """ "Hội LHPN tỉnh đã ..." on the portal of a province is that province's union, whoever is named after it."""
    own = known.province if known.portal else None
    heads = (a for a in lead if a.form in ("named", "level") and not _is_of(mentions, a))
    first = next(heads, None)
    return own is not None and first is not None and first.form == "level" and first.level == own.kind


def _is_of(mentions: Mentions, agent: AgentMention) -> bool:
    """Whether the agent only belongs to what is named before it: "kế hoạch của Hội LHPN tỉnh"."""
    return bool(_OF.search(mentions.text, max(0, agent.span.start - _OF_CHARS), agent.span.start))


def _about(mentions: Mentions, agent: AgentMention) -> int:
    """How much speaks for *agent* as what the article is about."""
    name, article = agent.places[0].name, mentions.article
    score = 4 * (agent.span.start <= len(article.title))
    score += 2 * names(article.title, name) + 2 * names(article.publisher or "", name)
    # "Hội LHPN tỉnh kiểm tra tại huyện A": the title speaks of the province's union, whatever places it names.
    score += 4 * (agent.level is not None and agent.level == _level_of_title(mentions))
    return score - 2 * _is_of(mentions, agent)


def _level_of_title(mentions: Mentions) -> str | None:
    """The level word of the first union in the title, where it says nothing else: "Hội LHPN tỉnh"."""
    heads = (a for a in mentions.agents if a.kind == "union" and a.span.start <= len(mentions.article.title))
    first = next(heads, None)
    return first.level if first is not None and first.form == "level" else None


def place_of(agent: AgentMention, known: Context) -> Chosen | None:
    """The place of an agent named with one place."""
    return choose(agent.places[0], agent.within, known.home, known.province, known.day) if agent.places else None


def _sections(mentions: Mentions, known: Context) -> Iterator[Section]:
    heads = [(agent, place) for agent in mentions.agents if (place := _headed(mentions, agent, known))]
    for index, (agent, place) in enumerate(heads):
        end = heads[index + 1][0].span.start if index + 1 < len(heads) else len(mentions.text)
        yield Section(Span(agent.span.start, end), place)


def _headed(mentions: Mentions, agent: AgentMention, known: Context) -> Place | None:
    text, start = mentions.text, agent.span.start
    line_start = text.rfind("\n", 0, start) + 1
    lead, behind = text[line_start:start], text[agent.span.end : agent.span.end + 2]
    opens = line_start > 0 and _SECTION_LEAD.match(lead) and behind.lstrip().startswith(":")
    if not opens or agent.kind != "union" or agent.form != "named" or len(agent.places) != 1:
        return None
    chosen = place_of(agent, known)
    return chosen.place if chosen else None

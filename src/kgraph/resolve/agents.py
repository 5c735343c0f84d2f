"""Agent mentions -> entities: named ones by place, short forms by section, home, portal or earlier mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from kgraph.document import Agent, AgentMention, Mentions, PlaceName
from kgraph.model import Entity, Resolution, Span
from kgraph.registry.places import COUNTRY, Place, places
from kgraph.registry.regions import regions
from kgraph.registry.words import flexible, words
from kgraph.resolve import entities
from kgraph.resolve._told_before import as_told_before
from kgraph.resolve.context import Context
from kgraph.resolve.places import choose, on_path, path, unlisted
from kgraph.resolve.spellings import as_written, settled, spelled

_LONG_NAME = regex.compile(r"(?i)hội\s+(?:liên\s+hiệp\s+)?phụ\s+nữ(?:\s*\(\s*LHPN\s*\))?")


@dataclass(frozen=True, slots=True)
class Found:
    """What a short form was resolved to, and how."""

    place: Place
    method: str


def resolve_agents(mentions: Mentions, known: Context) -> tuple[Agent, ...]:
    """Every agent mention with the entities it names; generic ones and those left unresolved have none."""
    named = _named_places(mentions, known)
    resolved: list[Agent] = []
    cluster: Entity | None = None
    for mention in mentions.agents:
        agent = _resolve(mentions, mention, known, named, cluster)
        agent = as_told_before(agent, mention, resolved, mentions.article.text)
        if mention.kind == "cluster" and mention.form == "named" and cluster is None:
            cluster = next(iter(agent.entities), None)
        resolved.append(agent)
    return settled(resolved)


def _named_places(mentions: Mentions, known: Context) -> list[tuple[int, Place]]:
    """Every place named outright, with where it stands: what a later short form may mean."""
    lists = [a.span for a in mentions.agents if len(a.places) > 1]
    # "hợp nhất Hội LHPN các phường A, B": a later "Hội LHPN phường" is none of those that the list only counts.
    single = (name for name in mentions.places if not any(span.contains(name.span) for span in lists))
    names: list[tuple[PlaceName, tuple[PlaceName, ...]]] = [(name, name.within) for name in single]
    names += [(a.places[0], a.within) for a in mentions.agents if a.form == "named" and len(a.places) == 1]
    names += [(name, name.within) for name in _again(mentions, lists)]
    found = ((name.span.start, _chosen(name, within, known, name.span.start)) for name, within in names)
    # By position alone: an agent's own place, read with the places around it, comes behind the same bare name.
    return sorted(((start, place) for start, place in found if place is not None), key=lambda item: item[0])


def _again(mentions: Mentions, lists: list[Span]) -> Iterator[PlaceName]:
    """Places of a list that the text names once more by the bare name: "hai huyện A, B ... tại A"."""
    for agent in mentions.agents:
        for place in agent.places if len(agent.places) > 1 else ():
            alone = rf"(?<!\p{{L}}){regex.escape(place.name, literal_spaces=True)}(?!\p{{L}})"
            for match in regex.finditer(flexible(alone), mentions.text, pos=agent.span.end):
                span = Span(*match.span())
                if not any(other.contains(span) for other in lists):
                    yield replace(place, span=span)


def _chosen(name: PlaceName, within: tuple[PlaceName, ...], known: Context, offset: int) -> Place | None:
    """The unit that *name* means at *offset*."""
    chosen = choose(name, within, known.at(offset), known.province, known.day)
    return chosen.place if chosen else None


def _resolve(
    mentions: Mentions, mention: AgentMention, known: Context, named: list[tuple[int, Place]], cluster: Entity | None
) -> Agent:
    if mention.rule == "women-chapter" and not mention.within:
        return _chapter(mentions, mention, known, named)
    direct = _direct(mention, known, cluster)
    if direct is not None:
        return Agent(mention.span, mention.kind, mention.form, direct, mention.rule)
    found = None if _goes_on(mentions, mention) else short_form(mention, known, named, _around(mentions, mention))
    if found is None:
        return Agent(mention.span, mention.kind, mention.form, (), mention.rule)
    entity = _entity(mention, found.place)
    resolution = Resolution(mention.span.of(mentions.article.text), entity, f"kgs:{found.method}")
    return Agent(mention.span, mention.kind, mention.form, (entity,), mention.rule, resolution)


def _goes_on(mentions: Mentions, mention: AgentMention) -> bool:
    """Whether the body is told by the next post: "Bí thư | Đảng ủy, Chính ủy Trung tâm 99" is no xã's."""
    pairs = (pair for person in mentions.persons for pair in pairwise(person.posts))
    return mention.form == "bare" and any(here.body == mention.span and after.body for here, after in pairs)


def _chapter(mentions: Mentions, mention: AgentMention, known: Context, named: list[tuple[int, Place]]) -> Agent:
    """ "Chi hội phụ nữ thôn 5": of the commune at home, else of the commune that was named last."""
    home = on_path(known.at(mention.span.start), "commune")
    before = (place for start, place in reversed(named) if start < mention.span.start and place.level == "commune")
    commune = home or next(before, None)
    entity = _other_body(mention, commune)
    method = "kgs:res-home" if home else "kgs:res-previous-mention"
    resolution = Resolution(mention.span.of(mentions.article.text), entity, method) if commune else None
    return Agent(mention.span, mention.kind, mention.form, (entity,), mention.rule, resolution)


def _direct(mention: AgentMention, known: Context, cluster: Entity | None) -> tuple[Entity, ...] | None:
    """The entities that the words themselves tell; None for a short form, which only the context tells."""
    if mention.form == "generic":
        return ()
    if mention.kind == "cluster":
        return _cluster(mention, cluster)
    if mention.form == "central":
        return (entities.union(places()[COUNTRY]),)
    return _named(mention, known) if mention.form == "named" else None


def _entity(mention: AgentMention, place: Place) -> Entity:
    if mention.kind == "union":
        return spelled(entities.union(place))
    return _other_body(mention, place)


def _other_body(mention: AgentMention, place: Place | None) -> Entity:
    if mention.kind == "women":
        return entities.women_body(mention.head, mention.body_kind or "other", place)
    return entities.body(mention.head, mention.body_kind or "other", place, mention.written)


def _cluster(mention: AgentMention, before: Entity | None) -> tuple[Entity, ...]:
    """A cluster by its own words; "Cụm" alone is the one named before."""
    if mention.form == "bare":
        return (before,) if before else ()
    label = cluster_label(mention.head)
    region = next((r for r in regions() if label.casefold().endswith(r.label.casefold())), None)
    return (entities.cluster(label, entities.region(region) if region else None),)


def cluster_label(words: str) -> str:
    """One spelling: "Cụm thi đua Hội Liên hiệp phụ nữ (LHPN) các tỉnh ..." is "Cụm thi đua Hội LHPN các tỉnh ..."."""
    plain = _LONG_NAME.sub("Hội LHPN", " ".join(words.split()))
    return plain[0].upper() + plain[1:]


def _named(mention: AgentMention, known: Context) -> tuple[Entity, ...]:
    if mention.kind == "women" and mention.within and not mention.places:
        commune, *above = mention.within
        place = _chosen(commune, tuple(above), known, mention.span.start) or _unlisted(
            commune, tuple(above), mention, known
        )
        return (_other_body(mention, place),)
    if not mention.places:
        return (_other_body(mention, None),)
    found = (named_entity(mention, name, known) for name in mention.places)
    return tuple(dict.fromkeys(entity for entity in found if entity is not None))


def named_entity(mention: AgentMention, name: PlaceName, known: Context) -> Entity | None:
    """What *mention* names at one of its places; None where the place cannot be told."""
    within = (*name.within, *mention.within)
    place = _chosen(name, within, known, mention.span.start)
    if place is not None:
        return _entity(mention, as_written(place, name.name))
    unknown = _unlisted(name, within, mention, known) if mention.kind == "union" else None
    return entities.union(unknown) if unknown else None


def _unlisted(name: PlaceName, within: tuple[PlaceName, ...], mention: AgentMention, known: Context) -> Place | None:
    """The unit that *name* must mean though none is listed, beside where *mention* is at home."""
    return unlisted(name, within, known.at(mention.span.start) or known.province, known.day)


def _around(mentions: Mentions, mention: AgentMention) -> Span:
    """From the start of the clause in which a union may say the place for *mention* too, to the end of the paragraph.

    "Hội LHPN huyện A phối hợp Hội Phụ nữ Công an huyện": both are of A. In a list of guests, divided by semicolons, the
    Hội LHPN huyện of another item says nothing.
    """
    text, span = mentions.text, mention.span
    line_end = text.find("\n", span.end)
    start = (
        max(text.rfind(mark, 0, span.start) + 1 for mark in (";", ":", "\n", ". "))
        if mention.kind != "union"
        else span.start
    )
    return Span(start, line_end if line_end >= 0 else len(text))


def short_form(mention: AgentMention, known: Context, named: list[tuple[int, Place]], around: Span) -> Found | None:
    """ "Hội LHPN tỉnh": the unit of that kind in the section, at home, named before, or of the portal's province.

    For a body that is no union, one that its own clause named before comes first. Where nothing before tells it, the
    first one named behind it in its paragraph does. *around* is from the start of that clause to the paragraph's end.
    """
    if mention.form == "local":
        return _local(mention, known)
    section = known.section_at(mention.span.start)
    if mention.level is None:
        return _bare(mention, known, section)
    said = (place for start, place in reversed(named) if around.start <= start < mention.span.start)
    before = (place for start, place in reversed(named) if start < mention.span.start)
    behind = (place for start, place in named if mention.span.start < start < around.end)
    tries = [
        ("res-section", section),
        *(("res-previous-mention", place) for place in said),
        ("res-home", known.home),
        ("res-publisher", known.publisher),  # "Hội LHPN tỉnh" in its paper is of that tỉnh, whatever other it visits
        *(("res-previous-mention", place) for place in before),
        *(("res-next-mention", place) for place in behind),
        ("res-previous-mention", known.province),
    ]
    found = _first_of_kind(tries, mention.level)
    own_parent = found is not None and found.method == "res-home" and found.place is not known.home
    return Found(found.place, "res-parent") if found and own_parent else found


def _first_of_kind(tries: Iterable[tuple[str, Place | None]], kind: str) -> Found | None:
    """The first unit of *kind* that one of the *tries* (method, place) lies in."""
    units = ((method, of_kind(place, kind)) for method, place in tries)
    return next((Found(unit, method) for method, unit in units if unit is not None), None)


def _local(mention: AgentMention, known: Context) -> Found | None:
    """ "tỉnh ta": the portal's own province, else the one where the event takes place, else the home's."""
    tries = [
        ("res-publisher", known.publisher),
        ("res-venue", known.venue),
        ("res-home", known.home),
        ("res-previous-mention", known.province),
    ]
    return _first_of_kind(tries, mention.level or "")


def of_kind(place: Place | None, kind: str) -> Place | None:
    """The unit of *kind* on the path of *place*: for quận Lê Chân, "thành phố" is Hải Phòng; for Móng Cái, Móng Cái."""
    return next((p for p in path(place) if p.kind == kind), None)


def _bare(mention: AgentMention, known: Context, section: Place | None) -> Found | None:
    """ "Hội": the union that the section or the article is about.

    A bare "Đảng ủy" or "UBND" is that of the xã where one is at home; of other levels it names nobody.
    """
    if mention.kind != "union":
        home = section or known.home
        of_commune = home is not None and home.level == "commune" and mention.head in words("body-of-commune")
        return Found(home, "res-section" if section else "res-home") if home and of_commune else None
    if section is not None:
        return Found(section, "res-section")
    if known.home is not None:
        return Found(known.home, "res-home")
    return None

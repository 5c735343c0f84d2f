"""Who holds, signs or receives: the agents around the words that state an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from kgraph.document import Agent, Document, Participant, PlaceName
from kgraph.model import Entity, Span
from kgraph.registry.places import COUNTRY, places
from kgraph.registry.words import any_of, lowered, rx, whole
from kgraph.resolve import entities
from kgraph.resolve._tellings import Telling, acting, adjoins
from kgraph.resolve.context import context
from kgraph.resolve.places import choose

# A subject that is no body: "103/103 chi hội đã tiến hành Hội nghị"; the event has no stated host then.
_CROWD = rx(rf"(?i)(?:\d+|100%|các|nhiều|mỗi|từng) (?:\p{{L}}+ )?{any_of('crowd')}[^,;.]{{0,40}}$")
# "Các cơ sở Hội trong xã còn ..., tổ chức thành công hội thi": that they succeeded says that they held it.
_ANY_CROWD = rx(rf"(?i)(?<!\p{{L}})(?:\d+|100%|các|nhiều|mỗi|từng) (?:\p{{L}}+ )?{any_of('crowd')}(?!\p{{L}})")
_SUCCEEDED = rx(r"(?<!\p{L})thành công(?!\p{L})")
# "Đại hội đại biểu phụ nữ thành phố ... lần thứ XIX"
_CONGRESS_OF = rx(
    r"(?i:phụ nữ (?:cấp )?(?P<level>tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?!\p{L}|/))"
    r"(?: (?P<place>\p{Lu}[\p{L} ]*?))?(?=,|(?i: lần| khóa| nhiệm)|$)"
)
_CONGRESS_OF_ALL = rx(r"(?i)phụ nữ toàn quốc")
# "Đại hội phụ nữ cấp cơ sở": each body below holds its own, and none of them is named.
_OF_MANY = rx(r"(?i)(?:cấp|phụ nữ|chi hội) cơ sở(?!\p{L})|chi hội$")
# "Sáng 11/11, xóm Đông tổ chức Ngày hội": a place acts for its people.
_PLACE_ACTS = rx(rf"(?:.*, )?(?i:{any_of('place-acts')})(?: \p{{Lu}}[\p{{L}}’'-]*| \d+)+ (?:đã |vừa )?")
# What stands between the last comma and the verb, written like a name; an organ or a delegation is the host's own.
_OWN_CLAUSE = rx(rf", (?P<who>\p{{Lu}}[^,;:.]{{3,90}}?)(?: {any_of('adjoining')})* ?\Z")
_KNOWN_SUBJECT = rx(rf"(?:{any_of('event-itself')}|{any_of('executive-organ')}|{any_of('delegation')})(?!\p{{L}})")
_BY = rx(r"(?<!\p{L})do \Z")
_HOI_ACTS = rx(rf"(?<!\p{{L}})[Hh]ội(?: {any_of('adjoining')})* \Z")
_HOI_CHARS = 20
# "tặng quà cho hội viên từ nguồn ủng hộ của Ngân hàng ...": who pays for it receives nothing.
_FUNDED = whole("funded-by")
_OF_OTHERS = frozenset({"event-set", "event-rest"})  # who sets the task does not hold it
_ROLES = {"event-given": "role-recipient", "event-launched": "role-honoured"}


def crowd(telling: Telling) -> bool:
    """Whether a number of unnamed bodies acts."""
    return bool(_CROWD.search(telling.lead)) or crowd_succeeds(telling)


def crowd_succeeds(telling: Telling) -> bool:
    """Whether a number of unnamed bodies is said to have held it with success."""
    verb = Span(telling.start, telling.trigger.name_start)
    return bool(_SUCCEEDED.search(verb.of(telling.document.text)) and _ANY_CROWD.search(telling.lead))


def hosts(telling: Telling) -> tuple[tuple[Entity, ...], str]:
    """Who holds it, and the confidence: the agents before the verb, the one the name says, or the paragraph's own."""
    if telling.trigger.rule in _OF_OTHERS:
        return (), "stated"
    before = named_behind(telling) if telling.trigger.rule == "event-held-by" else acting(telling)
    congress = _congress_host(telling) if telling.trigger.kind == "congress" else None
    if congress is not None:
        return (congress,), "resolved"
    if place_acts(telling) or (telling.trigger.kind == "congress" and _OF_MANY.search(telling.trigger.name)):
        return (), "stated"
    if before:
        confidence = "resolved" if before[0].resolution else "stated"
        return tuple(dict.fromkeys(entity for agent in before for entity in agent.entities)), confidence
    if telling.trigger.rule == "event-at" and telling.document.home is not None:
        return (telling.document.home,), "inferred"
    own = _said_in_name(telling)
    return (own, "stated") if own else (_implied(telling), "inferred")


def hoi_acts(telling: Telling) -> bool:
    """ "Dịp này, hội trao quà ...": the union that the text is about, by the bare word."""
    start = max(telling.sentence.start, telling.start - _HOI_CHARS)
    return bool(_HOI_ACTS.search(telling.document.text, start, telling.start))


def place_acts(telling: Telling) -> bool:
    """ "Sáng 11/11, xóm Đông tổ chức ...": the people of a place hold it, and no body is named."""
    told = telling.trigger.rule == "event-held" and _PLACE_ACTS.fullmatch(telling.lead)
    # "Hội LHPN thị trấn A, huyện B tổ chức": the Hội holds it
    return bool(told) and not adjoins(telling, acting(telling))


def named_behind(telling: Telling) -> tuple[Agent, ...]:
    """The agent behind "do": "hội nghị ... do Hội LHPN huyện tổ chức"."""
    agents = (a for a in telling.document.agents_in(telling.behind) if a.entities)
    text = telling.document.text
    return tuple(a for a in agents if _BY.search(text, telling.start, a.span.start))[:1]


def _said_in_name(telling: Telling) -> tuple[Entity, ...]:
    """The host behind "của" in the name: "đại hội của Hội LHPN xã A"."""
    text = telling.document.text
    named = (a for a in telling.document.agents_in(telling.trigger.span) if a.entities)
    return next((a.entities[:1] for a in named if "của" in text[telling.start : a.span.start]), ())


def _implied(telling: Telling) -> tuple[Entity, ...]:
    subject, trigger = telling.document.subjects[telling.index], telling.trigger
    if subject and hoi_acts(telling):
        return subject.entities[:1]  # "Hội sẽ mở 4 lớp ..."
    if subject is None or trigger.planned or (trigger.kind != "signing" and crowd(telling)) or _is_unread(telling):
        return ()
    return subject.entities[:1]


def _is_unread(telling: Telling) -> bool:
    """Whether the clause has a subject that nothing could read: "Ngày 6/3, Nghiệp đoàn Đò dọc | đã tổ chức"."""
    clause = _OWN_CLAUSE.search(telling.lead)
    if clause is None or _KNOWN_SUBJECT.match(lowered(clause["who"])):
        return False
    span = Span(telling.sentence.start + clause.start("who"), telling.start)
    named = any(agent.entities for agent in telling.document.agents_in(span))
    return not named and not any(span.contains(person.span) for person in telling.document.persons)


def _congress_host(telling: Telling) -> Entity | None:
    """A congress of a level is held by the union of that level at home, one of the whole country by the centre."""
    match, home = _CONGRESS_OF.search(telling.trigger.name), telling.document.home
    if _CONGRESS_OF_ALL.search(telling.trigger.name):
        return entities.union(places()[COUNTRY])
    if match is None:
        return None
    if home is None:
        return _union_named(telling, match)
    level = "thành phố" if match["level"].lower().startswith("tp") else match["level"].lower()
    unit = entities.unit_of_home(home, level)
    if unit is None or (match["place"] and match["place"].strip().casefold() != unit.name.casefold()):
        return None
    return entities.union(unit)


def _union_named(telling: Telling, match: regex.Match[str]) -> Entity | None:
    """The union of the place in the name of a congress, where the text names no union: "Đại hội phụ nữ huyện A"."""
    if not match["place"]:
        return None
    known, start = context(telling.document.mentions), telling.trigger.name_start
    name = PlaceName(Span(start, start), match["place"].strip(), match["level"].lower())
    chosen = choose(name, (), known.at(start), known.province, known.day)
    return entities.union(chosen.place) if chosen else None


def section_owners(document: Document) -> frozenset[Entity]:
    """The unions that head a section: a lead that names them all tells of an event of each."""
    heads = {section.start for section in document.sections}
    return frozenset(entity for agent in document.agents if agent.span.start in heads for entity in agent.entities)


def beside(telling: Telling, others: Sequence[Entity], role: str, rule: str) -> Iterator[Participant]:
    """Those who act beside the first host; the quote runs from their own name to the end of the event's."""
    spans = {entity: agent.span for agent in acting(telling) for entity in agent.entities}
    for entity in others:
        start = spans[entity].start if entity in spans else telling.start
        yield Participant(entity, role, Span(start, telling.trigger.span.end), rule)


def recipients(telling: Telling) -> tuple[Participant, ...]:
    """Whom something is given to, or who is honoured: "... cho hội viên Hội LHPN xã A", "suy tôn Hội LHPN tỉnh B"."""
    rule = telling.trigger.rule
    if rule not in _ROLES:
        return ()
    text, start = telling.document.text, telling.start
    named = (agent for agent in telling.document.agents_in(telling.behind) if agent.form == "named")
    named = (agent for agent in named if not _FUNDED.search(text, start, agent.span.start))
    return tuple(Participant(entity, _ROLES[rule], agent.span, rule) for agent in named for entity in agent.entities)

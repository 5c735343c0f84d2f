"""What resolving saw and left open or out, with the reason that decided it; and what the context made of the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from kgraph.document import AgentMention, Document, Doubt, PersonMention, PlaceName, Reading
from kgraph.model import Entity, Span
from kgraph.registry.anchored import Anchored, anchored
from kgraph.registry.places import Place
from kgraph.registry.words import alternatives
from kgraph.resolve._forms import kinds
from kgraph.resolve._triggers import tasks
from kgraph.resolve.agents import named_entity
from kgraph.resolve.attendance import unplaced
from kgraph.resolve.context import Context, context
from kgraph.resolve.events import weighed
from kgraph.resolve.persons import untied
from kgraph.resolve.places import Weighed, path, weigh

_DAYS = frozenset({"day", "range", "month", "quarter", "today"})
_FEASTS = frozenset({"feast", "anniversary"})


def doubts(document: Document) -> tuple[Doubt, ...]:
    """The words of *document* that were seen and left unresolved, or that state no event, each with its reason."""
    known = context(document.mentions)
    found = [*_agents(document, known), *_places(document, known), *_persons(document), *_programmes(document)]
    found += [*_events(document), *_dates(document)]
    return tuple(sorted(set(found), key=lambda doubt: (doubt.span, doubt.reason)))


def readings(document: Document) -> tuple[Reading, ...]:
    """The unit that each place outside the name of a body means, and the event that each date is the day of."""
    known = context(document.mentions)
    chosen = ((name.span, _weighed(name, (), known).chosen) for name in _free_places(document))
    found = [Reading(span, _of_place(c.place), c.method and f"kgs:{c.method}") for span, c in chosen if c]
    for words, objection, date in weighed(document):
        event = next((e for e in document.events if words in e.spans), None)
        if not objection and date is not None and event is not None and event.edtf:
            found.append(Reading(date.span, event.entity))
    return tuple(sorted(set(found), key=lambda reading: (reading.span, reading.entity)))


def _agents(document: Document, known: Context) -> Iterator[Doubt]:
    for mention, agent in zip(document.mentions.agents, document.agents, strict=True):
        if mention.form == "named" and mention.places:
            yield from _unnamed(mention, known)
        if not agent.entities and not (mention.form == "named" and len(mention.places) == 1):
            yield Doubt(mention.span, _unknown(mention))


def _unknown(mention: AgentMention) -> str:
    """Why a mention names no body at all."""
    if mention.form == "generic":
        return "group" if mention.kind == "union" else "group-or-building"
    if mention.form == "named":
        return "places-unknown"
    return "body-without-place" if mention.kind == "body" and mention.form == "bare" else "short-form-unexplained"


def _unnamed(mention: AgentMention, known: Context) -> Iterator[Doubt]:
    """ "3 huyện A, B, C": each place that cannot be told; where there is but one, the whole mention names nobody."""
    for name in mention.places:
        if named_entity(mention, name, known) is None:
            at = mention.span if len(mention.places) == 1 else name.span
            yield _doubt(at, _weighed(name, (*name.within, *mention.within), known))


def _doubt(span: Span, found: Weighed) -> Doubt:
    return Doubt(span, found.reason, tuple(_of_place(place) for place in found.rivals))


def _weighed(name: PlaceName, within: tuple[PlaceName, ...], known: Context) -> Weighed:
    return weigh(name, within, known.at(name.span.start), known.province, known.day)


def _of_place(place: Place) -> Entity:
    """A place under a label that tells it from others of its name: "xã Hải Châu, huyện Hải Hậu, tỉnh Nam Định"."""
    return Entity("place", place.key, ", ".join(unit.label for unit in path(place)) or place.label)


def _free_places(document: Document) -> Iterator[PlaceName]:
    agents = [agent.span for agent in document.agents]
    return (name for name in document.mentions.places if not any(span.overlaps(name.span) for span in agents))


def _places(document: Document, known: Context) -> Iterator[Doubt]:
    for name in _free_places(document):
        found = _weighed(name, (), known)
        yield Doubt(name.span, "place-as-context") if found.chosen else _doubt(name.span, found)


def _persons(document: Document) -> Iterator[Doubt]:
    officials = {person.span: person for person in document.persons}
    for mention in document.mentions.persons:
        held = officials[mention.span].held if mention.span in officials else ()
        yield from _posts(document, mention, {item.span for item in held})
        if mention.span not in officials:
            yield Doubt(mention.span, _unofficial(document, mention))
        elif not held:
            yield Doubt(mention.span, "person-again")
    full = {mention.span for mention in document.mentions.persons}
    yield from (Doubt(span, "given-name") for span in document.private if span not in full)


def _unofficial(document: Document, mention: PersonMention) -> str:
    """Why a person is none of the officials. "Chị Mùi" only goes on about "chị Đỗ Thị Mùi"."""
    if mention.posts:
        return "post-never-tied"
    return "person-without-post" if " " in mention.span.of(document.text) else "given-name"


def _posts(document: Document, mention: PersonMention, held: Collection[Span]) -> Iterator[Doubt]:
    agents = {agent.span: agent for agent in document.agents}
    for index, post in enumerate(mention.posts):
        if post.span not in held:
            held_in = agents.get(post.body) if post.body else None
            reason = untied(mention.posts[index:], agents) or "post-without-body"
            yield Doubt(post.span, reason, held_in.entities if held_in else ())


def _programmes(document: Document) -> Iterator[Doubt]:
    kept = {programme.span for programme in document.programmes}
    missing = (mention.span for mention in document.mentions.programmes if mention.span not in kept)
    return (Doubt(span, "private-name-inside") for span in missing)


def _events(document: Document) -> Iterator[Doubt]:
    told = [span for event in document.events for span in event.spans]
    found = [(words, reason) for words, reason, _ in weighed(document) if reason or words not in told]
    # What was read as an event and is none in the end belongs to another one: a gift at a ceremony, "Tại hội nghị, ..."
    yield from (Doubt(words, reason or "event-inside-event") for words, reason in found)
    told += (words for words, _ in found)
    sentences = document.article.sentences
    set_tasks = [span for sentence in sentences for span in tasks(document.text, sentence) if _is_free(span, told)]
    yield from (Doubt(span, "event-task") for span in set_tasks)
    yield from (Doubt(span, "guests-without-event") for span in unplaced(document))
    named = [m.span for m in (*document.mentions.agents, *document.mentions.programmes, *document.mentions.documents)]
    named += [theme.span for theme in document.mentions.themes]
    words = (Span(*match.span()) for match in _event_words().finditer(document.text))
    yield from (Doubt(span, "event-word-alone") for span in words if _is_free(span, [*told, *set_tasks, *named]))


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    return not any(other.overlaps(span) for other in taken)


@lru_cache(maxsize=1)
def _event_words() -> Anchored:
    return anchored(rf"(?<!\p{{L}})(?i:{alternatives(kinds())})(?!\p{{L}})", kinds())


def _dates(document: Document) -> Iterator[Doubt]:
    """Days, months and quarters that no event has taken; a day that a document bears is that document's."""
    told = {span for event in document.events for span in event.spans}
    taken = {date.span for words, _, date in weighed(document) if date is not None and words in told}
    dated = {reading.span for reading in readings(document)}
    documents = [cited.span for cited in document.mentions.documents]
    for date in document.mentions.dates:
        if date.role in _FEASTS:
            yield Doubt(date.span, "date-of-feast")
        elif date.role in _DAYS and date.span not in dated and _is_free(date.span, documents):
            yield Doubt(date.span, "date-unreadable" if date.span in taken else "date-of-no-event")

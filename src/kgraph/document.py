"""Values between text and facts: mentions as the recognisers find them, and the document with its mentions resolved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import islice, takewhile
from operator import attrgetter

from kgraph.model import Article, Entity, Resolution, Span

_START, _SPAN_START = attrgetter("start"), attrgetter("span.start")


@dataclass(frozen=True, slots=True, order=True)
class PlaceName:
    """A place as written: its bare *name* and the *level* word that governs it ("huyện"), if any was said.

    Where several level words govern a list ("các xã, phường: A, B"), *level* holds them all, with "/" between.
    *within* are the places said in brackets behind one of a list: "các phường: A (quận B), C (quận D)".
    """

    span: Span
    name: str
    level: str | None = None
    within: tuple[PlaceName, ...] = ()

    def fits(self, kind: str) -> bool:
        """Whether a unit of *kind* can be meant."""
        return self.level is None or kind in self.level.split("/")


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words that name something; *rule* is the id of the rule that read them."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True, order=True)
class AgentMention(Mention):
    """A union or another body as written.

    *kind* is ``union``, ``cluster``, ``women`` (a women's body outside the hierarchy) or ``body``. *form* is ``named``
    ("Hội LHPN tỉnh Nam Định"), ``level`` ("Hội LHPN tỉnh", "Thành Hội"), ``bare`` ("Hội"), ``central``, or
    ``generic`` ("Hội LHPN các xã"), which names nobody. *places* are coordinated ("3 huyện A, B, C"), *within* contain
    them. *written* is how the article writes *head*, where it never uses the usual words ("NHCSXH").
    """

    kind: str
    form: str
    head: str = ""
    level: str | None = None
    places: tuple[PlaceName, ...] = ()
    within: tuple[PlaceName, ...] = ()
    body_kind: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True, order=True)
class PostMention:
    """A post as written, and the span of the body that it is held in (None: shared with the next post, or the home)."""

    span: Span
    title: str
    body: Span | None = None
    former: bool = False


@dataclass(frozen=True, slots=True, order=True)
class PersonMention(Mention):
    """A person's name and the posts said of the person right there; *private* where only a form of address is said."""

    name: str
    posts: tuple[PostMention, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True, order=True)
class ProgrammeMention(Mention):
    """A programme: its registry *key* where listed, else its kind, name and number as written."""

    key: str | None
    kind: str
    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class DateMention(Mention):
    """A date as far as the words give it; *role* tells what for: day, month, quarter, year, range, term."""

    year: int | None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    role: str = "day"
    end: tuple[int, int | None, int | None] | None = None


@dataclass(frozen=True, slots=True, order=True)
class QuantityMention(Mention):
    """A number with what it counts: *value* in the base unit (đồng, not tỷ), *unit* words, qualifier's notation."""

    value: float
    unit: str
    scale: str = ""
    qualifier: str = "exact"
    of_total: bool = False


@dataclass(frozen=True, slots=True, order=True)
class DocumentMention(Mention):
    """An official document as cited."""

    type: str
    name: str
    number: str | None = None
    issued: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class ThemeMention(Mention):
    """A yearly theme: its wording and year (None: the article's working year)."""

    text: str
    year: int | None
    owner: Span | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that the recognisers found in one article, each list in text order. *text* is the text's matching form."""

    article: Article
    text: str
    places: tuple[PlaceName, ...] = ()
    agents: tuple[AgentMention, ...] = ()
    persons: tuple[PersonMention, ...] = ()
    programmes: tuple[ProgrammeMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    documents: tuple[DocumentMention, ...] = ()
    themes: tuple[ThemeMention, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Agent:
    """A mention of an agent, resolved: one entity, several (a coordination), or none (generic, or left unresolved)."""

    span: Span
    kind: str
    form: str
    entities: tuple[Entity, ...]
    rule: str
    resolution: Resolution | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A post that a person is said to hold in a body."""

    post: Entity
    body: Entity
    former: bool
    span: Span
    resolution: Resolution | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A mention of a person, resolved, with the posts said there."""

    span: Span
    entity: Entity
    held: tuple[Held, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Programme:
    """A mention of a programme, resolved."""

    span: Span
    entity: Entity
    rule: str


@dataclass(frozen=True, slots=True)
class Participant:
    """An agent's or person's part in an event: *role* is the name of a ``kgs:role-*`` concept."""

    entity: Entity
    role: str
    span: Span
    rule: str
    confidence: str = "stated"


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the article: its kind, name, time and host, who took part, and every place that states it.

    *edtf* is the date as stated; *earliest* and *latest* bound it (YYYY-MM-DD). *basis* tells where the year is from.
    *conflicts* are events of the article that cannot be true beside it.
    """

    entity: Entity
    kind: str
    name: str
    host: Entity | None
    spans: tuple[Span, ...]
    rule: str
    planned: bool = False
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: str | None = None
    basis: str | None = None
    ordinal: int | None = None
    participants: tuple[Participant, ...] = ()
    confidence: str = "stated"
    conflicts: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Words that a stage saw and left out: *reason* is an id of the table of reasons, *candidates* what they may be."""

    span: Span
    reason: str
    candidates: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """What the context made of words that are no agent: a place's unit, the event that a date is the day of."""

    span: Span
    entity: Entity
    method: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its mentions resolved; what the mappers read. *subjects[i]* is who acts in sentence i."""

    mentions: Mentions
    agents: tuple[Agent, ...]
    persons: tuple[Person, ...]
    programmes: tuple[Programme, ...]
    subjects: tuple[Agent | None, ...]
    turns: tuple[Agent, ...]
    home: Entity | None
    working_year: int | None
    private: tuple[Span, ...] = field(default=())
    sections: tuple[Span, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def article(self) -> Article:
        """The article."""
        return self.mentions.article

    @property
    def text(self) -> str:
        """The matching form of the article's text (same offsets)."""
        return self.mentions.text

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds code point *offset* (the last one that begins at or before it)."""
        return max(0, bisect_right(self.article.sentences, offset, key=_START) - 1)

    def subject_at(self, offset: int) -> Agent | None:
        """Who acts at *offset*: the agent that last took over in its sentence, else the sentence's subject."""
        index = self.sentence_at(offset)
        start = self.article.sentences[index].start
        taken = [agent for agent in self.turns if start <= agent.span.start < offset]
        return taken[-1] if taken else self.subjects[index]

    def section_at(self, offset: int) -> int:
        """The index of the section that holds *offset*; -1 outside all sections."""
        return next((i for i, s in enumerate(self.sections) if s.start <= offset < s.end), -1)

    def implied_at(self, offset: int) -> Entity | None:
        """The body that the text at *offset* is about where it names none: the section's, else the article's own."""
        section = self.section_at(offset)
        if section < 0:
            return self.home
        head = self.sections[section].start
        return next((a.entities[0] for a in self.agents if a.span.start == head and a.entities), None)

    def agents_in(self, span: Span) -> tuple[Agent, ...]:
        """The agents named inside *span*, in text order."""
        first = bisect_left(self.agents, span.start, key=_SPAN_START)
        begun = takewhile(lambda agent: agent.span.start < span.end, islice(self.agents, first, None))
        return tuple(agent for agent in begun if agent.span.end <= span.end)

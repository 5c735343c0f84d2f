"""Frozen values that the stages hand on: Source -> Article -> Mention -> Entity -> Statement."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from operator import itemgetter
from typing import TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of `Article.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of *text* that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Source:
    """One input file as found: bytes, and what ``sources.csv`` says of it (which outranks the text).

    *name* is the path relative to the source folder, with ``/``. *published* is YYYY-MM-DD.
    """

    name: str
    content: bytes
    is_html: bool = False
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Zone:
    """A stretch of `Article.text` of one kind: title, body, caption or section."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as cleaned text.

    *text* is the NFC title, a newline, and the kept zones, one a line; all spans count its code points. *key* is the
    first 16 hex digits of the SHA-256 of *text*, so the same text under another file name or among other boilerplate
    is the same article. *origins[i]* is the code point of the source file that ``text[i]`` was read from (-1: none).
    *private* are the names of private persons: no quote and no context of one may show them.
    """

    key: str
    name: str
    title: str
    text: str
    zones: tuple[Zone, ...]
    sentences: tuple[Span, ...]
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    source_line: str | None = None
    boilerplate: tuple[str, ...] = ()
    private: tuple[Span, ...] = ()
    origins: tuple[int, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Iri:
    """An IRI given as CURIE (``kgs:level-province``) or in full."""

    value: str


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A literal with a language tag."""

    value: str
    lang: str = "vi"


@dataclass(frozen=True, slots=True, order=True)
class Typed:
    """A literal with a datatype given as CURIE (``xsd:date``)."""

    value: str
    datatype: str


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A thing that facts speak of, under its stable key (design: kind + key make the IRI).

    An entity without *types* is described by the registry graph; one with *types* (a person, an unlisted programme)
    is described by *types* and *values* in the graph of each article that names it.
    """

    kind: str
    key: str
    label: str = field(compare=False, default="")
    types: tuple[str, ...] = field(compare=False, default=())
    values: tuple[tuple[str, Term], ...] = field(compare=False, default=())


Term: TypeAlias = Entity | Iri | Text | Typed


@dataclass(frozen=True, slots=True, order=True)
class Resolution:
    """How a short form in the evidence was read: the words, what they stand for, and the method (a ``kgs:res-*``)."""

    words: str
    entity: Entity
    method: str


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that state a fact: where they stand, the rule that read them, and how directly they say it.

    *confidence* is ``stated`` (the words name every argument), ``resolved`` (a short form was resolved by context)
    or ``inferred`` (an argument is implied, such as the subject of a list of results).
    """

    span: Span
    rule: str
    confidence: str = "stated"
    resolutions: tuple[Resolution, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact: a node of class *type* with *values*, and the evidence that states it.

    *kind* is the path segment of its IRI (``membership``). *key* is made by `fact_key`.
    """

    kind: str
    type: str
    values: tuple[tuple[str, Term], ...]
    evidence: tuple[Evidence, ...]
    key: str = ""


def short_hash(*parts: str) -> str:
    """The first 16 hex digits of the SHA-256 of *parts*, joined by a unit separator."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def term_key(term: Term) -> str:
    """A term as it enters a fact's key: entities by kind and key, never by label."""
    if isinstance(term, Iri):
        return term.value
    if isinstance(term, Entity):
        return f"{term.kind}/{term.key}"
    return f'"{term.value}"@{term.lang}' if isinstance(term, Text) else f'"{term.value}"^^{term.datatype}'


def fact_key(article: str, kind: str, values: tuple[tuple[str, Term], ...], ordinal: int = 0) -> str:
    """The key of a fact: its article, kind, arguments, values, and its *ordinal* among equals (design, section 4)."""
    names = {name for name, _ in values}
    # By the whole pair only where a name comes twice: the text of a pair takes ten times as long to make as its name.
    ordered = sorted(values, key=itemgetter(0) if len(names) == len(values) else str)
    return short_hash(article, kind, *(f"{name}={term_key(term)}" for name, term in ordered), str(ordinal))

"""A trace as values: the lines of one article, what was seen in them, which facts came of it, and what did not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kgraph.document import Document, Doubt, Reading
from kgraph.model import Entity, Statement


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of the source: its *zone* ("body", "boilerplate", ...) and the id of the reason for leaving it out."""

    zone: str
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What the stages handed over for one article."""

    lines: tuple[FileLine, ...]
    document: Document
    statements: tuple[Statement, ...]
    doubts: tuple[Doubt, ...]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """How to speak: in *lang* (``vi`` or ``en``), *fact* gives heading and words, *label* the name of an entity.

    *hide*: names of private persons are replaced wherever they stand.
    """

    lang: str
    fact: Callable[[Statement], tuple[str, str]]
    label: Callable[[Entity], str]
    hide: bool = True


@dataclass(frozen=True, slots=True)
class Named:
    """An entity by its label and its key ("union/nam-dinh")."""

    label: str
    key: str


@dataclass(frozen=True, slots=True)
class WhyNot:
    """A reason in words, with what the words may have meant; *lost*: a fact may be missing for it."""

    id: str
    text: str
    lost: bool
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that were seen: their kind, the rule that read them (if a rule did), what they mean and by which method.

    *facts* are numbers of facts read from them. A mark without facts says why.
    """

    start: int
    end: int
    words: str
    kind: str
    rule: str
    entities: tuple[Named, ...]
    method: str
    facts: tuple[int, ...]
    why_not: tuple[WhyNot, ...]

    @property
    def is_left(self) -> bool:
        """Whether no fact came of the words."""
        return not self.facts


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that state a fact, with rule and confidence."""

    words: str
    rule: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in words under the *heading* of its class, with the words that state it."""

    key: str
    heading: str
    words: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text between two ends of marks, and the numbers of the marks it lies in, the shortest first."""

    text: str
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in pieces, who acts in it ("" for nobody), and the marks and facts that begin in it."""

    pieces: tuple[Piece, ...]
    acts: str
    marks: tuple[int, ...]
    facts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The whole sentence."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source: kept ones in sentences, those left out with the reason."""

    zone: str
    text: str
    why: str
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleUsed:
    """A rule, what it reads, and how often it did so in marks and quotes."""

    id: str
    reads: str
    count: int


@dataclass(frozen=True, slots=True)
class Trace:
    """All of it. *home* is the union that the article is about, *published* YYYY-MM-DD; both may be empty."""

    lang: str
    hidden: bool
    key: str
    name: str
    title: str
    published: str
    home: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    facts: tuple[Fact, ...]
    rules: tuple[RuleUsed, ...]

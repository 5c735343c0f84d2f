"""What the page tells: terms, schemes with their concepts, the shapes that check them and the queries that use them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgraph.bilingual import Bilingual
from kgraph.vocab import PREFIXES

KINDS: Final = ("class", "object", "data", "annotation")
"""The kinds of term, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Deprecation:
    """That a term is given up: what stands in for it, and why."""

    replacements: tuple[str, ...]
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of ours.

    *domains* and *ranges* are those of a property; *schemes* are the concept schemes that its values come from.
    *alignments* are pairs of a relation (``skos:closeMatch``) and a term elsewhere; *traits* such as ``transitive``.
    """

    iri: str
    kind: str
    label: Bilingual
    definition: Bilingual
    examples: tuple[tuple[str, str], ...] = ()
    parents: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    disjoint: tuple[str, ...] = ()
    alignments: tuple[tuple[str, str], ...] = ()
    deprecation: Deprecation | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a scheme. *notation* is its short name in files and columns, *others* are further labels."""

    iri: str
    label: Bilingual
    notation: str
    others: tuple[str, ...] = ()
    alignments: tuple[tuple[str, str], ...] = ()
    deprecation: Deprecation | None = None


@dataclass(frozen=True, slots=True)
class Scheme:
    """A concept scheme with its concepts."""

    iri: str
    label: Bilingual
    definition: Bilingual
    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class Datatype:
    """A datatype of ours."""

    iri: str
    label: Bilingual
    definition: Bilingual


@dataclass(frozen=True, slots=True)
class Check:
    """A shape. It looks at instances of its *targets* (or what has them as a property), and at all of *terms*."""

    iri: str
    severity: str
    title: Bilingual
    advice: Bilingual
    targets: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A saved query: *name* is what a user types, *text* the query."""

    name: str
    title: Bilingual
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A saved query with the terms in it."""

    name: str
    title: Bilingual
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """What the ontology says of itself. *prior* is the IRI of the version before, empty where there is none."""

    iri: str
    title: Bilingual
    description: Bilingual
    comment: Bilingual
    version: str
    version_iri: str
    prior: str
    creator: str
    licence: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All of it, each part in the order of the page. *namespaces* are pairs of a prefix and its namespace."""

    header: Header
    terms: tuple[Term, ...]
    schemes: tuple[Scheme, ...]
    datatypes: tuple[Datatype, ...]
    checks: tuple[Check, ...]
    questions: tuple[Asked, ...]
    namespaces: tuple[tuple[str, str], ...]

    def of_kind(self, *kinds: str) -> tuple[Term, ...]:
        """The terms of these kinds."""
        return tuple(t for t in self.terms if t.kind in kinds)


def is_own(iri: str) -> bool:
    """Whether *iri* is a term, concept or scheme of ours."""
    return iri.startswith((PREFIXES["kgo"], PREFIXES["kgs"]))

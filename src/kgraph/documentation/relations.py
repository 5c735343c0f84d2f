"""How the terms hang together: classes by their parents and properties, terms by what checks and uses them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.documentation.model import Asked, Check, Scheme, Term, Vocabulary, is_own


@dataclass(frozen=True, slots=True)
class Branch:
    """A class of ours with those under it."""

    term: Term
    below: tuple[Branch, ...]


def hierarchy(vocabulary: Vocabulary) -> tuple[Branch, ...]:
    """The classes of ours as a tree; one with two parents of ours stands under both."""
    classes = vocabulary.of_kind("class")
    return tuple(_branch(term, classes) for term in classes if not any(map(is_own, term.parents)))


def _branch(term: Term, classes: tuple[Term, ...]) -> Branch:
    return Branch(term, tuple(_branch(below, classes) for below in classes if term.iri in below.parents))


def above(vocabulary: Vocabulary, iri: str) -> frozenset[str]:
    """*iri* and every class that it lies under."""
    parents = {term.iri: term.parents for term in vocabulary.of_kind("class")}
    found, waiting = set[str](), [iri]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += parents.get(current, ())
    return frozenset(found)


def below(vocabulary: Vocabulary, iri: str) -> tuple[str, ...]:
    """The terms of ours that lie directly under *iri*."""
    return tuple(term.iri for term in vocabulary.terms if iri in term.parents)


def leading_to(vocabulary: Vocabulary, iri: str) -> tuple[Term, ...]:
    """The properties whose values are instances of *iri*."""
    return tuple(t for t in vocabulary.of_kind("object", "data", "annotation") if iri in t.ranges)


def leading_from(vocabulary: Vocabulary, iri: str) -> tuple[Term, ...]:
    """The properties that instances of *iri* have."""
    return tuple(t for t in vocabulary.of_kind("object", "data", "annotation") if iri in t.domains)


def inherited(vocabulary: Vocabulary, iri: str) -> tuple[Term, ...]:
    """The properties that instances of *iri* have as instances of a class above it."""
    higher = above(vocabulary, iri) - {iri}
    return tuple(t for t in vocabulary.of_kind("object", "data") if higher & set(t.domains) and iri not in t.domains)


def checks(vocabulary: Vocabulary, iri: str) -> tuple[Check, ...]:
    """The shapes that look at instances of a class, whether for its own sake or for a class above it, or at a term."""
    classes = above(vocabulary, iri)
    is_class = iri in {term.iri for term in vocabulary.of_kind("class")}
    return tuple(c for c in vocabulary.checks if (classes.intersection(c.targets) if is_class else iri in c.terms))


def questions(vocabulary: Vocabulary, *iris: str) -> tuple[Asked, ...]:
    """The saved queries that name one of *iris*."""
    return tuple(question for question in vocabulary.questions if not set(iris).isdisjoint(question.terms))


def properties_of(vocabulary: Vocabulary, scheme: Scheme) -> Iterator[Term]:
    """The properties whose values must be concepts of *scheme*."""
    return (term for term in vocabulary.terms if scheme.iri in term.schemes)

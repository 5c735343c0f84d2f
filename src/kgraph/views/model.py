"""What the page shows, as frozen values: nodes, facts between them, and the words in articles that state them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Places: TypeAlias = Mapping[str, tuple[int, int]]
"""x and y of nodes in px, by IRI."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """An entity, event or article. *notes* are (property, value) pairs that say what it is; IRI values are concepts.

    *cls* is its class, *province* the IRI of the province that it lies in, empty where the dataset does not tell.
    """

    iri: str
    kind: str
    label: str
    english: str = ""
    aliases: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    cls: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A fact about *source*, and about *target* unless that is empty (a figure without a programme).

    *words* describe it: IRIs of concepts (the post, the role) or plain text. *date* is EDTF as the dataset has it,
    *state* a hedge such as ``planned``. *evidence* holds IRIs; it is empty for what the registry says. *amount* is the
    value of a figure, a decimal number, with the concept of its unit, or what is counted ("giỏ hoa").
    """

    predicate: str
    iri: str
    source: str
    target: str = ""
    words: tuple[str, ...] = ()
    date: str = ""
    state: str = ""
    evidence: tuple[str, ...] = ()
    amount: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What validation says in Vietnamese and English *about* a node (its IRI) or a fact (its key)."""

    about: str
    severity: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that state a fact, between what precedes and follows them in the sentence."""

    iri: str
    article: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    rule: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Article:
    """Where a quote was printed. *url* is an http(s) address or empty; *published* is YYYY-MM-DD or empty."""

    iri: str
    title: str
    published: str = ""
    url: str = ""
    publisher: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewModel:
    """All of a page's content. *terms* gives the Vietnamese and English label of every concept that is named."""

    nodes: tuple[Node, ...] = ()
    facts: tuple[Fact, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    articles: tuple[Article, ...] = ()
    terms: tuple[tuple[str, str, str], ...] = ()
    findings: tuple[Finding, ...] = ()


def key_of(iri: str) -> str:
    """The key by which the page knows the fact *iri*.

    >>> key_of("https://data.example/kgraph/id/figure/0000000000000017")
    '0000000000000017'
    """
    return iri.rpartition("/")[2]

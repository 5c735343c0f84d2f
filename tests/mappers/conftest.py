"""From the text of an article to its facts, as rows that can be read and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kgraph.articles import read_article
from kgraph.document import Document
from kgraph.mentions import recognise
from kgraph.model import Entity, Iri, Source, Statement, Term, Text, Typed
from kgraph.resolve import resolve


def document_of(text: str) -> Document:
    return resolve(recognise(read_article(Source("article.txt", text.encode()))))


def written(term: Term) -> str:
    """A term as people read it; entities with their key, but for events, whose key is a hash."""
    match term:
        case Entity(kind="event"):
            return f"event {term.label}"
        case Entity(kind="person"):
            return f"{term.label} <person/{term.key.rpartition('-')[0]}>"
        case Entity():
            return f"{term.label} <{term.kind}/{term.key}>"
        case Iri(value=value) | Text(value=value) | Typed(value=value):
            return value


def rows_of(document: Document, statements: Iterator[Statement]) -> list[tuple[str, str, str, str]]:
    """Kind, arguments and values, exact words and confidence of each statement and piece of evidence."""
    return sorted(
        (
            statement.kind,
            "; ".join(sorted(f"{name}={written(term)}" for name, term in statement.values)),
            evidence.span.of(document.article.text),
            evidence.confidence,
        )
        for statement in statements
        for evidence in statement.evidence
    )


@pytest.fixture
def document() -> Callable[[str], Document]:
    """The text of an article -> its document."""
    return document_of


@pytest.fixture
def rows() -> Callable[[Document, Iterator[Statement]], list[tuple[str, str, str, str]]]:
    return rows_of


@pytest.fixture(scope="session")
def texts() -> list[str]:
    """The texts of all gold examples of mappers."""
    folder = Path(__file__).parents[1] / "gold" / "mappers"
    return sorted({file.read_text(encoding="utf-8") for file in folder.glob("*/*/article.txt")})

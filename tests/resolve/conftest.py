"""Resolves the text of an article, with what the table of sources says of it."""

from __future__ import annotations

from typing import Protocol

import pytest

from kgraph.articles import read_article
from kgraph.document import Document
from kgraph.mentions import recognise
from kgraph.model import Source
from kgraph.resolve import resolve


class Resolve(Protocol):
    def __call__(self, text: str, **known: str) -> Document: ...


def document_of(text: str, **known: str) -> Document:
    return resolve(recognise(read_article(Source("bai.txt", text.encode(), **known))))


@pytest.fixture
def read() -> Resolve:
    return document_of

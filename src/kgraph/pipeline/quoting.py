"""Quotes of a dataset beside the texts they were read from: a dataset keeps the quotes, not the texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kgraph.articles import read_article
from kgraph.dataset.reader import Reader
from kgraph.errors import SourceError
from kgraph.model import Source
from kgraph.pipeline.remember import remembered
from kgraph.sources import find_sources, read_found
from kgraph.vocab import entity_iri, expand

_QUOTES: Final = """
SELECT ?evidence ?article ?exact ?start ?end {
  ?evidence oa:hasSource ?article ; oa:hasSelector ?quote , ?position .
  ?quote oa:exact ?exact .
  ?position oa:start ?start ; oa:end ?end
} ORDER BY ?article ?evidence ?exact ?start ?end
"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs, as ``kgo:wordsAtPosition`` of the evidence, and how many articles have no text to compare with."""

    differing: tuple[ox.Triple, ...]
    articles_without_source: int


def compared(reader: Reader, data: Path) -> Comparison:
    """Every quote of *reader* compared with the files that the dataset in *data* was built from.

    An article is known by its text, so a file that has changed since is no source any more. Raises DatasetError where
    the list of sources is damaged.
    """
    quotes: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in reader.values(_QUOTES):
        quotes[row["article"]].append(row)
    texts = {iri: text for iri, text in _texts(data) if iri in quotes}
    differing = (_differing(row, texts[iri]) for iri in sorted(texts) for row in quotes[iri])
    return Comparison(tuple(triple for triple in differing if triple is not None), len(quotes) - len(texts))


def _differing(row: dict[str, str], text: str) -> ox.Triple | None:
    words = text[int(row["start"]) : int(row["end"])]
    if words == row["exact"]:
        return None
    predicate = ox.NamedNode(expand("kgo:wordsAtPosition"))
    return ox.Triple(ox.NamedNode(row["evidence"]), predicate, ox.Literal(words, language="vi"))


def _texts(data: Path) -> Iterator[tuple[str, str]]:
    """IRI and text of the article in each source that can still be read."""
    for item in find_sources(remembered(data))[0]:
        source = read_found(item)
        if isinstance(source, Source):
            try:
                article = read_article(source)
            except SourceError:
                continue  # the build named it; what is no article has no quotes
            yield entity_iri("article", article.key), article.text

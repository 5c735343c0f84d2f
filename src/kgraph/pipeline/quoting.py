"""Quotes of a dataset beside the files they were read from: a dataset keeps the quotes, not the texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kgraph.articles import read_article
from kgraph.articles.lines import decode
from kgraph.articles.places import line_and_column, stretch
from kgraph.dataset.reader import Reader
from kgraph.errors import SourceError
from kgraph.model import Article, Source
from kgraph.pipeline.remember import remembered
from kgraph.sources import find_sources, read_found
from kgraph.sources.content import ARCHIVE_SUFFIXES
from kgraph.validation.findings import Region
from kgraph.vietnamese import nfc
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
    """What differs, as ``kgo:wordsAtPosition`` of the evidence, and how many articles have no text to compare with.

    *regions* tells by the IRI of the evidence where in a file its quote stands.
    """

    differing: tuple[ox.Triple, ...]
    regions: Mapping[str, Region]
    articles_without_source: int


@dataclass(frozen=True, slots=True)
class _Original:
    """An article as read again, and the text of its file; None where that is none on disk (a page in an archive)."""

    article: Article
    raw: str | None
    is_html: bool


def compared(reader: Reader, data: Path) -> Comparison:
    """Every quote of *reader* compared with the files that the dataset in *data* was built from.

    An article is known by its text, so a file that has changed since is no source any more. Raises DatasetError where
    the list of sources is damaged.
    """
    quotes: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in reader.values(_QUOTES):
        quotes[row["article"]].append(row)
    originals: dict[str, _Original] = {}
    for iri, original in _originals(data):
        if iri in quotes:
            originals.setdefault(iri, original)
    found = [(row, originals[iri]) for iri in sorted(originals) for row in quotes[iri]]
    differing = (_differing(row, original.article.text) for row, original in found)
    return Comparison(
        tuple(triple for triple in differing if triple is not None), _regions(found), len(quotes) - len(originals)
    )


def _differing(row: dict[str, str], text: str) -> ox.Triple | None:
    words = text[int(row["start"]) : int(row["end"])]
    if words == row["exact"]:
        return None
    predicate = ox.NamedNode(expand("kgo:wordsAtPosition"))
    return ox.Triple(ox.NamedNode(row["evidence"]), predicate, ox.Literal(words, language="vi"))


def _regions(found: Iterable[tuple[dict[str, str], _Original]]) -> dict[str, Region]:
    regions: dict[str, Region] = {}
    for row, original in found:
        if region := _region(row, original):
            regions.setdefault(row["evidence"], region)
    return regions


def _region(row: dict[str, str], original: _Original) -> Region | None:
    """Where the quote stands; None where its words are in no line of the file, such as a title from ``sources.csv``."""
    raw = original.raw
    origins = original.article.origins[int(row["start"]) : int(row["end"])]
    place = None if raw is None else stretch(raw, origins, is_html=original.is_html)
    if raw is None or place is None:
        return None
    start, end = place
    words = raw[start:end]
    read = unescape(words) if original.is_html else words
    # What stands between the words of a page (tags, comments) is for no reader.
    shown = words if nfc(read).split() == row["exact"].split() else ""
    return Region(original.article.name, line_and_column(raw, start), line_and_column(raw, end), shown)


def _originals(data: Path) -> Iterator[tuple[str, _Original]]:
    """IRI and text of the article in each source that can still be read, by the name of the file."""
    for item in find_sources(remembered(data))[0]:
        source = read_found(item)
        if isinstance(source, Source):
            try:
                article = read_article(source)
            except SourceError:
                continue  # the build named it; what is no article has no quotes
            archived = item.path.suffix.lower() in ARCHIVE_SUFFIXES
            raw = None if archived else decode(source.content, source.name)
            yield entity_iri("article", article.key), _Original(article, raw, source.is_html)

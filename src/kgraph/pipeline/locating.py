"""The source of one article that a person asks for: a file, or an article of a dataset."""

from __future__ import annotations

from pathlib import Path

from kgraph.articles import read_article
from kgraph.dataset.entities import find_one, kind_of
from kgraph.dataset.reader import Reader
from kgraph.errors import DatasetError, KgraphError, NotFoundError, SourceError
from kgraph.model import Source
from kgraph.pipeline.remember import remembered
from kgraph.sources import Found, find_sources, read_found
from kgraph.sources.content import ContentError, as_utf8
from kgraph.vocab import entity_iri

_CLASS = "schema:NewsArticle"
_ARTICLES = "SELECT DISTINCT ?article ?file { ?article a schema:NewsArticle ; kgo:hasCopy/kgo:fileName ?file }"


def of_file(path: Path) -> tuple[Source, tuple[str, ...]]:
    """The source in the file *path*, and what is wrong with the ``sources.csv`` beside it, a line each.

    Raises SourceError where the file cannot be read.
    """
    if path.is_dir():
        raise SourceError(f"{path}: is a folder; name one article in it")
    found, problems = find_sources([path])
    if not found:
        raise SourceError("; ".join(problem.line for problem in problems))
    return _read(found[0]), tuple(problem.line for problem in problems)


def of_dataset(data: Path, text: str) -> Source:
    """The source of the article of dataset *data* that *text* means: its key, its IRI or its title.

    Raises DatasetError where there is no dataset, NotFoundError where *text* means no article or several, SourceError
    where the file that the article was read from is gone or has changed.
    """
    reader = _opened(data, text)
    files = _files(reader)
    iri = _article(reader, text, files)
    found = [item for item in find_sources(remembered(data))[0] if item.name in files[iri]]
    source = next((source for item in found if (source := _unchanged(item, iri)) is not None), None)
    if source is None:
        state = "has changed since the build" if found else "is no longer where the dataset was built from"
        raise SourceError(f"{', '.join(sorted(files[iri]))}: {state}; run `kgraph build` again, or name the file")
    return source


def _opened(data: Path, text: str) -> Reader:
    try:
        return Reader.open(data)
    except DatasetError as error:
        raise DatasetError(f"{text}: no such file to trace, and {error}") from error


def _files(reader: Reader) -> dict[str, set[str]]:
    files: dict[str, set[str]] = {}
    for row in reader.values(_ARTICLES):
        files.setdefault(row["article"], set()).add(row["file"])
    return files


def _article(reader: Reader, text: str, files: dict[str, set[str]]) -> str:
    """The IRI of the article; by its key even where it has no title to search for."""
    key = text.strip().removeprefix("article/")
    known = next((iri for iri in files if text.strip() == iri or entity_iri("article", key) == iri), None)
    if known is not None:
        return known
    found = find_one(reader, text, _CLASS)
    if kind_of(found.iri) != "article":
        raise NotFoundError(f'"{text}" is {found.label} ({found.key}), not an article; give a title or a file')
    return found.iri


def _unchanged(item: Found, iri: str) -> Source | None:
    """The source of *item* if it still is the article *iri*."""
    try:
        source = _read(item)
        return source if entity_iri("article", read_article(source).key) == iri else None
    except KgraphError:
        return None


def _read(item: Found) -> Source:
    source = read_found(item)
    if not isinstance(source, Source):
        raise SourceError(source.line)
    return source


def piped(content: bytes) -> Source:
    """A text that was piped in. Raises SourceError where it is no text."""
    try:
        return Source("-", as_utf8(content))
    except ContentError as error:
        raise SourceError(f"-: {error}") from error

"""One source through all stages, with what each of them left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from kgraph.articles import read_article, read_lines
from kgraph.dataset.article_graph import article_quads, copy_of
from kgraph.dataset.labels import labels
from kgraph.dataset.reader import Reader
from kgraph.dataset.shared_graphs import registry_quads, vocabulary_quads
from kgraph.document import Document
from kgraph.facts.explain import facts_of
from kgraph.mappers import doubts as unmapped
from kgraph.mappers import statements
from kgraph.mentions import recognise
from kgraph.model import Entity, Source, Statement
from kgraph.resolve import resolve
from kgraph.resolve.doubts import doubts as unresolved
from kgraph.resolve.doubts import readings
from kgraph.tracing import FileLine, Run, Trace, Wording
from kgraph.tracing import trace as trace_of
from kgraph.vocab import entity_iri

_NQUADS: Final = ox.RdfFormat.N_QUADS


def trace(source: Source, lang: str = "vi", *, hide: bool = True) -> Trace:
    """What was seen in *source*, in *lang* (``vi`` or ``en``), and why it is, or is not, in a fact.

    *hide*: without the names of private persons. Raises SourceError where *source* is no article.
    """
    run = _run(source)
    return trace_of(run, _wording(run.document, run.statements, lang, hide))


def _run(source: Source) -> Run:
    document = resolve(recognise(read_article(source)))
    lines = (FileLine(zoned.kind, zoned.line.text, zoned.why) for zoned in read_lines(source))
    left = (*unresolved(document), *unmapped(document))
    return Run(tuple(lines), document, statements(document), left, readings(document))


def _wording(document: Document, found: Iterable[Statement], lang: str, hide: bool) -> Wording:
    """The words that a dataset of this one article has for its facts, the same as `kgraph explain` tells them."""
    reader = _reader(document, found)
    told = {fact.iri: fact for fact in facts_of(reader, entity_iri("article", document.article.key), lang)}

    def fact(statement: Statement) -> tuple[str, str]:
        words = told[entity_iri(statement.kind, statement.key)]
        return words.heading, words.words

    def label(entity: Entity) -> str:
        iri = entity_iri(entity.kind, entity.key)
        known = labels(reader, [iri], lang)[iri]
        unknown = not known or known == f"{entity.kind}/{entity.key}"
        return entity.label if entity.label and (unknown or entity.kind == "place") else known

    return Wording(lang, fact, label, hide)


def _reader(document: Document, found: Iterable[Statement]) -> Reader:
    article = document.article
    quads = article_quads(article, (copy_of(article),), found)
    store = ox.Store()
    store.extend(ox.parse(input="\n".join([*quads, *registry_quads(quads), *vocabulary_quads()]), format=_NQUADS))
    return Reader(store)

"""The one place that knows how a source becomes facts."""

from __future__ import annotations

from kgraph.model import Article, Source, Statement


def extract(source: Source) -> tuple[Article, tuple[Statement, ...]]:
    """The article in *source* and the facts it states. Raises SourceError where it is no article."""
    from kgraph.articles import read_article
    from kgraph.mappers import statements
    from kgraph.mentions import recognise
    from kgraph.resolve import resolve

    document = resolve(recognise(read_article(source)))
    # the document's article, not the one read: resolving found out who in it is private
    return document.article, tuple(statements(document))

"""One source -> the N-Quads of its article, in a form that can be cached and sent between processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from kgraph.articles.sketch import sketch
from kgraph.dataset.article_graph import Copy, article_quads, copy_of, copy_quads
from kgraph.dataset.contributions import Contribution, contribution
from kgraph.dataset.sketches import Sketch
from kgraph.errors import KgraphError
from kgraph.model import Source
from kgraph.pipeline.values import Extract

NO_COPY: Final = Copy("")
NO_SKETCH: Final = Sketch()
NO_CONTRIBUTION: Final = contribution(())


@dataclass(frozen=True, slots=True)
class Mapped:
    """The article with *key* as read from one *copy*, and the sorted *lines* of its graph; or the *problem* instead.

    The *sketch* tells editions of one report; *adds* is what the lines add to what articles share.
    """

    key: str = ""
    copy: Copy = NO_COPY
    lines: tuple[str, ...] = ()
    facts: int = 0
    problem: str = ""
    sketch: Sketch = NO_SKETCH
    adds: Contribution = NO_CONTRIBUTION


def map_source(source: Source, extract: Extract) -> Mapped:
    """Read *source* and write its facts as N-Quads; an unreadable one gives a problem that names it."""
    try:
        article, statements = extract(source)
    except KgraphError as error:
        line = str(error)
        return Mapped(copy=Copy(source.name), problem=line if source.name in line else f"{source.name}: {line}")
    copy = copy_of(article)
    lines = tuple(sorted(set(article_quads(article, (copy,), statements))))
    return Mapped(article.key, copy, lines, len(statements), sketch=sketch(article), adds=contribution(lines))


def joined(mapped: Iterable[Mapped]) -> Iterator[Mapped]:
    """One per article: the copy printed first speaks for it, and the other copies hang on its node."""
    articles = sorted((m for m in mapped if not m.problem), key=_rank)
    for key, group in groupby(articles, key=lambda m: m.key):
        first, *others = group
        yield _with_copies(first, copy_quads(key, (m.copy for m in others))) if others else first


def _with_copies(mapped: Mapped, copies: Iterable[str]) -> Mapped:
    lines = tuple(sorted({*mapped.lines, *copies}))
    return replace(mapped, lines=lines, adds=contribution(lines))


def _rank(mapped: Mapped) -> tuple[str, str, tuple[str, str, str], tuple[str, ...]]:
    """By article, then by day of printing, unknown last; the rest only makes the order total."""
    copy = mapped.copy
    return mapped.key, copy.published or "9999", (copy.name, copy.url or "", copy.publisher or ""), mapped.lines

"""Tells in the graph ``links`` which articles are editions of one report, and which of their facts repeat others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgraph.dataset.alike import Edition
from kgraph.dataset.near_duplicates import Group
from kgraph.dataset.nquads import Triple, lines
from kgraph.dataset.repeats import repeats
from kgraph.dataset.sketches import containment, resemblance
from kgraph.dataset.terms import types
from kgraph.model import Entity, Iri, Typed
from kgraph.vocab import entity_iri, graph_iri


def edition_quads(article_lines: Iterable[str], groups: Iterable[Group]) -> list[str]:
    """The N-Quads lines of the graph ``links`` for *groups* of the articles whose graphs are *article_lines*."""
    found = tuple(groups)
    triples = [triple for group in found for triple in _group(group)]
    triples += ((fact[1:-1], "kgo:repeats", Iri(first[1:-1])) for fact, first in repeats(article_lines, found))
    return sorted(lines(graph_iri("links"), triples))


def _group(group: Group) -> Iterator[Triple]:
    first, *others = group.editions
    node = entity_iri("article-group", group.key)
    yield from types(node, "kgo:ArticleGroup")
    yield node, "kgo:representative", Entity("article", first.key)
    for edition in group.editions:
        yield entity_iri("article", edition.key), "kgo:inGroup", Iri(node)
    for edition in others:
        yield from _near_duplicate(edition, first)


def _near_duplicate(edition: Edition, first: Edition) -> Iterator[Triple]:
    node = entity_iri("near-duplicate", edition.key)
    yield from types(node, "kgo:NearDuplicate")
    yield node, "kgo:laterEdition", Entity("article", edition.key)
    yield node, "kgo:firstEdition", Entity("article", first.key)
    yield node, "kgo:resemblance", _share(resemblance(edition.sketch, first.sketch))
    yield node, "kgo:containment", _share(containment(edition.sketch, first.sketch))


def _share(value: float) -> Typed:
    return Typed(f"{value:.2f}", "xsd:decimal")

"""Evidence -> triples: the quote, where it stands, the rule that read it and how short forms were resolved."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.dataset.context import around
from kgraph.dataset.nquads import Triple
from kgraph.dataset.terms import integer, types, vietnamese
from kgraph.model import Article, Evidence, Iri, Resolution, short_hash, term_key
from kgraph.vocab import entity_iri


def evidence_iri(article: Article, evidence: Evidence) -> str:
    """The IRI of *evidence*: facts read from the same words by the same rule share one node."""
    resolved = (f"{r.words}={term_key(r.entity)}={r.method}" for r in evidence.resolutions)
    place = (str(evidence.span.start), str(evidence.span.end))
    return entity_iri("evidence", short_hash(article.key, *place, evidence.rule, evidence.confidence, *resolved))


def evidence_triples(article: Article, evidence: Evidence, node: str) -> Iterator[Triple]:
    """The *node* of *evidence*, which is its `evidence_iri`, with its two selectors and its resolutions."""
    yield from types(node, "kgo:Evidence", "oa:SpecificResource")
    yield node, "oa:hasSource", Iri(entity_iri("article", article.key))
    yield node, "kgo:rule", Iri(entity_iri("rule", evidence.rule))
    yield node, "kgo:confidence", Iri(f"kgs:confidence-{evidence.confidence}")
    yield node, "oa:hasSelector", Iri(f"{node}#quote")
    yield node, "oa:hasSelector", Iri(f"{node}#position")
    yield from _quote(article, evidence, f"{node}#quote")
    yield from _position(evidence, f"{node}#position")
    for number, resolution in enumerate(evidence.resolutions, start=1):
        yield node, "kgo:resolution", Iri(f"{node}#r{number}")
        yield from _resolution(resolution, f"{node}#r{number}")


def _quote(article: Article, evidence: Evidence, node: str) -> Iterator[Triple]:
    prefix, suffix = around(article, evidence.span)
    yield from types(node, "oa:TextQuoteSelector")
    yield node, "oa:exact", vietnamese(evidence.span.of(article.text))
    if prefix:
        yield node, "oa:prefix", vietnamese(prefix)
    if suffix:
        yield node, "oa:suffix", vietnamese(suffix)


def _position(evidence: Evidence, node: str) -> Iterator[Triple]:
    yield from types(node, "oa:TextPositionSelector")
    yield node, "oa:start", integer(evidence.span.start)
    yield node, "oa:end", integer(evidence.span.end)


def _resolution(resolution: Resolution, node: str) -> Iterator[Triple]:
    yield from types(node, "kgo:Resolution")
    yield node, "kgo:words", vietnamese(resolution.words)
    yield node, "kgo:resolvedTo", resolution.entity
    yield node, "kgo:resolutionMethod", Iri(f"kgs:{resolution.method.removeprefix('kgs:')}")

"""One article -> the N-Quads of its named graph: the article, its copies, its facts and what they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kgraph.dataset.context import public
from kgraph.dataset.described import entity_triples
from kgraph.dataset.evidence import evidence_iri, evidence_triples
from kgraph.dataset.nquads import Triple, lines
from kgraph.dataset.terms import integer, origin, search_label, string, types, vietnamese
from kgraph.model import Article, Evidence, Iri, Statement, Text, fact_key, short_hash
from kgraph.vocab import entity_iri, graph_iri


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """One printing of an article: the file it was read from, and where and when (YYYY-MM-DD) it was printed."""

    name: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None


def copy_of(article: Article) -> Copy:
    """The copy that *article* was read from."""
    return Copy(article.name, article.url, article.publisher, article.published)


def article_quads(article: Article, copies: Iterable[Copy], statements: Iterable[Statement]) -> list[str]:
    """The N-Quads lines of the article's graph (docs/data-model.md), unsorted; equal lines may repeat."""
    facts = tuple(_public(article, statement) for statement in statements)
    return lines(graph_iri("article", article.key), _triples(article, copies, facts))


def _public(article: Article, fact: Statement) -> Statement:
    """*fact* with evidence that names no private person."""
    shown = tuple(_shown(article, evidence) for evidence in fact.evidence)
    return fact if shown == fact.evidence else replace(fact, evidence=shown)


def _shown(article: Article, evidence: Evidence) -> Evidence:
    span = public(article, evidence.span)
    return evidence if span == evidence.span else replace(evidence, span=span)


def copy_quads(article_key: str, copies: Iterable[Copy]) -> list[str]:
    """The lines that hang *copies* on the article with key *article_key*, in its graph."""
    return lines(graph_iri("article", article_key), _copies(article_key, copies))


def _triples(article: Article, copies: Iterable[Copy], facts: tuple[Statement, ...]) -> Iterator[Triple]:
    yield from _node(article)
    yield from _copies(article.key, copies)
    yield from entity_triples(facts)
    nodes = {e: evidence_iri(article, e) for e in dict.fromkeys(e for fact in facts for e in fact.evidence)}
    for fact in facts:
        yield from _fact(article, fact, nodes)
    for evidence, node in nodes.items():
        yield from evidence_triples(article, evidence, node)


def _node(article: Article) -> Iterator[Triple]:
    node = entity_iri("article", article.key)
    yield from types(node, "schema:NewsArticle")
    yield node, "dct:identifier", string(article.key)
    yield node, "dct:language", string("vi")
    yield node, "kgo:textLength", integer(len(article.text))
    yield from origin(node, article.url, article.publisher, article.published)
    if article.title:
        yield node, "dct:title", vietnamese(article.title)
        yield search_label(node, article.title)
    if article.byline:
        yield node, "schema:author", string(article.byline)


def _copies(article_key: str, copies: Iterable[Copy]) -> Iterator[Triple]:
    for copy in sorted(set(copies), key=repr):
        values = (copy.name, copy.url or "", copy.publisher or "", copy.published or "")
        node = entity_iri("copy", short_hash(article_key, *values))
        yield entity_iri("article", article_key), "kgo:hasCopy", Iri(node)
        yield from types(node, "kgo:ArticleCopy")
        yield node, "kgo:fileName", string(copy.name)
        yield from origin(node, copy.url, copy.publisher, copy.published)


def _fact(article: Article, fact: Statement, nodes: Mapping[Evidence, str]) -> Iterator[Triple]:
    key = fact.key or fact_key(article.key, fact.kind, fact.values)
    node = entity_iri(fact.kind, key)
    yield from types(node, fact.type)
    yield from ((node, name, term) for name, term in fact.values)
    for name, term in fact.values:
        if name == "skos:prefLabel" and isinstance(term, Text) and term.lang == "vi":
            yield search_label(node, term.value)
    for evidence in fact.evidence:
        yield node, "prov:wasDerivedFrom", Iri(nodes[evidence])

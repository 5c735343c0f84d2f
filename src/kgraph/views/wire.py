"""A `ViewModel` as the compact JSON value that the page's script reads: tables, and rows that point into them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Any, TypeAlias

from kgraph.views.measures import Measures
from kgraph.views.model import Article, Evidence, Fact, Node, ViewModel, key_of
from kgraph.views.tables import Kind, classes, kinds, predicates, rows, segments, words
from kgraph.views.tilemap import tile_rows
from kgraph.vocab import DATA, PREFIXES

Row: TypeAlias = list[Any]
Link: TypeAlias = tuple[int, int, str]

_BASE = DATA + "id/"


@dataclass(frozen=True, slots=True)
class Tables:
    """Where each IRI stands in the page's tables."""

    nodes: dict[str, int]
    terms: dict[str, int]
    evidence: dict[str, int]


def tables_of(model: ViewModel) -> Tables:
    """The row numbers that `payload` uses, in the model's own order."""
    return Tables(
        {n.iri: i for i, n in enumerate(model.nodes)},
        {iri: i for i, (iri, _, _) in enumerate(model.terms)},
        {e.iri: i for i, e in enumerate(model.evidence)},
    )


def links_of(model: ViewModel, tables: Tables) -> dict[Link, list[Fact]]:
    """The drawn lines, each (from, to, predicate) with all facts that say so, sorted."""
    found: defaultdict[Link, list[Fact]] = defaultdict(list)
    for fact in model.facts:
        if fact.target:
            found[tables.nodes[fact.source], tables.nodes[fact.target], fact.predicate].append(fact)
    return {link: found[link] for link in sorted(found)}


def payload(model: ViewModel, tables: Tables, links: Iterable[list[Fact]], found: Measures) -> dict[str, Any]:
    """Everything but what pyvis carries: texts, facts and evidence by row number."""
    sentences = list(dict.fromkeys(_sentence(e) for e in model.evidence))
    rules = sorted({e.rule for e in model.evidence})
    where = {a.iri: i for i, a in enumerate(model.articles)}
    order = {key: i for i, key in enumerate(predicates())}
    own = _rows_of_nodes(model, tables, order)
    measures = zip(found.cluster, _percent(found.rank), strict=True)
    return {
        "base": _BASE,
        "prefixes": {name: PREFIXES[name] for name in sorted(PREFIXES)},
        "kinds": [_kind(kind) for kind in kinds().values()],
        "predicates": rows("predicates.tsv"),
        "words": words(),
        "classes": list(classes().items()),
        "tiles": tile_rows(tables.nodes),
        "terms": [[vi, en, iri] for iri, vi, en in model.terms],
        "articles": [_article(a) for a in model.articles],
        "findings": _findings(model, tables),
        "sentences": [[p, x, s, where.get(a, -1)] for a, p, x, s in sentences],
        "rules": [rule.rpartition("/")[2] for rule in rules],
        "evidence": _evidence(model, sentences, rules),
        "nodes": [_node(n, tables, own[n.iri], m) for n, m in zip(model.nodes, measures, strict=True)],
        "lines": [[order[facts[0].predicate], [_fact(f, tables) for f in facts]] for facts in links],
    }


def _percent(ranks: tuple[float, ...]) -> list[int]:
    """From 0 to 99, by the root: most ranks are a small part of the first."""
    best = max(ranks, default=1.0)
    return [round(99 * sqrt(rank / best)) for rank in ranks]


def _article(article: Article) -> Row:
    files = ", ".join(article.files)
    return [article.title, article.published, article.url, article.publisher, files, _key(article.iri)]


def _kind(kind: Kind) -> Row:
    shown, through = int(kind.shown), int(kind.through)
    return [kind.name, kind.shape, kind.light, kind.dark, shown, kind.vi, kind.en, through]


def _sentence(proof: Evidence) -> tuple[str, str, str, str]:
    return proof.article, proof.prefix, proof.exact, proof.suffix


def _evidence(model: ViewModel, sentences: list[tuple[str, str, str, str]], rules: list[str]) -> list[Row]:
    at = {sentence: i for i, sentence in enumerate(sentences)}
    rule = {name: i for i, name in enumerate(rules)}
    return [[at[_sentence(e)], rule[e.rule], e.confidence, _key(e.iri, "evidence")] for e in model.evidence]


def _key(iri: str, kind: str = "article") -> str:
    """The key where *iri* is the usual one of its *kind*, else the IRI."""
    return iri.removeprefix(f"{_BASE}{kind}/")


def full_iri(key: str, kind: str) -> str:
    """The inverse of `_key`: a key has no scheme before it."""
    return key if re.match(r"[a-z][a-z0-9+.-]*:", key, re.IGNORECASE) else f"{_BASE}{kind}/{key}"


def _findings(model: ViewModel, tables: Tables) -> list[Row]:
    """Number of a node or key of a fact, severity, and what is said in both languages; nothing of what is not shown."""
    facts = {key_of(fact.iri) for fact in model.facts}
    kept = (f for f in model.findings if f.about in tables.nodes or f.about in facts)
    return [[tables.nodes.get(f.about, f.about), f.severity, f.vi, f.en] for f in kept]


def _rows_of_nodes(model: ViewModel, tables: Tables, order: dict[str, int]) -> defaultdict[str, list[Row]]:
    """Facts without a second end, which stand in the panel of their node and are not drawn."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for fact in model.facts:
        if not fact.target:
            found[fact.source].append([order[fact.predicate], _fact(fact, tables)])
    return found


def _fact(fact: Fact, tables: Tables) -> Row:
    """Key, words, date, evidence, state, amount, IRI unless the key tells it; empty values at the end are left off."""
    proofs = [tables.evidence[e] for e in fact.evidence if e in tables.evidence]
    usual = {fact.source, fact.target, f"{_BASE}{segments()[fact.predicate]}/{key_of(fact.iri)}"}
    amount = [float(fact.amount[0]), tables.terms.get(fact.amount[1], fact.amount[1])] if fact.amount else []
    iri = "" if fact.iri in usual else fact.iri
    return _trimmed([key_of(fact.iri), _values(fact.words, tables), fact.date, proofs, fact.state, amount, iri])


def _trimmed(row: Row, least: int = 0) -> Row:
    """*row* without the empty values at its end, but no shorter than *least*."""
    while len(row) > least and not row[-1]:
        row.pop()
    return row


def _values(values: Iterable[str], tables: Tables) -> Row:
    """Concepts by their number in ``terms``, plain text as it is."""
    return [tables.terms.get(v, v) for v in values]


def _node(node: Node, tables: Tables, own: list[Row], measures: tuple[int, int]) -> Row:
    """Key, cluster, rank, English label, other labels, notes, facts without a line, class, number of the province.

    The class is 0 where it is the first of the kind; empty values at the end are left off.
    """
    notes = [[name, *_values([value], tables)] for name, value in node.notes]
    province = tables.nodes.get(node.province, -1) + 1
    row = [_key(node.iri, node.kind), *measures, node.english, list(node.aliases), notes, own, _class(node), province]
    return _trimmed(row, 3)


def _class(node: Node) -> int:
    """The number of the node's class, 0 where it is the first of its kind."""
    order = list(classes())
    first = next((i for i, cls in enumerate(order) if classes()[cls] == node.kind), 0)
    number = order.index(node.cls) if node.cls in order else first
    return 0 if number == first else number

"""A `ViewModel` as the compact JSON value that the page's script reads: tables, and rows that point into them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from kgraph.views.model import Evidence, Fact, Node, ViewModel
from kgraph.views.tables import Kind, kinds, predicates, rows, words
from kgraph.vocab import DATA

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


def payload(model: ViewModel, tables: Tables, links: Iterable[list[Fact]], clusters: Iterable[int]) -> dict[str, Any]:
    """Everything but what pyvis carries: texts, facts and evidence by row number."""
    sentences = list(dict.fromkeys(_sentence(e) for e in model.evidence))
    rules = sorted({e.rule for e in model.evidence})
    where = {a.iri: i for i, a in enumerate(model.articles)}
    order = {key: i for i, key in enumerate(predicates())}
    own = _rows_of_nodes(model, tables, order)
    return {
        "base": _BASE,
        "kinds": [_kind(kind) for kind in kinds().values()],
        "predicates": rows("predicates.tsv"),
        "words": words(),
        "terms": [[vi, en] for _, vi, en in model.terms],
        "articles": [[a.title, a.published, a.url, a.publisher, ", ".join(a.files)] for a in model.articles],
        "sentences": [[p, x, s, where.get(a, -1)] for a, p, x, s in sentences],
        "rules": [rule.rpartition("/")[2] for rule in rules],
        "evidence": _evidence(model, sentences, rules),
        "nodes": [_node(n, tables, own[n.iri], c) for n, c in zip(model.nodes, clusters, strict=True)],
        "lines": [[order[facts[0].predicate], [_fact(f, tables) for f in facts]] for facts in links],
    }


def _kind(kind: Kind) -> Row:
    shown, through = int(kind.shown), int(kind.through)
    return [kind.name, kind.shape, kind.light, kind.dark, shown, kind.vi, kind.en, through]


def _sentence(proof: Evidence) -> tuple[str, str, str, str]:
    return proof.article, proof.prefix, proof.exact, proof.suffix


def _evidence(model: ViewModel, sentences: list[tuple[str, str, str, str]], rules: list[str]) -> list[Row]:
    at = {sentence: i for i, sentence in enumerate(sentences)}
    rule = {name: i for i, name in enumerate(rules)}
    return [[at[_sentence(e)], rule[e.rule], e.confidence] for e in model.evidence]


def _rows_of_nodes(model: ViewModel, tables: Tables, order: dict[str, int]) -> defaultdict[str, list[Row]]:
    """Facts without a second end, which stand in the panel of their node and are not drawn."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for fact in model.facts:
        if not fact.target:
            found[fact.source].append([order[fact.predicate], _fact(fact, tables)])
    return found


def _fact(fact: Fact, tables: Tables) -> Row:
    """Key, words, date, evidence, state; empty values at the end are left off."""
    proofs = [tables.evidence[e] for e in fact.evidence if e in tables.evidence]
    row: Row = [key_of(fact.iri), _values(fact.words, tables), fact.date, proofs, fact.state]
    while row and not row[-1]:
        row.pop()
    return row


def _values(values: Iterable[str], tables: Tables) -> Row:
    """Concepts by their number in ``terms``, plain text as it is."""
    return [tables.terms.get(v, v) for v in values]


def _node(node: Node, tables: Tables, own: list[Row], cluster: int) -> Row:
    """Key, cluster, English label, other labels, notes, facts without a line; empty values at the end are left off."""
    notes = [[name, *_values([value], tables)] for name, value in node.notes]
    row: Row = [_short(node), cluster, node.english, list(node.aliases), notes, own]
    while not row[-1] and len(row) > 2:
        row.pop()
    return row


def _short(node: Node) -> str:
    """The key where the IRI is the usual one of the node's kind, else the IRI."""
    return node.iri.removeprefix(f"{_BASE}{node.kind}/")


def key_of(iri: str) -> str:
    """The key by which the page knows the fact *iri*.

    >>> key_of("https://data.example/kgraph/id/figure/0000000000000017")
    '0000000000000017'
    """
    return iri.rpartition("/")[2]

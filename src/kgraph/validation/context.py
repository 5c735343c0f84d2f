"""Looks up what a finding's node is called, of what kind it is, and the words that state it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import OxTerm, Quads
from kgraph.resources import table
from kgraph.validation.findings import OTHER, Kind
from kgraph.vocab import DATA, expand, local_name

_LABELS: Final = ("skos:prefLabel", "rdfs:label", "dct:title")
# A fact has no label of its own, so the words that it keeps stand in; a bare key is the last resort.
_WORDS: Final = ("kgo:rawText", "oa:exact", "kgo:words", "kgo:fileName", "dct:identifier")
NAMES: Final = tuple(map(expand, _LABELS + _WORDS))
"""What names a node, IRIs of properties, the best first."""
ENTITIES: Final = DATA + "id/"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words that concern a node stand; empty where nothing is known.

    *article* and *evidence* are IRIs, *date* is the day on which the article was published, YYYY-MM-DD.
    """

    quote: str = ""
    rule: str = ""
    title: str = ""
    date: str = ""
    files: tuple[str, ...] = ()
    article: str = ""
    evidence: str = ""


def label(store: Quads, node: OxTerm, lang: str = "vi") -> str:
    """What people call *node*: its label, or the labels of what a fact joins ("Nguyễn Thị Ví Dụ · Chủ tịch")."""
    if not isinstance(node, ox.NamedNode):
        return str(getattr(node, "value", node))
    own = _own_name(store, node, lang) or _quote(store, node)
    return own or " · ".join(_argument_names(store, node, lang)) or node.value.removeprefix(ENTITIES)


def place(store: Quads, node: OxTerm) -> Place:
    """Where the first evidence of *node* stands, or that of a fact that speaks of it."""
    for evidence in _evidence(store, node):
        rule = _text(store, _one(store, evidence, "kgo:rule"), "dct:identifier")
        article = _in_article(store, _one(store, evidence, "oa:hasSource"))
        return replace(article, quote=_quote(store, evidence), rule=rule, evidence=_iri(evidence))
    return _in_article(store, min(_subjects(store, "kgo:hasCopy", node), key=str, default=node))


def _in_article(store: Quads, article: OxTerm | None) -> Place:
    """The article as a whole; nothing where the node is no article."""
    if not _is_a(store, article, "schema:NewsArticle"):
        return Place()
    names = [_text(store, copy, "kgo:fileName") for copy in _objects(store, article, "kgo:hasCopy")]
    return Place(
        title=_text(store, article, "dct:title"),
        date=_text(store, article, "dct:issued"),
        files=tuple(sorted(filter(None, names))),
        article=_iri(article),
    )


def about(store: Quads, node: OxTerm, article: str) -> tuple[str, ...]:
    """IRIs of what to look at for *node*, nearest first: itself, the facts that it is evidence of, its *article*."""
    proofs = [node, *_owners(store, node)]
    facts = sorted({_iri(fact) for proof in proofs for fact in _subjects(store, "prov:wasDerivedFrom", proof)})
    return tuple(filter(None, dict.fromkeys((_iri(node), *facts, article))))


def kind(store: Quads, node: OxTerm) -> Kind:
    """What *node* is: the first of its classes that has a name, by the ontology or, for others' classes, by ours."""
    found = (
        Kind(local_name(cls), names)
        for cls in sorted(filter(None, map(_iri, _objects(store, node, "rdf:type"))))
        if (names := _kinds().get(cls) or _class_label(store, cls))
    )
    return next(found, OTHER)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, Bilingual]:
    return {expand(row["class"]): Bilingual(row["vi"], row["en"]) for row in table(__package__, "kinds.tsv")}


def _class_label(store: Quads, cls: str) -> Bilingual | None:
    labels = _objects(store, ox.NamedNode(cls), "rdfs:label")
    texts = {label.language: label.value for label in labels if isinstance(label, ox.Literal)}
    return Bilingual(texts["vi"], texts["en"]) if {"vi", "en"} <= texts.keys() else None


def _own_name(store: Quads, node: ox.NamedNode, lang: str) -> str:
    for name in NAMES:
        texts = [o for o in _objects(store, node, name) if isinstance(o, ox.Literal)]
        if texts:
            return str(min(texts, key=lambda t: (t.language != lang, t.language != "vi", t.value)).value)
    return ""


def _argument_names(store: Quads, node: ox.NamedNode, lang: str) -> list[str]:
    about = sorted(store.quads_for_pattern(node, None, None), key=lambda q: (q.predicate.value, str(q.object)))
    objects = [q.object for q in about if isinstance(q.object, ox.NamedNode)]
    names = (_own_name(store, o, lang) for o in objects if o.value.startswith(ENTITIES))
    return [name for name in names if name]


def _quote(store: Quads, evidence: OxTerm) -> str:
    quotes = (_text(store, selector, "oa:exact") for selector in _objects(store, evidence, "oa:hasSelector"))
    return min(filter(None, quotes), default="")


def _evidence(store: Quads, node: OxTerm) -> Iterator[OxTerm]:
    """The evidence of *node*, nearest first: itself, its owner, that of the fact, that of facts about the entity."""
    if _one(store, node, "oa:hasSource") is not None:
        yield node
    yield from _owners(store, node)
    yield from _of_facts(store, [node])
    yield from _of_facts(store, sorted(_subjects(store, None, node), key=str))


def _owners(store: Quads, node: OxTerm) -> Iterator[OxTerm]:
    """The evidence that *node* is a selector or a resolution of."""
    for owner in ("oa:hasSelector", "kgo:resolution"):
        yield from sorted(_subjects(store, owner, node), key=str)


def _of_facts(store: Quads, facts: Iterable[OxTerm]) -> Iterator[OxTerm]:
    for fact in facts:
        yield from sorted(_objects(store, fact, "prov:wasDerivedFrom"), key=str)


def _iri(node: OxTerm | None) -> str:
    return node.value if isinstance(node, ox.NamedNode) else ""


def _is_a(store: Quads, node: OxTerm | None, cls: str) -> bool:
    return ox.NamedNode(expand(cls)) in _objects(store, node, "rdf:type")


def _text(store: Quads, node: OxTerm | None, predicate: str) -> str:
    found = _one(store, node, predicate)
    return found.value if isinstance(found, ox.Literal) else ""


def _one(store: Quads, node: OxTerm | None, predicate: str) -> OxTerm | None:
    return min(_objects(store, node, predicate), key=str, default=None)


def _objects(store: Quads, node: OxTerm | None, predicate: str) -> list[OxTerm]:
    if not isinstance(node, ox.NamedNode | ox.BlankNode):
        return []
    return [q.object for q in store.quads_for_pattern(node, ox.NamedNode(expand(predicate)), None)]


def _subjects(store: Quads, predicate: str | None, node: OxTerm) -> list[OxTerm]:
    name = None if predicate is None else ox.NamedNode(expand(predicate))
    return [q.subject for q in store.quads_for_pattern(None, name, node)]

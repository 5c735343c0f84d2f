"""Looks up what a finding's node is called and the words that state it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.reader import OxTerm
from kgraph.vocab import DATA, expand

_LABELS: Final = ("skos:prefLabel", "rdfs:label", "dct:title")
# A fact has no label of its own, so the words that it keeps stand in; a bare key is the last resort.
_WORDS: Final = ("kgo:rawText", "oa:exact", "kgo:words", "kgo:fileName", "dct:identifier")
_NAMES: Final = tuple(map(expand, _LABELS + _WORDS))
_ENTITIES: Final = DATA + "id/"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words that concern a node stand; empty strings where nothing is known."""

    quote: str = ""
    rule: str = ""
    title: str = ""
    file: str = ""


def label(store: ox.Store, node: OxTerm, lang: str = "vi") -> str:
    """What people call *node*: its label, or the labels of what a fact joins ("Nguyễn Thị Ví Dụ · Chủ tịch")."""
    if not isinstance(node, ox.NamedNode):
        return str(getattr(node, "value", node))
    names = (_own_name(store, node, lang), _quote(store, node), " · ".join(_argument_names(store, node, lang)))
    return next(filter(None, names), node.value.removeprefix(_ENTITIES))


def place(store: ox.Store, node: OxTerm) -> Place:
    """Where the first evidence of *node* stands, or that of a fact that speaks of it."""
    for evidence in _evidence(store, node):
        article = _one(store, evidence, "oa:hasSource")
        rule = _text(store, _one(store, evidence, "kgo:rule"), "dct:identifier")
        return Place(_quote(store, evidence), rule, _text(store, article, "dct:title"), _file(store, article))
    article = next(iter(sorted(_subjects(store, "kgo:hasCopy", node), key=str)), node)
    return Place("", "", _text(store, article, "dct:title"), _file(store, article))


def _own_name(store: ox.Store, node: ox.NamedNode, lang: str) -> str:
    for name in _NAMES:
        texts = [o for o in _objects(store, node, name) if isinstance(o, ox.Literal)]
        if texts:
            return str(min(texts, key=lambda t: (t.language != lang, t.language != "vi", t.value)).value)
    return ""


def _argument_names(store: ox.Store, node: ox.NamedNode, lang: str) -> list[str]:
    about = sorted(store.quads_for_pattern(node, None, None), key=lambda q: (q.predicate.value, str(q.object)))
    objects = [q.object for q in about if isinstance(q.object, ox.NamedNode)]
    names = (_own_name(store, o, lang) for o in objects if o.value.startswith(_ENTITIES))
    return [name for name in names if name]


def _quote(store: ox.Store, evidence: OxTerm) -> str:
    quotes = (_text(store, selector, "oa:exact") for selector in _objects(store, evidence, "oa:hasSelector"))
    return min(filter(None, quotes), default="")


def _evidence(store: ox.Store, node: OxTerm) -> Iterator[OxTerm]:
    """The evidence of *node*, nearest first: itself, its owner, that of the fact, that of facts about the entity."""
    if _one(store, node, "oa:hasSource") is not None:
        yield node
    for owner in ("oa:hasSelector", "kgo:resolution"):
        yield from sorted(_subjects(store, owner, node), key=str)
    yield from _of_facts(store, [node])
    yield from _of_facts(store, sorted(_subjects(store, None, node), key=str))


def _of_facts(store: ox.Store, facts: Iterable[OxTerm]) -> Iterator[OxTerm]:
    for fact in facts:
        yield from sorted(_objects(store, fact, "prov:wasDerivedFrom"), key=str)


def _file(store: ox.Store, article: OxTerm | None) -> str:
    names = [_text(store, copy, "kgo:fileName") for copy in _objects(store, article, "kgo:hasCopy")]
    return ", ".join(sorted(filter(None, names)))


def _text(store: ox.Store, node: OxTerm | None, predicate: str) -> str:
    found = _one(store, node, predicate)
    return found.value if isinstance(found, ox.Literal) else ""


def _one(store: ox.Store, node: OxTerm | None, predicate: str) -> OxTerm | None:
    return min(_objects(store, node, predicate), key=str, default=None)


def _objects(store: ox.Store, node: OxTerm | None, predicate: str) -> list[OxTerm]:
    if not isinstance(node, ox.NamedNode | ox.BlankNode):
        return []
    return [q.object for q in store.quads_for_pattern(node, ox.NamedNode(expand(predicate)), None)]


def _subjects(store: ox.Store, predicate: str | None, node: OxTerm) -> list[OxTerm]:
    name = None if predicate is None else ox.NamedNode(expand(predicate))
    return [q.subject for q in store.quads_for_pattern(None, name, node)]

"""Looking up what a graph says of a node, as plain values in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeGuard

import pyoxigraph as ox

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import OxTerm
from kgraph.vocab import expand


@dataclass(frozen=True, slots=True)
class Statements:
    """A graph in memory; predicates and classes are given as CURIEs."""

    store: ox.Store

    @classmethod
    def of(cls, triples: Iterable[ox.Triple]) -> Statements:
        """The graph of *triples*."""
        store = ox.Store()
        store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
        return cls(store)

    def instances(self, *classes: str) -> tuple[str, ...]:
        """The IRIs of the instances of *classes*, sorted."""
        found = (self._subjects("rdf:type", ox.NamedNode(expand(cls))) for cls in classes)
        return tuple(sorted({s.value for subjects in found for s in subjects if _is_iri(s)}))

    def iris(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The IRIs that *predicate* leads to, sorted."""
        return tuple(sorted(o.value for o in self.objects(ox.NamedNode(subject), predicate) if _is_iri(o)))

    def subjects(self, predicate: str, value: str) -> tuple[str, ...]:
        """The IRIs that lead to the IRI *value* by *predicate*, sorted."""
        return tuple(sorted(s.value for s in self._subjects(predicate, ox.NamedNode(value)) if _is_iri(s)))

    def literals(self, subject: str, predicate: str) -> tuple[tuple[str, str], ...]:
        """The literals that *predicate* leads to, as pairs of language (may be empty) and text, sorted."""
        values = self.objects(ox.NamedNode(subject), predicate)
        return tuple(sorted((o.language or "", o.value) for o in values if isinstance(o, ox.Literal)))

    def both(self, subject: str, predicate: str) -> Bilingual:
        """The texts in Vietnamese and English, empty where there is none."""
        texts = dict(reversed(self.literals(subject, predicate)))
        return Bilingual(texts.get("vi", ""), texts.get("en", ""))

    def plain(self, subject: str, predicate: str) -> str:
        """The first literal, whatever its language; empty where there is none."""
        return next((text for _, text in self.literals(subject, predicate)), "")

    def objects(self, subject: ox.NamedNode | ox.BlankNode, predicate: str | None = None) -> Iterator[OxTerm]:
        """What *predicate*, or any, leads to."""
        name = None if predicate is None else ox.NamedNode(expand(predicate))
        return (q.object for q in self.store.quads_for_pattern(subject, name, None))

    def _subjects(self, predicate: str, value: OxTerm) -> Iterator[OxTerm]:
        return (q.subject for q in self.store.quads_for_pattern(None, ox.NamedNode(expand(predicate)), value))


def _is_iri(term: OxTerm) -> TypeGuard[ox.NamedNode]:
    return isinstance(term, ox.NamedNode)

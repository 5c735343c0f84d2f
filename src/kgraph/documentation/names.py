"""What a term is called on the page, and where it stands there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from kgraph.bilingual import Bilingual
from kgraph.documentation.model import Vocabulary, is_own
from kgraph.vocab import DATA, PREFIXES

# What every vocabulary is made with says nothing of this one.
_MACHINERY: Final = (*(PREFIXES[prefix] for prefix in ("rdf", "rdfs", "owl", "xsd", "sh")), DATA)


class Names:
    """Names, labels and places of the terms of *vocabulary*."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        # The longest namespace first, as one may lie in another.
        self._namespaces = sorted(((iri, prefix) for prefix, iri in vocabulary.namespaces), reverse=True)

    def name(self, iri: str) -> str:
        """*iri* as CURIE, or whole where its namespace has no prefix."""
        return next((f"{p}:{iri.removeprefix(n)}" for n, p in self._namespaces if iri.startswith(n)), iri)

    def anchor(self, iri: str) -> str:
        """The id of the place that tells of *iri*: its local name for a term of ours, so that a served page is hit."""
        name = self.name(iri)
        return name.partition(":")[2] if is_own(iri) else name

    def href(self, iri: str) -> str:
        """The place on the page that tells of *iri*, else its own address on the web, else the top."""
        if iri in self.told:
            return f"#{self.anchor(iri)}"
        return iri if iri.startswith(("http://", "https://")) else "#top"

    def label(self, iri: str) -> Bilingual:
        """The label of *iri*, or its CURIE for a term of another vocabulary."""
        return self._labels.get(iri) or Bilingual(self.name(iri), self.name(iri))

    @cached_property
    def told(self) -> frozenset[str]:
        """Everything that has a place on the page."""
        return frozenset((*self._labels, *self.reused))

    @cached_property
    def reused(self) -> tuple[str, ...]:
        """The terms of other vocabularies that data, shapes or queries use, in the order of their names."""
        found = {iri for iri in self._used() if self.name(iri) != iri and not iri.startswith(_MACHINERY)}
        return tuple(sorted(found - set(self._labels), key=self.name))

    def _used(self) -> Iterator[str]:
        for term in self.vocabulary.terms:
            yield from (*term.domains, *term.ranges)
        for check in self.vocabulary.checks:
            yield from check.terms
        for question in self.vocabulary.questions:
            yield from question.terms

    @cached_property
    def _labels(self) -> dict[str, Bilingual]:
        vocabulary = self.vocabulary
        return {
            **{term.iri: term.label for term in vocabulary.terms},
            **{scheme.iri: scheme.label for scheme in vocabulary.schemes},
            **{datatype.iri: datatype.label for datatype in vocabulary.datatypes},
            **{concept.iri: concept.label for scheme in vocabulary.schemes for concept in scheme.concepts},
        }

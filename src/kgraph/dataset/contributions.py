"""What the graph of one article adds to what articles share: labels, entities of the registry, rules, facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgraph.dataset.nquads import named
from kgraph.dataset.review import DERIVED_FROM
from kgraph.dataset.shared_graphs import is_of_registry
from kgraph.dataset.spelling import PREFERRED
from kgraph.vocab import DATA, entity_iri

_ID: Final = f"<{DATA}id/"
_EVIDENCE: Final = f"<{entity_iri('evidence', '')}"
_RULE: Final = named("kgo:rule")
_TYPE: Final = named("rdf:type")


@dataclass(frozen=True, slots=True)
class Contribution:
    """Of one article's graph, IRIs in angle brackets.

    *nodes* are all that decisions can name in it, *labels* (node, Vietnamese label as a literal), *described* the
    entities of the registry's kinds that it gives a type, *referred* those that it names.
    """

    nodes: frozenset[str]
    labels: frozenset[tuple[str, str]]
    described: frozenset[str]
    referred: frozenset[str]
    rules: frozenset[str]
    facts: frozenset[str]


def contribution(lines: Iterable[str]) -> Contribution:
    """What the N-Quads *lines* of one article add."""
    # What stands behind the predicate is looked at only where it counts: most of it are quotes and selectors.
    quads = [line.split(" ", 2) for line in lines]
    terms = {_iri(behind) for _, _, behind in quads if behind.startswith(_ID)}
    nodes = terms | {subject for subject, _, _ in quads if subject.startswith(_ID)}
    labels = ((subject, _term(behind)) for subject, predicate, behind in quads if predicate == PREFERRED)
    return Contribution(
        nodes=frozenset(node for node in nodes if not node.startswith(_EVIDENCE)),
        labels=frozenset((node, label) for node, label in labels if label.endswith("@vi")),
        described=frozenset(s for s, predicate, _ in quads if predicate == _TYPE and is_of_registry(s)),
        referred=frozenset(filter(is_of_registry, terms)),
        rules=frozenset(_iri(behind) for _, predicate, behind in quads if predicate == _RULE),
        facts=frozenset(s for s, predicate, _ in quads if predicate == DERIVED_FROM),
    )


def _iri(behind: str) -> str:
    """The IRI that *behind*, object and graph of a line, begins with."""
    return behind.partition(" ")[0]


def _term(behind: str) -> str:
    """The object in *behind*, object and graph of a line; a literal may have blanks."""
    return behind.rsplit(" ", 2)[0]

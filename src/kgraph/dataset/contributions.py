"""What the graph of one article adds to what articles share: labels, entities of the registry, rules, facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgraph.dataset.nquads import named, split
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
    quads = [split(line)[:3] for line in lines]
    terms = {term for _, _, term in quads if term.startswith(_ID)}
    subjects = {subject for subject, _, _ in quads}
    return Contribution(
        nodes=frozenset(node for node in terms | subjects if _is_decidable(node)),
        labels=frozenset((s, o) for s, p, o in quads if p == PREFERRED and o.endswith("@vi")),
        described=frozenset(s for s, p, _ in quads if p == _TYPE and is_of_registry(s)),
        referred=frozenset(filter(is_of_registry, terms)),
        rules=frozenset(o for _, p, o in quads if p == _RULE),
        facts=frozenset(s for s, p, _ in quads if p == DERIVED_FROM),
    )


def _is_decidable(node: str) -> bool:
    return node.startswith(_ID) and not node.startswith(_EVIDENCE)

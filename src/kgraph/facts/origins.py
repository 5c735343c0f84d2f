"""Which rules an entry of a document goes back to: over the facts it was read from to their evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kgraph.dataset.reader import Reader
from kgraph.facts.documents import documents
from kgraph.facts.rows import Json

_RULES: Final = "SELECT DISTINCT ?fact ?rule { ?fact prov:wasDerivedFrom/kgo:rule ?rule }"


@dataclass(frozen=True, slots=True)
class WithRules:
    """The *json* of one file, and the ids of the rules behind an entry or a part of it, sorted.

    *rules* has them by JSON pointer: ``/officials/0`` and ``/officials/0/roles/1``.
    """

    json: Json
    rules: Mapping[str, tuple[str, ...]]


def with_rules(reader: Reader) -> dict[str, WithRules]:
    """The documents of `facts` by stem, with the rules that read each entry."""
    rules = _rules(reader)

    def behind(facts: frozenset[str]) -> tuple[str, ...]:
        return tuple(sorted({rule for fact in facts for rule in rules.get(fact, ())}))

    return {
        stem: WithRules(document.json, {at: behind(facts) for at, facts in document.facts.items()})
        for stem, document in documents(reader).items()
    }


def _rules(reader: Reader) -> Mapping[str, set[str]]:
    rules: dict[str, set[str]] = defaultdict(set)
    for row in reader.values(_RULES):
        rules[row["fact"]].add(row["rule"].rpartition("/")[2])
    return rules

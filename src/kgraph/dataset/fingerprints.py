"""What each graph holds, as a number of triples and a sum over them that any SPARQL 1.1 store can work out.

The same query is asked of the store here and of the server: what a server holds is known from the server, whoever
changed it, and nothing has to be kept there beside the dataset.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

import pyoxigraph as ox

from kgraph.dataset.server import GRAPHS
from kgraph.vocab import expand

Fingerprint: TypeAlias = str
Ask: TypeAlias = Callable[[str], Iterable[Sequence[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None]]]
"""Whoever answers a SELECT with rows."""

# The first eleven digits of an MD5 hash are as good as chance, and a sum of them has no order. A sum of ten million
# fits into the 64 bits of an integer. The datatype is left out of plain and of tagged strings, which stores call
# differently.
_TRIPLE: Final = (
    'CONCAT(STR(?s), " ", STR(?p), " ", STR(?o), " ", COALESCE(LANG(?o), ""), " ",'
    ' IF(isLiteral(?o) && COALESCE(LANG(?o), "") = "", COALESCE(STR(DATATYPE(?o)), ""), ""))'
)
_NUMBER: Final = f'<{expand("xsd:integer")}>(SUBSTR(REPLACE(MD5({_TRIPLE}), "[^0-9]", ""), 1, 11))'
_ASKED: Final = f"""
SELECT ?g (COUNT(*) AS ?count) (SUM({_NUMBER}) AS ?sum) {{
  %s GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), "{GRAPHS}"))
}} GROUP BY ?g
"""
_MANY: Final = 200


def fingerprints(ask: Ask) -> dict[str, Fingerprint]:
    """The fingerprint of every graph of the dataset that *ask* answers from, by its IRI."""
    return dict(_read(ask(_ASKED % "")))


def fingerprints_of(ask: Ask, graphs: Sequence[str]) -> dict[str, Fingerprint]:
    """As `fingerprints`, of *graphs* alone; one that is not there has none."""
    found: dict[str, Fingerprint] = {}
    for start in range(0, len(graphs), _MANY):
        listed = " ".join(f"<{graph}>" for graph in graphs[start : start + _MANY])
        found |= _read(ask(_ASKED % f"VALUES ?g {{ {listed} }}"))
    return found


def count(fingerprint: Fingerprint) -> int:
    """How many triples a graph with *fingerprint* holds."""
    return int(fingerprint.partition(" ")[0])


def _read(rows: Iterable[Sequence[object]]) -> Iterator[tuple[str, Fingerprint]]:
    for graph, number, total in rows:
        if isinstance(graph, ox.NamedNode):  # a store without any graph answers with one row without values
            yield graph.value, " ".join(t.value for t in (number, total) if isinstance(t, ox.Literal))

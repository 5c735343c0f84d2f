"""What each graph holds, as a number of triples and a sum over them that any SPARQL 1.1 store can work out.

What a server holds is known from the server, whoever changed it, and nothing has to be kept there beside the dataset.
Of the dataset here the same is worked out from ``kgraph.nq``, twice as fast as by the query.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import md5
from pathlib import Path
from typing import Final, TypeAlias

import pyoxigraph as ox

from kgraph.dataset.nquads import split
from kgraph.dataset.server import GRAPHS
from kgraph.vocab import expand

Fingerprint: TypeAlias = str
Ask: TypeAlias = Callable[[str], Iterable[Sequence[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None]]]
"""Whoever answers a SELECT with rows."""

# The first eleven digits of an MD5 hash are as good as chance, and a sum of them has no order. A sum of ten million
# fits into the 64 bits of an integer. Stores call the datatype of a tagged string differently: it is left out.
_DIGITS: Final = 11
_TRIPLE: Final = (
    'CONCAT(STR(?s), " ", STR(?p), " ", STR(?o), " ", COALESCE(LANG(?o), ""), " ",'
    ' IF(isLiteral(?o) && COALESCE(LANG(?o), "") = "", COALESCE(STR(DATATYPE(?o)), ""), ""))'
)
_NUMBER: Final = f'<{expand("xsd:integer")}>(SUBSTR(REPLACE(MD5({_TRIPLE}), "[^0-9]", ""), 1, {_DIGITS}))'
_STRING: Final = expand("xsd:string")
_ASKED: Final = f"""
SELECT ?g (COUNT(*) AS ?count) (SUM({_NUMBER}) AS ?sum) {{
  %s GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), "{GRAPHS}"))
}} GROUP BY ?g
"""
NOTHING: Final = "0 0"
"""The fingerprint of a graph that is not there."""
_NO_DIGIT: Final = re.compile("[^0-9]")
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-F]{4})|(.))")
_ESCAPED: Final = {"t": "\t", "b": "\b", "n": "\n", "f": "\f", "r": "\r"}


def fingerprints_in(quads: Path) -> dict[str, Fingerprint]:
    """The fingerprint of every graph in the canonical N-Quads file *quads*, by its IRI."""
    counts, sums = defaultdict[str, int](int), defaultdict[str, int](int)
    with quads.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            subject, predicate, term, graph = split(line)
            hashed = md5(f"{subject[1:-1]} {predicate[1:-1]} {_written(term)}".encode(), usedforsecurity=False)
            counts[graph] += 1
            sums[graph] += int(_NO_DIGIT.sub("", hashed.hexdigest())[:_DIGITS])
    return {graph[1:-1]: f"{counts[graph]} {sums[graph]}" for graph in counts}


def _written(term: str) -> str:
    r"""An object as the query puts it together: its value, its language tag, and its datatype where it has no tag.

    >>> _written('"Hội\\n"@vi'), _written("<urn:a>"), _written('"2"^^<urn:b>'), _written('"x"')[:7]
    ('Hội\n vi ', 'urn:a  ', '2  urn:b', 'x  http')
    """
    if term.startswith("<"):
        return f"{term[1:-1]}  "
    value, _, kind = term[1:].rpartition('"')
    text = _ESCAPE.sub(_unescaped, value) if "\\" in value else value
    return f"{text} {kind[1:]} " if kind.startswith("@") else f"{text}  {kind[3:-1] or _STRING}"


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else _ESCAPED.get(found[2], found[2])


def fingerprints(ask: Ask) -> dict[str, Fingerprint]:
    """The fingerprint of every graph of the dataset that *ask* answers from, by its IRI."""
    return dict(_read(ask(_ASKED % "")))


def fingerprints_of(ask: Ask, graphs: Iterable[str]) -> dict[str, Fingerprint]:
    """As `fingerprints`, of a few *graphs* alone; one that is not there has none."""
    return dict(_read(ask(_ASKED % f"VALUES ?g {{ {' '.join(f'<{graph}>' for graph in graphs)} }}")))


def count(fingerprint: Fingerprint) -> int:
    """How many triples a graph with *fingerprint* holds."""
    return int(fingerprint.partition(" ")[0])


def _read(rows: Iterable[Sequence[object]]) -> Iterator[tuple[str, Fingerprint]]:
    for graph, number, total in rows:
        if isinstance(graph, ox.NamedNode):  # a store without any graph answers with one row without values
            yield graph.value, " ".join(t.value for t in (number, total) if isinstance(t, ox.Literal))

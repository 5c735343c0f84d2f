"""Runs a saved query on a dataset."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import pyoxigraph as ox

from kgraph.dataset.entities import find_one
from kgraph.dataset.reader import Reader, Table
from kgraph.errors import QueryError
from kgraph.queries.binding import bind, chosen
from kgraph.queries.catalogue import Param, SavedQuery
from kgraph.queries.summing import refuse_mixed_sums
from kgraph.vocab import PREFIXES, expand


@dataclass(frozen=True, slots=True)
class Triples:
    """What a CONSTRUCT or DESCRIBE answers, sorted."""

    triples: tuple[ox.Triple, ...]


Answer: TypeAlias = Table | Triples
Solved: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
_AT: Final = re.compile(r"error at (\d+):(\d+)")


def _value(reader: Reader, param: Param, value: str) -> str:
    return find_one(reader, value, param.cls).iri if param.type == "entity" else value


def _place(message: str) -> str:
    """Where a syntax error stands in the user's own file, before which the reader puts a line for each prefix."""
    found = _AT.search(message)
    if found is None:
        return " ".join(message.split())
    return f"the query is not valid SPARQL 1.1: look at line {int(found[1]) - len(PREFIXES)}, column {found[2]}"


def _table(result: ox.QuerySolutions) -> Table:
    names = tuple(variable.value for variable in result.variables)
    return Table(names, tuple(tuple(row[i] for i in range(len(names))) for row in result))


def _answer(result: Solved) -> Answer:
    if isinstance(result, ox.QuerySolutions):
        return _table(result)
    if isinstance(result, ox.QueryTriples):
        return Triples(tuple(sorted(set(result), key=str)))
    return Table(("answer",), ((ox.Literal(str(bool(result)).lower(), datatype=ox.NamedNode(expand("xsd:boolean"))),),))


def run(reader: Reader, query: SavedQuery, values: Mapping[str, str]) -> Answer:
    """The answer to *query*; entities among *values* may be IRIs, keys or names.

    Raises QueryError on bad values, bad SPARQL, or a sum of figures of several kinds or units;
    NotFoundError on a name that is unknown or ambiguous.
    """
    resolved = {param.name: _value(reader, param, value) for param, value in chosen(query, values)}
    text = bind(query, resolved)
    try:
        solved = reader.query(text)
        refuse_mixed_sums(text)
        return _answer(solved)
    except (QueryError, OSError) as error:  # OSError: a SERVICE that does not answer
        raise QueryError(f"{query.name}: {_place(str(error))}") from error

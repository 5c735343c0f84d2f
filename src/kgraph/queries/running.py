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


def resolved(reader: Reader, query: SavedQuery, values: Mapping[str, str]) -> tuple[tuple[Param, str], ...]:
    """Each parameter that has a value, with that value as it is bound: things by their IRI.

    Raises QueryError for a missing and for an unknown parameter, NotFoundError on a name that is unknown or ambiguous.
    """
    return tuple((param, _value(reader, param, value)) for param, value in chosen(query, values))


def asked_of(reader: Reader, query: SavedQuery, values: Mapping[str, str]) -> frozenset[str]:
    """The IRIs of the things among *values*. Raises NotFoundError on a name that is unknown or ambiguous."""
    return frozenset(value for param, value in resolved(reader, query, values) if param.type == "entity")


def named(answer: Answer) -> frozenset[str]:
    """The IRIs of the things in *answer*; properties are none."""
    rows = answer.rows if isinstance(answer, Table) else ((t.subject, t.object) for t in answer.triples)
    return frozenset(term.value for row in rows for term in row if isinstance(term, ox.NamedNode))


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
    text = bind(query, {param.name: value for param, value in resolved(reader, query, values)})
    try:
        solved = reader.query(text)
        refuse_mixed_sums(text)
        return _answer(solved)
    except (QueryError, OSError) as error:  # OSError: a SERVICE that does not answer
        raise QueryError(f"{query.name}: {_place(str(error))}") from error

"""Parameters are bound by a VALUES block inside the outer WHERE, never by replacing text, in any SPARQL 1.1 engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.queries.catalogue import Param, SavedQuery
from kgraph.vocab import expand

# Comments, IRIs and strings are matched first and whole, so that a "where {" inside one is not taken for the query's.
_WHERE: Final = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|\#[^\n]*|\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
    r"""|(\bWHERE\s*\{)""",
    re.IGNORECASE | re.DOTALL,
)


def _integer(text: str) -> ox.Literal:
    return ox.Literal(str(int(text)), datatype=ox.NamedNode(expand("xsd:integer")))


def _date(text: str) -> ox.Literal:
    return ox.Literal(date.fromisoformat(text).isoformat(), datatype=ox.NamedNode(expand("xsd:date")))


# type -> how a typed value is read (ValueError where it cannot be), and what to write instead
_READ: Final[dict[str, tuple[Callable[[str], ox.NamedNode | ox.Literal], str]]] = {
    "entity": (ox.NamedNode, "an IRI"),
    "integer": (_integer, "a whole number such as 2021"),
    "date": (_date, "a date such as 2021-03-01"),
    "string": (ox.Literal, "text"),
}


def _term(query: SavedQuery, param: Param, value: str) -> str:
    read, wanted = _READ[param.type]
    try:
        return str(read(value))
    except ValueError as error:
        raise QueryError(f'{query.name}: `--set {param.name}={value}` must be {wanted}, not "{value}"') from error


def _missing(query: SavedQuery, param: Param) -> QueryError:
    return QueryError(
        f"{query.name}: give `--set {param.name}=...` ({param.type}: {param.label.en} / {param.label.vi})"
    )


def chosen(query: SavedQuery, values: Mapping[str, str]) -> tuple[tuple[Param, str], ...]:
    """Each parameter that has a value or a default; raises QueryError for a missing and for an unknown one."""
    unknown = sorted(set(values) - {param.name for param in query.params})
    if unknown:
        known = ", ".join(param.name for param in query.params) or "none"
        raise QueryError(f"{query.name}: no parameter is called `{unknown[0]}`; it takes: {known}")
    given = [(param, values.get(param.name, param.default)) for param in query.params]
    for param, value in given:
        if value is None and not param.optional:
            raise _missing(query, param)
    return tuple((param, value) for param, value in given if value is not None)


def bind(query: SavedQuery, values: Mapping[str, str]) -> str:
    """The query's text with its parameters bound to *values* (entities as IRIs). Raises QueryError on a bad value."""
    blocks = [f"VALUES ?{param.name} {{ {_term(query, param, value)} }}" for param, value in chosen(query, values)]
    if not blocks:
        return query.text
    where = next((match for match in _WHERE.finditer(query.text) if match[1]), None)
    if where is None:
        raise QueryError(f"{query.name}: a query with parameters needs the keyword WHERE before its outer group")
    return f"{query.text[: where.end()]} {' '.join(blocks)}{query.text[where.end() :]}"

"""What Virtuoso 7 says in other words than it was told, where the meaning is sure, in the words of the standard.

It has no booleans, and writes them as "0" and "1", even the answer to an ASK; whole numbers beyond 32 bits come back as
decimals. In a dataset of kgraph a number without a fraction is an integer, so that all this can be undone.
"""

from __future__ import annotations

import re
from typing import Any, Final

import pyoxigraph as ox

from kgraph.vocab import expand

_WHOLE: Final = re.compile(r"-?\d{10,}")
_ASKED: Final = "__ASK_RETVAL"
_BOOLEANS: Final = {"0": "false", "1": "true"}
_BOOLEAN, _DECIMAL, _INTEGER = (expand(f"xsd:{name}") for name in ("boolean", "decimal", "integer"))


def mended(answer: dict[str, Any]) -> dict[str, Any]:
    """The SPARQL 1.1 JSON results *answer* with each literal as it was meant."""
    rows = answer["results"]["bindings"] if "results" in answer else ()
    if answer["head"].get("vars") == [_ASKED]:
        return {"head": {}, "boolean": any(row[_ASKED]["value"] == "1" for row in rows)}
    for row in rows:
        for term in row.values():
            _mend(term)
    return answer


def _mend(term: dict[str, Any]) -> None:
    if "datatype" in term:
        term["value"], term["datatype"] = _meant(term["value"], term["datatype"])


def mended_row(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """As `mended`, for terms that are parsed."""
    return tuple(_literal(term) if isinstance(term, ox.Literal) and not term.language else term for term in row)


def _literal(term: ox.Literal) -> ox.Literal:
    value, datatype = _meant(term.value, term.datatype.value)
    return ox.Literal(value, datatype=ox.NamedNode(datatype))


def _meant(value: str, datatype: str) -> tuple[str, str]:
    """
    >>> _meant("3000000000", expand("xsd:decimal")) == ("3000000000", expand("xsd:integer"))
    True
    """
    if datatype == _BOOLEAN:
        return _BOOLEANS.get(value, value), datatype
    return value, _INTEGER if datatype == _DECIMAL and _WHOLE.fullmatch(value) else datatype

"""The catalogue: every queries/*.rq with its ``#+`` header (grlc's keys, and ours under ``x-kgraph``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

import yaml

from kgraph import resources
from kgraph.bilingual import Bilingual
from kgraph.errors import QueryError
from kgraph.queries.charts import Chart, chart_of

_SUFFIX: Final = ".rq"
_NOTHING: Final = Bilingual("", "")
TYPES: Final = ("entity", "integer", "date", "string")


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: *name* is the SPARQL variable that gets bound, *cls* the class expected of an entity."""

    name: str
    type: str
    label: Bilingual
    cls: str | None = None
    default: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with its header. *name* is what a user types (the file's stem), *text* the whole file."""

    name: str
    text: str
    title: Bilingual
    id: str = ""
    summary: str = ""
    description: Bilingual = _NOTHING
    tags: tuple[str, ...] = ()
    params: tuple[Param, ...] = ()
    columns: tuple[tuple[str, Bilingual], ...] = ()
    chart: Chart | None = None


def _header(name: str, text: str) -> Mapping[str, Any]:
    lines = [line.removeprefix("#+").removeprefix(" ") for line in text.splitlines() if line.startswith("#+")]
    try:
        header = yaml.safe_load("\n".join(lines)) or {}
    except yaml.YAMLError as error:
        raise QueryError(f"{name}: the `#+` header is not valid YAML: {' '.join(str(error).split())}") from error
    if not isinstance(header, dict):
        raise QueryError(f"{name}: the `#+` header must be `key: value` lines")
    return header


def _words(value: object, fallback: str) -> Bilingual:
    given = value if isinstance(value, dict) else {}
    return Bilingual(str(given.get("vi", fallback)), str(given.get("en", fallback)))


def _description(header: Mapping[str, Any], own: Mapping[str, Any]) -> Bilingual:
    """English as grlc keeps it, Vietnamese in our block; each stands in for the other where that is missing."""
    english = str(header.get("description", "")).strip()
    words = _words(own.get("description"), english)
    return Bilingual(words.vi.strip(), english or words.vi.strip())


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _param(query: str, row: object) -> Param:
    if not isinstance(row, dict) or "name" not in row or row.get("type") not in TYPES:
        raise QueryError(f"{query}: each of x-kgraph.params needs a name and a type out of {', '.join(TYPES)}")
    name = str(row["name"])
    optional = row.get("optional") is True
    return Param(
        name, row["type"], _words(row.get("label"), name), _text(row.get("class")), _text(row.get("default")), optional
    )


def parse(name: str, text: str) -> SavedQuery:
    """A query file as a value; one without a header is a query without parameters. Raises QueryError naming *name*."""
    header = _header(name, text)
    own = header.get("x-kgraph") or {}
    if not isinstance(own, dict):
        raise QueryError(f"{name}: x-kgraph must be `key: value` lines")
    summary = str(header.get("summary", ""))
    return SavedQuery(
        name=name,
        text=text,
        title=_words(own.get("title"), summary or name),
        id=str(own.get("id", name)),
        summary=summary,
        description=_description(header, own),
        tags=tuple(map(str, header.get("tags") or ())),
        params=tuple(_param(name, row) for row in own.get("params") or ()),
        chart=chart_of(name, own.get("chart")),
        columns=tuple((column, _words(words, column)) for column, words in (own.get("columns") or {}).items()),
    )


def load() -> tuple[SavedQuery, ...]:
    """All saved queries, sorted by name."""
    files = resources.entries("queries", _SUFFIX)
    return tuple(parse(file.name.removesuffix(_SUFFIX), file.read_text(encoding="utf-8")) for file in files)


def get(name: str) -> SavedQuery:
    """The saved query *name*; raises QueryError with the nearest names where there is none."""
    known = {query.name: query for query in load()}
    if name not in known:
        near = get_close_matches(name, sorted(known), n=3, cutoff=0.4)
        hint = f"did you mean {' or '.join(near)}" if near else "`kgraph query` lists them"
        raise QueryError(f"no saved query is called `{name}`; {hint}")
    return known[name]

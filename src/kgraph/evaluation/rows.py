"""A facts file as rows by kind: an official with two posts is one row of ``persons`` and two of ``roles``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from kgraph.evaluation.folding import folded
from kgraph.evaluation.kinds import KINDS
from kgraph.evaluation.likeness import Fields

Json: TypeAlias = Mapping[str, Any]
Rules: TypeAlias = Mapping[str, tuple[str, ...]]

_ACT: Final = "khác"


@dataclass(frozen=True, slots=True)
class Document:
    """A checked facts file, and the rules behind its entries by JSON pointer, where they are known."""

    json: Json
    rules: Rules = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One fact of a file, under the JSON pointer *at* it came from. *optional*: open to two fair readings.

    *rules* are the ids of the rules that read it, where they are known.
    """

    fields: Fields
    at: str = ""
    optional: bool = False
    rules: tuple[str, ...] = ()


def _listed(document: Json, key: str) -> Iterator[tuple[str, Any]]:
    return ((f"/{key}/{place}", entry) for place, entry in enumerate(document.get(key) or ()))


def _entries(key: str) -> Callable[[Json], Iterator[Row]]:
    return lambda document: (Row(entry, at, bool(entry.get("optional"))) for at, entry in _listed(document, key))


def _names(key: str) -> Callable[[Json], Iterator[Row]]:
    return lambda document: (Row({"name": name}, at) for at, name in _listed(document, key))


def _within(document: Json) -> Iterator[Row]:
    return (row for row in _entries("unions")(document) if row.fields.get("within"))


def _persons(document: Json) -> Iterator[Row]:
    """Each name once, as it is spelt last."""
    rows = {folded(entry["name"]): Row({"name": entry["name"]}, at) for at, entry in _listed(document, "officials")}
    return iter(rows.values())


def _roles(document: Json) -> Iterator[Row]:
    for at, official in _listed(document, "officials"):
        for place, role in enumerate(official.get("roles") or ()):
            fields = {"name": official["name"], "title": role.get("title"), "org": role.get("org")}
            yield Row(fields, f"{at}/roles/{place}", bool(role.get("optional")))


def _events(is_act: bool) -> Callable[[Json], Iterator[Row]]:
    def found(document: Json) -> Iterator[Row]:
        return (row for row in _entries("events")(document) if (folded(row.fields.get("type")) == _ACT) is is_act)

    return found


def _participations(document: Json) -> Iterator[Row]:
    for row in _events(is_act=False)(document):
        for place, name in enumerate(row.fields.get("participants") or ()):
            yield Row({**row.fields, "participant": name}, f"{row.at}/participants/{place}", row.optional)


def _implements(document: Json) -> Iterator[Row]:
    """Who implements what, with the programme's number, which the list of programmes gives."""
    codes = {folded(programme["name"]): programme.get("code") for _, programme in _listed(document, "programmes")}
    for at, (org, name) in _listed(document, "implements"):
        yield Row({"org": org, "name": name, "code": codes.get(folded(name))}, at)


_BUILD: Final[Mapping[str, Callable[[Json], Iterator[Row]]]] = MappingProxyType(
    {
        "unions": _entries("unions"),
        "union_within": _within,
        "persons": _persons,
        "roles": _roles,
        "organisations": _names("organisations"),
        "programmes": _entries("programmes"),
        "events": _events(is_act=False),
        "acts": _events(is_act=True),
        "participations": _participations,
        "implements": _implements,
        "documents": _names("documents"),
        "figures": _entries("figures"),
        "awards": _entries("awards"),
        "themes": _entries("themes"),
    }
)


def rows(document: Document) -> dict[str, tuple[Row, ...]]:
    """The rows of *document* by kind, each with the rules behind it."""

    def traced(row: Row) -> Row:
        return Row(row.fields, row.at, row.optional, document.rules.get(row.at, ()))

    return {kind: tuple(map(traced, _BUILD[kind](document.json))) for kind in KINDS}

"""Sections of what an article names: unions, organisations, programmes, documents, and who holds which post."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kgraph.facts.rows import Json, Names, Row, Section
from kgraph.facts.values import concept

# The centre and the provinces stand under no place that a reader would want to be told.
_TOP: Final = frozenset({"central", "province"})


def _union(row: Row, names: Names) -> Json:
    level = concept(names.value(row["union"], "kgo:level") or "")
    place = names.value(row["union"], "kgo:jurisdiction")
    above = names.value(place, "schema:containedInPlace")
    top = level in _TOP or concept(names.value(above, "kgo:level") or "") == "central"
    return {
        "name": names.label(row["union"]),
        "level": level,
        "place": names.place(place),
        "within": None if top else names.place(above),
    }


def _unions(rows: Iterable[Row], names: Names) -> list[Json]:
    return [_union(row, names) for row in rows]


UNIONS: Final = Section(
    """
    SELECT DISTINCT ?g ?union {
      GRAPH ?g { ?fact ?argument ?union ; prov:wasDerivedFrom ?evidence }
      FILTER (EXISTS { ?union a kgo:WomensUnion } || EXISTS { ?union a kgo:EmulationCluster })
    }""",
    _unions,
)


def _role(row: Row, names: Names) -> Json:
    role: Json = {"title": names.label(row["post"]), "org": names.label(row.get("org"))}
    return {**role, "former": True} if row.get("former") == "true" else role


def _officials(rows: Iterable[Row], names: Names) -> list[Json]:
    roles: dict[str, list[Json]] = defaultdict(list)
    for row in rows:
        role = _role(row, names)
        if role not in roles[row["person"]]:
            roles[row["person"]].append(role)
    return [{"name": names.label(person), "roles": sorted(held, key=str)} for person, held in sorted(roles.items())]


OFFICIALS: Final = Section(
    """
    SELECT DISTINCT ?g ?person ?post ?org ?former {
      GRAPH ?g {
        ?fact a org:Membership ; org:member ?person ; org:role ?post .
        OPTIONAL { ?fact org:organization ?org }
        OPTIONAL { ?fact kgo:former ?former }
      }
      FILTER EXISTS { ?person a schema:Person }
    }""",
    _officials,
)


def _labels(rows: Iterable[Row], names: Names) -> list[str]:
    return [label for row in rows if (label := names.label(row["thing"]))]


ORGANISATIONS: Final = Section(
    """
    SELECT DISTINCT ?g ?thing {
      GRAPH ?g { ?fact a kgo:EntityMention ; kgo:mentionedEntity ?thing }
      FILTER EXISTS { ?thing a kgo:Body }
      FILTER NOT EXISTS { ?thing a kgo:WomensUnion }
      FILTER NOT EXISTS { ?thing a kgo:EmulationCluster }
    }""",
    _labels,
)

DOCUMENTS: Final = Section(
    "SELECT DISTINCT ?g ?thing { GRAPH ?g { ?fact a kgo:Citation ; kgo:citedDocument ?thing } }", _labels
)


def _programme(iri: str, names: Names) -> Json:
    kind = names.label(names.value(iri, "kgo:programmeKind"))
    return {"name": names.label(iri), "kind": kind, "code": names.value(iri, "kgo:code")}


def _programmes(rows: Iterable[Row], names: Names) -> list[Json]:
    return [_programme(row["programme"], names) for row in rows]


PROGRAMMES: Final = Section(
    """
    SELECT DISTINCT ?g ?programme {
      GRAPH ?g { ?fact ?argument ?programme ; prov:wasDerivedFrom ?evidence }
      FILTER EXISTS { ?programme a kgo:Programme }
    }""",
    _programmes,
)

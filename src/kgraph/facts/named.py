"""Sections of what an article names: unions, organisations, programmes, documents, and who holds which post."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kgraph.facts.rows import Entry, Json, Names, Row, Section, merged, of_fact
from kgraph.facts.values import concept
from kgraph.vocab import expand

# The centre and the provinces stand under no place that a reader would want to be told.
_TOP: Final = frozenset({"central", "province"})


def _naming(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    """For each thing the facts that name it as itself; where none does, all facts that it is an argument of."""
    naming, using = defaultdict(set), defaultdict(set)
    for row in rows:
        using[row["thing"]].add(row["fact"])
        if row["argument"] == expand("kgo:mentionedEntity"):
            naming[row["thing"]].add(row["fact"])
    return {thing: frozenset(naming[thing] or facts) for thing, facts in sorted(using.items())}


def _union(iri: str, names: Names) -> Json:
    level = concept(names.value(iri, "kgo:level") or "")
    place = names.value(iri, "kgo:jurisdiction")
    above = names.value(place, "schema:containedInPlace")
    top = level in _TOP or concept(names.value(above, "kgo:level") or "") == "central"
    if level == "chapter":  # only its name tells the hamlet; its jurisdiction is the place above
        hamlet = (names.label(iri) or "").partition("phụ nữ ")[2]
        return {"name": names.label(iri), "level": level, "place": hamlet or None, "within": names.place(place)}
    return {
        "name": names.label(iri),
        "level": level,
        "place": names.place(place),
        "within": None if top else names.place(above),
    }


def _unions(rows: Iterable[Row], names: Names) -> list[Entry]:
    return [Entry(_union(iri, names), facts) for iri, facts in _naming(rows).items()]


UNIONS: Final = Section(
    """
    SELECT DISTINCT ?g ?fact ?argument ?thing {
      GRAPH ?g { ?fact ?argument ?thing ; prov:wasDerivedFrom ?evidence }
      FILTER (EXISTS { ?thing a kgo:WomensUnion } || EXISTS { ?thing a kgo:EmulationCluster })
    }""",
    _unions,
)


def _role(row: Row, names: Names) -> Json:
    role: Json = {"title": names.label(row["post"]), "org": names.label(row.get("org"))}
    return {**role, "former": True} if row.get("former") == "true" else role


def _official(person: str, rows: Iterable[Row], names: Names) -> Entry:
    held: dict[str, tuple[Json, set[str]]] = {}
    for row in rows:
        role = _role(row, names)
        held.setdefault(str(role), (role, set()))[1].add(row["fact"])
    roles = [held[words] for words in sorted(held)]
    parts = {f"/roles/{place}": frozenset(facts) for place, (_, facts) in enumerate(roles)}
    return Entry({"name": names.label(person), "roles": [role for role, _ in roles]}, merged(parts.values()), parts)


def _officials(rows: Iterable[Row], names: Names) -> list[Entry]:
    posts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        posts[row["person"]].append(row)
    return [_official(person, held, names) for person, held in sorted(posts.items())]


OFFICIALS: Final = Section(
    """
    SELECT DISTINCT ?g ?fact ?person ?post ?org ?former {
      GRAPH ?g {
        ?fact a org:Membership ; org:member ?person ; org:role ?post .
        OPTIONAL { ?fact org:organization ?org }
        OPTIONAL { ?fact kgo:former ?former }
      }
      FILTER EXISTS { ?person a schema:Person }
    }""",
    _officials,
)


def _labels(rows: Iterable[Row], names: Names) -> list[Entry]:
    return [Entry(label, of_fact(row)) for row in rows if (label := names.label(row["thing"]))]


ORGANISATIONS: Final = Section(
    """
    SELECT DISTINCT ?g ?fact ?thing {
      GRAPH ?g { ?fact a kgo:EntityMention ; kgo:mentionedEntity ?thing }
      FILTER EXISTS { ?thing a kgo:Body }
      FILTER NOT EXISTS { ?thing a kgo:WomensUnion }
      FILTER NOT EXISTS { ?thing a kgo:EmulationCluster }
    }""",
    _labels,
)

DOCUMENTS: Final = Section(
    "SELECT DISTINCT ?g ?fact ?thing { GRAPH ?g { ?fact a kgo:Citation ; kgo:citedDocument ?thing } }", _labels
)


def _programme(iri: str, names: Names) -> Json:
    kind = names.label(names.value(iri, "kgo:programmeKind"))
    return {"name": names.label(iri), "kind": kind, "code": names.value(iri, "kgo:code")}


def _programmes(rows: Iterable[Row], names: Names) -> list[Entry]:
    return [Entry(_programme(iri, names), facts) for iri, facts in _naming(rows).items()]


PROGRAMMES: Final = Section(
    """
    SELECT DISTINCT ?g ?fact ?argument ?thing {
      GRAPH ?g { ?fact ?argument ?thing ; prov:wasDerivedFrom ?evidence }
      FILTER EXISTS { ?thing a kgo:Programme }
    }""",
    _programmes,
)

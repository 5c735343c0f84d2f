"""Sections of what an article tells: events, implementations, figures, awards, themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kgraph.facts.rows import Json, Names, Row, Section
from kgraph.facts.values import number, stated_date
from kgraph.vocab import expand


def _event(rows: list[Row], names: Names) -> Json:
    first = rows[0]
    hosts = sorted({label for row in rows if (label := names.label(row.get("host")))})
    others = {label for row in rows if (label := names.label(row.get("participant")))}
    event: Json = {
        "type": names.label(first["kind"]),
        "label": names.label(first["event"]),
        "date": stated_date(first.get("date")),
        "host": hosts[0] if hosts else None,
        "participants": sorted((others | set(hosts)) - set(hosts[:1])),
    }
    flags = {
        "planned": first.get("status") == expand("kgs:status-planned"),
        "year_inferred": first.get("basis") == expand("kgs:basis-year-inferred"),
    }
    return event | {flag: True for flag, holds in flags.items() if holds}


def _events(rows: Iterable[Row], names: Names) -> list[Json]:
    events: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: sorted(row.items())):
        events[row["event"]].append(row)
    return [_event(together, names) for together in events.values()]


EVENTS: Final = Section(
    """
    SELECT DISTINCT ?g ?event ?kind ?date ?host ?participant ?status ?basis {
      GRAPH ?g {
        ?event a kgo:Event ; kgo:eventKind ?kind .
        OPTIONAL { ?event kgo:eventDate ?date }
        OPTIONAL { ?event kgo:eventStatus ?status }
        OPTIONAL { ?event kgo:dateBasis ?basis }
        OPTIONAL { ?event schema:organizer ?host }
        OPTIONAL { ?part kgo:participationIn ?event ; kgo:participant ?participant }
      }
    }""",
    _events,
)


def _implements(rows: Iterable[Row], names: Names) -> list[list[str | None]]:
    return [[names.label(row["body"]), names.label(row["programme"])] for row in rows]


IMPLEMENTS: Final = Section(
    """
    SELECT DISTINCT ?g ?body ?programme {
      GRAPH ?g { ?fact a kgo:Implementation ; kgo:implementer ?body ; kgo:programme ?programme }
    }""",
    _implements,
)


def _figure(row: Row, names: Names) -> Json:
    money = row["unit"] == expand("kgs:unit-vnd")
    return {
        "value": number(row["value"]),
        "unit": "đồng" if money else row.get("words") or names.label(row["unit"]),
        "about": row.get("about", ""),
        "org": names.label(row.get("org")),
    }


def _figures(rows: Iterable[Row], names: Names) -> list[Json]:
    return [_figure(row, names) for row in rows]


FIGURES: Final = Section(
    """
    SELECT DISTINCT ?g ?fact ?value ?unit ?words ?about ?org {
      GRAPH ?g {
        ?fact a kgo:ReportedFigure ; kgo:value ?value ; kgo:unit ?unit .
        OPTIONAL { ?fact kgo:unitText ?words }
        OPTIONAL { ?fact kgo:about ?about }
        OPTIONAL { ?fact kgo:reportedFor ?org }
      }
    }""",
    _figures,
    repeats=True,
)


def _awards(rows: Iterable[Row], names: Names) -> list[Json]:
    return [
        {
            "award": names.label(row["award"]),
            "from": names.label(row.get("giver")),
            "to": names.label(row.get("recipient")) or row.get("words"),
        }
        for row in rows
    ]


AWARDS: Final = Section(
    """
    SELECT DISTINCT ?g ?award ?giver ?recipient ?words {
      GRAPH ?g {
        ?fact a kgo:AwardGrant ; kgo:awardType ?award ; kgo:awardStatus kgs:status-granted .
        OPTIONAL { ?fact kgo:grantedBy ?giver }
        OPTIONAL { ?fact kgo:recipient ?recipient }
        OPTIONAL { ?fact kgo:recipientText ?words }
      }
    }""",
    _awards,
)


def _themes(rows: Iterable[Row], names: Names) -> list[Json]:
    return [
        {
            "org": names.label(row["org"]),
            "year": int(names.value(row["theme"], "kgo:year") or 0) or None,
            "text": names.value(row["theme"], "kgo:themeText"),
        }
        for row in rows
    ]


THEMES: Final = Section(
    "SELECT DISTINCT ?g ?org ?theme { GRAPH ?g { ?fact a kgo:ThemeAdoption ; kgo:theme ?theme ; kgo:adoptedBy ?org } }",
    _themes,
)

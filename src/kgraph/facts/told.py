"""Sections of what an article tells: events, implementations, figures, awards, themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kgraph.facts.rows import Entry, Json, Names, Row, Section, of_fact
from kgraph.facts.values import number, stated_date
from kgraph.vocab import expand


def _parties(rows: list[Row], names: Names) -> tuple[str | None, dict[str, set[str]]]:
    """The first host, and every other party with the facts that say it took part (of a co-host the event itself)."""
    hosts = sorted({label for row in rows if (label := names.label(row.get("host")))})
    others: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if label := names.label(row.get("participant")):
            others[label].add(row["part"])
    others.update({host: others[host] | {rows[0]["fact"]} for host in hosts[1:]})
    return next(iter(hosts), None), {name: others[name] for name in sorted(others.keys() - set(hosts[:1]))}


def _event(rows: list[Row], names: Names) -> Entry:
    first = rows[0]
    host, others = _parties(rows, names)
    event: Json = {
        "type": names.label(first["kind"]),
        "label": names.label(first["fact"]),
        "date": stated_date(first.get("date")),
        "host": host,
        "participants": list(others),
    }
    flags = {
        "planned": first.get("status") == expand("kgs:status-planned"),
        "year_inferred": first.get("basis") == expand("kgs:basis-year-inferred"),
    }
    parts = {f"/participants/{place}": frozenset(facts) for place, facts in enumerate(others.values())}
    return Entry(event | {flag: True for flag, holds in flags.items() if holds}, of_fact(first), parts)


def _events(rows: Iterable[Row], names: Names) -> list[Entry]:
    events: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: sorted(row.items())):
        events[row["fact"]].append(row)
    return [_event(together, names) for together in events.values()]


EVENTS: Final = Section(
    """
    SELECT DISTINCT ?g ?fact ?kind ?date ?host ?part ?participant ?status ?basis {
      GRAPH ?g {
        ?fact a kgo:Event ; kgo:eventKind ?kind .
        OPTIONAL { ?fact kgo:eventDate ?date }
        OPTIONAL { ?fact kgo:eventStatus ?status }
        OPTIONAL { ?fact kgo:dateBasis ?basis }
        OPTIONAL { ?fact schema:organizer ?host }
        OPTIONAL {
          ?part kgo:participationIn ?fact ; kgo:participant ?participant .
          FILTER NOT EXISTS { ?participant a kgo:UnnamedGroup }
        }
      }
    }""",
    _events,
)


def _implements(rows: Iterable[Row], names: Names) -> list[Entry]:
    return [Entry([names.label(row["body"]), names.label(row["programme"])], of_fact(row)) for row in rows]


IMPLEMENTS: Final = Section(
    """
    SELECT DISTINCT ?g ?fact ?body ?programme {
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


def _figures(rows: Iterable[Row], names: Names) -> list[Entry]:
    return [Entry(_figure(row, names), of_fact(row)) for row in rows]


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


def _award(row: Row, names: Names) -> Json:
    return {
        "award": names.label(row["award"]),
        "from": names.label(row.get("giver")),
        "to": names.label(row.get("recipient")) or row.get("words"),
    }


def _awards(rows: Iterable[Row], names: Names) -> list[Entry]:
    return [Entry(_award(row, names), of_fact(row)) for row in rows]


AWARDS: Final = Section(
    """
    SELECT DISTINCT ?g ?fact ?award ?giver ?recipient ?words {
      GRAPH ?g {
        ?fact a kgo:AwardGrant ; kgo:awardType ?award ; kgo:awardStatus kgs:status-granted .
        OPTIONAL { ?fact kgo:grantedBy ?giver }
        OPTIONAL { ?fact kgo:recipient ?recipient }
        OPTIONAL { ?fact kgo:recipientText ?words }
      }
    }""",
    _awards,
)


def _theme(row: Row, names: Names) -> Json:
    return {
        "org": names.label(row["org"]),
        "year": int(names.value(row["theme"], "kgo:year") or 0) or None,
        "text": names.value(row["theme"], "kgo:themeText"),
    }


def _themes(rows: Iterable[Row], names: Names) -> list[Entry]:
    return [Entry(_theme(row, names), of_fact(row)) for row in rows]


THEMES: Final = Section(
    """
    SELECT DISTINCT ?g ?fact ?org ?theme {
      GRAPH ?g { ?fact a kgo:ThemeAdoption ; kgo:theme ?theme ; kgo:adoptedBy ?org }
    }""",
    _themes,
)

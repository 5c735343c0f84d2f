"""Prints, as JSON, what the articles of a folder say, one short line a fact; run with any copy of kgraph."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from kgraph.model import Entity, Source, Statement, Term, Text, Typed
from kgraph.pipeline.extraction import extract


def _shown(term: Term | None) -> str:
    match term:
        case Entity(label=label):
            return label
        case Text(value=value) | Typed(value=value):
            return value
    return "-"


def _line(fact: Statement) -> str | None:
    values = dict(reversed(fact.values))
    if fact.kind == "entity-mention":
        named = values["kgo:mentionedEntity"]
        return f"{named.kind}: {named.label} <{named.key}>" if isinstance(named, Entity) else None
    if fact.kind == "membership":
        member, post, body = (_shown(values.get(name)) for name in ("org:member", "org:role", "org:organization"))
        return f"post: {member} | {post} | {body}{' | former' if 'kgo:former' in values else ''}"
    if fact.kind == "event":
        day, host = _shown(values.get("kgo:eventDate")), _shown(values.get("schema:organizer"))
        planned = " | planned" if "status-planned" in str(values.get("kgo:eventStatus")) else ""
        return f"event: {_shown(values.get('skos:prefLabel'))} | {day} | {host}{planned}"
    if fact.kind == "implementation":
        return f"carries out: {_shown(values.get('kgo:implementer'))} | {_shown(values.get('kgo:programme'))}"
    return None


def told(source: Source) -> list[str]:
    """The facts of *source* as lines, sorted."""
    return sorted({line for fact in extract(source)[1] if (line := _line(fact))})


def _sources(folder: Path) -> Iterator[Source]:
    for path in sorted(folder.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        yield Source(path.stem, article.pop("text").encode(), **article)


if __name__ == "__main__":
    sys.stdout.write(json.dumps({source.name: told(source) for source in _sources(Path(sys.argv[1]))}))

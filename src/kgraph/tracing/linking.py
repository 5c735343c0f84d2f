"""Which facts came of which words: the fact speaks of what the words mean, and its quote holds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kgraph.document import DateMention
from kgraph.model import Entity, Span, Statement, Term, Typed
from kgraph.tracing.marks import Seen
from kgraph.tracing.model import Run

_MOST_QUOTES = 3  # kept for one fact
_TIMES = frozenset({"kgo:period", "kgo:year", "kgo:eventDate"})
_LINKS: Mapping[str, str] = {"quantity": "figure", "document": "citation", "theme": "theme-adoption"}


def is_read_from(statement: Statement, seen: Seen, run: Run) -> bool:
    """Whether *statement* came of the words *seen*."""
    return _TESTS.get(seen.kind, _speaks_of)(statement, seen, run)


def _speaks_of(statement: Statement, seen: Seen, run: Run) -> bool:  # noqa: ARG001  # one shape for all
    named = any(value in seen.entities for _, value in statement.values if isinstance(value, Entity))
    return named and _quoted(statement, seen.span)


def _names(statement: Statement, seen: Seen, run: Run) -> bool:
    """That an article names a body is kept with its first quotes only; later ones count for it by their entity."""
    if statement.kind == "entity-mention" and not any(doubt.span == seen.span for doubt in run.doubts):
        return any(value in seen.entities for _, value in statement.values)
    return _speaks_of(statement, seen, run)


def _is_held(statement: Statement, seen: Seen, run: Run) -> bool:
    """As with names: a post said of a person for the fourth time has left no quote."""
    again = statement.kind == "membership" and len(statement.evidence) >= _MOST_QUOTES
    if again and not any(doubt.span == seen.span for doubt in run.doubts):
        return any(value in seen.entities for _, value in statement.values)
    return _speaks_of(statement, seen, run)


def _is_event(statement: Statement, seen: Seen, run: Run) -> bool:
    own = statement.kind == "event" and any(statement.key == event.key for event in seen.entities)
    return own or _speaks_of(statement, seen, run)


def _is_of(statement: Statement, seen: Seen, run: Run) -> bool:
    """Figures, citations and themes are read from the very words; of several sums in a clause, from the equal one."""
    if statement.kind != _LINKS[seen.kind] or not _quoted(statement, seen.span):
        return False
    raw = next((value for name, value in statement.values if name == "kgo:rawText"), None)
    return raw is None or getattr(raw, "value", "") == " ".join(seen.span.of(run.document.article.text).split())


def _is_dated(statement: Statement, seen: Seen, run: Run) -> bool:
    """A day is its event's or that of the document that bears it; a year is that of every fact of the year."""
    if statement.kind == "event" and any(statement.key == event.key for event in seen.entities):
        return True
    if statement.kind == "citation" and _quoted(statement, seen.span):
        return any(cited.span.contains(seen.span) for cited in run.document.mentions.documents)
    date = next((d for d in run.document.mentions.dates if d.span == seen.span), None)
    return date is not None and any(_bears(name, value, date) for name, value in statement.values)


def _bears(name: str, value: Term, date: DateMention) -> bool:
    if date.role not in ("year", "term"):
        return False
    if name == "kgo:theme":
        return isinstance(value, Entity) and value.key.startswith(f"{date.year}-")
    stated = f"{date.year}/{date.end[2]}" if date.end else str(date.year)
    return name in _TIMES and isinstance(value, Typed) and stated in value.value


def _quoted(statement: Statement, span: Span) -> bool:
    return any(evidence.span.overlaps(span) for evidence in statement.evidence)


_TESTS: Mapping[str, Callable[[Statement, Seen, Run], bool]] = {
    "union": _names, "body": _names, "programme": _names, "person": _is_held, "event": _is_event, "date": _is_dated,
    "quantity": _is_of, "document": _is_of, "theme": _is_of,
}  # fmt: skip

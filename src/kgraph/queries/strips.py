"""A chart in a column of a text table: a bar for each value, or when each event was between the first and the last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.reader import OxTerm
from kgraph.queries.cells import Row, as_number
from kgraph.queries.charts import Chart

_BAR_CHARS: Final = 20
_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"
_LINE_CHARS: Final = 24
_DAY, _SPAN, _UNTIL, _SINCE, _EMPTY = "●", "━", "◂", "▸", "·"


def strips(chart: Chart, rows: Sequence[Row]) -> tuple[str, tuple[str, ...]]:
    """The head of the column, and its cell for each of *rows*; an empty cell where a row has nothing to draw."""
    return _times(chart, rows) if chart.kind == "timeline" else ("", _bars(chart, rows))


def _bars(chart: Chart, rows: Sequence[Row]) -> tuple[str, ...]:
    """Each bar as a share of the greatest that it may be compared with."""
    values = [(tuple(row[name] for name in chart.apart), as_number(row[chart.value])) for row in rows]
    greatest: dict[tuple[OxTerm | None, ...], Decimal] = {}
    for apart, value in values:
        greatest[apart] = max(greatest.get(apart, Decimal(0)), value or Decimal(0))
    return tuple(bar(value / greatest[apart]) if value and greatest[apart] else "" for apart, value in values)


def bar(share: Decimal) -> str:
    """A bar of *share* (0 to 1) of the whole width.

    >>> bar(Decimal("0.5")), bar(Decimal("0.001"))
    ('██████████', '▏')
    """
    eighths = max(1, round(share * _BAR_CHARS * 8)) if share > 0 else 0
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def _times(chart: Chart, rows: Sequence[Row]) -> tuple[str, tuple[str, ...]]:
    days = [(_day(row[chart.start]), _day(row[chart.end])) for row in rows]
    known = sorted(day for pair in days for day in pair if day)
    if not known:
        return "", ("",) * len(rows)
    first, last = known[0], known[-1]
    return f"{first:%Y-%m} … {last:%Y-%m}", tuple(_line(start, end, first, last) for start, end in days)


def _day(term: OxTerm | None) -> date | None:
    return date.fromisoformat(term.value) if isinstance(term, ox.Literal) and term.value else None


def _line(start: date | None, end: date | None, first: date, last: date) -> str:
    """The line of one event; where only a bound is known a mark tells so, and no length is drawn that nobody stated."""
    if start is None and end is None:
        return ""
    places = [_place(day, first, last) for day in (start, end) if day]
    mark = _SINCE if end is None else _UNTIL if start is None else _DAY if places[0] == places[-1] else _SPAN
    drawn = range(places[0], places[-1] + 1)
    return "".join(mark if place in drawn else _EMPTY for place in range(_LINE_CHARS))


def _place(day: date, first: date, last: date) -> int:
    whole = (last - first).days or 1
    return (day - first).days * (_LINE_CHARS - 1) // whole

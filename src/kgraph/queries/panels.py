"""The panels of a chart: the rows of an answer as items to draw.

A panel never mixes what must not be compared: the columns in ``apart`` (kind and unit of a figure) part the panels.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

import pyoxigraph as ox

from kgraph.dataset.labels import labels
from kgraph.dataset.reader import OxTerm, Reader, Table
from kgraph.queries.cells import is_number, said
from kgraph.queries.charts import Chart
from kgraph.vocab import expand

_EXACT: Final = ox.NamedNode(expand("kgs:q-exact"))  # a number is exact where nothing is said
Row: TypeAlias = Mapping[str, OxTerm | None]


@dataclass(frozen=True, slots=True)
class Item:
    """One bar, event or place: its *label*, *value* and the *words* for that, its days (YYYY-MM-DD), or its IRI."""

    label: str = ""
    value: Decimal | None = None
    words: str = ""
    start: str = ""
    end: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """Items that may be compared, under the words that they have in common."""

    title: str
    items: tuple[Item, ...]


def panels(reader: Reader, chart: Chart, table: Table, lang: str) -> tuple[Panel, ...]:
    """The items of *table*, each once, in its order; in one panel those that agree in what keeps items apart."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    used = {term.value for row in rows for name in chart.columns if isinstance(term := row[name], ox.NamedNode)}
    names = labels(reader, used, lang)

    def joined(row: Row, columns: Iterable[str], between: str) -> str:
        told = (said(name, row[name], names, lang) for name in columns if row[name] != _EXACT)
        return between.join(filter(None, told))

    found: dict[str, dict[Item, None]] = {}
    for row in rows:
        item = _item(chart, row, joined(row, chart.label, " · "), joined(row, chart.words, " "))
        if item is not None:
            found.setdefault(joined(row, chart.apart, " · "), {})[item] = None
    return tuple(Panel(title, tuple(items)) for title, items in found.items())


def _item(chart: Chart, row: Row, label: str, words: str) -> Item | None:
    """The item of a row; None where the row has no value, day or place to draw."""
    if chart.kind == "timeline":
        start, end = _text(row[chart.start]), _text(row[chart.end])
        return Item(label, start=start, end=end) if start or end else None
    value = row[chart.value]
    if not isinstance(value, ox.Literal) or not is_number(value):
        return None
    return Item(label, Decimal(value.value), words, place=_text(row[chart.place]) if chart.place else "")


def _text(term: OxTerm | None) -> str:
    return term.value if isinstance(term, ox.Literal | ox.NamedNode) else ""

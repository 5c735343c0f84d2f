"""The panels of a chart: the rows of an answer as items to draw.

A panel never mixes what must not be compared: the columns in ``apart`` (kind and unit of a figure) part the panels.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.reader import OxTerm
from kgraph.queries.cells import Cells, Row, as_number, said
from kgraph.queries.charts import Chart
from kgraph.vocab import expand

_EXACT: Final = ox.NamedNode(expand("kgs:q-exact"))  # a number is exact where nothing is said


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


def panels(chart: Chart, answer: Cells, lang: str) -> tuple[Panel, ...]:
    """The items of *answer*, each once, in its order; in one panel those that agree in what keeps items apart."""

    def joined(row: Row, columns: Iterable[str], between: str) -> str:
        told = (said(name, row[name], answer.names, lang) for name in columns if row[name] != _EXACT)
        return between.join(filter(None, told))

    found: dict[str, dict[Item, None]] = {}
    for row in answer.terms:
        item = _item(chart, row, joined(row, chart.label, " · "), joined(row, chart.words, " "))
        if item is not None:
            found.setdefault(joined(row, chart.apart, " · "), {})[item] = None
    return tuple(Panel(title, tuple(items)) for title, items in found.items())


def _item(chart: Chart, row: Row, label: str, words: str) -> Item | None:
    """The item of a row; None where the row has no value, day or place to draw."""
    if chart.kind == "timeline":
        start, end = _text(row[chart.start]), _text(row[chart.end])
        return Item(label, start=start, end=end) if start or end else None
    value = as_number(row[chart.value])
    if value is None:
        return None
    return Item(label, value, words, place=_text(row[chart.place]) if chart.place else "")


def _text(term: OxTerm | None) -> str:
    return term.value if isinstance(term, ox.Literal | ox.NamedNode) else ""

"""What a query asks to be drawn: ``chart`` in its header."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kgraph.errors import QueryError

KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "bar": ("label", "value"),
    "timeline": ("label", "from"),
    "map": ("place", "value"),
}
"""Each kind of chart, and the keys it needs."""
_LISTS: Final = ("label", "apart", "words")
_KEYS: Final = (*_LISTS, "value", "from", "to", "place")


@dataclass(frozen=True, slots=True)
class Chart:
    """What to draw: the columns that label an item, hold its value, place or days, or keep items apart.

    *words* are the columns that say the value ("gần 16.500.000.000 đồng"), by default the value alone.
    """

    kind: str
    label: tuple[str, ...] = ()
    value: str = ""
    apart: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    place: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that it needs."""
        return tuple(
            filter(None, (*self.label, *self.words, self.value, *self.apart, self.start, self.end, self.place))
        )


def chart_of(query: str, row: object) -> Chart | None:
    """The chart that a header asks for; None where it asks for none. Raises QueryError naming *query*."""
    if row is None:
        return None
    if not isinstance(row, dict) or row.get("kind") not in KINDS:
        raise QueryError(f"{query}: x-kgraph.chart needs a kind out of {', '.join(KINDS)}")
    wrong = sorted(set(row) - {"kind", *_KEYS}) or [key for key in KINDS[row["kind"]] if not row.get(key)]
    if wrong:
        needed = ", ".join(KINDS[row["kind"]])
        raise QueryError(f"{query}: x-kgraph.chart: look at `{wrong[0]}`; a {row['kind']} needs {needed}")
    return _chart({key: _names(row.get(key)) for key in _LISTS}, {k: str(v) for k, v in row.items() if k not in _LISTS})


def _names(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else tuple(filter(None, (str(value or ""),)))


def _chart(lists: Mapping[str, tuple[str, ...]], single: Mapping[str, str]) -> Chart:
    return Chart(
        kind=single["kind"],
        label=lists["label"] or tuple(filter(None, (single.get("place"),))),
        value=single.get("value", ""),
        apart=lists["apart"],
        words=lists["words"] or tuple(filter(None, (single.get("value"),))),
        start=single.get("from", ""),
        end=single.get("to", single.get("from", "")),
        place=single.get("place", ""),
    )

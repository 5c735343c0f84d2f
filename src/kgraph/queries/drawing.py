"""Draws the panels of a chart as SVG, by Vega-Lite: no script reaches the page, and the text of a label stays text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from typing import Final

from markupsafe import Markup

from kgraph.queries.panels import Item, Panel
from kgraph.registry.tiles import SYSTEMS, Tile, tiles
from kgraph.resources import beside
from kgraph.vocab import entity_iri

MOST: Final = 60
"""So many items a panel are drawn; more are not read at a glance."""

Values = list[dict[str, object]]


def can_draw() -> bool:
    """Whether the library that draws is there; it comes with the extra ``charts``."""
    return find_spec("vl_convert") is not None


def drawn(kind: str, panel: Panel) -> tuple[Markup, ...]:
    """The pictures of a panel: one, or for a map one for each system of provinces that it names."""
    return tuple(_svg(kind, values) for values in _VALUES[kind](panel.items[:MOST]))


def _svg(kind: str, values: Values) -> Markup:
    import vl_convert  # a whole engine: too long for a command that draws nothing

    spec = json.loads(beside(__package__, f"{kind}.vl.json"))
    spec |= {"data": {"values": values}, "config": json.loads(beside(__package__, "theme.vl.json"))}
    # Vega escapes all text (tests/queries/test_page.py), and the page forbids scripts anyway.
    return Markup(vl_convert.vegalite_to_svg(spec))  # noqa: S704


def _labelled(number: int, item: Item) -> dict[str, object]:
    """Items of one label must not fall on each other: the part before the tab, which is not shown, tells them apart."""
    days = " – ".join(dict.fromkeys(filter(None, (item.start, item.end))))
    return {"id": f"{number:04}\t{item.label}", "spoken": f"{item.label}: {item.words or days}"}


def _bars(items: Iterable[Item]) -> Iterable[Values]:
    yield [_labelled(n, item) | {"value": float(item.value or 0), "words": item.words} for n, item in enumerate(items)]


def _days(items: Iterable[Item]) -> Iterable[Values]:
    yield [_labelled(n, item) | _days_of(item) for n, item in enumerate(items)]


def _days_of(item: Item) -> dict[str, object]:
    """Both days; where only a bound is known the shape says so, and no length is drawn that nobody stated."""
    known: dict[str, object] = {"start": item.start or item.end, "end": item.end or item.start}
    if item.start and item.end:
        return known | {"shape": "day" if item.start == item.end else "span"}
    return known | {"shape": "since" if item.start else "until"}


def _provinces(items: Iterable[Item]) -> Iterable[Values]:
    """The provinces until 2025, those since, or both; one that stayed as it was is drawn where others are."""
    known = {item.place: item for item in items}
    before, since = ({place for place in known if place in _places(system)} for system in SYSTEMS)
    if before - since or not since - before:
        yield _tiles_of(SYSTEMS[0], known)
    if since - before:
        yield _tiles_of(SYSTEMS[1], known)


def _places(system: str) -> frozenset[str]:
    return frozenset(entity_iri("place", tile.key) for tile in tiles() if tile.system == system)


def _tiles_of(system: str, known: Mapping[str, Item]) -> Values:
    """One cell a tile; two names of one province (Thừa Thiên Huế, since January 2025 Huế) share theirs."""
    cells: dict[tuple[int, int], list[Tile]] = {}
    for tile in tiles():
        if tile.system == system:
            cells.setdefault((tile.column, tile.row), []).append(tile)
    return [_cell(named, known) for named in cells.values()]


def _cell(named: list[Tile], known: Mapping[str, Item]) -> dict[str, object]:
    """A province that no row names has a label and no number: silence is not zero."""
    told = [(tile, item) for tile in named if (item := known.get(entity_iri("place", tile.key)))]
    label, words = told[0][0].label if told else named[0].label, " · ".join(item.words for _, item in told)
    return {
        "column": named[0].column,
        "row": named[0].row,
        "label": label,
        "value": max((float(item.value or 0) for _, item in told), default=None),
        "words": words,
        "spoken": f"{label}: {words}" if told else label,
    }


_VALUES: Final[Mapping[str, Callable[[tuple[Item, ...]], Iterable[Values]]]] = {
    "bar": _bars,
    "timeline": _days,
    "map": _provinces,
}


def more(panel: Panel) -> int:
    """How many items of *panel* are not drawn."""
    return max(0, len(panel.items) - MOST)

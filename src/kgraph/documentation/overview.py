"""The picture of all classes: a row for each property under its class, a column for each class that values are of.

A dot where the two meet says that the property leads to the class. Boxes joined by lines would say the same, but nearly
every fact leads to the same few classes, and the lines to those could not be told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, cos, radians, sin
from typing import Final

from kgraph.documentation.model import Term, Vocabulary
from kgraph.documentation.names import Names
from kgraph.documentation.picture import LINE, Spot, text_width
from kgraph.documentation.relations import Branch, hierarchy, leading_from

TILT: Final = 50  # degrees, by which the names of the columns rise
_COLUMN: Final = 32
_HEAD: Final = LINE + 6
_INDENT: Final = 22


@dataclass(frozen=True, slots=True)
class Column:
    """A class that values are of; its line runs down at *x* to *bottom*."""

    iri: str
    label: Spot
    x: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Row:
    """A property at one class; *dots* are where its line meets a column, with what each says."""

    label: Spot
    dots: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A class with its properties."""

    label: Spot
    top: int
    height: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything placed, in pixels; lines run from *start* on, below *top*."""

    width: int
    height: int
    start: int
    top: int
    bands: tuple[Band, ...]
    columns: tuple[Column, ...]


def overview(vocabulary: Vocabulary, names: Names, lang: str) -> Overview:
    """All classes of ours and those that properties join with them, with labels in *lang*."""
    classes = [(iri, _properties(vocabulary, iri)) for iri in _classes(vocabulary)]
    counts = Counter(end for _, properties in classes for term in properties for end in term.ranges)
    ends = sorted(counts, key=lambda iri: (-counts[iri], names.name(iri)))
    kept = [(iri, properties) for iri, properties in classes if properties or iri not in counts]
    start = max(_widths(kept, names, lang), default=0)
    wide = {iri: text_width(names.label(iri)(lang)) for iri in ends}
    top = ceil(max(wide.values(), default=0) * sin(radians(TILT))) + LINE
    places = {iri: start + _COLUMN * n + _COLUMN // 2 for n, iri in enumerate(ends)}
    bands = tuple(_bands(kept, places, top, names, lang))
    columns = tuple(Column(iri, _spot(iri, top - 8, names, lang), x, _last(bands, x)) for iri, x in places.items())
    return Overview(
        width=ceil(max((places[iri] + wide[iri] * cos(radians(TILT)) for iri in ends), default=start)),
        height=max((band.top + band.height + 1 for band in bands), default=top),
        start=start,
        top=top,
        bands=bands,
        columns=columns,
    )


def _classes(vocabulary: Vocabulary) -> list[str]:
    """The classes of ours in the order of their tree, then those of other vocabularies that have properties of ours."""
    own = [iri for branch in hierarchy(vocabulary) for iri in _down(branch)]
    domains = {domain for term in vocabulary.of_kind("object") for domain in term.domains}
    return list(dict.fromkeys((*own, *sorted(iri for iri in domains - set(own) if _properties(vocabulary, iri)))))


def _down(branch: Branch) -> Iterator[str]:
    yield branch.term.iri
    for below in branch.below:
        yield from _down(below)


def _properties(vocabulary: Vocabulary, iri: str) -> tuple[Term, ...]:
    """The properties of a class that lead to classes and not to the concepts of a scheme."""
    return tuple(t for t in leading_from(vocabulary, iri) if t.kind == "object" and not t.schemes)


def _widths(classes: Iterable[tuple[str, tuple[Term, ...]]], names: Names, lang: str) -> Iterator[int]:
    for iri, properties in classes:
        yield text_width(f"{names.label(iri)(lang)} {names.name(iri)}")
        yield from (_INDENT + text_width(names.label(term.iri)(lang)) for term in properties)


def _bands(
    classes: Iterable[tuple[str, tuple[Term, ...]]], places: dict[str, int], top: int, names: Names, lang: str
) -> Iterator[Band]:
    for iri, properties in classes:
        rows = []
        for n, term in enumerate(properties):
            label = _spot(term.iri, top + _HEAD + n * LINE + LINE // 2, names, lang)
            said = ((end, f"{names.name(iri)} {label.name} {names.name(end)}") for end in term.ranges)
            rows.append(Row(label, tuple(sorted((places[end], words) for end, words in said))))
        height = _HEAD + len(rows) * LINE + (4 if rows else 0)
        yield Band(_spot(iri, top + _HEAD // 2, names, lang), top, height, tuple(rows))
        top += height


def _last(bands: Iterable[Band], x: int) -> int:
    """Where the last dot of the column at *x* is."""
    return max(row.label.y for band in bands for row in band.rows if any(x == place for place, _ in row.dots))


def _spot(iri: str, y: int, names: Names, lang: str) -> Spot:
    return Spot(names.label(iri)(lang), names.name(iri), names.href(iri), y)

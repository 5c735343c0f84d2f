"""An answer as people read it: labels for IRIs, numbers as in the language, the evidence only where asked for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import pyoxigraph as ox

from kgraph.bilingual import shortened
from kgraph.dataset.labels import labels
from kgraph.dataset.reader import OxTerm, Reader, Table
from kgraph.queries.catalogue import SavedQuery

EVIDENCE: Final = frozenset({"article", "quote", "otherArticle", "otherQuote"})
"""Columns that tell where a row is stated."""

_FACT: Final = "fact"  # a row that is a fact says little without its words
_YEARS: Final = frozenset({"year"})  # 2021 is no number of things
_NUMBERS: Final = frozenset({"integer", "decimal", "double", "float"})
_GROUPED_FROM: Final = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """How an answer is read: in which language, and whether with the articles and words that state each row.

    *widest* is the length in characters to which a cell is cut, with an ellipsis; None for whole cells.
    """

    lang: str = "vi"
    evidence: bool = False
    widest: int | None = None


@dataclass(frozen=True, slots=True)
class Cells:
    """The *header* and *rows* as text, and which columns hold numbers only."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


def cells(reader: Reader, query: SavedQuery, table: Table, reading: Reading) -> Cells:
    """*table* for people. Without its evidence a row may come several times, one for each article: it is shown once."""
    kept = [i for i, name in enumerate(table.columns) if _is_shown(name, table, reading)]
    rows = [[row[i] for i in kept] for row in table.rows]
    names = labels(reader, (t.value for row in rows for t in row if isinstance(t, ox.NamedNode)), reading.lang)
    columns = [table.columns[i] for i in kept]
    titles = dict(query.columns)
    shown = (tuple(_cell(n, t, names, reading.lang) for n, t in zip(columns, row, strict=True)) for row in rows)
    return Cells(
        tuple(titles[name](reading.lang) if name in titles else name for name in columns),
        tuple(tuple(shortened(cell, reading.widest or len(cell)) for cell in row) for row in dict.fromkeys(shown)),
        tuple(_is_numeric([row[i] for row in rows]) for i in range(len(columns))),
    )


def hides_evidence(table: Table, reading: Reading) -> bool:
    """Whether columns of *table* are left out for *reading*."""
    return not all(_is_shown(name, table, reading) for name in table.columns)


def _is_shown(name: str, table: Table, reading: Reading) -> bool:
    return reading.evidence or name not in EVIDENCE or _FACT in table.columns


def _is_number(term: OxTerm | None) -> bool:
    return isinstance(term, ox.Literal) and term.datatype.value.rpartition("#")[2] in _NUMBERS


def _is_numeric(terms: list[OxTerm | None]) -> bool:
    said = [term for term in terms if term is not None]
    return bool(said) and all(map(_is_number, said))


def _cell(name: str, term: OxTerm | None, names: dict[str, str], lang: str) -> str:
    if isinstance(term, ox.NamedNode):
        return names.get(term.value, term.value)
    if isinstance(term, ox.Literal) and _is_number(term) and name not in _YEARS:
        return number(Decimal(term.value), lang)
    return " ".join((str(term) if isinstance(term, ox.Triple) else term.value).split()) if term is not None else ""


def number(value: Decimal, lang: str) -> str:
    """*value* as it is written in *lang*.

    >>> number(Decimal("16500000000"), "vi"), number(Decimal("1.50"), "vi"), number(Decimal("16500"), "en")
    ('16.500.000.000', '1,5', '16,500')
    """
    plain = value.normalize() if value % 1 else value.quantize(Decimal(1))
    english = f"{plain:,f}" if abs(plain) >= _GROUPED_FROM else f"{plain:f}"
    return english if lang == "en" else english.translate(str.maketrans(",.", ".,"))

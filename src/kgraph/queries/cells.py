"""An answer as people read it: labels for IRIs, numbers as in the language, the evidence only where asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeAlias

import pyoxigraph as ox

from kgraph.bilingual import Bilingual, date_words, shortened
from kgraph.dataset.labels import labels
from kgraph.dataset.reader import OxTerm, Reader, Table
from kgraph.queries.catalogue import SavedQuery
from kgraph.vocab import expand

_EVIDENCE_PAIRS: Final = (("quote", "article"), ("otherQuote", "otherArticle"))
EVIDENCE: Final = frozenset(name for pair in _EVIDENCE_PAIRS for name in pair)
"""Columns that tell where a row is stated."""

_FACT: Final = "fact"  # a row that is a fact says little without its words
_YEARS: Final = frozenset({"year"})  # 2021 is no number of things
_NUMBERS: Final = frozenset({"integer", "decimal", "double", "float"})
_TRUTH: Final = {"true": Bilingual("có", "yes"), "false": Bilingual("không", "no")}
# How values of these datatypes are said: "quý II năm 2021" for 2021-34.
_SAID: Final[Mapping[str, Callable[[str, str], str]]] = {
    expand("edtf:EDTF"): date_words,
    expand("xsd:boolean"): lambda value, lang: _TRUTH[value](lang) if value in _TRUTH else value,
}
_GROUPED_FROM: Final = 1000

Row: TypeAlias = Mapping[str, OxTerm | None]
"""What an answer says in one row, by column."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How an answer is read: in which language, and whether with the articles and words that state each row.

    *widest* is the length in characters to which a cell is cut, with an ellipsis; None for whole cells.
    *values* are the parameters that were asked with, by name.
    """

    lang: str = "vi"
    evidence: bool = False
    widest: int | None = None
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stated:
    """The words that state a row, and the title of their article."""

    quote: str
    article: str


@dataclass(frozen=True, slots=True)
class Cells:
    """The *header* and *rows* as text, and which columns hold numbers only.

    *sources* are what states each row, where its columns are not shown; *terms* are what each row was made of, and
    *names* the labels of the things in them by IRI.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    sources: tuple[tuple[Stated, ...], ...]
    terms: tuple[Row, ...]
    names: Mapping[str, str]


def cells(reader: Reader, query: SavedQuery, table: Table, reading: Reading) -> Cells:
    """*table* for people. Without its evidence a row may come several times, one for each article: it is shown once."""
    names = labels(reader, (t.value for row in table.rows for t in row if isinstance(t, ox.NamedNode)), reading.lang)
    kept = [name for name in table.columns if _is_shown(name, table, reading)]
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    found: dict[tuple[str, ...], dict[Stated, None]] = {}
    terms: dict[tuple[str, ...], Row] = {}
    for row in rows:
        shown = tuple(said(name, row[name], names, reading.lang) for name in kept)
        terms[shown] = row
        found.setdefault(shown, {}).update(dict.fromkeys(_stated(row, kept, names, reading.lang)))
    titles = dict(query.columns)
    return Cells(
        tuple(titles[name](reading.lang) if name in titles else name for name in kept),
        tuple(tuple(shortened(cell, reading.widest or len(cell)) for cell in row) for row in found),
        tuple(_is_numeric([row[name] for row in rows]) for name in kept),
        tuple(tuple(stated) for stated in found.values()),
        tuple(terms.values()),
        names,
    )


def _stated(row: Row, kept: list[str], names: Mapping[str, str], lang: str) -> Iterator[Stated]:
    """What states *row*, where its columns are not shown."""
    for quote, article in _EVIDENCE_PAIRS:
        if row.get(quote) is not None and quote not in kept:
            yield Stated(said(quote, row[quote], names, lang), said(article, row.get(article), names, lang))


def hides_evidence(table: Table, reading: Reading) -> bool:
    """Whether columns of *table* are left out for *reading*."""
    return not all(_is_shown(name, table, reading) for name in table.columns)


def _is_shown(name: str, table: Table, reading: Reading) -> bool:
    return reading.evidence or name not in EVIDENCE or _FACT in table.columns


def as_number(term: OxTerm | None) -> Decimal | None:
    """The number that *term* is; None where it is none."""
    is_number = isinstance(term, ox.Literal) and term.datatype.value.rpartition("#")[2] in _NUMBERS
    return Decimal(term.value) if is_number and isinstance(term, ox.Literal) else None


def _is_numeric(terms: list[OxTerm | None]) -> bool:
    given = [term for term in terms if term is not None]
    return bool(given) and all(as_number(term) is not None for term in given)


def said(name: str, term: OxTerm | None, names: Mapping[str, str], lang: str) -> str:
    """*term* of column *name* for people; *names* are the labels of things by IRI."""
    if isinstance(term, ox.NamedNode):
        return names.get(term.value, term.value)
    value = as_number(term)
    if value is not None and name not in _YEARS:
        return number(value, lang)
    if isinstance(term, ox.Literal) and term.datatype.value in _SAID:
        return _SAID[term.datatype.value](term.value, lang)
    return " ".join((str(term) if isinstance(term, ox.Triple) else term.value).split()) if term is not None else ""


def number(value: Decimal, lang: str) -> str:
    """*value* as it is written in *lang*.

    >>> number(Decimal("16500000000"), "vi"), number(Decimal("1.50"), "vi"), number(Decimal("16500"), "en")
    ('16.500.000.000', '1,5', '16,500')
    """
    plain = value.normalize() if value % 1 else value.quantize(Decimal(1))
    english = f"{plain:,f}" if abs(plain) >= _GROUPED_FROM else f"{plain:f}"
    return english if lang == "en" else english.translate(str.maketrans(",.", ".,"))

"""Dates of events: the stated part as EDTF, its bounds, and where the year comes from."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.document import DateMention

STATED, FROM_CONTEXT, INFERRED, BOUNDED = (
    "basis-stated",
    "basis-year-from-context",
    "basis-year-inferred",
    "basis-bounded-by-publication",
)


@dataclass(frozen=True, slots=True)
class When:
    """A date as EDTF with its bounds (YYYY-MM-DD), precision and basis (names of ``kgs:`` concepts)."""

    edtf: str
    earliest: str | None
    latest: str | None
    precision: str
    basis: str


def not_after(published: str) -> When:
    """An event of unstated date that an article of *published* reports as held."""
    return When(f"[..{published}]", None, published, "prec-bounded", BOUNDED)


def when(date: DateMention, published: str | None, years: Iterable[int]) -> When | None:
    """The date that *date* states; its year may come from the publication day or from *years* said nearby.

    None where no year can be told, or where day and month are no date.
    """
    year, basis = (date.year, STATED) if date.year else _year(date, published, sorted(set(years)))
    if year is None:
        return None
    if date.role == "range" and date.end:
        return _range(date, year, basis)
    return _point(year, date.month, date.day, date.quarter, basis)


def _year(date: DateMention, published: str | None, years: list[int]) -> tuple[int | None, str]:
    if published and date.month:
        near = int(published[:4])
        late = (date.month, date.day or 1) > (int(published[5:7]), int(published[8:10]))
        return (near - 1 if late and not date.quarter else near), FROM_CONTEXT
    if not years:
        return None, INFERRED
    # "Chiều 7/1 ... tổng kết năm 2020, triển khai nhiệm vụ năm 2021": a review of the year is held at its end or in
    # the first months of the next one.
    first_half = date.month is None or date.month <= 6
    return (years[-1] if first_half or len(years) == 1 else years[-2]), INFERRED


def _point(year: int, month: int | None, day: int | None, quarter: int | None, basis: str) -> When | None:
    if quarter:
        start, end = 3 * quarter - 2, 3 * quarter
        return When(f"{year}-{32 + quarter}", f"{year}-{start:02d}-01", _last(year, end), "prec-quarter", basis)
    if month is None:
        return When(f"{year}", f"{year}-01-01", f"{year}-12-31", "prec-year", basis)
    if day is None:
        return When(f"{year}-{month:02d}", f"{year}-{month:02d}-01", _last(year, month), "prec-month", basis)
    if day > monthrange(year, month)[1]:
        return None
    exact = f"{year}-{month:02d}-{day:02d}"
    return When(exact, exact, exact, "prec-day", basis)


def _last(year: int, month: int) -> str:
    return f"{year}-{month:02d}-{monthrange(year, month)[1]:02d}"


def _range(date: DateMention, year: int, basis: str) -> When | None:
    end_day, end_month, end_year = date.end or (0, None, None)
    first = _point(year, date.month, date.day, None, basis)
    last = _point(end_year or year, end_month or date.month, end_day, None, basis)
    if first is None or last is None or first.edtf > last.edtf:
        return first
    return When(f"{first.edtf}/{last.edtf}", first.earliest, last.latest, "prec-range", basis)

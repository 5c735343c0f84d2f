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


_SOON_DAYS, _DAYS_A_MONTH = 60, 31  # what an article announces without "sẽ" is at most so far ahead


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


def when(date: DateMention, published: str | None, years: Iterable[int], ahead: bool = False) -> When | None:
    """The date that *date* states; its year may come from the publication day or from *years* said nearby.

    *ahead*: what is told is still to come. None where no year can be told, or where day and month are no date.
    """
    if date.role == "today":
        return _on(published) if published else None
    year, basis = (date.year, STATED) if date.year else _year(date, published, sorted(set(years)), ahead)
    if year is None:
        return None
    if date.role == "range" and date.end:
        return _range(date, year, basis)
    return _point(year, date.month, date.day, date.quarter, basis)


def _on(published: str) -> When:
    """ "Sáng nay": the day of publication."""
    return When(published, published, published, "prec-day", FROM_CONTEXT)


def _year(date: DateMention, published: str | None, years: list[int], ahead: bool) -> tuple[int | None, str]:
    if published and date.month:
        return int(published[:4]) + _turn(date, published, ahead), FROM_CONTEXT
    if not years:
        # "Trong quý III, Hội sẽ mở ...": the quarter of the year that the article is of.
        return (int(published[:4]), FROM_CONTEXT) if published and date.quarter else (None, INFERRED)
    # "Chiều 7/1 ... tổng kết năm 2020, triển khai nhiệm vụ năm 2021": a review of the year is held at its end or in
    # the first months of the next one.
    first_half = date.month is None or date.month <= 6
    return (years[-1] if first_half or len(years) == 1 else years[-2]), INFERRED


def _turn(date: DateMention, published: str, ahead: bool) -> int:
    """By how many years the day lies from the year of publication: news tell of the last months or of the next weeks.

    "Ngày 28/12" in an article of January was last year; "ngày 5/1 tới" in one of December is next year; "ngày 15/10"
    in one of the end of September is this year, though it is still to come.
    """
    day, month = date.day or 1, date.month or 1
    later = _DAYS_A_MONTH * (month - int(published[5:7])) + (day - int(published[8:10]) if date.day else 0)
    if ahead:
        return int(later < 0)
    return -int(later > _SOON_DAYS)


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

"""Single values of a document: dates, numbers, and the short name of a concept."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

# Months only: EDTF writes quarters as 33 to 36 in the month's place.
_STATED: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")


def stated_date(edtf: str | None) -> str | None:
    """A date as exact as it was stated: a quarter gives its year, a range its start, a mere bound nothing.

    >>> [stated_date(d) for d in ("2021-03-01", "2021-35", "2021-03-01/2021-03-08", "[..2021-02-24]", None)]
    ['2021-03-01', '2021', '2021-03-01', None, None]
    """
    found = _STATED.match(edtf or "")
    return found[0] if found else None


def number(text: str) -> int | float:
    """A decimal as the plainest number that holds it.

    >>> number("3037"), number("2.0"), number("1.5")
    (3037, 2, 1.5)
    """
    value = Decimal(text)
    return int(value) if value == value.to_integral_value() else float(value)


def concept(iri: str) -> str:
    """The short name of a concept without the name of its scheme.

    >>> concept("https://w3id.org/kgraph/scheme/level-province")
    'province'
    """
    return iri.rpartition("/")[2].partition("-")[2]

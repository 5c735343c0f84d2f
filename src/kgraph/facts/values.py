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


_BY: Final = {"vi": "không muộn hơn {}", "en": "no later than {}"}
_QUARTER: Final = {"vi": "quý {} năm {}", "en": "quarter {} of {}"}


def date_words(edtf: str, lang: str) -> str:
    """A date as people write it; what is no bound, quarter or range stays as it is.

    >>> [date_words(d, "vi") for d in ("[..2021-02-24]", "2021-35", "2021/2025", "2021-03-01")]
    ['không muộn hơn 2021-02-24', 'quý III năm 2021', '2021 – 2025', '2021-03-01']
    """
    bound, quarter = re.fullmatch(r"\[\.\.(.+)\]", edtf), re.fullmatch(r"(\d{4})-3([3-6])", edtf)
    if bound:
        return _BY[lang].format(bound[1])
    if quarter:
        return _QUARTER[lang].format(("I", "II", "III", "IV")[int(quarter[2]) - 3], quarter[1])
    return edtf.replace("/", " – ")


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

"""Dates and numbers as the schema of facts wants them."""

from __future__ import annotations

import pytest

from kgraph.facts.values import number, stated_date


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2021", "2021"),
        ("2021-03", "2021-03"),
        ("2021-03-07", "2021-03-07"),
        ("2021-33", "2021"),
        ("2021-36", "2021"),
        ("2021-03-01/2021-03-08", "2021-03-01"),
        ("2021/2025", "2021"),
        ("2021-03~", "2021-03"),
        ("[..2021-02-24]", None),
        ("../2021", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_as_exact_as_it_was_stated(edtf: str | None, date: str | None) -> None:
    assert stated_date(edtf) == date


@pytest.mark.parametrize(("text", "value"), [("3", 3), ("16500000000.0", 16500000000), ("1.20", 1.2), ("-2", -2)])
def test_integral_numbers_are_integers(text: str, value: float) -> None:
    assert (number(text), type(number(text))) == (value, type(value))

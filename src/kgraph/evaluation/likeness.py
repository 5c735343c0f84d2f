"""When two values of a field mean the same: equal when folded, alike, or one within the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any, Final, TypeAlias

from kgraph.evaluation.folding import body_name, code_form, folded
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives

Fields: TypeAlias = Mapping[str, Any]

_UNION: Final = "lhpn"
_TAIL: Final = 2  # words at the end that tell one body from another ("... tỉnh Hà Nam", "... tỉnh Hà Giang")
_SHORTEST: Final = 3  # letters below which being part of something says nothing
_YEAR: Final = len("2021")
_DONG: Final = re.compile(r"\bvn[dđ]\b")


def equal(a: str | None, b: str | None) -> bool:
    """Whether *a* and *b* are spellings of one text."""
    return folded(a) == folded(b)


def alike(a: str | None, b: str | None, floor: float = 0.85) -> bool:
    """Whether *a* and *b* are spellings of one text, or share at least *floor* (0 to 1) of their letters in order."""
    left, right = folded(a), folded(b)
    return left == right or (bool(left and right) and _ratio_reaches(left, right, floor))


def _ratio_reaches(left: str, right: str, floor: float) -> bool:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # each costs more than the one before
    return all(bound() >= floor for bound in bounds)


def part_of_other(a: str | None, b: str | None) -> bool:
    """Whether one text stands in the other, on word borders."""
    left, right = folded(a), folded(b)
    padded = f" {left} ", f" {right} "
    return min(len(left), len(right)) >= _SHORTEST and (padded[0] in padded[1] or padded[1] in padded[0])


def same_body(a: str | None, b: str | None) -> bool:
    """Whether two names mean one body. Unions must be equal, because one word apart is another place; other bodies may
    differ a little, but not in their last words."""
    left, right = body_name(a), body_name(b)
    if left == right or _UNION in left or _UNION in right:
        return left == right
    return left.split()[-_TAIL:] == right.split()[-_TAIL:] and alike(left, right)


def same_programme(gold: Fields, found: Fields) -> bool:
    """Whether two rows with ``name`` and ``code`` mean one programme: by number where both have one, else by name."""
    if gold.get("code") and found.get("code"):
        return code_form(gold["code"]) == code_form(found["code"])
    shorter, longer = sorted(len(folded(row["name"]).split()) for row in (gold, found))
    most = part_of_other(gold["name"], found["name"]) and 2 * shorter >= longer
    return most or alike(gold["name"], found["name"])


def same_date(gold: Fields, found: Fields) -> bool:
    """Whether the ``date`` found is the gold one, as exact as it; a year alone may be missing, and a year that gold
    itself inferred may be another."""
    wanted, given = gold.get("date") or "", found.get("date") or ""
    if wanted == given or (len(wanted) == _YEAR and not given):
        return True
    rest = wanted[_YEAR:]
    return bool(gold.get("year_inferred") and rest and given.endswith(rest))


def same_quantity(gold: Fields, found: Fields) -> bool:
    """Whether ``value`` and ``unit`` say the same number of the same thing: 16.5 "tỷ đồng" is 16500000000 "đồng"."""
    (wanted, unit), (given, other) = _amount(gold), _amount(found)
    if wanted is None or wanted != given:
        return False
    same_head = unit.split(" ")[0] == other.split(" ")[0]
    return same_head or part_of_other(unit, other) or alike(unit, other, 0.6)


def _amount(row: Fields) -> tuple[float | None, str]:
    value, unit = row.get("value"), _DONG.sub("đồng", folded(row.get("unit")))
    if value is None:
        return None, unit
    scaled = _scaled().match(unit)
    if scaled is None:
        return round(value, 3), unit
    return round(value * _factors()[scaled[1]], 3), scaled[2] or "đồng"


@lru_cache(maxsize=1)
def _factors() -> Mapping[str, float]:
    return {row["word"]: float(row["factor"]) for row in rows("scales.tsv")}


@lru_cache(maxsize=1)
def _scaled() -> re.Pattern[str]:
    """A scale word, with the money it counts or with nothing after it: "triệu" may also scale people ("triệu lượt")."""
    return re.compile(rf"({alternatives(_factors())})(?:\s+(đồng|usd)\b.*)?$")

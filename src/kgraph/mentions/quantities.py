"""Numbers with what they count: "gần 16,5 tỷ đồng", "3.037 cháu", "19/19 đơn vị"; not dates, codes or ordinals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import regex

from kgraph.document import Mentions, QuantityMention
from kgraph.mentions._grammar import LEVEL
from kgraph.model import Span
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, lowered, rx

AFTER = ("dates", "programmes")

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d+)"
# "năm 2021", "số 357", "thôn 5", "khóa XV", "Covid - 19", "Đề án 938": numbers that name, not count.
# Read backwards from the number, so that the first letter before it decides.
_NAMING = rx(rf"(?ri)(?:{any_of('number-name')}[ ]*(?:[-–:]|số)?[ ]*|[/-]|\p{{L}}-?)$")
_NAMING_CHARS, _QUALIFIER_CHARS = 16, 30
_TIME = rx(rf"(?i){any_of('unit-of-time')}(?!\p{{L}})")  # "7 tuổi", "9 tháng đầu năm", "90 năm thành lập" count nothing
_MONEY = 1e6  # a scale word of so much without a noun means đồng


@lru_cache(maxsize=1)
def _pattern() -> regex.Pattern[str]:
    stops, scales = alternatives(row["word"] for row in rows("unit-stops.tsv")), alternatives(_scales())
    follow = rf"(?!{stops}(?!\p{{L}}))\p{{Ll}}[\p{{L}}]*"
    noun = rf"(?!{stops}(?!\p{{L}}))[\p{{Ll}}\p{{Lu}}][\p{{L}}]*"
    # "19/19 xã, phường và thị trấn": the level words that go on
    more = rf"(?P<more>(?:, {LEVEL})* và (?:{LEVEL}|đơn vị))?"
    return rx(
        rf"(?<![\d.,/])(?P<value>{_NUMBER})(?:/(?P<total>{_NUMBER}))?(?![\d]|[.,/-]\d|[ ]?[-–][ ]?\d)"
        r"(?:[ ]*(?P<symbol>%|m²|m2|km(?!\p{L})|kg(?!\p{L})|ha(?!\p{L})|m(?!\p{L})|đ(?!\p{L}|/c))"
        rf"|(?: (?P<scale>{scales})(?!\p{{L}}))?"
        rf"(?: (?P<rest>\d{{1,3}}) (?P<rest_scale>{scales})(?!\p{{L}})(?= đồng))?"
        rf"(?: (?P<money>đồng(?!\p{{L}})|USD|VNĐ|VND)|[ ]“?(?P<unit>{noun}(?: {follow}){{0,5}}{more}))?)"
    )


@lru_cache(maxsize=1)
def _qualifier_pattern() -> regex.Pattern[str]:
    return rx(rf"(?<!\p{{L}})(?P<word>{alternatives(_qualifiers())}) $")


@lru_cache(maxsize=1)
def _scales() -> dict[str, float]:
    return {row["word"]: float(row["factor"]) for row in rows("scales.tsv")}


@lru_cache(maxsize=1)
def _qualifiers() -> dict[str, str]:
    return {row["words"]: row["notation"] for row in rows("qualifiers.tsv")}


def number(text: str) -> float:
    """A Vietnamese number: "3.037" -> 3037, "16,5" -> 16.5."""
    return float(text.replace(".", "").replace(",", "."))


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with every counted quantity and sum of money."""
    dates = [d.span for d in mentions.dates]
    names = [p.span for p in mentions.programmes]  # "gia đình 5 không, 3 sạch" counts nothing
    found = (q for q in _quantities(mentions.text) if not any(q.span.overlaps(date) for date in dates))
    kept = tuple(q for q in found if not any(name.start <= q.span.start < name.end for name in names))
    return replace(mentions, quantities=kept)


def _quantities(text: str) -> Iterator[QuantityMention]:
    last_end = 0
    for match in _pattern().finditer(text):
        start = match.start()
        qualifier = _qualifier_pattern().search(lowered(text), max(last_end, start - _QUALIFIER_CHARS), start)
        naming = _NAMING.search(text, max(0, start - _NAMING_CHARS), start)
        mention = _quantity(match, qualifier) if qualifier or match["total"] or not naming else None
        last_end = match.end()
        if mention is not None:
            yield mention


def _quantity(match: regex.Match[str], said: regex.Match[str] | None) -> QuantityMention | None:
    unit, factor = _unit(match)
    if unit is None:
        return None
    span = Span(said.start() if said else match.start(), match.end())
    qualifier = _qualifiers()[" ".join(said["word"].split())] if said else "exact"
    value = _exact(number(match["value"]) * factor + _rest(match))
    rule = "quantity-part" if match["total"] else "quantity"
    scale = " ".join((match["scale"] or "").split())
    return QuantityMention(span, rule, value, unit, scale, qualifier, bool(match["total"]))


def _exact(value: float) -> float:
    """*value* to the 15 digits that a float keeps: 129,2 tỷ is 129200000000, not 129199999999.99998."""
    return float(f"{value:.15g}")


def _rest(match: regex.Match[str]) -> float:
    """The second part of "118 tỷ 600 triệu đồng"."""
    return number(match["rest"]) * _scales()[" ".join(match["rest_scale"].split())] if match["rest"] else 0.0


def _unit(match: regex.Match[str]) -> tuple[str | None, float]:
    """The unit and the factor of the scale word; a scale without a noun is money ("250 triệu")."""
    factor = _scales()[" ".join(match["scale"].split())] if match["scale"] else 1.0
    if match["symbol"]:
        return ("đồng" if match["symbol"] == "đ" else match["symbol"]), 1.0
    if match["money"] or (match["scale"] and not match["unit"] and factor >= _MONEY):
        return ("USD" if match["money"] == "USD" else "đồng"), factor
    unit = " ".join(match["unit"].split()) if match["unit"] else None
    return (None if unit and _TIME.match(unit) else unit), factor

"""What speaks for or against a candidate: features with their weights, from ``identity-features.tsv``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from kgraph.bilingual import Bilingual
from kgraph.errors import RegistryError
from kgraph.registry.table import FOLDER, by_key, load

_FILE: Final = "identity-features.tsv"
_COLUMNS: Final = ("id", "weight", "vi", "en")
_VETO: Final = Decimal(-1)
THRESHOLD: Final = Decimal("0.50")
"""The least score at which a candidate is shown: no name alone reaches it, nor a name with province and period."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: *weight* is what it adds to the score (-1 to 1; -1 is a veto), *words* say it to a person."""

    id: str
    weight: Decimal
    words: Bilingual


@lru_cache(maxsize=1)
def features() -> Mapping[str, Feature]:
    """The features by id. Raises RegistryError on a fault in the table."""
    return by_key(_FILE, ((feature.id, feature) for feature in load(_FILE, _COLUMNS, _feature)))


def score(ids: Iterable[str]) -> Decimal:
    """The sum of the weights of the features *ids*, kept within 0 and 1; 0 where one of them is a veto.

    Raises RegistryError on an unknown id.

    >>> score(["same-name", "same-post"]), score(["same-name", "side-by-side"])
    (Decimal('0.70'), Decimal('0.00'))
    """
    weights = [_weight(id_) for id_ in ids]
    total = Decimal("0.00") if _VETO in weights else sum(weights, Decimal("0.00"))
    return min(max(total, Decimal("0.00")), Decimal("1.00"))


def _weight(id_: str) -> Decimal:
    if id_ not in features():
        raise RegistryError(f"{FOLDER}/{_FILE}: no feature has the id {id_!r}; add its row")
    return features()[id_].weight


def _feature(row: list[str]) -> Feature:
    id_, weight, vi, en = row
    number = Decimal(weight) if _is_number(weight) else None
    if number is None or not -1 <= number <= 1:
        raise ValueError(f"the weight {weight!r} is no number from -1 to 1")
    return Feature(id_, number, Bilingual(vi, en))


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdecimal()

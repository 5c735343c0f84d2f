"""Programmes known by name or number: đề án, dự án, chương trình, phong trào, cuộc vận động, mô hình, quỹ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kgraph.registry.lexicon import Lexicon, lexicon
from kgraph.registry.table import listed, load

_FILE: Final = "programmes.tsv"
_COLUMNS: Final = ("key", "kind", "code", "label", "label_en", "aliases", "legal_basis", "period")

_PERIOD: Final = re.compile(r"\d{4}/\d{4}")

KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "chương trình": "kgs:programme-chuong-trinh",
        "đề án": "kgs:programme-de-an",
        "dự án": "kgs:programme-du-an",
        "phong trào": "kgs:programme-phong-trao",
        "cuộc vận động": "kgs:programme-cuoc-van-dong",
        "mô hình": "kgs:programme-mo-hinh",
        "quỹ": "kgs:programme-quy",
    }
)
"""CURIE of the kind of a programme, by the word that names it."""


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme; *code* and *legal_basis* ("939/QĐ-TTg") are empty where it has none or none is certain.

    *period* is the time that its founding decision sets, as EDTF ("2017/2025"), empty where that is not certain.
    """

    key: str
    kind: str
    code: str
    label: str
    label_en: str
    aliases: tuple[str, ...]
    legal_basis: str
    period: str


@lru_cache(maxsize=1)
def programmes() -> Lexicon[Programme]:
    """The programmes of ``programmes.tsv``. Raises RegistryError on a fault in it."""
    return lexicon(_FILE, load(_FILE, _COLUMNS, _programme))


def by_code(kind: str, code: str) -> Programme | None:
    """The programme of *kind* with number *code* ("đề án", "939"), None if none has it: "01" is not "1"."""
    return _by_code().get((kind, code))


@lru_cache(maxsize=1)
def _by_code() -> dict[tuple[str, str], Programme]:
    return {(row.kind, row.code): row for row in programmes() if row.code}


def _programme(row: list[str]) -> Programme:
    key, kind, code, label, label_en, aliases, legal_basis, period = row
    if kind not in KINDS:
        raise ValueError(f"unknown kind {kind!r}; known are {', '.join(KINDS)}")
    if period and not _PERIOD.fullmatch(period):
        raise ValueError(f"the period {period!r} is not two years as EDTF, such as 2017/2025")
    return Programme(key, kind, code, label, label_en, listed(aliases), legal_basis, period)

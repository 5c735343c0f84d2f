"""The texts of a trace, in tables beside this file: reasons for leaving something out, and words of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kgraph.bilingual import Bilingual
from kgraph.resources import table


@dataclass(frozen=True, slots=True)
class Reason:
    """Why words are in no fact. *kind* is what they would have been; *lost*: a fact may be missing for it."""

    id: str
    kind: str
    lost: bool
    text: Bilingual


@lru_cache(maxsize=1)
def reasons() -> Mapping[str, Reason]:
    """The rows of ``reasons.tsv`` by id, in the order of the file."""
    return {
        row["id"]: Reason(row["id"], row["kind"], row["grade"] == "lost", Bilingual(row["vi"], row["en"]))
        for row in table(__package__, "reasons.tsv")
    }


@lru_cache(maxsize=2)
def words(lang: str) -> Mapping[str, str]:
    """The rows of ``words.tsv`` in *lang* (``vi`` or ``en``) by id."""
    return {row["id"]: row[lang] for row in table(__package__, "words.tsv")}


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, str]:
    """Every kind of mark, in the order of ``kinds.tsv``, and the sign that tells it without colour."""
    return {row["kind"]: row["sign"] for row in table(__package__, "kinds.tsv")}

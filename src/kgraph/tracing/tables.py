"""The texts of a trace, in tables beside this file: reasons for leaving something out, and words of the page."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kgraph.bilingual import Bilingual


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
        for row in _rows("reasons.tsv")
    }


@lru_cache(maxsize=2)
def words(lang: str) -> Mapping[str, str]:
    """The rows of ``words.tsv`` in *lang* (``vi`` or ``en``) by id."""
    return {row["id"]: row[lang] for row in _rows("words.tsv")}


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, str]:
    """Every kind of mark, in the order of ``kinds.tsv``, and the sign that tells it without colour."""
    return {row["kind"]: row["sign"] for row in _rows("kinds.tsv")}


def text(name: str) -> str:
    """The content of a file of this package."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text(name).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))

"""What the review says and the keys that answer it, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kgraph.bilingual import Bilingual
from kgraph.resources import table

ON_PAIRS: Final = ("same", "different", "unsure", "label", "skip", "back", "quit")
ON_FACTS: Final = ("right", "wrong", "skip", "back", "quit")


@dataclass(frozen=True, slots=True)
class Action:
    """One answer: its *name* may be typed in full in either language's place, its *key* alone."""

    name: str
    key: Bilingual
    words: Bilingual


@lru_cache(maxsize=1)
def actions() -> Mapping[str, Action]:
    """The answers by name, in the order in which they are offered."""
    rows = table(__package__, "actions.tsv")
    return {r["action"]: Action(r["action"], _both(r, "key_"), _both(r, "")) for r in rows}


def _both(row: dict[str, str], prefix: str) -> Bilingual:
    return Bilingual(row[f"{prefix}vi"], row[f"{prefix}en"])


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Bilingual]:
    return {row["id"]: Bilingual(row["vi"], row["en"]) for row in table(__package__, "words.tsv")}


def word(id_: str, lang: str) -> str:
    """The text *id_* of ``words.tsv`` in *lang*. Raises KeyError on an unknown one."""
    return _words()[id_](lang)


def meant(typed: str, offered: tuple[str, ...], lang: str) -> str | None:
    """The action out of *offered* that *typed* means: its key in *lang*, or its name; None where it means none.

    >>> meant("S", ON_PAIRS, "en"), meant("different", ON_PAIRS, "vi"), meant("s", ON_PAIRS, "vi")
    ('same', 'different', None)
    """
    text = typed.strip().casefold()
    return next((name for name in offered if text in (name, actions()[name].key(lang))), None)


def menu(offered: tuple[str, ...], lang: str) -> str:
    """The offered answers in one line: "[s] same  [d] different"."""
    return "  ".join(f"[{actions()[name].key(lang)}] {actions()[name].words(lang)}" for name in offered)

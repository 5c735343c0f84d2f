"""How facts are put into words: a phrase per class in phrases.tsv, so that a new class needs a row and no code.

``{kgo:role}`` is a value, ``{kgo:participationIn/kgo:eventDate}`` a value of a linked node, ``{!kgo:former}`` prints
nothing but must be there; ``[...]`` is left out where one of its values is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kgraph.resources import table

_OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")
_SLOT: Final = re.compile(r"\{(!?)([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The heading under which facts of *cls* stand, its place among the headings, and the phrase for one of them."""

    cls: str
    rank: int
    heading: str
    text: str


@lru_cache(maxsize=2)
def phrases(lang: str) -> Mapping[str, Phrase]:
    """The phrase of each class (a CURIE) in *lang*."""
    rows = enumerate(table(__package__, "phrases.tsv"))
    return {r["class"]: Phrase(r["class"], i, r[f"heading_{lang}"], r[f"phrase_{lang}"]) for i, r in rows}


def say(phrase: str, values: Callable[[str], Sequence[str]]) -> str:
    """*phrase* with its slots filled from *values* (a property or path -> its words); several values are joined.

    >>> say("{a}[ and {b}][, {c}]", lambda name: {"a": ["x", "y"], "b": ["z"]}.get(name, []))
    'x, y and z'
    """

    def fill(text: str) -> str:
        return _SLOT.sub(lambda slot: "" if slot[1] else ", ".join(values(slot[2])), text)

    def whole(part: re.Match[str]) -> str:
        return part[1] if all(values(name) for _, name in _SLOT.findall(part[1])) else ""

    return fill(_OPTIONAL.sub(whole, phrase))

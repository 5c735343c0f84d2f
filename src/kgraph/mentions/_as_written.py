"""Names of listed bodies as an article writes them: an abbreviation that it never spells out stays ("NHCSXH")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import takewhile

from kgraph.registry.words import lowered, rx

_CAPITALS = rx(r"\p{Lu}[\p{Lu}&-]*\p{Lu}")


def as_written(text: str, found: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """For labels of *found*, pairs of a label and what stands for it in *text*, the words that *text* uses instead.

    A label is left out where the article also uses the label itself, in any case, or spells the abbreviation out, and
    where the label is the abbreviation ("UBND").
    """
    ways: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for label, words in found:
        plain = " ".join(words.split())
        ways[label].setdefault(lowered(plain), plain[0].upper() + plain[1:])
    return {label: next(iter(by.values())) for label, by in ways.items() if _never_said(label, by, text)}


def _never_said(label: str, ways: Mapping[str, str], text: str) -> bool:
    if lowered(label) in ways or any(run not in " ".join(ways.values()) for run in _CAPITALS.findall(label)):
        return False
    if any(" " in way and way.isupper() for way in ways.values()):
        return False  # a line in capitals
    return all(lowered(_long_form(label, way)) not in lowered(text) for way in ways.values())


def _long_form(label: str, way: str) -> str:
    """What an abbreviation in *way* stands for: "Bộ Chỉ huy BĐBP" | "Bộ đội Biên phòng"."""
    words = label.split()
    same = [word for word, other in takewhile(lambda pair: pair[0] == pair[1], zip(words, way.split(), strict=False))]
    return " ".join(words[len(same) :]) or label

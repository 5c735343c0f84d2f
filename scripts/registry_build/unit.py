"""A unit as one official list names it, before lists are joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import regex

from kgraph.vietnamese import match_form, nfc

LEVELS: Final = ("province", "district", "commune")

KINDS: Final = ("thành phố", "tỉnh", "quận", "thị xã", "huyện", "phường", "thị trấn", "đặc khu", "xã")
"""Kinds of units, the higher rank first: of two namesakes the lower one carries its kind in its key."""

_DASH: Final = regex.compile(r"\s*[-–]\s*")
_KIND: Final = regex.compile(rf"(?:{'|'.join(KINDS)})\s+", regex.IGNORECASE)
_STATE_FARM: Final = regex.compile(r"^(?:NT|N\.T)\.?\s+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of one list: *vintage* names the list, *code* is unique in it, *parent* is a code of the same list."""

    vintage: str
    code: str
    level: str
    kind: str
    name: str
    parent: str = ""


def full_name(text: str) -> tuple[str, str]:
    """Kind and bare name of a full name.

    >>> full_name("Thị Xã  Việt Yên")
    ('thị xã', 'Việt Yên')
    """
    tidy = " ".join(nfc(text).split())
    kind = _KIND.match(tidy)
    if kind is None:
        raise SystemExit(
            f"{text!r}: begins with no known kind of unit; add it to KINDS in scripts/registry_build/unit.py"
        )
    return kind[0].strip().casefold(), spelled(tidy[kind.end() :])


def spelled(name: str) -> str:
    """A bare name as the registry writes it: one tone placement, " - " between joined names, "Nông trường" in full.

    >>> spelled("Phan Rang-Tháp Chàm"), spelled("NT Mộc Châu")
    ('Phan Rang - Tháp Chàm', 'Nông trường Mộc Châu')
    """
    tidy = " ".join(match_form(nfc(name)).replace("’", "'").split())
    return str(_STATE_FARM.sub("Nông trường ", _DASH.sub(" - ", tidy)))

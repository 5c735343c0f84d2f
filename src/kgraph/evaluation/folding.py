"""Names as the comparison sees them: case, marks, abbreviations and tone-mark placement do not count."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kgraph.resources import table
from kgraph.vietnamese import nfc

# Before the stops go, which tell "T.Ư" from a word of two letters.
_CENTRAL: Final = re.compile(r"\bt\.\s*[wư]\b\.?")
_MARKS: Final = re.compile(r"""["'“”‘’«»()\[\].:;!?*]""")
_DASH: Final = re.compile(r"\s*[-–—]\s*")
_LEVEL: Final = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s+")
_NOT_CODE: Final = re.compile(r"[^0-9a-zđ/-]")


@lru_cache(maxsize=1)
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["form"]) for row in table(__package__, "spellings.tsv"))


@lru_cache(maxsize=65_536)
def folded(text: str | None) -> str:
    """*text* in the form in which two spellings of one name are equal; of nothing, the empty text.

    >>> folded("Hội Phụ nữ TP. Hoà Bình") == folded("hội LHPN thành phố Hòa Bình")
    True
    """
    plain = _CENTRAL.sub("trung ương", nfc(text or "").casefold())
    plain = _DASH.sub("-", _MARKS.sub(" ", plain))
    for pattern, form in _spellings():
        plain = pattern.sub(form, plain)
    return " ".join(plain.split()).strip(" ,-")


def body_name(name: str | None) -> str:
    """A body's folded name without the places above its own.

    >>> body_name("Hội LHPN xã Mẫu, huyện Ví Dụ")
    'hội lhpn xã mẫu'
    """
    return folded((name or "").partition(",")[0])


def place_name(name: str | None) -> str:
    """A place's folded name without its level word and the places above it.

    >>> place_name("huyện Ví Dụ, Hà Nội")
    'ví dụ'
    """
    plain = body_name(name)
    level = _LEVEL.match(plain)
    return plain[level.end() :] if level else plain


def code_form(code: str | None) -> str:
    """A programme's number without the words and the decision around it.

    >>> code_form("939/QĐ-TTg"), code_form("01")
    ('939', '01')
    """
    return _NOT_CODE.sub("", folded(code)).removesuffix("/qđ-ttg")

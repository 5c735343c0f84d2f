"""Texts for people, in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class Bilingual:
    """One text in Vietnamese and in English."""

    vi: str
    en: str

    def __call__(self, lang: str) -> str:
        """The text in *lang*; anything but ``en`` is Vietnamese."""
        return self.en if lang == "en" else self.vi


def shortened(text: str, most: int) -> str:
    """*text* in at most *most* characters, the last of them an ellipsis where it is cut.

    >>> shortened("Hội LHPN tỉnh", 9), shortened("Hội LHPN", 9)
    ('Hội LHPN…', 'Hội LHPN')
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


_BY: Final = Bilingual("không muộn hơn {}", "no later than {}")
_QUARTER: Final = Bilingual("quý {} năm {}", "quarter {} of {}")
_QUARTERS: Final = ("I", "II", "III", "IV")


def date_words(edtf: str, lang: str) -> str:
    """A date in EDTF as people write it; what is no bound, quarter or range stays as it is.

    >>> [date_words(d, "vi") for d in ("[..2021-02-24]", "2021-35", "2021/2025", "2021-03-01")]
    ['không muộn hơn 2021-02-24', 'quý III năm 2021', '2021 – 2025', '2021-03-01']
    """
    bound, quarter = re.fullmatch(r"\[\.\.(.+)\]", edtf), re.fullmatch(r"(\d{4})-3([3-6])", edtf)
    if bound:
        return _BY(lang).format(bound[1])
    if quarter:
        return _QUARTER(lang).format(_QUARTERS[int(quarter[2]) - 3], quarter[1])
    return edtf.replace("/", " – ")

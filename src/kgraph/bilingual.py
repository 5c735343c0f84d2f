"""Texts for people, in both languages."""

from __future__ import annotations

from dataclasses import dataclass


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

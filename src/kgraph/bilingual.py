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

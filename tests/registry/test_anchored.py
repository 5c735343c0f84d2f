"""Anchored patterns find exactly what their patterns find by themselves, in every sample article too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.model import Source
from kgraph.pipeline.extraction import extract
from kgraph.registry.anchored import Anchored, anchored

ROOT = Path(__file__).parents[2]
ARTICLES = sorted([*(ROOT / "data" / "articles").glob("*.txt"), *(ROOT / "tests" / "gold").rglob("*.txt")])
LEAD = anchored(r"(?<!\p{L})(?i:hội nghị|hội|ký)(?: \p{Lu}+)?", ["hội nghị", "hội", "ký"])
ADJOINING = anchored(r"ký|hội", ["ký", "hội"])  # its matches may stand side by side
WHOLE = anchored(r"(?i:hội nghị|ký hội)|Hội(?= A)", whole=["hội nghị", "ký hội"], written=["Hội"])
PIECES = st.sampled_from(["hội", "Hội", "HỘI", "ký", "nghị", "A", "BC", "x", " ", "  ", ",", "\n"])


@pytest.mark.parametrize("lead", [LEAD, ADJOINING, WHOLE])
@given(pieces=st.lists(PIECES, max_size=12), start=st.integers(0, 8), end=st.none() | st.integers(0, 30))
def test_it_finds_what_its_pattern_finds(lead: Anchored, pieces: list[str], start: int, end: int | None) -> None:
    text = "".join(pieces)
    plain = [match.span() for match in lead.pattern.finditer(text, start, len(text) if end is None else end)]
    assert [match.span() for match in lead.finditer(text, start, end)] == plain
    first = lead.search(text, start, end)
    assert (first.span() if first else None) == (plain[0] if plain else None)


def test_a_whole_spelling_is_looked_for_in_any_case_and_a_written_one_as_it_stands() -> None:
    assert WHOLE.starts("Hội nghị, hội A, Hội A") == [0, 0, 17]
    assert WHOLE.starts("hội, ký") == []


def test_a_pattern_made_later_is_found_in_a_text_already_read() -> None:
    text = "Cụm số 1 họp. Liên cụm số 2 không họp."
    assert len(list(anchored(r"(?i)cụm số \d", ["cụm số"]).finditer(text))) == 2
    assert [match[0] for match in anchored(r"Liên cụm", ["liên"]).finditer(text)] == ["Liên cụm"]


def test_every_match_of_the_programs_patterns_begins_with_a_first_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word list that a pattern has and its first words have not would lose matches without a sound."""
    find, checked, lost = Anchored.starts, set[str](), list[tuple[str, str]]()

    def starts(self: Anchored, text: str) -> Sequence[int]:
        found = find(self, text)
        matches = self.pattern.finditer(text, overlapped=True)
        lost.extend((self.pattern.pattern[:60], match[0]) for match in matches if match.start() not in found)
        checked.add(self.pattern.pattern)
        return found

    monkeypatch.setattr(Anchored, "starts", starts)
    for file in ARTICLES:
        extract(Source(file.name, file.read_bytes()))
    assert lost == []
    assert len(checked) > 20

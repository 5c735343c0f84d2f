"""The sample articles: each is listed and says which report it retells."""

import csv
from datetime import date
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "data" / "articles"
SAMPLES = sorted(f.name for f in FOLDER.iterdir() if f.suffix in {".txt", ".html"})


def rows() -> list[dict[str, str]]:
    with (FOLDER / "sources.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_sample_is_listed_once() -> None:
    assert len(SAMPLES) == 10
    assert sorted(row["file"] for row in rows()) == SAMPLES


def test_days_are_days() -> None:
    days = [row["published"] for row in rows() if row["published"]]
    assert days == [date.fromisoformat(day).isoformat() for day in days]


@pytest.mark.parametrize("name", SAMPLES)
def test_says_what_it_retells(name: str) -> None:
    assert "Nguồn: kể lại theo " in (FOLDER / name).read_text(encoding="utf-8")

"""The gold articles are whole: a text beside each table of facts, names as the text has them, numbers as numbers."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kgraph.evaluation import read_facts
from kgraph.vietnamese import search_form

FOLDER = Path(__file__).parent / "articles"
CASES = sorted(f.stem for f in FOLDER.glob("*.txt"))
LISTS = {
    "unions", "officials", "people", "organisations", "programmes", "events", "implements", "documents", "figures",
    "awards", "themes",
}  # fmt: skip
LEVELS = {"central", "province", "district", "commune", "chapter", "other"}
EVENT_TYPES = {"hội nghị", "đại hội", "lễ ký kết", "tập huấn", "lễ trao", "hội thi", "diễn đàn", "khác"}


def text(case: str) -> str:
    return (FOLDER / f"{case}.txt").read_text(encoding="utf-8")


def gold(case: str) -> Mapping[str, Any]:
    """The facts of *case*; GoldError names the key that is not as the schema of facts files wants it."""
    return read_facts(FOLDER / f"{case}.json")


def test_texts_and_facts_come_in_pairs() -> None:
    assert sorted(f.stem for f in FOLDER.glob("*.json")) == CASES
    with (FOLDER / "sources.csv").open(encoding="utf-8", newline="") as rows:
        assert {Path(row["file"]).stem for row in csv.DictReader(rows)} <= set(CASES)


@pytest.mark.parametrize("case", CASES)
def test_has_the_fields_of_a_facts_file(case: str) -> None:
    facts = gold(case)
    assert facts.keys() == LISTS | {"id", "published"}
    assert facts["id"] == case
    assert all(isinstance(facts[key], list) for key in LISTS)
    assert {u["level"] for u in facts["unions"]} <= LEVELS
    assert {e["type"] for e in facts["events"]} <= EVENT_TYPES
    assert all(f["value"] is not None for f in facts["figures"])


@pytest.mark.parametrize("case", CASES)
def test_names_stand_in_the_text(case: str) -> None:
    facts, plain = gold(case), search_form(text(case))
    names = [o["name"] for o in facts["officials"]] + facts["people"]
    assert [name for name in names if search_form(name) not in plain] == []


@pytest.mark.parametrize("case", CASES)
def test_a_private_person_is_no_official_and_takes_no_part(case: str) -> None:
    facts = gold(case)
    public = {o["name"] for o in facts["officials"]} | {p for e in facts["events"] for p in e["participants"]}
    assert public.isdisjoint(facts["people"])


@pytest.mark.parametrize("case", CASES)
def test_who_implements_what_is_listed(case: str) -> None:
    facts = gold(case)
    bodies = {u["name"] for u in facts["unions"]} | set(facts["organisations"])
    programmes = {p["name"] for p in facts["programmes"]}
    assert [pair for pair in facts["implements"] if pair[0] not in bodies or pair[1] not in programmes] == []

"""Every mapper against gold examples: an article of a few lines, and each fact it must give with its exact words.

After a change that is meant, `pytest tests/mappers --update-gold` writes the new rows; review them in the diff.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgraph.mappers import mappers

GOLD = Path(__file__).parents[1] / "gold" / "mappers"
CASES = sorted(
    folder.relative_to(GOLD).as_posix() for folder in GOLD.glob("*/*/") if (folder / "article.txt").is_file()
)
HEADER = ("kind", "values", "quote", "confidence")
MAPPERS = {name: mapper for name, mapper, _ in mappers()}

Row = tuple[str, ...]


def rows_in(file: Path) -> list[Row]:
    header, *rows = (tuple(line.split("\t")) for line in file.read_text(encoding="utf-8").splitlines())
    assert header == HEADER
    return rows


def write(file: Path, rows: list[Row]) -> None:
    file.write_text("".join("\t".join(row) + "\n" for row in [HEADER, *rows]), encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_says_the_facts_of_its_example(
    case: str, pytestconfig: pytest.Config, document: Callable[[str], Any], rows: Callable[..., list[Row]]
) -> None:
    folder = GOLD / case
    read = document((folder / "article.txt").read_text(encoding="utf-8"))
    found = rows(read, MAPPERS[folder.parent.name](read))
    if pytestconfig.getoption("--update-gold"):
        write(folder / "expected.tsv", found)
    assert found == rows_in(folder / "expected.tsv")


@pytest.mark.parametrize("name", MAPPERS)
def test_has_examples(name: str) -> None:
    facts = [rows_in(GOLD / case / "expected.tsv") for case in CASES if case.startswith(f"{name}/")]
    assert any(facts), f"tests/gold/mappers/{name} needs an example with a fact"
    assert not all(facts), f"tests/gold/mappers/{name} needs an example that gives nothing"


def test_every_folder_is_of_a_mapper() -> None:
    assert {case.split("/")[0] for case in CASES} <= MAPPERS.keys()


@pytest.mark.parametrize("case", CASES)
def test_every_quote_stands_in_one_line_of_its_article(case: str) -> None:
    lines = (GOLD / case / "article.txt").read_text(encoding="utf-8").splitlines()
    assert [row for row in rows_in(GOLD / case / "expected.tsv") if not any(row[2] in line for line in lines)] == []

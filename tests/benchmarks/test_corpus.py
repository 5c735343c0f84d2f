"""The corpus that benchmarks build: the same from a seed, about nobody, read by the rules."""

from __future__ import annotations

from pathlib import Path
from random import Random
from runpy import run_path
from typing import Any

import pytest

from kgraph.model import Source
from kgraph.pipeline.extraction import extract
from kgraph.pipeline.mapping import map_source


@pytest.fixture(scope="module")
def corpus() -> dict[str, Any]:
    return run_path(str(Path(__file__).parents[2] / "benchmarks" / "corpus.py"))


def test_a_seed_gives_one_corpus_and_a_longer_one_begins_with_it(corpus: dict[str, Any]) -> None:
    some = list(corpus["texts"](20, 7))
    assert some == list(corpus["texts"](30, 7))[:20]
    assert some != list(corpus["texts"](20, 8))
    assert len(set(some)) == 20


def test_it_is_written_a_thousand_to_a_folder(corpus: dict[str, Any], tmp_path: Path) -> None:
    corpus["write"](tmp_path, 1001, 1)
    assert sorted(folder.name for folder in tmp_path.iterdir()) == ["000", "001"]
    assert len(list(tmp_path.rglob("*.txt"))) == 1001


def test_the_rules_read_facts_of_many_kinds_in_it(corpus: dict[str, Any]) -> None:
    read = [extract(Source(f"{number}.txt", text.encode())) for number, text in enumerate(corpus["texts"](40, 1))]
    kinds = {statement.kind for _, statements in read for statement in statements}
    assert len(kinds) >= 8, kinds


def test_it_states_as_much_as_real_articles_do(corpus: dict[str, Any]) -> None:
    """A corpus of bare facts would measure the store alone, one of few facts the reading alone."""
    texts = list(corpus["texts"](200, 1))
    mapped = [map_source(Source(f"{number}.txt", text.encode()), extract) for number, text in enumerate(texts)]
    characters, triples = sum(map(len, texts)), sum(len(article.lines) for article in mapped)
    assert 1_400 <= characters / len(texts) <= 1_650
    assert 190 <= 1_000 * triples / characters <= 215


def test_its_prose_states_nothing(corpus: dict[str, Any]) -> None:
    chance = Random(3)  # noqa: S311 - not a secret
    prose = "\n".join(corpus["_prose"](chance) for _ in range(500))
    _, statements = extract(Source("prose.txt", f"Chuyện ở một xóm nhỏ\n{prose}\n".encode()))
    assert statements == ()


def test_its_people_are_invented(corpus: dict[str, Any]) -> None:
    given = {syllable for name in corpus["GIVEN"] for syllable in name.split()}
    assert given <= {"Thử", "Mẫu", "Dụ", "Giả", "Tưởng", "Bịa", "Minh", "Họa", "Làm", "Ví", "Nghiệm"}

"""The frozen result: kept article by article, compared over the articles that both sides know."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.evaluation import GoldError, against_frozen, write_frozen
from kgraph.evaluation.scoring import Counts

GOOD = {"a": {"unions": Counts(4, 0, 0), "figures": Counts(2, 0, 2)}, "b": {"roles": Counts(1, 1, 1)}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write_frozen(tmp_path / "baseline.json", "gold", GOOD)
    return tmp_path / "baseline.json"


def test_the_same_result_is_no_change(file: Path) -> None:
    changes = against_frozen(file, "gold", GOOD)
    assert (changes.fallen, changes.new, changes.gone) == ((), (), ())
    assert all(change.was == change.now for change in changes.kinds.values())


@pytest.mark.parametrize(
    ("kind", "counts"), [("unions", Counts(3, 0, 1)), ("unions", Counts(4, 1, 0)), ("figures", Counts(1, 0, 3))]
)
def test_a_kind_that_fell_is_named(file: Path, kind: str, counts: Counts) -> None:
    changes = against_frozen(file, "gold", GOOD | {"a": GOOD["a"] | {kind: counts}})
    assert changes.fallen == (kind,)
    assert changes.kinds["all"].fell, "sums fall too, but are not named"


def test_a_rise_is_no_fall(file: Path) -> None:
    changes = against_frozen(file, "gold", GOOD | {"b": {"roles": Counts(2, 0, 0)}})
    assert changes.fallen == ()
    assert (changes.kinds["roles"].was, changes.kinds["roles"].now) == (0.5, 1.0)


def test_articles_that_one_side_does_not_know_are_told_and_left_out(file: Path) -> None:
    changes = against_frozen(file, "gold", {"b": GOOD["b"], "c": {"unions": Counts(0, 9, 9)}})
    assert (changes.fallen, changes.new, changes.gone) == ((), ("c",), ("a",))


def test_another_folder_in_the_file_stays(file: Path) -> None:
    write_frozen(file, "unseen", {"z": {"roles": Counts(1)}})
    assert against_frozen(file, "gold", GOOD).gone == ()
    assert against_frozen(file, "unseen", {"z": {"roles": Counts(1)}}).fallen == ()


def test_the_file_has_an_article_a_line_and_is_the_same_whatever_the_order(file: Path, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert '   "a": {"unions": [4, 0, 0], "figures": [2, 0, 2]},\n' in text
    write_frozen(tmp_path / "other.json", "gold", dict(reversed(GOOD.items())))
    assert (tmp_path / "other.json").read_text(encoding="utf-8") == text


def test_a_result_of_other_articles_cannot_be_compared(file: Path) -> None:
    for folder, articles in (("elsewhere", GOOD), ("gold", {"c": {"roles": Counts(1)}})):
        with pytest.raises(GoldError, match=r"holds no result of these articles .* --update-baseline"):
            against_frozen(file, folder, articles)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"sets": 1}', '{"sets": {"gold": {"a": {"unions": [1, 2, 3, 4]}}}}', "null"]
)
def test_a_damaged_file_is_told(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=r"baseline\.json: damaged"):
        against_frozen(file, "gold", GOOD)


def test_a_missing_file_and_one_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such file; make it with --update-baseline"):
        against_frozen(tmp_path / "no.json", "gold", GOOD)
    with pytest.raises(GoldError, match="cannot be"):
        write_frozen(tmp_path, "gold", GOOD)

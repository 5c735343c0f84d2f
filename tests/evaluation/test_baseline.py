"""The facts of our own gold articles are no worse than the frozen result says, and better than a look-up of names.

``kgraph evaluate tests/gold/articles --baseline tests/gold/baseline.json --update-baseline`` freezes a new result.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.evaluation import Changes, against_frozen
from kgraph.evaluation.naive import TRIED
from kgraph.pipeline.measuring import Measured, measure

GOLD = Path(__file__).parents[1] / "gold"
FREEZE = "kgraph evaluate tests/gold/articles --baseline tests/gold/baseline.json --update-baseline"


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(GOLD / "articles")


@pytest.fixture(scope="module")
def changes(measured: Measured) -> Changes:
    return against_frozen(GOLD / "baseline.json", "articles", measured.evaluation.counts())


def test_no_kind_is_worse_than_the_frozen_result(changes: Changes) -> None:
    fallen = {kind: (changes.kinds[kind].was, changes.kinds[kind].now) for kind in changes.fallen}
    assert fallen == {}, f"worse than before (see --errors); if that is meant: {FREEZE}"


def test_the_frozen_result_knows_every_gold_article(changes: Changes) -> None:
    assert (changes.new, changes.gone) == ((), ()), f"freeze the result of these articles too: {FREEZE}"


def test_reading_is_worth_more_than_looking_up_names(measured: Measured) -> None:
    assert measured.floor is not None
    floor, ours = measured.floor.scores(), measured.evaluation.scores()
    assert {kind for kind in TRIED if not 0.3 < floor[kind].mark < ours[kind].mark} == set()


def test_every_found_row_goes_back_to_a_rule(measured: Measured) -> None:
    compared = [one for kinds in measured.evaluation.articles.values() for one in kinds.values()]
    rows = [row for one in compared for row in (*one.right, *one.extra, *one.unjudged)]
    assert rows
    assert [row.at for row in rows if not row.rules] == []

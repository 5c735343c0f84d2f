"""The table of features: sums, bounds, and that a name alone never makes a candidate."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kgraph.errors import RegistryError
from kgraph.identity import features as module
from kgraph.identity.features import THRESHOLD, features, score

NAMES = ("same-name", "near-name", "missing-middle-name")
LABELS = ("same-label", "short-form", "near-label", "locality-added", "legal-form-added")
AROUND = ("same-province", "near-in-time")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_not_enough_even_in_one_province_and_period(name: str) -> None:
    assert score((name, *AROUND)) < THRESHOLD


@pytest.mark.parametrize("label", LABELS)
def test_a_label_is_not_enough(label: str) -> None:
    assert score((label,)) < THRESHOLD


def test_scores_stay_within_0_and_1() -> None:
    assert score(["other-place"]) == 0
    assert score(f for f, row in features().items() if row.weight > 0) == 1


@pytest.mark.parametrize(
    "veto", ["side-by-side", "exclusive-on-one-day", "other-code", "other-ordinal", "other-number"]
)
def test_a_veto_outweighs_whatever_stands_beside_it(veto: str) -> None:
    assert features()[veto].weight == Decimal(-1)
    assert score([veto, *(f for f, row in features().items() if row.weight > 0)]) == 0


def test_an_unknown_feature_is_named() -> None:
    with pytest.raises(RegistryError, match=r"identity-features\.tsv: no feature has the id 'nope'"):
        score(["nope"])


@pytest.mark.parametrize("weight", ["2", "-1.5", "viel", "", "0.1.2"])
def test_a_weight_out_of_bounds_is_refused(weight: str) -> None:
    with pytest.raises(ValueError, match="is no number from -1 to 1"):
        module._feature(["x", weight, "một", "one"])


def test_every_feature_has_words_in_both_languages() -> None:
    assert [f.id for f in features().values() if not (f.words.vi and f.words.en) or f.words.vi == f.words.en] == []

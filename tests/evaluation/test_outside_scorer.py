"""The counts are those of the scorer that stands beside the checkout, on built facts and on damaged ones."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

from kgraph.dataset.reader import Reader
from kgraph.evaluation import Document, Evaluation, evaluate
from kgraph.evaluation.folding import folded
from kgraph.evaluation.schema import checked
from kgraph.facts import facts
from kgraph.pipeline import build

sys.path.insert(0, str(Path(__file__).parent))
from damage import Json, damaged, open_to_readings

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "score" / "score.py"
OWN = Path(__file__).parents[1] / "gold" / "articles"
ROUNDS = 150
SETS = {"own": (OWN, OWN), "shared": (SHARED / "gold", SHARED / "articles")}
WORDS = [
    "Hội", "Liên hiệp", "Phụ nữ", "LHPN", "TP.", "TP", "TX", "tt", "UBND", "UB MTTQ", "UBMTTQVN", "UBMTTQ VN", "MTTQ",
    "T.Ư", "T. W.", "TW", "tỉnh,", "tỉnh", "BCH", "BTV", "GD & ĐT", "GD&ĐT", "VN", "Hoà", "Hòa", "Thuý", "Thúy", "quý",
    "hoàn", "-", "–", "(", ")", "“", "”", ".", ",", ":", "\u00a0", "PCT", "CT", "GHPGVN", "Đắk", "HĐQT", "ATGT", "xã",
]  # fmt: skip


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not SCORER.exists():
        pytest.skip(f"no scorer beside the checkout: {SCORER}")
    spec = importlib.util.spec_from_file_location("outside_scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(folder: Path) -> dict[str, Json]:
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))}


@pytest.fixture(scope="module")
def sets(
    scorer: ModuleType, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[dict[str, Json], dict[str, Json]]]:
    """Gold and built facts of both sets, under the names of gold."""
    found = {}
    for name, (gold, articles) in SETS.items():
        data = tmp_path_factory.mktemp(name) / "build"
        build((articles,), data)
        documents = facts(Reader.open(data))
        by_gold = {
            stem: d for stem in read(gold) for s, d in documents.items() if s == stem or s.startswith(f"{stem}_")
        }
        found[name] = (read(gold), by_gold)
    return found


def theirs(scorer: ModuleType, gold: Json, found: Json) -> dict[str, tuple[int, int, int]]:
    rows = scorer.score_article(gold, found)
    return {kind: (hit, extra - hit, wanted - hit) for kind, hit, wanted, extra, _, _ in rows}


def ours(gold: Json, found: Json) -> dict[str, tuple[int, int, int]]:
    counts = evaluate({"x": gold}, {"x": Document(found)}).counts()["x"]
    return {kind: (count.tp, count.fp, count.fn) for kind, count in counts.items()}


@pytest.mark.parametrize("name", SETS)
def test_counts_of_built_facts_agree(scorer: ModuleType, sets: Any, name: str) -> None:
    gold, found = sets[name]
    assert len(found) == len(gold) > 0
    for article in gold:
        assert ours(gold[article], found[article]) == theirs(scorer, gold[article], found[article]), article


@pytest.mark.parametrize("name", SETS)
def test_counts_of_damaged_facts_agree(scorer: ModuleType, sets: Any, name: str) -> None:
    gold, found = sets[name]
    seen = set()
    for seed in range(ROUNDS):
        random = Random(seed)  # noqa: S311  # a seed makes the damage repeatable
        article, other = random.choice(sorted(gold)), random.choice(sorted(gold))
        wanted = open_to_readings(gold[article], random) if seed % 2 else gold[article]
        given = damaged(random.choice([found[article], gold[article]]), gold[other], random)
        checked(wanted, "gold")
        checked(given, f"damaged with seed {seed}")
        counts = ours(wanted, given)
        assert counts == theirs(scorer, wanted, given), f"seed {seed}"
        seen |= {(kind, place) for kind, count in counts.items() for place, number in enumerate(count) if number}
    judged = {kind for kind, _ in seen} - {"figures"}
    assert {(kind, place) for kind in judged for place in range(3)} - seen == set(), "a kind was never wrong"


@pytest.mark.parametrize("seed", range(10))
def test_names_are_folded_alike(scorer: ModuleType, seed: int) -> None:
    random = Random(seed)  # noqa: S311  # as above
    for _ in range(200):
        text = "".join(random.choice(WORDS) + random.choice(["", " ", "  "]) for _ in range(8))
        assert folded(text) == scorer.norm(text)


@pytest.mark.parametrize("name", SETS)
def test_measures_agree(scorer: ModuleType, sets: Any, name: str, tmp_path: Path) -> None:
    gold, found = sets[name]
    some = {article: found[article] for article in sorted(found)[1:]}  # the first counts as all missed
    mine = tmp_path / "facts"
    mine.mkdir()
    for article, document in some.items():
        (mine / f"{article}.json").write_text(json.dumps(document), encoding="utf-8")
    wanted = measured_outside(SETS[name][0], mine)
    scores = evaluation(gold, some).scores()
    assert scores.keys() == wanted.keys()
    for kind, score in scores.items():
        assert score.recall == pytest.approx(wanted[kind]["r"]), kind
        if score.f1 is not None:
            assert (score.precision, score.f1) == pytest.approx((wanted[kind]["p"], wanted[kind]["f1"])), kind


def evaluation(gold: dict[str, Json], found: dict[str, Json]) -> Evaluation:
    return evaluate(gold, {name: Document(document) for name, document in found.items()})


def measured_outside(gold: Path, found: Path) -> dict[str, dict[str, float]]:
    done = subprocess.run(
        [sys.executable, str(SCORER), str(gold), str(found), "--json"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    measures: dict[str, dict[str, float]] = json.loads(done.stdout)
    return measures

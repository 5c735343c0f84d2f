"""The whole program on real articles that stand beside the checkout: quality, sameness, and quotes.

The articles are not part of the project, so nothing of them stands here: names are read from the gold files.
"""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kgraph.vietnamese import strip_marks
from kgraph.vocab import expand

SHARED = Path(__file__).parents[3] / "shared"
ARTICLES, GOLD, SCORE = SHARED / "articles", SHARED / "gold", SHARED / "score" / "score.py"
FLOORS = (
    "unions=.95", "persons=.95", "roles=.9", "programmes=.9", "events=.85", "implements=.85", "themes=.9",
    "documents=.9", "figures.r=.85", "all=.92", "all.p=.95",
)  # fmt: skip

# Our own articles, written to be hard by somebody who had not seen the rules.
OWN = Path(__file__).parents[1] / "gold" / "articles"
OWN_FLOORS = ("entities=.98", "roles=.97", "events=.93", "implements=.95", "all=.97", "all.p=.98")


def test_facts_reach_the_floors(kgraph: Any, data: Path, tmp_path: Path) -> None:
    assert_reaches(kgraph, FLOORS, GOLD, data, tmp_path)


def test_facts_of_our_own_hard_articles_reach_the_floors(kgraph: Any, built: Any, tmp_path: Path) -> None:
    data = built(OWN, tmp_path / "build", jobs=1, seed=0)
    gold = tmp_path / "gold"
    gold.mkdir()
    for file in OWN.glob("*.json"):
        (gold / file.name).write_bytes(file.read_bytes())
    assert_reaches(kgraph, OWN_FLOORS, gold, data, tmp_path)


def assert_reaches(kgraph: Any, floors: tuple[str, ...], gold: Path, data: Path, tmp_path: Path) -> None:
    facts = kgraph("facts", "--data", str(data), "--out", str(tmp_path / "facts"))
    assert facts.returncode == 0, facts.stderr
    bounds = [word for floor in floors for word in ("--floor", floor)]
    scored = subprocess.run(
        [sys.executable, str(SCORE), str(gold), str(tmp_path / "facts"), *bounds],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert scored.returncode == 0, scored.stdout + scored.stderr


@pytest.mark.parametrize(("jobs", "seed"), [(1, 4242), (2, 7)])
def test_same_bytes_whatever_the_order_the_jobs_and_the_seed(
    built: Any, copied: Any, data: Path, tmp_path: Path, jobs: int, seed: int
) -> None:
    other = built(copied(tmp_path / "articles", backwards=True), tmp_path / "build", jobs, seed)
    for name in ("kgraph.nq", "kgraph.ttl"):
        assert (other / name).read_bytes() == (data / name).read_bytes(), name


def test_nothing_violates_a_shape(kgraph: Any, data: Path) -> None:
    done = kgraph("validate", "--data", str(data), "--fail-on", "violation")
    assert done.returncode == 0, done.stdout + done.stderr


def gold_officials() -> Iterator[dict[str, Any]]:
    """The officials of all gold files with a post of today."""
    for file in sorted(GOLD.glob("*.json")):
        for official in json.loads(file.read_text(encoding="utf-8"))["officials"]:
            if any(not role.get("former") for role in official["roles"]):
                yield official


def values(store: ox.Store, subject: ox.NamedNode | None, name: str) -> list[ox.Quad]:
    return list(store.quads_for_pattern(subject, ox.NamedNode(expand(name)), None, None))


def posts_of(store: ox.Store, name: str) -> list[str]:
    """The exact words of every post that the person called *name* is said to hold."""
    persons = [q.subject for q in values(store, None, "skos:prefLabel") if q.object.value == name]
    posts = [q.subject for q in values(store, None, "org:member") if q.object in persons]
    evidence = [q.object for post in posts for q in values(store, post, "prov:wasDerivedFrom")]
    selectors = [q.object for one in evidence for q in values(store, one, "oa:hasSelector")]
    return [q.object.value for selector in selectors for q in values(store, selector, "oa:exact")]


@pytest.mark.parametrize("without_accents", [False, True])
def test_explains_an_official_with_her_post_and_the_exact_words(
    kgraph: Any, data: Path, store: ox.Store, without_accents: bool
) -> None:
    official = next(gold_officials())
    name, title = official["name"], official["roles"][0]["title"]
    done = kgraph("explain", strip_marks(name).lower() if without_accents else name, "--data", str(data))
    assert done.returncode == 0, done.stdout + done.stderr
    assert title in done.stdout
    quotes = posts_of(store, name)
    assert quotes
    assert any(" ".join(quote.split()) in " ".join(done.stdout.split()) for quote in quotes)


def copy_texts(folder: Path, store: ox.Store, article: ox.NamedNode) -> list[str]:
    copies = [quad.object for quad in values(store, article, "kgo:hasCopy")]
    names = [quad.object.value for copy in copies for quad in values(store, copy, "kgo:fileName")]
    return [unicodedata.normalize("NFC", (folder / name).read_text(encoding="utf-8-sig")) for name in names]


def test_every_quote_stands_in_its_file(folder: Path, store: ox.Store) -> None:
    texts: dict[ox.NamedNode, list[str]] = {}
    seen, lost = 0, []
    for source in values(store, None, "oa:hasSource"):
        article = source.object
        texts.setdefault(article, copy_texts(folder, store, article))
        for selector in values(store, source.subject, "oa:hasSelector"):
            for quote in values(store, selector.object, "oa:exact"):
                seen += 1
                if not texts[article] or not all(quote.object.value in text for text in texts[article]):
                    lost.append(quote.object.value)
    assert lost == []
    assert seen >= 150

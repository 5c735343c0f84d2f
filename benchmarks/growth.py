"""How the time of the slow parts grows, and how it compares with a peer: ratios within one run, good on any machine.

Each row tells what is compared, the two times in processor seconds, their ratio and the most or least that it may be.
The exit code is 1 when a ratio is beyond its limit.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Iterable
from math import inf
from pathlib import Path
from time import process_time
from typing import NamedTuple

import pyoxigraph as ox

from kgraph.registry import awards, places, posts, programmes, regions
from kgraph.validation.compiled import compiled_results
from kgraph.validation.rdf import merged
from kgraph.validation.results import Result, core_results, sparql_results
from kgraph.validation.shapes import load_shapes

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "tests" / "fixtures" / "example.trig"
OF_AN_ARTICLE = re.compile(r"/(article|copy|person|membership|event|participation|implementation|figure|evidence)/")
COPIES = 500
PEER_COPIES = 1000  # so many that what is done once weighs little
REPEATS = 3


class Comparison(NamedTuple):
    """Times in processor seconds: *time* is at *most*, or at *least*, so many times *base*."""

    name: str
    base: float
    time: float
    most: float = inf
    least: float = 0.0

    @property
    def ratio(self) -> float:
        return self.time / self.base

    @property
    def is_within(self) -> bool:
        return self.least <= self.ratio <= self.most

    def __str__(self) -> str:
        limit = f"at least {self.least:.0f}" if self.least else f"at most {self.most:.0f}"
        return f"{self.name}: {self.base:.3f} s, {self.time:.3f} s, ratio {self.ratio:.1f} ({limit})"


def best(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """The least processor seconds of *repeats* runs of *work*."""
    times = []
    for _ in range(repeats):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def store_of(copies: int) -> ox.Store:
    """The example's triples as if *copies* articles said the same of other people."""
    quads = ox.parse(path=str(EXAMPLE), format=ox.RdfFormat.TRIG)
    text = ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES) or b""
    store = merged((), load_shapes().ontology)
    renamed = (OF_AN_ARTICLE.sub(rf"/\1/{n}-", text.decode()) for n in range(copies))
    store.bulk_load("".join(renamed).encode(), format=ox.RdfFormat.N_TRIPLES)
    return store


def constraints() -> Comparison:
    """A join that pairs every figure with every other would take sixteen times as long for four times the articles."""

    def check(store: ox.Store) -> Callable[[], object]:
        return lambda: list(sparql_results(store, load_shapes(), lambda term, _: str(term)))

    few, many = best(check(store_of(COPIES))), best(check(store_of(4 * COPIES)))
    return Comparison(f"SPARQL constraints, {COPIES} and {4 * COPIES} articles", few, many, 8.0)


def core() -> Comparison:
    """The core constraints as queries on the store, beside pySHACL, which has to find the same."""
    store, shapes = store_of(PEER_COPIES), load_shapes()
    found: dict[str, set[Result]] = {}

    def keep(name: str, results: Iterable[Result]) -> None:
        found[name] = set(results)

    ours = best(lambda: keep("store", compiled_results(store, shapes)))
    theirs = best(lambda: keep("pyshacl", core_results(store, shapes)), 1)
    if found["store"] != found["pyshacl"]:
        raise SystemExit("validation: the store and pySHACL differ")
    return Comparison(f"core constraints of {PEER_COPIES} articles: store, pySHACL", ours, theirs, least=20.0)


def core_growth() -> Comparison:
    """Four times the articles may take four times as long and a little more."""
    shapes = load_shapes()

    def check(store: ox.Store) -> Callable[[], object]:
        return lambda: set(compiled_results(store, shapes))

    few, many = best(check(store_of(COPIES))), best(check(store_of(4 * COPIES)))
    return Comparison(f"core constraints by the store, {COPIES} and {4 * COPIES} articles", few, many, most=6.0)


def registry() -> Comparison:
    """Every command loads the registry, so that loading must stay near what reading its files takes."""
    loaders = (places.places, places._successions, programmes.programmes, posts.posts, awards.awards, regions.regions)

    def load() -> None:
        for loader in loaders:
            loader.cache_clear()
        for loader in loaders:
            loader()

    def read() -> None:
        for path in sorted((ROOT / "data" / "registry").glob("*.tsv")):
            with path.open(encoding="utf-8", newline="") as file:
                list(csv.DictReader(file, delimiter="\t"))

    return Comparison("registry: reading its files, loading it", best(read), best(load), 12.0)


def main() -> int:
    """Print every comparison; 1 when one is over its limit."""
    found = [constraints(), core_growth(), core(), registry()]
    for row in found:
        sys.stdout.write(f"{row}\n")
    return int(not all(row.is_within for row in found))


if __name__ == "__main__":
    sys.exit(main())

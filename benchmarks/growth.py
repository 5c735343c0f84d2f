"""How the time of the slow parts grows: ratios within one run, so that they hold on any machine.

Each row tells what is compared, the two times in processor seconds, their ratio and the most that it may be. The exit
code is 1 when a ratio is over its limit.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import NamedTuple

import pyoxigraph as ox

from kgraph.registry import awards, places, posts, programmes, regions
from kgraph.validation.rdf import merged
from kgraph.validation.results import sparql_results
from kgraph.validation.shapes import load_shapes

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "tests" / "fixtures" / "example.trig"
OF_AN_ARTICLE = re.compile(r"/(article|copy|person|membership|event|participation|implementation|figure|evidence)/")
COPIES = 500
REPEATS = 3


class Comparison(NamedTuple):
    """Times in processor seconds of *name*, which may be *limit* times those of *base*."""

    name: str
    base: float
    time: float
    limit: float

    @property
    def ratio(self) -> float:
        return self.time / self.base


def best(work: Callable[[], object]) -> float:
    """The least processor seconds of *REPEATS* runs of *work*."""
    times = []
    for _ in range(REPEATS):
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
    found = [constraints(), registry()]
    for row in found:
        sys.stdout.write(
            f"{row.name}: {row.base:.3f} s, {row.time:.3f} s, ratio {row.ratio:.1f} (at most {row.limit:.0f})\n"
        )
    return int(any(row.ratio > row.limit for row in found))


if __name__ == "__main__":
    sys.exit(main())

"""How builds grow with the corpus, and how the engines compare with their peers, all in one run.

``python benchmarks/scale.py [ARTICLES]...`` builds corpora of these sizes (default 300 and 3,000) and changes one
article of each; it compares loading and the saved queries with rdflib. It writes docs/benchmarks.md and, to compare
with next time, docs/benchmarks.json.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from math import exp, log
from pathlib import Path
from statistics import mean
from time import process_time
from typing import Final, NamedTuple

import pyoxigraph as ox
import rdflib
from corpus import write
from memory import watched

from kgraph.dataset.reader import OxTerm, Reader, with_prefixes
from kgraph.pipeline import BuildOptions, build
from kgraph.queries import SavedQuery, bind, load
from kgraph.queries.choices import entities
from kgraph.validation.rdf import rdf_term

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "benchmarks.md"
KEPT: Final = ROOT / "docs" / "benchmarks.json"
SIZES: Final = (300, 3000)
LARGER: Final = (100_000, 1_000_000, 100_000_000)
PEER_ARTICLES: Final = 60  # rdflib's joins take long
TIMES: Final = {"integer": "2020", "date": "2020-06-01"}
CHANGED: Final = "Hội LHPN tỉnh Hà Nam tặng 12 suất quà.\n"
_CHILD: Final = """
import json, sys, time
from pathlib import Path
import kgraph.pipeline.updating as updating
from kgraph.pipeline import BuildOptions, build
writing = 0.0
def timed(function):
    def run(*arguments):
        global writing
        start = time.perf_counter()
        function(*arguments)
        writing += time.perf_counter() - start
    return run
updating.changed_quads, updating.changed_turtle = timed(updating.changed_quads), timed(updating.changed_turtle)
start = time.perf_counter()
report = build((Path(sys.argv[1]),), Path(sys.argv[2]), BuildOptions(jobs=int(sys.argv[3])))
seconds = time.perf_counter() - start
print(json.dumps([report.articles, report.triples, seconds, writing]))
"""


_ASKING: Final = """
import json, sys, time
from pathlib import Path
from scale import values
from kgraph.dataset.reader import Reader, with_prefixes
from kgraph.queries import bind, load
reader, taken = Reader.open(Path(sys.argv[1])), {}
for query in load():
    given = dict(values(reader, query))
    if all(given.values()):
        start = time.perf_counter()
        list(reader.store.query(with_prefixes(bind(query, given)), use_default_graph_as_union=True))
        taken[query.name] = time.perf_counter() - start
slowest = max(taken, key=taken.get)
print(json.dumps([len(taken), sum(taken.values()), slowest, taken[slowest]]))
"""


class Built(NamedTuple):
    """One build: *writing* is the part of the *seconds* that went into kgraph.nq and kgraph.ttl of an update."""

    articles: int
    triples: int
    seconds: float
    writing: float
    megabytes: float


class Row(NamedTuple):
    """A line of the page: what was measured, how much, and the *bar* that it is held against, if any."""

    name: str
    value: float
    unit: str
    bar: str = ""


def built(folder: Path, data: Path, jobs: int) -> Built:
    """A build in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-c", _CHILD, str(folder), str(data), str(jobs)]
    output, megabytes = watched(command)
    return Built(*json.loads(output), megabytes)


def asked(size: int, data: Path) -> Iterator[Row]:
    """The saved queries over the store on disk, in a process of its own: a bad plan may take all memory."""
    command = [sys.executable, "-c", _ASKING, str(data)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parent)  # noqa: S603
    count, every, slowest, longest = json.loads(done.stdout)
    yield Row(f"{size:,} articles: {count} saved queries on disk, one after the other", every, "s")
    yield Row(f"{size:,} articles: the slowest of them, {slowest}", longest, "s")


def change_one(folder: Path) -> None:
    """Let one article of the corpus say one thing more."""
    path = min(folder.rglob("*.txt"))
    path.write_text(path.read_text(encoding="utf-8") + CHANGED, encoding="utf-8")


def builds(sizes: Sequence[int], jobs: int, work: Path) -> Iterator[Row]:
    """Full builds and updates at each of *sizes*, and how they grow."""
    full: list[Built] = []
    for size in sizes:
        folder, data = work / f"corpus-{size}", work / f"data-{size}"
        write(folder, size)
        full.append(built(folder, data, jobs))
        disk = sum(path.stat().st_size for path in (data / "current" / "store").iterdir())
        yield from asked(size, data)
        change_one(folder)
        update = built(folder, data, jobs)
        yield Row(f"{size:,} articles: full build with validation", size / full[-1].seconds, "articles/s", "100")
        yield Row(f"{size:,} articles: triples an article", full[-1].triples / size, "triples")
        yield Row(f"{size:,} articles: peak memory", full[-1].megabytes, "MB, all processes")
        yield Row(f"{size:,} articles: store on disk", disk / size / 1000, "kB an article")
        share = 100 / full[-1].seconds
        yield Row(f"{size:,} articles: one changed, all files", share * update.seconds, "% of the full build", "10")
        store = update.seconds - update.writing
        yield Row(f"{size:,} articles: one changed, without kgraph.nq and kgraph.ttl", share * store, "%", "2")
    for small, large in pairwise(full):
        between = f"from {small.articles:,} to {large.articles:,} articles"
        yield Row(f"growth of the time {between}", exponent(small, large), "exponent", "1.05")
        yield Row(f"growth of the memory {between}", large.megabytes / small.megabytes, "times", "1.5")


def exponent(small: Built, large: Built) -> float:
    """The power of the number of articles that the time grows with."""
    return log(large.seconds / small.seconds) / log(large.articles / small.articles)


def peers(work: Path) -> Iterator[Row]:
    """Loading and the saved queries, beside rdflib."""
    folder, data = work / "corpus-peers", work / "data-peers"
    write(folder, PEER_ARTICLES)
    build((folder,), data, BuildOptions(jobs=1))
    quads = (data / "kgraph.nq").read_bytes()
    ours, theirs = ox.Store(), rdflib.Dataset(default_union=True)
    fast = seconds(lambda: ours.bulk_load(quads, format=ox.RdfFormat.N_QUADS))
    slow = seconds(lambda: theirs.parse(data=quads, format="nquads"))
    yield Row(f"loading {PEER_ARTICLES} articles: times as fast as rdflib", slow / fast, "times", "8")
    ratios = [compared(Reader(ours), theirs, query) for query in load()]
    found = [ratio for ratio in ratios if ratio]
    name = f"{len(found)} saved queries over {PEER_ARTICLES} articles, equal rows: times as fast as rdflib"
    yield Row(name, exp(mean(map(log, found))), "times, geometric mean", "15")


def seconds(work: Callable[[], object]) -> float:
    """The processor seconds that *work* takes."""
    start = process_time()
    work()
    return process_time() - start


def compared(reader: Reader, dataset: rdflib.Dataset, query: SavedQuery) -> float:
    """How many times as fast *query* is answered by the store as by rdflib; 0 for one without rows to ask of.

    Raises SystemExit where the rows differ.
    """
    given = dict(values(reader, query))
    if not all(given.values()):
        return 0.0
    text = with_prefixes(bind(query, given))
    found: dict[str, list[str]] = {}

    def by_store() -> None:
        table = reader.store.query(text, use_default_graph_as_union=True)
        found["store"] = rows([row[i] for i in range(len(table.variables))] for row in table)  # type: ignore[union-attr]

    def by_rdflib() -> None:
        found["rdflib"] = sorted(" ".join("" if t is None else t.n3() for t in row) for row in dataset.query(text))  # type: ignore[union-attr]

    if not isinstance(reader.store.query(text, use_default_graph_as_union=True), ox.QuerySolutions):
        return 0.0
    fast, slow = min(seconds(by_store) for _ in range(3)), seconds(by_rdflib)
    if found["store"] != found["rdflib"]:
        raise SystemExit(f"{query.name}: the store and rdflib differ")
    return slow / fast


def values(reader: Reader, query: SavedQuery) -> Iterator[tuple[str, str]]:
    """A value for each parameter that needs one: the thing that most facts name (nothing if none is), or a time."""
    for param in query.params:
        if param.optional:
            continue
        known = next(iter(entities(reader, param, 1)), "") if param.type == "entity" else TIMES.get(param.type, "")
        yield param.name, known


def rows(found: Iterable[Iterable[OxTerm | None]]) -> list[str]:
    """Rows as rdflib writes them, sorted."""
    return sorted(" ".join("" if t is None else rdf_term(t).n3() for t in row) for row in found)


def page(found: Sequence[Row], before: dict[str, float]) -> str:
    """The page of figures, beside those of last time."""
    head = (
        "# Benchmarks\n\n"
        "Written by `make bench` (benchmarks/scale.py); do not edit. The corpus is made from a seed: 1,500 characters\n"
        "and about 320 triples an article, as dense in facts as real reports. Between machines compare ratios only.\n\n"
        f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}.\n\n"
        "| what | figure | last time | bar |\n|---|---:|---:|---:|\n"
    )
    return head + "".join(_line(row, before.get(row.name)) for row in found) + _projection(found)


def _line(row: Row, before: float | None) -> str:
    last = "" if before is None else f"{before:,.1f}"
    return f"| {row.name} | {row.value:,.1f} {row.unit} | {last} | {row.bar} |\n"


def _projection(found: Sequence[Row]) -> str:
    """What larger corpora would need, if all grew as it did up to the largest one built."""
    figures: dict[str, list[tuple[int, float]]] = {}
    for row in found:
        size, name = _parts(row)
        if name:
            figures.setdefault(name, []).append((int(size.replace(",", "")), row.value))
    speed, triples, disk = (
        figures[name][-1][1] for name in ("full build with validation", "triples an article", "store on disk")
    )
    lines = "".join(
        f"| {size:,} | {size / speed / 3600:,.1f} h | {extended(figures['peak memory'], size) / 1e3:,.1f} GB |"
        f" {size * triples / 1e9:,.2f} billion | {size * disk / 1e6:,.0f} GB |\n"
        for size in LARGER
    )
    return (
        "\n## What larger corpora would need\n\nWorked out from the largest corpora above, not measured: time and disk "
        "in proportion, memory along the line through\nthe two largest.\n\n"
        "| articles | one machine of this kind | memory | triples | store |\n|---:|---:|---:|---:|---:|\n" + lines
    )


def extended(measured: Sequence[tuple[int, float]], size: int) -> float:
    """The value at *size* on the line through the last two of *measured*; of one alone, in proportion."""
    before, last = (measured if len(measured) > 1 else [(0, 0.0), *measured])[-2:]
    return last[1] + (last[1] - before[1]) * (size - last[0]) / (last[0] - before[0])


def _parts(row: Row) -> tuple[str, str]:
    """The number of articles that *row* is about, and what it tells of them; nothing for other rows."""
    size, _, name = row.name.partition(" articles: ")
    return (size, name) if size.replace(",", "").isdigit() else ("", "")


def main(sizes: Sequence[int]) -> int:
    """Measure, print and write the page."""
    before = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else {}
    with tempfile.TemporaryDirectory() as work:
        found = []
        for row in chain(peers(Path(work)), builds(sizes or SIZES, os.cpu_count() or 1, Path(work))):
            sys.stdout.write(_line(row, before.get(row.name)))
            found.append(row)
    PAGE.write_text(page(found, before), encoding="utf-8", newline="\n")
    kept = json.dumps({row.name: round(row.value, 3) for row in found}, ensure_ascii=False, indent=1)
    KEPT.write_text(kept + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]]))

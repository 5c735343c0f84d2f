"""The graphs of a build -> one generation of the dataset directory: store, derived graph, candidates, files, findings.

No more is held than a few thousand articles' worth: graphs are spilled into sorted runs, and merged part by part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final, NamedTuple

import pyoxigraph as ox

from kgraph.dataset.canonical import merged, turtle_parts, write_quads
from kgraph.dataset.derive import derived_lines
from kgraph.dataset.inventory import Inventory
from kgraph.dataset.reader import Reader
from kgraph.dataset.runs import Cuts, Part, Run, Slice, merged_lines, parts
from kgraph.dataset.store import fill, load
from kgraph.identity import links_quads
from kgraph.identity.records import read_records
from kgraph.pipeline.assembly import Assembly
from kgraph.pipeline.recording import Recorded
from kgraph.pipeline.reporting import report
from kgraph.pipeline.spilling import Spilled, run_of, spill
from kgraph.pipeline.workers import in_order

QUADS: Final = "kgraph.nq"
TURTLE: Final = "kgraph.ttl"


@dataclass(frozen=True, slots=True)
class Written:
    """Numbers of distinct triples and of findings."""

    triples: int
    findings: int


class _Task(NamedTuple):
    """A *part* of the dataset in sorted *slices* of runs, and the file for its lines."""

    part: Part
    slices: tuple[Slice, ...]
    path: Path


class _Piece(NamedTuple):
    """What one part gives: a piece of ``kgraph.nq`` and one of ``kgraph.ttl``, with its prefixes apart."""

    quads: Path
    turtle: Path
    head: bytes
    triples: int


def write_generation(folder: Path, assembly: Assembly, inventory: Inventory, jobs: int) -> Written:
    """Fill *folder* with what *assembly* is and *inventory* knows of it; nothing outside it is touched."""
    with TemporaryDirectory(prefix="runs-", dir=folder) as name:
        spilled = spill(assembly, Path(name), jobs)
        triples = _write(folder, assembly, spilled, Path(name), jobs)
        return Written(triples, report(folder, (run.path for run in spilled.articles), inventory, jobs))


def _write(folder: Path, assembly: Assembly, spilled: Spilled, own: Path, jobs: int) -> int:
    """Write store and files, with temporary files in the folder *own*; the number of distinct triples."""
    at, stated = spilled.cuts, [spilled.shared, *spilled.articles]
    first = [_Task(p, _slices(stated, p), own / f"part-{p[0]}.nq") for p in parts(stated, at)]
    store = fill(folder, in_order(first, _sort, jobs))
    with ThreadPoolExecutor(1) as beside:
        optimized = beside.submit(store.optimize)  # which leaves Python to what is looked up meanwhile
        found = _added(store, _candidates(store, assembly, folder), own / "candidates", at)
        found += _added(store, derived_lines(store), own / "derived", at)
        optimized.result()
    every = parts([*stated, *found], at)
    whole = [_Task(p, (*_sorted(first, p), *_slices(found, p)), own / f"piece-{p[0]}") for p in every]
    return _joined(in_order(whole, _finish, jobs), folder)


def _slices(runs: Iterable[Run], part: Part) -> tuple[Slice, ...]:
    return tuple(run.slice(part) for run in runs)


def _sort(task: _Task) -> Path:
    """What a process does to make one sorted file of a part."""
    write_quads(merged_lines(task.slices), task.path)
    return task.path


def _added(store: ox.Store, lines: Iterable[str], name: Path, at: Cuts) -> list[Run]:
    """Runs of *lines*, in files that begin with *name*; what they hold is put into *store* when all are found."""
    runs = list(run_of(lines, name, at))
    load(store, (run.path for run in runs))
    return runs


def _candidates(store: ox.Store, assembly: Assembly, folder: Path) -> Iterator[str]:
    reader = Reader(store)
    yield from links_quads(Recorded(read_records(reader)).candidates(reader, assembly.review.decisions, folder))


def _sorted(tasks: Iterable[_Task], part: Part) -> Iterator[Slice]:
    """The files of those *tasks* that make up *part*."""
    inside = (task.path for task in tasks if part[0] <= task.part[0] < part[1])
    return (Slice(path, 0, path.stat().st_size) for path in inside)


def _finish(task: _Task) -> _Piece:
    """What a process does to make the pieces of the dataset's files."""
    quads = merged_lines(task.slices)
    triples = merged(quads)
    head, body = turtle_parts(triples)
    piece = _Piece(task.path.with_suffix(".nq"), task.path.with_suffix(".ttl"), head, len(triples))
    write_quads(quads, piece.quads)
    piece.turtle.write_bytes(body)
    return piece


def _joined(pieces: Iterable[_Piece], folder: Path) -> int:
    """Write the files of *folder* from *pieces*, which go; the number of triples."""
    triples = 0
    with (folder / QUADS).open("wb") as quads, (folder / TURTLE).open("wb") as turtle:
        for piece in pieces:
            if not turtle.tell():
                turtle.write(piece.head)
            for path, out in ((piece.quads, quads), (piece.turtle, turtle)):
                _append(path, out)
            triples += piece.triples
    return triples


def _append(path: Path, out: BinaryIO) -> None:
    with path.open("rb") as file:
        copyfileobj(file, out, 1 << 20)
    path.unlink()

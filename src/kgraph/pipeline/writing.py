"""All quads -> one generation of the dataset directory: store, derived graph, candidates, files, findings."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kgraph.dataset.canonical import merged, sorted_quads, write_quads, write_turtle
from kgraph.dataset.derive import derive
from kgraph.dataset.ledger import Decision
from kgraph.dataset.reader import Reader
from kgraph.dataset.store import add, fill, in_memory
from kgraph.identity import candidates_among, links_quads
from kgraph.identity.records import read_records
from kgraph.pipeline.recording import keep_records
from kgraph.pipeline.reporting import report

QUADS: Final = "kgraph.nq"
TURTLE: Final = "kgraph.ttl"


@dataclass(frozen=True, slots=True)
class Written:
    """Numbers of distinct triples and of findings."""

    triples: int
    findings: int


def write_generation(folder: Path, lines: Iterable[str], decisions: Iterable[Decision] = ()) -> Written:
    """Fill *folder* from the N-Quads *lines*; nothing outside it is touched. Settled *decisions* give no candidates."""
    store = in_memory(lines)
    records = read_records(Reader(store))
    keep_records(records, folder)
    add(store, links_quads(candidates_among(records, Reader(store), decisions)))
    derive(store)
    quads = sorted_quads(store)
    triples = merged(quads)
    write_quads(quads, folder / QUADS)
    with ThreadPoolExecutor(1) as beside:  # the store lets go of the interpreter while it loads
        filled = beside.submit(fill, folder, folder / QUADS)
        write_turtle(triples, folder / TURTLE)
        findings = report(store, triples, folder)
        filled.result()
    return Written(len(triples), findings)

"""The generation before and what changed -> the next generation, without writing again what stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.canonical import changed_quads, changed_turtle
from kgraph.dataset.derive import derive_again, made_by_rules
from kgraph.dataset.difference import Difference, growth, replace_graph, replace_lines, together
from kgraph.dataset.inventory import Inventory
from kgraph.dataset.query_trails import kept_trails, recall
from kgraph.dataset.reader import Reader
from kgraph.dataset.store import copied
from kgraph.identity import links_quads
from kgraph.identity.beside import spot_trails
from kgraph.identity.reading import reading_trails
from kgraph.pipeline.assembly import Assembly
from kgraph.pipeline.recording import Recorded
from kgraph.pipeline.reporting import report_again
from kgraph.pipeline.writing import QUADS, TURTLE, Written
from kgraph.validation.dependencies import shipped_dependencies
from kgraph.validation.unsupported import UnsupportedError
from kgraph.views.addresses import shown_trails

_LATER: Final = ("links", "vocabulary")
"""Shared graphs: one waits for the others, one is that of the program and is what it was."""


def parse_queries(inventory: Inventory, *, all_of_them: bool) -> None:
    """Find out what candidates and, for updates, shapes and rules look at, while no store is open.

    What the *inventory* tells of it is not looked for again.

    The parser leaves exceptions behind whose frames keep everything in the functions that called it, and so would keep
    a store of theirs open and locked until the next garbage collection.
    """
    more = (shipped_dependencies, made_by_rules, reading_trails, shown_trails)
    recall(inventory.note("trails"))
    for parse in (spot_trails, *(more if all_of_them else ())):
        with suppress(UnsupportedError):  # told where the shapes are used
            parse()
    inventory.keep("trails", kept_trails())


def update_generation(earlier: Path, folder: Path, assembly: Assembly, inventory: Inventory, jobs: int) -> Written:
    """Fill *folder* as `write_generation` does, from the generation *earlier*."""
    store = copied(earlier, folder)
    difference = _changed(store, assembly, inventory, earlier, folder)
    store.flush()
    changed_quads(earlier / QUADS, folder / QUADS, difference)
    changed_turtle(earlier / TURTLE, folder / TURTLE, difference, store)

    triples = int(inventory.note("triples")) + growth(store, difference)
    return Written(triples, report_again(store, difference, earlier, folder, inventory, jobs))


def _graphs(assembly: Assembly) -> Iterator[tuple[str, Iterable[str]]]:
    yield from ((f"article/{key}", ()) for key in sorted(assembly.gone))
    yield from ((f"article/{key}", assembly.graphs.lines(key)) for key in assembly.graphs.keys)


def _shared(store: ox.Store, assembly: Assembly, inventory: Inventory) -> Iterator[Difference]:
    for name, lines in assembly.shared.items():
        if name not in _LATER:
            yield replace_lines(store, name, inventory.lines(name), lines)


def keep_shared(assembly: Assembly, inventory: Inventory) -> None:
    """Keep in *inventory* the lines that the next update compares with its own, sooner than all quads of graphs."""
    for name, lines in assembly.shared.items():
        if name not in _LATER:
            inventory.keep_lines(name, lines)


def _changed(store: ox.Store, assembly: Assembly, inventory: Inventory, earlier: Path, folder: Path) -> Difference:
    """Bring *store* up to date; candidates and derived triples are looked for when all else is in its place."""
    articles = (replace_graph(store, name, lines) for name, lines in _graphs(assembly))
    own = together([*articles, *_shared(store, assembly, inventory)])
    recorded = Recorded.again(store, own, earlier)
    found = recorded.candidates(Reader(store), assembly.review.decisions, folder)
    links = replace_graph(store, "links", [*assembly.shared["links"], *links_quads(found)])
    return together([own, links, derive_again(store, own)])

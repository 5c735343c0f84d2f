"""The findings of a dataset, portion by portion and in several processes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.inventory import Inventory
from kgraph.dataset.portions import Portion, Portions, Sight, common_nodes
from kgraph.dataset.reader import Reader
from kgraph.pipeline.checking import linked
from kgraph.pipeline.telling import Told
from kgraph.pipeline.workers import batches, in_order
from kgraph.validation.dependencies import shipped_dependencies
from kgraph.validation.findings import Finding
from kgraph.validation.portions import findings_about_nodes, findings_about_the_whole, findings_near
from kgraph.validation.shapes import load_shapes
from kgraph.views.addresses import addresses, addresses_of, shown_trails

NODES: Final = 500
"""Common nodes looked at at a time: enough that asking every shape costs little, few enough for 100 MB."""


@dataclass(frozen=True, slots=True)
class _Task:
    """What is looked at: an N-Quads file of *articles*, or common *nodes*, or else the dataset as a whole.

    *store* is a folder, *common* a file of all common nodes.
    """

    store: Path
    common: Path
    articles: Path | None = None
    nodes: tuple[str, ...] = ()


def told_of(store: Path, articles: Iterable[Path], inventory: Inventory, jobs: int) -> Iterator[Told]:
    """What the shapes find in the *store* in this folder, which nobody writes meanwhile, in the words of reports.

    *articles* are N-Quads files that hold the graphs of all articles of the *inventory*, each whole. Raises
    UnsupportedError where a shape is left to pySHACL.
    """
    load_shapes()  # before processes start, which then have them
    with TemporaryDirectory(prefix="portions-", dir=store.parent) as name:
        tasks = _tasks(_Task(store, Path(name) / "common"), articles, inventory)
        try:
            yield from chain.from_iterable(in_order(tasks, _told, jobs))
        finally:
            _opened.cache_clear()


def _tasks(whole: _Task, articles: Iterable[Path], inventory: Inventory) -> Iterator[_Task]:
    common = common_nodes(ox.Store.read_only(str(whole.store)), inventory)
    whole.common.write_text("".join(f"{node}\n" for node in common), encoding="utf-8")
    yield from (replace(whole, articles=path) for path in articles)
    yield from (replace(whole, nodes=nodes) for nodes in batches(common, NODES))
    yield whole


def _told(task: _Task) -> tuple[Told, ...]:
    """What a process finds in its part of the *task*."""
    return tuple(map(Told.of, _found(task)))


def _found(task: _Task) -> tuple[Finding, ...]:
    portions = _opened(task.store, task.common)
    store, everywhere = portions.store, partial(addresses_of, Reader(portions.store))
    if task.articles:
        return _found_near(portions, portions.read(task.articles))
    found = findings_about_nodes(store, task.nodes) if task.nodes else findings_about_the_whole(store)
    return linked(found, everywhere)


def _found_near(portions: Portions, portion: Portion) -> tuple[Finding, ...]:
    """What is found about all that *portion* alone speaks of."""
    near = portions.near(portion, shipped_dependencies().trails | shown_trails())
    shown = addresses(Reader(near))

    def opened(iris: Collection[str]) -> Mapping[str, str]:
        here = {iri for iri in iris if f"<{iri}>".encode() in portion.own}
        there = addresses_of(Reader(portions.store), set(iris) - here)
        return there | {iri: shown[iri] for iri in here & shown.keys()}

    return linked(findings_near(Sight(near, portions.store, portion.nodes), near, portion.own), opened)


@lru_cache(maxsize=1)
def _opened(store: Path, common: Path) -> Portions:
    """The dataset, which stays open in this process for the next task."""
    return Portions(ox.Store.read_only(str(store)), frozenset(common.read_bytes().splitlines()))

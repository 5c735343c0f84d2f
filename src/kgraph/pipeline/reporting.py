"""What the shapes find in a generation, as its files tell it and as the next build needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pyoxigraph import NamedNode, RdfFormat, Store, serialize

from kgraph import __version__
from kgraph.dataset.difference import Difference
from kgraph.dataset.inventory import Inventory
from kgraph.dataset.provenance import digest, tree
from kgraph.dataset.reader import Reader
from kgraph.dataset.store import STORE
from kgraph.pipeline import spilling
from kgraph.pipeline.checking import linked, opening
from kgraph.pipeline.portioning import told_of
from kgraph.pipeline.telling import Told, copied_findings, write_findings
from kgraph.pipeline.workers import batches
from kgraph.resources import folder as resource
from kgraph.validation.again import revalidate
from kgraph.validation.dependencies import shipped_dependencies
from kgraph.validation.run import validate
from kgraph.validation.shapes import load_shapes
from kgraph.validation.unsupported import UnsupportedError
from kgraph.vocab import graph_iri

_FINDING: Final = ("bilingual.py", "validation", "views")
"""What of the package decides what is found and where it opens, beside what decides the quads."""


def report(folder: Path, articles: Iterable[Path], inventory: Inventory, jobs: int) -> int:
    """Write what the shapes find in the generation *folder* into it, and count it.

    *articles* are N-Quads files that hold the graphs of all articles of its *inventory*, each whole.
    """
    return write_findings(_found(folder / STORE, articles, inventory, jobs), finder(), folder)


def report_again(store: Store, change: Difference, earlier: Path, folder: Path, inventory: Inventory, jobs: int) -> int:
    """As `report`, from what was found in the generation *earlier*, whose store *change* made into *store*.

    Where that was found by other shapes, everything is looked at.
    """
    with copied_findings(earlier, folder, finder()) as before:
        if before is not None and _has_trails():
            gone, new = revalidate(store, change, before.known(), load_shapes(), shipped_dependencies())
            before.change(gone, map(Told.of, linked(new, opening(Reader(store)))))
            return before.write(folder)
    with TemporaryDirectory(prefix="graphs-", dir=folder) as name:
        still = Path(name) / STORE
        store.backup(str(still))  # others cannot read what is being written: its files change at any time
        found = _found(still, _graphs(store, inventory, Path(name)), inventory, jobs)
        return write_findings(found, finder(), folder)


def _found(store: Path, articles: Iterable[Path], inventory: Inventory, jobs: int) -> Iterable[Told]:
    files = iter(articles)
    first = list(islice(files, 2))
    if len(first) < 2 or not _has_trails():
        reader = Reader(Store.read_only(str(store)))
        return map(Told.of, linked(validate(reader), opening(reader)))
    return told_of(store, chain(first, files), inventory, jobs)


def _has_trails() -> bool:
    """Whether it is known how far every shape looks; one that is left to pySHACL may look anywhere."""
    try:
        shipped_dependencies()
    except UnsupportedError:
        return False
    return True


def _graphs(store: Store, inventory: Inventory, folder: Path) -> Iterator[Path]:
    """The graphs of the articles of *store* in N-Quads files."""
    for number, keys in enumerate(batches(inventory.articles(), spilling.BATCH)):
        graphs = (NamedNode(graph_iri("article", key)) for key in keys)
        quads = (quad for graph in graphs for quad in store.quads_for_pattern(None, None, None, graph))
        path = folder / f"{number}.nq"
        serialize(quads, path, format=RdfFormat.N_QUADS)
        yield path


@lru_cache(maxsize=1)
def finder() -> str:
    """The digest of the shapes and of the program that uses them."""
    roots = [(name, files("kgraph").joinpath(name)) for name in _FINDING] + [("shapes", resource("shapes"))]
    return digest(__version__, (entry for name, root in roots for entry in tree(root, name)))

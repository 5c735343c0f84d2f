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
from kgraph.pipeline.flagging import FILE
from kgraph.pipeline.portioning import findings_of
from kgraph.pipeline.workers import batches
from kgraph.resources import folder as resource
from kgraph.validation import report_html, report_json
from kgraph.validation.again import revalidate
from kgraph.validation.dependencies import shipped_dependencies
from kgraph.validation.findings import Finding
from kgraph.validation.kept import dumps, loads
from kgraph.validation.run import validate
from kgraph.validation.shapes import load_shapes
from kgraph.validation.unsupported import UnsupportedError
from kgraph.vocab import graph_iri

REPORT: Final = "report.html"
KEPT: Final = "findings.kept.json"
"""In a generation: its findings for the build that comes after it, below the digest of what found them."""
_FINDING: Final = ("bilingual.py", "validation", "views")
"""What of the package decides what is found and where it opens, beside what decides the quads."""


def report(folder: Path, articles: Iterable[Path], inventory: Inventory, jobs: int) -> int:
    """Write what the shapes find in the generation *folder* into it, and count it.

    *articles* are N-Quads files that hold the graphs of all articles of its *inventory*, each whole.
    """
    files = iter(articles)
    first = list(islice(files, 2))
    if len(first) < 2 or not _has_trails():
        reader = Reader(Store.read_only(str(folder / STORE)))
        return _written(linked(validate(reader), opening(reader)), folder)
    return _written(findings_of(folder, chain(first, files), inventory, jobs), folder)


def report_again(store: Store, change: Difference, earlier: Path, folder: Path, inventory: Inventory, jobs: int) -> int:
    """As `report`, from what was found in the generation *earlier*, whose store *change* made into *store*.

    Where that was found by other shapes, or is damaged, everything is looked at.
    """
    before = _kept(earlier)
    if before is None or not _has_trails():
        with TemporaryDirectory(prefix="graphs-", dir=folder) as name:
            return report(folder, _graphs(store, inventory, Path(name)), inventory, jobs)
    kept, new = revalidate(store, change, before, load_shapes(), shipped_dependencies())
    return _written(sorted([*kept, *linked(new, opening(Reader(store)))], key=lambda f: f.order), folder)


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


def _written(findings: Iterable[Finding], folder: Path) -> int:
    every = tuple(findings)
    (folder / REPORT).write_text(report_html.render(every, "vi"), encoding="utf-8", newline="\n")
    (folder / FILE).write_text(report_json.render(every), encoding="utf-8", newline="\n")
    (folder / KEPT).write_text(f"{finder()}\n{dumps(every)}", encoding="utf-8", newline="\n")
    return len(every)


def _kept(earlier: Path) -> tuple[Finding, ...] | None:
    try:
        found_by, _, text = (earlier / KEPT).read_text(encoding="utf-8").partition("\n")
        return loads(text, load_shapes()) if found_by == finder() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


@lru_cache(maxsize=1)
def finder() -> str:
    """The digest of the shapes and of the program that uses them."""
    roots = [(name, files("kgraph").joinpath(name)) for name in _FINDING] + [("shapes", resource("shapes"))]
    return digest(__version__, (entry for name, root in roots for entry in tree(root, name)))

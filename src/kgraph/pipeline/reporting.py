"""What the shapes find in a generation, as its files tell it and as the next build needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kgraph import __version__
from kgraph.dataset.difference import Difference
from kgraph.dataset.provenance import digest, tree
from kgraph.dataset.reader import Reader
from kgraph.pipeline.checking import linked
from kgraph.pipeline.flagging import FILE
from kgraph.resources import folder as resource
from kgraph.validation import report_html, report_json
from kgraph.validation.again import revalidate
from kgraph.validation.dependencies import shipped_dependencies
from kgraph.validation.findings import Finding
from kgraph.validation.kept import dumps, loads
from kgraph.validation.run import validate_triples
from kgraph.validation.shapes import load_shapes
from kgraph.validation.unsupported import UnsupportedError

REPORT: Final = "report.html"
KEPT: Final = "findings.kept.json"
"""In a generation: its findings for the build that comes after it, below the digest of what found them."""
_FINDING: Final = ("bilingual.py", "validation", "views")
"""What of the package decides what is found and where it opens, beside what decides the quads."""


def report(store: ox.Store, triples: Iterable[bytes], folder: Path) -> int:
    """Write what the shapes find in the *triples* of *store* into the generation *folder*, and count it."""
    return _written(linked(validate_triples(triples), Reader(store)), folder)


def report_again(
    store: ox.Store, change: Difference, earlier: Path, folder: Path, triples: Callable[[], Iterable[bytes]]
) -> int:
    """As `report`, from what was found in the generation *earlier*, whose store *change* made into *store*.

    Where that was found by other shapes, or is damaged, all *triples* are looked at.
    """
    before = _kept(earlier)
    try:
        looks_at = shipped_dependencies()
    except UnsupportedError:
        before = None
    if before is None:
        return report(store, triples(), folder)
    kept, new = revalidate(store, change, before, load_shapes(), looks_at)
    return _written(sorted([*kept, *linked(new, Reader(store))], key=lambda f: f.order), folder)


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

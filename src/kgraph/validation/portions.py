"""A dataset validated portion by portion: the articles some at a time, then the nodes that they share, then the rest.

`tests/pipeline/test_portioning.py` holds the findings equal to those of `run.validate`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pyoxigraph as ox

from kgraph.dataset.portions import node_of
from kgraph.dataset.reader import Quads
from kgraph.validation.again import results_about, seen_from, whole_results
from kgraph.validation.dependencies import shipped_dependencies
from kgraph.validation.findings import Finding
from kgraph.validation.results import Result
from kgraph.validation.run import finding
from kgraph.validation.shapes import load_shapes


def findings_near(store: Quads, near: ox.Store, own: Collection[bytes]) -> list[Finding]:
    """What the installed shapes find about the nodes *own* of *store*, given as N-Triples has them.

    *near* is all that the shapes see from there, and the ontology comes into it. Raises UnsupportedError as
    `shipped_dependencies` does, as all functions here.
    """
    shapes, looks_at = load_shapes(), shipped_dependencies()
    near.extend(ox.Quad(*triple) for triple in shapes.ontology)
    found = results_about(near, lambda node: str(node).encode() in own, store, shapes, looks_at)
    return _findings(store, found)


def findings_about_nodes(store: ox.Store, nodes: Collection[str]) -> list[Finding]:
    """What they find in *store* about *nodes*, given as N-Triples has them."""
    shapes, looks_at, asked = load_shapes(), shipped_dependencies(), frozenset(map(node_of, nodes))
    near = seen_from(store, asked, shapes, looks_at)
    return _findings(store, results_about(near, asked.__contains__, store, shapes, looks_at))


def findings_about_the_whole(store: ox.Store) -> list[Finding]:
    """What those of them find that look at the whole of *store*."""
    return _findings(store, whole_results(store, load_shapes(), shipped_dependencies()))


def _findings(store: Quads, results: Iterable[Result]) -> list[Finding]:
    return [finding(store, load_shapes(), result) for result in set(results)]

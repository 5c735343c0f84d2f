"""Brings a server into line with a dataset directory: sends the graphs that differ, takes away those that left."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.fingerprints import NOTHING, Ask, Fingerprint, count, fingerprints, fingerprints_in, fingerprints_of
from kgraph.dataset.generations import current_generation, lock
from kgraph.dataset.other_forms import OtherForms
from kgraph.dataset.reader import Reader
from kgraph.protocol import Connection, Endpoint, GraphStore, find_endpoint, find_graph_store
from kgraph.protocol.address import address

_QUADS: Final = "kgraph.nq"
_TOGETHER: Final = 200
"""Graphs after which the server is asked what it made of them, and that is kept: what an interruption costs again."""


@dataclass(frozen=True, slots=True)
class Mirror:
    """A server that is to hold a dataset: where it is asked, and where it takes graphs."""

    endpoint: Endpoint
    graphs: GraphStore


@dataclass(frozen=True, slots=True)
class Mirrored:
    """Numbers of graphs that were *sent*, *deleted*, and *left* as they were.

    *short* are the IRIs of those of which the server holds fewer triples than it was sent.
    """

    sent: int
    deleted: int
    left: int
    short: tuple[str, ...] = ()


def find_mirror(url: str, graph_store: str = "") -> Mirror:
    """The server at *url*. Raises ServerError where none answers, or *graph_store* is missing and not known."""
    endpoint = find_endpoint(Connection.to(address(url)))
    return Mirror(endpoint, find_graph_store(endpoint, graph_store))


def _quiet(_done: int, _all: int) -> None:
    """Nobody watches."""


def bring_into_line(data: Path, to: Mirror, progress: Callable[[int, int], None] = _quiet) -> Mirrored:
    """Make the graphs of the server those of the dataset directory *data*; graphs of others stay.

    Each graph is sent whole, and what is there is asked of the server: an interrupted run is completed by the next.
    Raises ServerError, and DatasetError where *data* holds no dataset or is being built.
    """
    with lock(data):
        store, forms = Reader.open(data).store, OtherForms.read(data, to.endpoint.url)
        here, there = _both(current_generation(data) or data, to.endpoint.rows)
        differing = [graph for graph in sorted(here) if not forms.is_same(graph, here[graph], there.get(graph))]
        gone, short = sorted(there.keys() - here), list[str]()
        for start in range(0, len(differing), _TOGETHER):
            some = differing[start : start + _TOGETHER]
            for place, graph in enumerate(some, start + 1):
                to.graphs.put(graph, _triples(store, graph))
                progress(place, len(differing))
            now = fingerprints_of(to.endpoint.rows, some)
            forms = forms.after({graph: (here[graph], now.get(graph, NOTHING)) for graph in some}, here)
            forms.write(data)
            short += [graph for graph in some if count(now.get(graph, NOTHING)) < count(here[graph])]
        for graph in gone:
            to.graphs.delete(graph)
        return Mirrored(len(differing), len(gone), len(here) - len(differing), tuple(short))


def _both(generation: Path, there: Ask) -> tuple[dict[str, Fingerprint], dict[str, Fingerprint]]:
    """The fingerprints of both sides, which work on them at the same time."""
    with ThreadPoolExecutor(1) as beside:
        asked = beside.submit(fingerprints, there)
        return fingerprints_in(generation / _QUADS), asked.result()


def _triples(store: ox.Store, graph: str) -> bytes:
    """The graph as sorted N-Triples, so that the same graph is always sent as the same bytes."""
    dump = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""
    return b"".join(sorted(dump.splitlines(keepends=True)))

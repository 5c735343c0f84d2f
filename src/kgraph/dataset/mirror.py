"""Brings a server into line with a dataset directory: sends the graphs that differ, takes away those that left."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kgraph.dataset.fingerprints import Ask, Fingerprint, count, fingerprints, fingerprints_of
from kgraph.dataset.generations import lock
from kgraph.dataset.other_forms import OtherForms
from kgraph.dataset.reader import Reader
from kgraph.protocol import Connection, Endpoint, GraphStore, find_endpoint, find_graph_store
from kgraph.protocol.address import address


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
        here, there = _both(_asked_here(store), to.endpoint.rows)
        differing = [graph for graph in sorted(here) if not forms.is_same(graph, here[graph], there.get(graph))]
        gone = sorted(there.keys() - here)
        for done, graph in enumerate((*differing, *gone), 1):
            if graph in here:
                to.graphs.put(graph, _triples(store, graph))
            else:
                to.graphs.delete(graph)
            progress(done, len(differing) + len(gone))
        now = fingerprints_of(to.endpoint.rows, differing)
        forms = forms.after({graph: (here[graph], now.get(graph, "0")) for graph in differing}, here)
        if differing or gone:
            forms.write(data)
        short = tuple(graph for graph in differing if count(now.get(graph, "0")) < count(here[graph]))
        return Mirrored(len(differing), len(gone), len(here) - len(differing), short)


def _both(here: Ask, there: Ask) -> tuple[dict[str, Fingerprint], dict[str, Fingerprint]]:
    """The fingerprints of both sides, which work on them at the same time."""
    with ThreadPoolExecutor(1) as beside:
        asked = beside.submit(fingerprints, there)
        return fingerprints(here), asked.result()


def _asked_here(store: ox.Store) -> Ask:
    def ask(sparql: str) -> list[tuple[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None, ...]]:
        answer = store.query(sparql)
        assert isinstance(answer, ox.QuerySolutions)  # noqa: S101  # for the type checker
        return [tuple(row) for row in answer]

    return ask


def _triples(store: ox.Store, graph: str) -> bytes:
    """The graph as sorted N-Triples, so that the same graph is always sent as the same bytes."""
    dump = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""
    return b"".join(sorted(dump.splitlines(keepends=True)))

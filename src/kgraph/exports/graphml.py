"""GraphML: entities and the relations between them, for yEd, Gephi, Cytoscape or igraph."""

from __future__ import annotations

from typing import IO

import networkx as nx

from kgraph.dataset.reader import Reader
from kgraph.exports._network import graph


def write(reader: Reader, out: IO[bytes]) -> None:
    """Write the network to *out*.

    networkx prefers another writer where lxml happens to be installed; its bytes differ, so it is not used.
    """
    nx.write_graphml_xml(graph(reader), out, prettyprint=True)
    out.write(b"\n")

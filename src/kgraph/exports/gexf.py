"""GEXF 1.2: entities and the relations between them, for Gephi."""

from __future__ import annotations

import io
import re
from typing import IO, Final

import networkx as nx

from kgraph.dataset.reader import Reader
from kgraph.exports._network import graph

# networkx stamps the day into the head; the same dataset must give the same bytes on any day.
_STAMP: Final = re.compile(rb'(<meta) lastmodifieddate="[^"]*"')


def write(reader: Reader, out: IO[bytes]) -> None:
    """Write the network to *out*."""
    text = io.BytesIO()
    nx.write_gexf(graph(reader), text, prettyprint=True)
    out.write(_STAMP.sub(rb"\1", text.getvalue(), count=1) + b"\n")

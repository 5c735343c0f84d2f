"""CSV: a list of edges between entities, one a row, with labels, date, article and exact words."""

from __future__ import annotations

import csv
import io
from typing import IO

from kgraph.dataset.reader import Reader
from kgraph.exports._network import COLUMNS, rows


def write(reader: Reader, out: IO[bytes]) -> None:
    """Write the edges to *out* as UTF-8, with a header."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(rows(reader))
    text.detach()

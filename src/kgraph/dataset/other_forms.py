"""``servers.json`` in a dataset directory: graphs that a server keeps in another form than they were sent.

Virtuoso has no booleans. What it makes of a graph is known only after it was sent; without this note the graph would
seem to differ at every build. A note that is lost or damaged costs one more sending.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from kgraph.dataset.fingerprints import Fingerprint

FILE: Final = "servers.json"


@dataclass(frozen=True, slots=True)
class OtherForms:
    """What the server at *url* makes of some graphs: by IRI the fingerprint here, and the one there."""

    url: str
    known: Mapping[str, tuple[Fingerprint, Fingerprint]]

    @classmethod
    def read(cls, data: Path, url: str) -> OtherForms:
        """What *data* knows of the server at *url*."""
        try:
            pairs = _all(data).get(url, {}).items()
            return cls(url, {graph: (here, there) for graph, (here, there) in pairs})
        except (TypeError, ValueError, AttributeError):  # JSON of another shape
            return cls(url, {})

    def is_same(self, graph: str, here: Fingerprint, there: Fingerprint | None) -> bool:
        """Whether a graph with the fingerprint *here* is what the server has where its fingerprint is *there*."""
        return there is not None and (here == there or self.known.get(graph) == (here, there))

    def after(self, sent: Mapping[str, tuple[Fingerprint, Fingerprint]], graphs: Collection[str]) -> OtherForms:
        """What is known after *sent* graphs, with their fingerprint here and there; only *graphs* are left."""
        both = {**self.known, **sent}
        return replace(self, known={g: pair for g, pair in both.items() if g in graphs and pair[0] != pair[1]})

    def write(self, data: Path) -> None:
        """Keep this beside what *data* knows of other servers; written whole or not at all."""
        before = _all(data)
        every = before | {self.url: {graph: list(pair) for graph, pair in self.known.items()}}
        if {url: known for url, known in every.items() if known} == before:
            return
        fresh = data / f".{FILE}.new"
        text = json.dumps({url: known for url, known in every.items() if known}, indent=1, sort_keys=True)
        fresh.write_text(text + "\n", encoding="utf-8", newline="\n")
        fresh.replace(data / FILE)


def _all(data: Path) -> dict[str, Any]:
    try:
        found = json.loads((data / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}

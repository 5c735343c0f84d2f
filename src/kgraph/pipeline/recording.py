"""What candidates are made of, as a generation keeps it for the build that comes after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.difference import Difference
from kgraph.dataset.ledger import Decision
from kgraph.dataset.reader import Reader
from kgraph.identity import Candidate, beside, likely, proposed, records
from kgraph.identity.beside import Vetoes
from kgraph.identity.records import Records, patched, read_records

FILE: Final = "identity.json"
"""In a generation: the records on one line, the vetoes on the next."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The *records* of a dataset, and what is known of pairs among them."""

    records: Records
    vetoes: Vetoes = field(default_factory=dict)

    @classmethod
    def again(cls, store: ox.Store, change: Difference, earlier: Path) -> Recorded:
        """That of *store*, from that of the generation *earlier*, whose store *change* made into it."""
        try:
            before, known, _ = (earlier / FILE).read_text(encoding="utf-8").split("\n")
            loaded = cls(records.loads(before), beside.loads(known))
        except (OSError, ValueError, TypeError):
            return cls(read_records(Reader(store)))
        return cls(patched(loaded.records, store, change), beside.still_known(loaded.vetoes, store, change))

    def candidates(self, reader: Reader, decisions: Iterable[Decision], folder: Path) -> tuple[Candidate, ...]:
        """What people should look at in the dataset *reader*; what was looked up is kept in the generation *folder*."""
        found = likely(self.records)
        known = beside.vetoes(reader, found, self.vetoes)
        lines = (records.dumps(self.records), beside.dumps(known))
        (folder / FILE).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
        return proposed(found, known, decisions)

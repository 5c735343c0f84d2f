"""Which nodes may be one thing, and which node two: proposals with a score and reasons; people decide, in the ledger.

Nothing is ever joined or parted here.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.dataset.ledger import Decision
from kgraph.dataset.reader import Reader
from kgraph.identity.beside import Vetoes, vetoed, vetoes
from kgraph.identity.candidate import Candidate
from kgraph.identity.features import THRESHOLD
from kgraph.identity.happenings import event_candidates
from kgraph.identity.links_graph import links_quads
from kgraph.identity.named import label_candidates
from kgraph.identity.parting import parting_candidates
from kgraph.identity.people import person_candidates
from kgraph.identity.reading import at_events
from kgraph.identity.records import Records, read_records
from kgraph.identity.settled import settled, still_open

__all__ = ["Candidate", "find_candidates", "likely", "links_quads", "proposed"]


def find_candidates(reader: Reader, decisions: Iterable[Decision] = ()) -> tuple[Candidate, ...]:
    """What people should look at in the dataset, the best founded first, but for what reviewed *decisions* settle.

    *decisions* name nodes by IRI in angle brackets, as `kgraph.dataset.review.review` hands them on.
    """
    found = likely(read_records(reader))
    return proposed(found, vetoes(reader, found, {}), decisions)


def likely(records: Records) -> tuple[Candidate, ...]:
    """The candidates among *records*, before it is known which of them one sentence names side by side."""
    people = at_events(records.people, records.events)
    found = [
        *person_candidates(people),
        *parting_candidates(people),
        *label_candidates(records.named),
        *event_candidates(records.events),
    ]
    return tuple(candidate for candidate in found if candidate.score >= THRESHOLD)


def proposed(
    candidates: Iterable[Candidate], known: Vetoes, decisions: Iterable[Decision] = ()
) -> tuple[Candidate, ...]:
    """Those of *candidates* that people should look at, as `find_candidates` gives them."""
    shown = [candidate for candidate in vetoed(candidates, known) if candidate.score >= THRESHOLD]
    return tuple(sorted(still_open(shown, settled(decisions)), key=lambda c: (-c.score, c)))

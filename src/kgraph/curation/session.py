"""The answers of one sitting: each is a row of the ledger at once, and the last one can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kgraph.curation.items import Answered, answered
from kgraph.dataset.labels import compact
from kgraph.dataset.ledger import Decision, read_ledger
from kgraph.dataset.ledger_file import content, replace_content, with_row
from kgraph.errors import DatasetError


@dataclass(slots=True)
class Session:
    """A person (*by*) at work on *ledger* on *date* (YYYY-MM-DD). *steps* are the items left, with what was written."""

    ledger: Path
    by: str
    date: str
    steps: list[tuple[int, bytes | None, bytes | None]] = field(default_factory=list)

    @property
    def written(self) -> int:
        """How many decisions of this sitting stand in the ledger."""
        return sum(before != after for _, before, after in self.steps)

    def answered(self) -> Answered:
        """What the ledger answers by now, whoever wrote it."""
        return answered(read_ledger(self.ledger)[0])

    def skip(self, index: int) -> None:
        """Leave item *index* without a decision, so that going back comes to it."""
        self.steps.append((index, None, None))

    def decide(self, index: int, kind: str, a: str, b: str = "", value: str = "", why: str = "") -> None:
        """Write a decision of item *index* on the IRIs *a* and *b*. Raises DatasetError where the ledger cannot be."""
        names = compact(a), compact(b) if b else ""
        row = Decision(kind, *names, " ".join(value.split()), self.by, self.date, " ".join(why.split()))
        before = content(self.ledger)
        after = with_row(self.ledger, before, row)
        replace_content(self.ledger, after)
        self.steps.append((index, before, after))

    def back(self) -> int | None:
        """Undo the last step and give the index of its item; None where there is none.

        Raises DatasetError where somebody else changed the ledger meanwhile.
        """
        if not self.steps:
            return None
        index, before, after = self.steps[-1]
        if before != after:
            if content(self.ledger) != after:
                raise DatasetError(f"{self.ledger}: changed meanwhile; take the last row out by hand")
            replace_content(self.ledger, before)
        self.steps.pop()
        return index

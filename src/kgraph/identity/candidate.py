"""The values of this stage: a pair of nodes that may be one, or a node that may be two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from kgraph.identity.features import score
from kgraph.model import short_hash

SAME: Final = "same"
DIFFERENT: Final = "different"


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A proposal to people: *a* and *b* are IRIs, *proposal* is ``same`` or ``different``, *reasons* feature ids.

    ``same``: two nodes may be one thing. ``different``: the person *a* may be somebody else in the article *b*.
    """

    a: str
    b: str
    proposal: str
    reasons: tuple[str, ...]
    unsure: bool = False

    @property
    def score(self) -> Decimal:
        """How much speaks for the proposal, 0 to 1."""
        return score(self.reasons)

    @property
    def key(self) -> str:
        """The same for both orders of the pair, whatever the reasons, so that a better rule does not rename it."""
        return short_hash(self.proposal, *sorted((self.a, self.b)))

    def because(self, *reasons: str) -> Candidate:
        """This candidate with *reasons* added."""
        return replace(self, reasons=tuple(sorted({*self.reasons, *reasons})))


def same(a: str, b: str, reasons: set[str]) -> Candidate:
    """The proposal that *a* and *b* are one, whichever order they come in."""
    first, second = sorted((a, b))
    return Candidate(first, second, SAME, tuple(sorted(reasons)))

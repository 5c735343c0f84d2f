"""What a report says of all findings together: how many of each cause, kind and article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from kgraph.validation.findings import SEVERITIES, Cause, Finding, Kind
from kgraph.vocab import local_name

NOWHERE: Final = "-"
"""The key of what stands in no article."""


class Place(NamedTuple):
    """The article of a finding: its *key*, its title or files as *name*, and its *date* of publication or nothing."""

    key: str
    name: str = ""
    date: str = ""

    @classmethod
    def of(cls, finding: Finding) -> Place:
        """That of *finding*."""
        if not finding.article:
            return cls(NOWHERE)
        return cls(local_name(finding.article), finding.title or ", ".join(finding.files), finding.date)


@dataclass(frozen=True, slots=True)
class Overview:
    """How many findings there are of each of *causes*, which are in order, of each kind and in each article.

    *beside* is the file that links lead to, where they lead to one beside the report.
    """

    causes: tuple[tuple[Cause, int], ...]
    kinds: Mapping[Kind, int]
    places: Mapping[Place, int]
    beside: str

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Overview:
        """That of *findings*, in any order."""
        every = tuple(findings)
        causes = Counter(finding.cause for finding in every)
        return cls(
            tuple((cause, causes[cause]) for cause in sorted(causes, key=lambda cause: cause.order)),
            Counter(finding.kind for finding in every),
            Counter(map(Place.of, every)),
            min(filter(None, map(beside, every)), default=""),
        )

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each severity, gravest first, zeros too."""
        return {s: sum(number for cause, number in self.causes if cause.severity == s) for s in SEVERITIES}

    @property
    def total(self) -> int:
        """How many findings there are."""
        return sum(number for _, number in self.causes)


def beside(finding: Finding) -> str:
    """The file beside the report that the link of *finding* leads to, or nothing."""
    file = finding.link.partition("#")[0]
    return "" if "://" in file else file

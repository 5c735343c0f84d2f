"""The values that validation hands on: a finding, the cause it shares with others, and their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import pyoxigraph as ox

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import OxTerm

SEVERITIES: Final = ("violation", "warning", "info")
"""Gravest first."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What the findings of one shape have in common.

    *shape* is the shape's local name, *meaning* what a finding means for whoever reads the data, *advice* what to do.
    """

    shape: str
    severity: str
    title: Bilingual
    meaning: Bilingual
    advice: Bilingual

    @property
    def order(self) -> tuple[int, str]:
        """Sorts causes: violations first, then by name."""
        return SEVERITIES.index(self.severity), self.shape


@dataclass(frozen=True, slots=True)
class Kind:
    """What a thing is: the local name of its class, and what people call that."""

    name: str
    label: Bilingual


OTHER: Final = Kind("other", Bilingual("khác", "other"))
"""What has no class that people have a name for."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a file, from *start* to behind *end*: line and column, both from 1, the column in code points.

    *text* is what stands there, empty where that is more than the words of a quote.
    """

    file: str
    start: tuple[int, int]
    end: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One node that breaks one shape, and where a reader can look it up.

    *focus* and *path* are IRIs; *label* and *value_label* are what people call focus and value. *quote*, *rule* (its
    name), *title*, *date* (of publication), *files*, *article* and *evidence* (their IRIs) are those of the first
    evidence, empty where there is none. *about* are the IRIs of what to look at, nearest first. *region* is where the
    quote stands in its file, and *link* the address at which the network shows what the finding is about; nobody who
    knows the dataset alone can fill these two.
    """

    cause: Cause
    focus: str
    label: Bilingual
    path: str | None
    value: OxTerm | None
    value_label: Bilingual
    component: str
    message: Bilingual
    quote: str = ""
    rule: str = ""
    title: str = ""
    date: str = ""
    files: tuple[str, ...] = ()
    article: str = ""
    evidence: str = ""
    kind: Kind = OTHER
    about: tuple[str, ...] = ()
    region: Region | None = None
    link: str = ""

    @property
    def shape(self) -> str:
        """The local name of the shape."""
        return self.cause.shape

    @property
    def severity(self) -> str:
        """``violation``, ``warning`` or ``info``."""
        return self.cause.severity

    @property
    def advice(self) -> Bilingual:
        """What to do about it."""
        return self.cause.advice

    @property
    def order(self) -> tuple[tuple[int, str], str, str, str, Bilingual, str]:
        """Sorts findings without regard to the run that made them: no two of one dataset are equal in it."""
        return self.cause.order, self.focus, self.path or "", str(self.value), self.message, self.component


def plain(value: OxTerm | None) -> str:
    """A value as people read it: the words or number of a literal, the IRI of a node, nothing for None."""
    return "" if value is None else str(getattr(value, "value", value))


def focus_name(node: OxTerm) -> str:
    """A focus node by its IRI, or ``_:name`` where the data broke the rule against blank nodes."""
    return str(node) if isinstance(node, ox.BlankNode) else plain(node)


def by_cause(findings: Iterable[Finding]) -> tuple[tuple[Cause, tuple[Finding, ...]], ...]:
    """*findings* grouped by cause, both in order."""
    ordered = sorted(findings, key=lambda f: f.order)
    return tuple((cause, tuple(group)) for cause, group in groupby(ordered, key=lambda f: f.cause))


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, gravest first, zeros too."""
    found = Counter(f.severity for f in findings)
    return {severity: found[severity] for severity in SEVERITIES}


def at_least(findings: Iterable[Finding], severity: str) -> bool:
    """Whether any finding is of *severity* or graver."""
    grave = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return any(f.severity in grave for f in findings)

"""The result of an evaluation: every article compared, and its sums by kind and by rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kgraph.evaluation.kinds import KINDS
from kgraph.evaluation.rows import Document, Json, Row
from kgraph.evaluation.scoring import Compared, Counts, Score, compare, scores


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What every article of gold, by name, has right and wrong, by kind."""

    articles: Mapping[str, Mapping[str, Compared]]

    def counts(self) -> dict[str, dict[str, Counts]]:
        """The counts of every article by kind."""
        return {
            name: {kind: compared.counts for kind, compared in kinds.items()} for name, kinds in self.articles.items()
        }

    def scores(self) -> dict[str, Score]:
        """The measures over all articles, of every kind and of the sums over kinds."""
        return scores(total(self.counts()))

    def compared(self, kind: str) -> Iterator[tuple[str, Compared]]:
        """Each article's name and what it has right and wrong of *kind*."""
        return ((name, kinds[kind]) for name, kinds in self.articles.items())


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What the rows of *kind* that *rule* read were worth; *rows* holds the unjudged ones too."""

    rule: str
    kind: str
    rows: int
    right: int
    wrong: int

    @property
    def precision(self) -> float | None:
        """The share of right rows among the judged ones; None where none was judged."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None


def evaluate(gold: Mapping[str, Json], found: Mapping[str, Document]) -> Evaluation:
    """Every article of *gold* against the document of that name in *found*; one that is not there has all missed."""
    return Evaluation({name: compare(json, found.get(name, Document({}))) for name, json in sorted(gold.items())})


def total(articles: Mapping[str, Mapping[str, Counts]]) -> dict[str, Counts]:
    """The counts by kind, summed over *articles*."""
    return {kind: sum((kinds.get(kind, Counts()) for kinds in articles.values()), Counts()) for kind in KINDS}


def rule_scores(evaluation: Evaluation) -> tuple[RuleScore, ...]:
    """What each rule is worth, kind by kind, sorted; empty where the rules behind the rows are not known.

    A row that several rules read counts for each of them. What gold has and no rule read is no rule's fault.
    """
    tallies: dict[tuple[str, str], Counts] = defaultdict(Counts)
    unjudged: dict[tuple[str, str], int] = defaultdict(int)
    for rule, kind, verdict in _verdicts(evaluation):
        tallies[rule, kind] += verdict
        unjudged[rule, kind] += verdict == Counts()
    return tuple(
        RuleScore(rule, kind, tally.tp + tally.fp + unjudged[rule, kind], tally.tp, tally.fp)
        for (rule, kind), tally in sorted(tallies.items())
    )


def _verdicts(evaluation: Evaluation) -> Iterator[tuple[str, str, Counts]]:
    for kind in KINDS:
        for _, compared in evaluation.compared(kind):
            yield from _each(kind, compared.right, Counts(tp=1))
            yield from _each(kind, compared.extra, Counts(fp=1))
            yield from _each(kind, compared.unjudged, Counts())


def _each(kind: str, rows: tuple[Row, ...], verdict: Counts) -> Iterator[tuple[str, str, Counts]]:
    return ((rule, kind, verdict) for row in rows for rule in row.rules)

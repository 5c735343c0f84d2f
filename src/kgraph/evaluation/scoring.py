"""Gold against found: which rows are right, which are missed, which are extra, and the measures made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kgraph.evaluation.folding import folded
from kgraph.evaluation.kinds import GROUPS, KINDS, Kind
from kgraph.evaluation.pairing import paired
from kgraph.evaluation.rows import Document, Json, Row, rows


@dataclass(frozen=True, slots=True)
class Counts:
    """Right rows (true positives), extra rows (false positives) and missed rows (false negatives)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)


@dataclass(frozen=True, slots=True)
class Compared:
    """The rows of one kind in one article. *unjudged* rows are neither right nor extra: optional readings of gold,
    private persons, and more figures than gold lists."""

    right: tuple[Row, ...] = ()
    missed: tuple[Row, ...] = ()
    extra: tuple[Row, ...] = ()
    unjudged: tuple[Row, ...] = ()

    @property
    def counts(self) -> Counts:
        """How many they are."""
        return Counts(len(self.right), len(self.extra), len(self.missed))


@dataclass(frozen=True, slots=True)
class Score:
    """The measures of a kind or a sum, each 0 to 1. *precision* and *f1* are None where extra rows are not judged."""

    counts: Counts
    precision: float | None
    recall: float
    f1: float | None

    @property
    def mark(self) -> float:
        """The one number to compare by: F1, or recall where there is no F1."""
        return self.recall if self.f1 is None else self.f1


def compare(gold: Json, found: Document) -> dict[str, Compared]:
    """The rows of one article by kind. Each found row is paired with at most one gold row."""
    wanted, given = rows(Document(gold)), rows(found)
    people = {folded(name) for name in gold.get("people") or ()}
    private = {"persons": lambda row: folded(row.fields["name"]) in people}
    return {name: _compared(kind, wanted[name], given[name], private.get(name)) for name, kind in KINDS.items()}


def _compared(
    kind: Kind, gold: Sequence[Row], found: Sequence[Row], is_private: Callable[[Row], bool] | None
) -> Compared:
    wanted = [row for row in gold if not row.optional]
    partner = paired(wanted, found, lambda a, b: kind.same(a.fields, b.fields))
    left = [row for place, row in enumerate(found) if place not in partner]
    extra = _unclaimed(kind, left, [row for row in gold if row.optional])
    extra = [row for row in extra if kind.judged and not (is_private and is_private(row))]
    judged = {row.at for row in extra}
    return Compared(
        tuple(found[place] for place in sorted(partner)),
        tuple(row for place, row in enumerate(wanted) if place not in partner.values()),
        tuple(extra),
        tuple(row for row in left if row.at not in judged),
    )


def _unclaimed(kind: Kind, left: Sequence[Row], optional: Iterable[Row]) -> list[Row]:
    """What is *left* when each optional row of gold has taken the first row that it fits."""
    rest = list(left)
    for may in optional:
        taken = next((place for place, row in enumerate(rest) if kind.same(may.fields, row.fields)), None)
        if taken is not None:
            del rest[taken]
    return rest


def scores(counts: Mapping[str, Counts]) -> dict[str, Score]:
    """The measures of every kind in *counts*, and of the sums over kinds."""
    single = {name: score({name: count}) for name, count in counts.items()}
    sums = {group: score({n: c for n, c in counts.items() if group in KINDS[n].groups}) for group in GROUPS}
    return single | sums


def score(counts: Mapping[str, Counts]) -> Score:
    """The measures of some kinds together: recall over all of them, precision over those whose extra rows are judged.

    Where there was nothing to find and nothing was found, all is well: each measure is 1.
    """
    every = sum(counts.values(), Counts())
    judged = [count for name, count in counts.items() if KINDS[name].judged]
    recall = _share(every.tp, every.fn, nothing=1.0)
    if not judged:
        return Score(every, None, recall, None)
    among = sum(judged, Counts())
    precision = _share(among.tp, among.fp, nothing=float(among.fn == 0))
    return Score(every, precision, recall, _harmonic(precision, recall))


def _share(right: int, wrong: int, nothing: float) -> float:
    return right / (right + wrong) if right + wrong else nothing


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

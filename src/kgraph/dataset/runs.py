"""N-Quads sorted outside memory: sorted runs in files, all cut at the same subjects, are merged a part at a time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from kgraph.dataset.canonical import canonical
from kgraph.vocab import DATA

_CUT: Final = re.compile(rb"<" + re.escape(DATA).encode() + rb"id/[^/>#]+/[^/>#]{3}")
"""What a cut may be: the beginning of the IRI of a thing, up to the third character of its key."""

Cuts: TypeAlias = tuple[bytes, ...]
Part: TypeAlias = tuple[int, int]
"""The number of a part and that of the one behind it; some neighbours have to stay together as one part."""


@dataclass(frozen=True, slots=True)
class Run:
    """A file of sorted lines, of which part *n* stands from byte ``offsets[n]`` to ``offsets[n + 1]``.

    *astride* are the cuts that divide what belongs together, see `_is_astride`.
    """

    path: Path
    offsets: tuple[int, ...]
    astride: frozenset[bytes]

    def slice(self, part: Part) -> Slice:
        """The lines of *part*."""
        first, last = part
        return Slice(self.path, self.offsets[first], self.offsets[last])


class Slice(NamedTuple):
    """Whole lines of the file *path*: the bytes from *start* to *end*."""

    path: Path
    start: int
    end: int

    def lines(self) -> list[bytes]:
        """The lines, without their ends."""
        with self.path.open("rb") as file:
            file.seek(self.start)
            return file.read(self.end - self.start).splitlines()


def cuts(sample: Iterable[bytes], parts: int) -> Cuts:
    """Where to cut sorted lines so that *parts* of about one size come of them, by a *sample* of the lines."""
    places = sorted(found[0] for line in sample if (found := _CUT.match(line)))
    chosen = (places[len(places) * number // parts] for number in range(1, parts)) if places else ()
    return tuple(sorted(set(chosen)))


def write_run(lines: Iterable[str], path: Path, at: Cuts) -> Run:
    """Write N-Quads *lines* into the file *path*, as a store writes them, sorted and each once; cut *at* these."""
    ordered = canonical(lines)
    places = (0, *(bisect_left(ordered, cut) for cut in at), len(ordered))
    offsets = [0]
    with path.open("wb") as file:
        for start, end in pairwise(places):
            file.write(b"".join(line + b"\n" for line in ordered[start:end]))
            offsets.append(file.tell())
    return Run(path, tuple(offsets), frozenset(cut for cut in at if _is_astride(ordered, cut)))


def _is_astride(ordered: Sequence[bytes], cut: bytes) -> bool:
    """Whether the key of some subject is a shorter beginning of that in *cut*.

    Lines sort by the IRI with its closing bracket, Turtle without: "…/a0" and "…/a" are then in different order, and a
    cut between them would not cut the two files at the same place.
    """
    start = cut.rindex(b"/") + 1
    return any(_holds(ordered, cut[:end] + b">") for end in range(start, len(cut)))


def _holds(ordered: Sequence[bytes], beginning: bytes) -> bool:
    place = bisect_left(ordered, beginning)
    return place < len(ordered) and ordered[place].startswith(beginning)


def parts(runs: Sequence[Run], at: Cuts) -> list[Part]:
    """What to merge apart: the parts between the cuts *at*, but together where some run is astride the cut."""
    astride: frozenset[bytes] = frozenset().union(*(run.astride for run in runs))
    ends = [0, *(number for number, cut in enumerate(at, 1) if cut not in astride), len(at) + 1]
    return list(pairwise(ends))


def merged_lines(slices: Iterable[Slice]) -> list[bytes]:
    """The lines of all *slices*, sorted and each once."""
    lines = [line for each in slices for line in each.lines()]
    lines.sort()  # finds the sorted stretches and merges them, ten times as fast as heapq.merge
    return list(dict.fromkeys(lines))

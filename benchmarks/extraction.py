"""How many articles a second one processor core reads into statements, from the bytes of the file to the facts.

The sample articles and those of the gold examples are read, and those in the folders given as arguments. Each copy of
an article ends in a number of its own, so that no text comes twice.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple, TypeVar

from kgraph.model import Source
from kgraph.pipeline.extraction import extract

T = TypeVar("T")
ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "data" / "articles", ROOT / "tests" / "gold" / "articles")
ARTICLES, ROUNDS = 300, 5
PEER_ARTICLES = 5  # a neural recogniser takes long


class Speed(NamedTuple):
    """Articles and characters read in a processor second."""

    articles: float
    characters: float


def speed(characters: Sequence[int], rounds: Sequence[float]) -> Speed:
    """The median speed at which articles of so many *characters* were read in *rounds* of processor seconds."""
    seconds = median(rounds)
    return Speed(len(characters) / seconds, sum(characters) / seconds)


def copies(texts: Sequence[str], count: int) -> list[str]:
    """*count* texts that all differ: *texts* again and again, each time with another number at the end."""
    return [f"{texts[n % len(texts)].rstrip()}\n{n // len(texts) + 1}.\n" for n in range(count)]


def sources(texts: Iterable[str]) -> list[Source]:
    """*texts* as files."""
    return [Source(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]


def seconds(read: Callable[[], object]) -> float:
    """The processor seconds that *read* takes."""
    start = process_time()
    read()
    return process_time() - start


def each(read: Callable[[T], object], items: Iterable[T]) -> None:
    """*read* every item; what it gives is let go at once, so that keeping it is not measured."""
    for item in items:
        read(item)


def measured(texts: Sequence[str], read: Callable[[Sequence[str]], object], rounds: int) -> Speed:
    """The speed of *read* on *texts*, after one more round to warm up."""
    times = [seconds(lambda: read(texts)) for _ in range(rounds + 1)]
    return speed([len(text) for text in texts], times[1:])


def peer(texts: Sequence[str]) -> Speed | None:
    """The speed of the named-entity recogniser of underthesea; None where it is not installed."""
    if find_spec("underthesea") is None:
        return None
    from underthesea import ner

    return measured(texts[:PEER_ARTICLES], lambda some: each(ner, some), 1)


def on_one_core() -> None:
    """Stay on one core, where the system lets a process say so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main(folders: Sequence[str]) -> int:
    """Print the speed, and the ratio to the peer's."""
    on_one_core()
    files = sorted(file for folder in (*FOLDERS, *map(Path, folders)) for file in folder.glob("*.txt"))
    texts = copies([file.read_text(encoding="utf-8") for file in files], ARTICLES)
    own = measured(texts, lambda some: each(extract, sources(some)), ROUNDS)
    other = peer(texts)
    ratio = (
        f"{own.characters / other.characters:.0f} times that of underthesea" if other else "underthesea: not installed"
    )
    sys.stdout.write(
        f"extraction, one core, {len(texts)} texts of {len(files)} articles: {own.articles:.0f} articles/s, "
        f"{own.characters:.0f} characters/s; {ratio}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

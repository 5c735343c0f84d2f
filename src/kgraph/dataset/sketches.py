"""How alike two texts are, told from small sketches of them: bottom-k estimates after Broder (1997)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

SKETCH_SIZE: Final = 128
"""Hashes kept of a text: the estimates are then right to about 0.05."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """The number of distinct word sequences of a text, the smallest of their hashes, ascending, and its *numbers*.

    The numbers ("145", "01", "2024") are all there, sorted: two years' reports may have the same words for them.
    """

    size: int = 0
    hashes: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()


HASH_BYTES: Final = 8


def packed(hashes: Sequence[int]) -> bytes:
    """*hashes* in as many bytes as they have, which sort as they do."""
    return struct.pack(f">{len(hashes)}Q", *hashes)


def unpacked(text: bytes) -> tuple[int, ...]:
    """The hashes that `packed` put into *text*. Raises struct.error where it is damaged."""
    return struct.unpack(f">{len(text) // HASH_BYTES}Q", text)


def plain(sketch: Sketch) -> tuple[int, tuple[int, ...], tuple[str, ...]]:
    """*sketch* as JSON has it."""
    return sketch.size, sketch.hashes, sketch.numbers


def of_plain(values: Sequence[Any]) -> Sketch:
    """The sketch that `plain` made, as it comes back from JSON. Raises ValueError or TypeError where it is damaged."""
    size, hashes, numbers = values
    return Sketch(size, tuple(hashes), tuple(numbers))


def resemblance(a: Sketch, b: Sketch) -> float:
    """The estimated share of the word sequences of both texts that stands in each of them, 0 to 1; 0 for no text.

    >>> resemblance(Sketch(3, (1, 2, 3)), Sketch(3, (2, 3, 4)))
    0.5
    """
    common = set(a.hashes).intersection(b.hashes)
    least = list(dict.fromkeys(sorted(a.hashes + b.hashes)))[:SKETCH_SIZE]
    return sum(value in common for value in least) / len(least) if least else 0.0


def containment(a: Sketch, b: Sketch) -> float:
    """The estimated share of the shorter text that stands in the longer one, 0 to 1.

    Unlike the resemblance it does not fall where a paragraph is cut.
    """
    shorter, both = min(a.size, b.size), a.size + b.size
    if not shorter:
        return 0.0
    found = resemblance(a, b)
    return min(1.0, found * both / ((1 + found) * shorter))


def same_numbers(a: Sketch, b: Sketch) -> float | None:
    """The share of the numbers of the text with fewer that the other has too, 0 to 1; None where it has none."""
    fewer = min(len(a.numbers), len(b.numbers))
    return len(set(a.numbers) & set(b.numbers)) / fewer if fewer else None

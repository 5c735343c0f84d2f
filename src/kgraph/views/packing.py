"""Keeps things apart: nodes within a drawing, and the drawings of a network's pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Cell: TypeAlias = tuple[int, int]

CELL = 52.0
"""Side in px of the square that a node keeps for itself."""
_GAP = 90.0  # px between two pieces; room for a label


def pack(sizes: list[Floats]) -> list[tuple[float, float]]:
    """Where the upper left corner of each box goes: in rows, largest first, about 3 wide to 2 high."""
    boxes = [(float(w) + _GAP, float(h) + _GAP) for w, h in sizes]
    width = max([w for w, _ in boxes] + [1.25 * float(np.sqrt(sum(w * h for w, h in boxes)))], default=0.0)
    corners: list[tuple[float, float]] = []
    x = y = high = 0.0
    for w, h in boxes:
        if x and x + w > width:
            x, y, high = 0.0, y + high, 0.0
        corners.append((x, y))
        x, high = x + w, max(high, h)
    return corners


def spread(points: Floats) -> Floats:
    """*points* with at most one in each cell: the rest move to the nearest free cell, those in the middle first.

    Within its cell a point comes half way to the middle, so that two never touch across a border.
    """
    taken: set[Cell] = set()
    out = points.copy()
    distance = np.round(np.linalg.norm(points - points.mean(axis=0), axis=1), 6)
    for i in np.lexsort((np.arange(len(points)), distance)):
        home = (int(points[i, 0] // CELL), int(points[i, 1] // CELL))
        cell = free_cell(home, taken)
        taken.add(cell)
        middle = (np.array(cell) + 0.5) * CELL
        out[i] = middle + 0.5 * (points[i] - (np.array(home) + 0.5) * CELL)
    return out


def free_cell(home: Cell, taken: set[Cell]) -> Cell:
    """The cell nearest to *home* that is not *taken*."""
    ring = 0
    while True:
        near = [c for c in _ring(home, ring) if c not in taken]
        if near:
            return min(near, key=lambda c: ((c[0] - home[0]) ** 2 + (c[1] - home[1]) ** 2, c))
        ring += 1


def _ring(home: Cell, ring: int) -> Iterator[Cell]:
    """The cells at *ring* steps from *home*, each once: a square's border."""
    x, y = home
    for step in range(-ring, ring + 1):
        yield x + step, y - ring
        if ring:
            yield x + step, y + ring
        if abs(step) < ring:
            yield x - ring, y + step
            yield x + ring, y + step

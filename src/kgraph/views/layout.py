"""Positions on the plane: ForceAtlas2's forces, with repulsion as a convolution on a grid (O(n log n) by FFT).

Each connected component is drawn on its own and the pieces are packed, so that none flies off. Starting places come
from the nodes' names, not from a clock: the same graph is the same picture, and a node added elsewhere moves little.
"""

from __future__ import annotations

from hashlib import sha256

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kgraph.views.packing import CELL, pack, spread

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]

_GRID = 96  # cells a side; twice that for the convolution, so that opposite borders do not push each other
_ROUNDS = 220
_PULL = 2.0  # to the middle, so that a chain of few links does not stretch the map
_LINK = 125.0  # median length of a link on the page, in px at zoom 1


def positions(graph: nx.Graph[int], names: list[str]) -> Floats:
    """x and y in px of every node of *graph*, whose node *i* is called *names[i]*."""
    place = np.zeros((len(names), 2))
    pieces = sorted((sorted(c) for c in nx.connected_components(graph)), key=lambda c: (-len(c), names[c[0]]))
    drawn = [(np.array(piece, dtype=np.intp), _draw(graph, piece, names)) for piece in pieces]
    for (piece, points), corner in zip(drawn, pack([np.ptp(points, axis=0) for _, points in drawn]), strict=True):
        place[piece] = points - points.min(axis=0) + corner
    return place - place.mean(axis=0) if len(names) else place


def _draw(graph: nx.Graph[int], piece: list[int], names: list[str]) -> Floats:
    points = np.array([_start(names[n]) for n in piece])
    if len(piece) == 1:
        return np.zeros((1, 2))
    local = {n: i for i, n in enumerate(piece)}
    links = np.array(sorted((local[a], local[b]) for a, b in graph.subgraph(piece).edges), dtype=np.intp)
    points = relax(points * np.sqrt(len(piece)), links)
    return spread(points * max(_LINK / _median_link(points, links), 1.7 * CELL * np.sqrt(len(piece) / _area(points))))


def _median_link(points: Floats, links: Ints) -> float:
    return max(float(np.median(np.linalg.norm(points[links[:, 0]] - points[links[:, 1]], axis=1))), 1e-9)


def _area(points: Floats) -> float:
    """The area of the ellipse that holds most of *points*; a line of them still has some width."""
    spreads = np.sort(np.std(points, axis=0))
    return float(np.pi * 4 * max(spreads[0], spreads[1] / 10, 1e-6) * max(spreads[1], 1e-6))


def _start(name: str) -> tuple[float, float]:
    digest = sha256(name.encode()).digest()
    return int.from_bytes(digest[:4]) / 2**32 - 0.5, int.from_bytes(digest[4:8]) / 2**32 - 0.5


def relax(points: Floats, links: Ints) -> Floats:
    """*points* after all rounds of repulsion (by 1 + degree), springs along *links* and pull to the middle."""
    count = len(points)
    mass: Floats = 1.0 + np.bincount(links.ravel(), minlength=count).astype(np.float64)
    kernel = _kernel()
    for step in range(_ROUNDS):
        force = _repulsion(points, mass, kernel) * mass[:, None]
        force += _springs(points, links, count)
        force -= _PULL * mass[:, None] * points / np.maximum(np.linalg.norm(points, axis=1), 1.0)[:, None]
        size = np.maximum(np.linalg.norm(force, axis=1), 1e-9)
        reach = 0.1 * np.ptp(points, axis=0).max() * (1 - step / _ROUNDS) ** 1.5 + 0.01
        points = points + force * (np.minimum(size / mass, reach) / size)[:, None]
    return points


def _springs(points: Floats, links: Ints, count: int) -> Floats:
    pull = points[links[:, 1]] - points[links[:, 0]]
    ends = np.concatenate([links[:, 0], links[:, 1]])
    both = np.concatenate([pull, -pull])
    return np.stack([np.bincount(ends, weights=both[:, axis], minlength=count) for axis in (0, 1)], axis=1)


def _kernel() -> NDArray[np.complex128]:
    """The Fourier transform of the field of a unit mass: 1 / distance, in cells, pointing away."""
    line = np.fft.fftfreq(2 * _GRID, 1 / (2 * _GRID))
    x, y = np.meshgrid(line, line, indexing="ij")
    square = x**2 + y**2 + 0.25
    return np.stack([np.fft.rfft2(x / square), np.fft.rfft2(y / square)])


def _repulsion(points: Floats, mass: Floats, kernel: NDArray[np.complex128]) -> Floats:
    low = points.min(axis=0)
    cell = max(float(np.ptp(points, axis=0).max()) / (_GRID - 2), 1e-9)
    spot = (points - low) / cell
    corner = spot.astype(np.intp)
    part = spot - corner
    shares = [(dx, dy, _share(part, dx, dy)) for dx in (0, 1) for dy in (0, 1)]
    side = 2 * _GRID
    cells = np.concatenate([(corner[:, 0] + dx) * side + corner[:, 1] + dy for dx, dy, _ in shares])
    weights = np.concatenate([mass * share for *_, share in shares])
    grid = np.bincount(cells, weights=weights, minlength=side * side).reshape(side, side)
    field = np.fft.irfft2(np.fft.rfft2(grid)[None] * kernel, s=grid.shape)
    read = sum(share * field[:, corner[:, 0] + dx, corner[:, 1] + dy] for dx, dy, share in shares)
    return np.asarray(read).T / cell


def _share(part: Floats, dx: int, dy: int) -> Floats:
    x = part[:, 0] if dx else 1 - part[:, 0]
    y = part[:, 1] if dy else 1 - part[:, 1]
    return np.asarray(x * y)

"""The drawing of a dossier: an entity in the middle, what it is connected with on an ellipse around it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_MOST: Final = 18  # more names than that cover each other around one ellipse
_WIDTH, _RADIUS_X, _MARGIN = 1000, 190, 30
_RADIUS_Y: Final = (60, 20, 220)  # for one neighbour, more for each further one, at most


@dataclass(frozen=True, slots=True, order=True)
class Neighbour:
    """A thing beside the entity: its *label* and *kind* (``union``, ``person``), and how many facts tell of both."""

    label: str
    kind: str
    facts: int


@dataclass(frozen=True, slots=True)
class Spoke:
    """A neighbour in the drawing: where its line ends, and where and how its name is set."""

    neighbour: Neighbour
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The *spokes*, and how many neighbours *more* there are; *width* and *height* are units of the SVG."""

    spokes: tuple[Spoke, ...]
    more: int
    width: int
    height: int


def drawn(neighbours: Iterable[Neighbour]) -> Drawing:
    """The neighbours of whom most facts tell, whatever the order they come in."""
    ranked = sorted(neighbours, key=lambda n: (-n.facts, n.label, n.kind))
    spokes = tuple(_spokes(ranked[:_MOST]))
    return Drawing(spokes, len(ranked) - len(spokes), _WIDTH, 2 * (_radius_y(len(spokes)) + _MARGIN))


def _radius_y(neighbours: int) -> int:
    """Half the height of the ellipse: few neighbours need no half page."""
    one, step, most = _RADIUS_Y
    return min(most, one + step * (neighbours - 1))


def _spokes(neighbours: Sequence[Neighbour]) -> Iterator[Spoke]:
    """The neighbours around an ellipse, from the top, in their order."""
    radius_y = _radius_y(len(neighbours))
    for index, neighbour in enumerate(neighbours):
        angle = 2 * math.pi * (index + 0.5) / len(neighbours) - math.pi / 2
        x, y = _WIDTH / 2 + _RADIUS_X * math.cos(angle), _MARGIN + radius_y * (1 + math.sin(angle))
        yield Spoke(neighbour, round(x, 1), round(y, 1), "start" if math.cos(angle) >= 0 else "end")

"""The picture of one class: what leads to it on the left, the class in the middle, what leads from it on the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kgraph.documentation.model import Term, Vocabulary
from kgraph.documentation.names import Names
from kgraph.documentation.relations import leading_from, leading_to

SIZE: Final = 13  # of the letters, in pixels
LINE: Final = 22  # from one line of text to the next
_WIDE: Final = 0.62  # how wide a letter is for its size, on the safe side: pages are read with many fonts
_PADDING: Final = 10
_PROPERTY: Final = 48  # the least height of a property: its label, its line, its name
_GAP: Final = 8


def text_width(text: str) -> int:
    """How much room *text* is given; more than any usual font takes.

    >>> text_width("sự kiện") < text_width("chương trình, đề án")
    True
    """
    return round(len(text) * SIZE * _WIDE) + 2 * _PADDING


@dataclass(frozen=True, slots=True)
class Spot:
    """A text that leads to a place on the page; *name* is the CURIE."""

    text: str
    name: str
    href: str
    y: int


@dataclass(frozen=True, slots=True)
class Arm:
    """A property with the classes at its other end, in one box from *top* on."""

    name: Spot
    ends: tuple[Spot, ...]
    top: int
    height: int

    @property
    def y(self) -> int:
        """Where its line runs."""
        return self.top + self.height // 2


@dataclass(frozen=True, slots=True)
class Side:
    """The arms on one side: the box of each stands at *box*, the line between *start* and *stop*."""

    arms: tuple[Arm, ...]
    box: int
    width: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything placed, in pixels; *middle* and *middle_width* are those of the class itself."""

    width: int
    height: int
    left: Side
    right: Side
    middle: int
    middle_width: int
    label: Spot


def picture(vocabulary: Vocabulary, names: Names, iri: str, lang: str) -> Picture | None:
    """The picture of class *iri* with labels in *lang*; None where no property leads to it or from it."""
    incoming = [(term, term.domains) for term in leading_to(vocabulary, iri)]
    outgoing = [(term, term.schemes or term.ranges) for term in leading_from(vocabulary, iri)]
    if not incoming and not outgoing:
        return None
    label = names.label(iri)(lang)
    tallest = max(_height(arms) for arms in (incoming, outgoing))
    left, right = (_arms(arms, names, lang) for arms in (incoming, outgoing))
    box, line = _widths(left)
    middle, width = box + line + 1, max(text_width(label), text_width(names.name(iri)))
    far_box, far_line = _widths(right)
    end = middle + width + far_line
    return Picture(
        width=end + far_box + 1,
        height=tallest,
        left=Side(left, 1, box, box + 1, middle),
        right=Side(right, end, far_box, middle + width, end),
        middle=middle,
        middle_width=width,
        label=Spot(label, names.name(iri), names.href(iri), min(tallest // 2, LINE + _GAP)),
    )


def _height(arms: Iterable[tuple[Term, Sequence[str]]]) -> int:
    return max(sum(_arm_height(ends) + _GAP for _, ends in arms), 2 * LINE + 2 * _GAP)


def _arm_height(ends: Sequence[str]) -> int:
    return max(_PROPERTY, len(ends) * LINE + _GAP)


def _arms(arms: Iterable[tuple[Term, Sequence[str]]], names: Names, lang: str) -> tuple[Arm, ...]:
    top, placed = 0, []
    for term, ends in arms:
        height = _arm_height(ends)
        middle = top + _GAP // 2 + height // 2
        first = middle - (len(ends) - 1) * LINE // 2
        placed.append(
            Arm(
                _spot(term.iri, middle, names, lang),
                tuple(_spot(end, first + n * LINE, names, lang) for n, end in enumerate(ends)),
                top + _GAP // 2,
                height,
            )
        )
        top += height + _GAP
    return tuple(placed)


def _spot(iri: str, y: int, names: Names, lang: str) -> Spot:
    return Spot(names.label(iri)(lang), names.name(iri), names.href(iri), y)


def _widths(arms: Iterable[Arm]) -> tuple[int, int]:
    """How wide the boxes of *arms* are, and their lines; nothing where there are none."""
    boxes = [text_width(end.text) for arm in arms for end in arm.ends]
    lines = [max(text_width(arm.name.text), text_width(arm.name.name)) for arm in arms]
    return max(boxes, default=0), max(lines, default=0) + 2 * _PADDING if lines else 0

"""The kinds of rows: in which sums they count, whether extra ones are judged, and when two rows are the same fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final, TypeAlias

from kgraph.evaluation.folding import body_name, folded, place_name
from kgraph.evaluation.likeness import (
    Fields,
    alike,
    equal,
    same_body,
    same_date,
    same_programme,
    same_quantity,
)
from kgraph.resources import table

Same: TypeAlias = Callable[[Fields, Fields], bool]
"""Whether a gold row and a found row are the same fact, in this order."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of rows. *groups* are the sums it counts in; where extra rows are not *judged*, only recall is measured,
    because gold does not claim to list all of them."""

    name: str
    groups: tuple[str, ...]
    judged: bool
    same: Same


def _field(name: str, same: Callable[[str | None, str | None], bool]) -> Same:
    return lambda gold, found: same(gold.get(name), found.get(name))


def _if_told(name: str, by_both: bool, same: Callable[[str | None, str | None], bool]) -> Same:
    """The test of a field that gold, or with *by_both* either side, may leave open."""

    def holds(gold: Fields, found: Fields) -> bool:
        is_open = not gold.get(name) or (by_both and not found.get(name))
        return is_open or same(gold.get(name), found.get(name))

    return holds


def _all(*tests: Same) -> Same:
    return lambda gold, found: all(test(gold, found) for test in tests)


def _by(fold: Callable[[str | None], str]) -> Callable[[str | None, str | None], bool]:
    return lambda a, b: fold(a) == fold(b)


def _is(a: object, b: object) -> bool:
    return a == b


def _same_party(a: str | None, b: str | None) -> bool:
    """A party of an event may be a person or a body."""
    return folded(a) == folded(b) or same_body(a, b)


_event: Final = _all(_field("type", equal), same_date, _if_told("host", False, same_body))
_SAME: Final[Mapping[str, Same]] = MappingProxyType(
    {
        "unions": _all(_field("name", _by(body_name)), _field("level", _is)),
        "union_within": _all(_field("name", _by(body_name)), _field("within", _by(place_name))),
        "persons": _field("name", equal),
        "roles": _all(_field("name", equal), _field("title", equal), _field("org", same_body)),
        "organisations": _field("name", same_body),
        "programmes": same_programme,
        "events": _event,
        "acts": _event,
        "participations": _all(_event, _field("participant", _same_party)),
        "implements": _all(_field("org", same_body), same_programme),
        # "Số 152 / KH-BTV" and "Số 152/KH-BTV" are one document
        "documents": _field("name", _by(lambda name: folded(name).replace(" ", ""))),
        "figures": _all(same_quantity, _if_told("org", True, same_body)),
        "awards": _all(
            _if_told("from", True, same_body),
            _field("award", partial(alike, floor=0.8)),
            _field("to", partial(alike, floor=0.6)),
        ),
        "themes": _all(_field("year", _is), _field("org", same_body), _field("text", partial(alike, floor=0.8))),
    }
)


def _kind(row: Mapping[str, str]) -> Kind:
    groups = tuple(filter(None, row["groups"].split("|")))
    return Kind(row["kind"], groups, row["judged"] == "yes", _SAME[row["kind"]])


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {row["kind"]: _kind(row) for row in table(__package__, "kinds.tsv")}
)
"""Every kind by its name, in the order in which people read them."""

GROUPS: Final = ("entities", "all")
"""The sums over kinds."""

"""Bodies, programmes and unions of unlisted places whose names nearly agree."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from kgraph.identity.blocking import pairs, rarest
from kgraph.identity.candidate import Candidate, same
from kgraph.identity.offices import kind_and_key
from kgraph.identity.spelling import label_feature, tokens
from kgraph.registry.places import COUNTRY
from kgraph.vietnamese import search_form


@dataclass(frozen=True, slots=True)
class Named:
    """A body, programme or union: *sort* is the IRI of its kind or level, *place* the key of a place or empty.

    *listed* tells that the registry describes it; *by* are the IRIs of the bodies that carry it out.
    """

    iri: str
    label: str
    sort: str = ""
    place: str = ""
    code: str = ""
    listed: bool = False
    by: frozenset[str] = frozenset()


def label_candidates(things: Iterable[Named]) -> Iterator[Candidate]:
    """Pairs of one kind, at least one of them unlisted, with what their names and the rest say of their being one."""
    in_order = sorted(things, key=lambda thing: (search_form(thing.label), thing.iri))
    choose = rarest([_folded(thing) for thing in in_order])

    def blocks(thing: Named) -> Iterable[Hashable]:
        return ((kind_and_key(thing.iri)[0], word) for word in choose(_folded(thing)))

    for one, other in pairs(in_order, blocks):
        name = None if one.listed and other.listed else label_feature(one.label, other.label)
        if name:
            yield same(one.iri, other.iri, {name, *_sort(one, other), *_code(one, other), *_where(one, other)})


def _folded(thing: Named) -> tuple[str, ...]:
    """Words without marks, so that "Ân" and "An" meet."""
    return tokens(search_form(thing.label))


def _sort(one: Named, other: Named) -> Iterator[str]:
    if one.sort and other.sort:
        yield "same-kind" if one.sort == other.sort else "other-kind"


def _code(one: Named, other: Named) -> Iterator[str]:
    if one.code and other.code and one.code != other.code:
        yield "other-code"


def _where(one: Named, other: Named) -> Iterator[str]:
    """Programmes have no place of their own, but the bodies that carry them out."""
    if one.by & other.by:
        yield "shared-implementer"
    if kind_and_key(one.iri)[0] == "programme":
        return
    if one.place and other.place:
        yield _places(one.place, other.place)
    elif one.place or other.place:
        yield "unknown-place"


def _places(one: str, other: str) -> str:
    if one == other:
        return "same-place"
    return "nested-place" if _nested(one, other) else "other-place"


def _nested(one: str, other: str) -> bool:
    """Whether one place lies in the other: keys of places begin with those above, and all lie in the country."""
    short, long = sorted((one, other), key=len)
    return short == COUNTRY or long.startswith(f"{short}.")

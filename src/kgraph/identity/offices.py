"""Posts as people hold them: which exclude each other, which bodies followed one another, which are of one kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgraph.registry.places import COUNTRY, places, predecessors, successors
from kgraph.registry.posts import posts
from kgraph.vocab import DATA

_ID: Final = f"{DATA}id/"


@dataclass(frozen=True, slots=True, order=True)
class Holding:
    """A post that an article attests: *post*, *body* and *article* are IRIs, *day* is YYYY-MM-DD or empty."""

    post: str
    body: str
    article: str
    day: str = ""
    former: bool = False


def kind_and_key(iri: str) -> tuple[str, str]:
    """The two parts of an instance IRI.

    >>> kind_and_key("https://data.example/kgraph/id/union/nam-dinh")
    ('union', 'nam-dinh')
    """
    kind, _, key = iri.removeprefix(_ID).partition("/")
    return kind, key


def exclusive(one: str, other: str) -> bool:
    """Whether nobody holds the posts *one* and *other* in one body at one time."""
    listed = posts().get(kind_and_key(one)[1])
    return listed is not None and kind_and_key(other)[1] in listed.exclusive


def leads(post: str) -> bool:
    """Whether *post* is that of a head or a deputy, which fills a person's day: some other post excludes it."""
    listed = posts().get(kind_and_key(post)[1])
    return listed is not None and bool(listed.exclusive)


def office(body: str) -> tuple[str, str]:
    """What sort of body *body* is, and the key of its place: ("body/ubnd", "ha-nam"), ("union", "ha-nam")."""
    kind, key = kind_and_key(body)
    head, _, place = key.partition(".")
    return ("union", key) if kind == "union" else (f"{kind}/{head}", place)


def alike(one: str, other: str) -> bool:
    """Whether two bodies are of one sort at two places: the unions, or the committees, of two districts."""
    (sort, place), (other_sort, other_place) = office(one), office(other)
    return sort == other_sort and place != other_place and COUNTRY not in (place, other_place)


def succeeded_by(body: str) -> tuple[str, ...]:
    """The bodies of the same sort at the places that took over that of *body*, by IRI."""
    sort, place = office(body)
    if places().get(place) is None:
        return ()
    return tuple(sorted(_at(sort, change.new) for change in successors(place)))


def follow(one: str, other: str) -> bool:
    """Whether one of two bodies is of the place that took over the other's."""
    (sort, place), (other_sort, other_place) = office(one), office(other)
    if sort != other_sort:
        return False
    near = {change.new for change in successors(place)} | {change.old for change in predecessors(place)}
    return other_place in near


def _at(sort: str, place: str) -> str:
    return f"{_ID}{sort}/{place}" if sort == "union" else f"{_ID}{sort}.{place}"

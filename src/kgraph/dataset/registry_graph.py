"""Describes what the registry knows of the entities that articles refer to, with everything above them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from kgraph.dataset import registry_places
from kgraph.dataset.successions import Change, changes, place_change, union_change
from kgraph.model import Entity, Iri, Term, Text, Typed, term_key
from kgraph.registry.awards import awards
from kgraph.registry.places import LEVELS, places
from kgraph.registry.posts import posts
from kgraph.registry.programmes import KINDS, programmes
from kgraph.registry.regions import regions
from kgraph.registry.unions import parent_place, union_label, union_label_en, union_long_label
from kgraph.vietnamese import search_form
from kgraph.vocab import entity_iri

Value: TypeAlias = tuple[str, Term]
Triple: TypeAlias = tuple[str, str, Term]


def registry_triples(entities: Iterable[Entity]) -> Iterator[Triple]:
    """Subject IRI, predicate CURIE and object of each triple of the registry graph; sorted, none twice.

    Described are the *entities* that have no types of their own, those that the values of the others point to, the
    places and unions above them, and how these changed into others. Raises RegistryError where the registry does not
    hold one of them.
    """
    wanted = _with_parents(_listed(entities))
    changed = {kind: changes(e.key for e in wanted if e.kind == kind) for kind in _CHANGED}
    wanted |= _with_parents(Entity(kind, key) for kind in _CHANGED for change in changed[kind] for key in change.keys)
    keys = frozenset((e.kind, e.key) for e in wanted)
    triples = {(entity_iri(*name), *value) for name in keys for value in _describe(*name, keys)}
    triples |= {triple for kind, told in _CHANGED.items() for change in changed[kind] for triple in told(change)}
    yield from sorted(triples, key=lambda triple: (triple[0], triple[1], term_key(triple[2])))


def _listed(entities: Iterable[Entity]) -> Iterator[Entity]:
    for entity in entities:
        if entity.types:
            yield from _listed(value for _, value in entity.values if isinstance(value, Entity))
        elif entity.kind in _DESCRIPTIONS:
            yield entity


def _with_parents(entities: Iterable[Entity]) -> set[Entity]:
    return {found for entity in entities for found in (entity, *_above(entity))}


def _above(entity: Entity) -> Iterator[Entity]:
    if entity.kind not in ("place", "union"):
        return
    for key in (entity.key, *(place.key for place in places().ancestors(entity.key))):
        yield Entity("place", key)
        if entity.kind == "union":
            yield Entity("union", key)


def _describe(kind: str, key: str, keys: frozenset[tuple[str, str]]) -> Iterator[Value]:
    for name, value in _DESCRIPTIONS[kind](key):
        # A post excludes many others; only those that somebody holds are in the graph.
        if name != "kgo:exclusiveWith" or (isinstance(value, Entity) and (value.kind, value.key) in keys):
            yield name, value


def _labels(kind: str, vi: str, en: str) -> Iterator[Value]:
    yield "rdf:type", Iri(kind)
    yield "skos:prefLabel", Text(vi)
    yield "skos:prefLabel", Text(en, "en")
    yield "kgo:searchLabel", Typed(search_form(vi), "xsd:string")


def _union(key: str) -> Iterator[Value]:
    place = places()[key]
    yield from _labels("kgo:WomensUnion", union_label(place), union_label_en(place))
    yield "skos:altLabel", Text(union_long_label(place))
    yield "kgo:level", Iri(LEVELS[place.level])
    yield "kgo:jurisdiction", Entity("place", key)
    yield from registry_places.period(place)
    parent = parent_place(key)
    if parent:
        yield "org:subOrganizationOf", Entity("union", parent)


def _region(key: str) -> Iterator[Value]:
    region = regions()[key]
    yield from _labels("kgo:Region", region.label, region.label_en)


def _award(key: str) -> Iterator[Value]:
    award = awards()[key]
    yield from _labels("kgo:AwardType", award.label, award.label_en)


def _post(key: str) -> Iterator[Value]:
    post = posts()[key]
    yield from _labels("kgo:Post", post.label, post.label_en)
    yield from (("kgo:exclusiveWith", Entity("post", other)) for other in post.exclusive)


def _programme(key: str) -> Iterator[Value]:
    programme = programmes()[key]
    yield from _labels("kgo:Programme", programme.label, programme.label_en)
    yield "kgo:programmeKind", Iri(KINDS[programme.kind])
    yield from (("skos:altLabel", Text(alias)) for alias in programme.aliases)
    numbers = (("kgo:code", programme.code), ("kgo:legalBasis", programme.legal_basis))
    yield from ((name, Typed(number, "xsd:string")) for name, number in numbers if number)
    if programme.period:
        yield "kgo:period", Typed(programme.period, "edtf:EDTF")


_DESCRIPTIONS: Final[Mapping[str, Callable[[str], Iterator[Value]]]] = MappingProxyType(
    {
        "award": _award,
        "place": registry_places.describe,
        "post": _post,
        "programme": _programme,
        "region": _region,
        "union": _union,
    }
)
_CHANGED: Final[Mapping[str, Callable[[Change], Iterator[Triple]]]] = MappingProxyType(
    {"place": place_change, "union": union_change}
)

"""Entities under their stable keys (design, section 4): listed ones by registry key, others as described."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from kgraph.model import Entity, Iri, Term, Text, Typed, short_hash
from kgraph.registry.lexicon import Labelled
from kgraph.registry.places import COUNTRY, KINDS, LEVELS, Place, places
from kgraph.registry.posts import posts
from kgraph.registry.programmes import KINDS as PROGRAMME_KINDS
from kgraph.registry.programmes import programmes
from kgraph.registry.table import rows
from kgraph.registry.unions import union_label
from kgraph.resolve.places import is_unlisted, path
from kgraph.vietnamese import key_form, nfc, search_form

_LONGEST_KEY = 60
_LEVELS_OF_COMMITTEES = ("tỉnh", "thành", "huyện", "quận", "thị")
_COMMITTEES = tuple(f" {level} ủy" for level in _LEVELS_OF_COMMITTEES)


def union(place: Place) -> Entity:
    """The union of *place*; that of an unlisted one is described by the article, as is the place."""
    return _union_of_unlisted(place) if is_unlisted(place) else Entity("union", place.key, union_label(place))


def _union_of_unlisted(place: Place) -> Entity:
    label = f"Hội LHPN {place.label}"
    values: tuple[tuple[str, Term], ...] = (
        ("skos:prefLabel", Text(label)),
        ("kgo:level", Iri(LEVELS[place.level])),
        ("kgo:jurisdiction", _territory(place)),
        ("org:subOrganizationOf", union(places()[place.parent])),
    )
    return Entity("union", place.key, label, ("kgo:WomensUnion",), values)


def _territory(place: Place) -> Entity:
    if not is_unlisted(place):
        return Entity("place", place.key, place.label)
    values = _of_territory(place, places()[place.parent])
    return Entity("place", place.key, place.label, ("kgo:AdministrativeUnit",), values)


def _of_territory(place: Place, parent: Place) -> tuple[tuple[str, Term], ...]:
    return (
        ("skos:prefLabel", Text(place.label)),
        ("schema:name", Text(place.name)),
        ("kgo:level", Iri(LEVELS[place.level])),
        ("kgo:placeKind", Iri(KINDS[place.kind])),
        ("schema:containedInPlace", Entity("place", parent.key, parent.label)),
    )


def body(name: str, kind: str, place: Place | None, written: str = "") -> Entity:
    """A body other than a union; *name* is without its place, which label and key add ("Công an tỉnh Quảng Trị").

    *written* is what the label says for *name*: an abbreviation or spelling that the article uses throughout.
    """
    label = written or name if place is None else _placed(written or name, place)
    values = _described(label, "kgo:bodyKind", f"kgs:body-{kind}", place)
    return Entity("body", _key_in(name, place), label, ("kgo:Body",), values)


def _key_in(name: str, place: Place | None) -> str:
    return f"{_bounded(name)}.{place.key if place else COUNTRY}"


def _described(label: str, name: str, concept: str, place: Place | None) -> tuple[tuple[str, Term], ...]:
    where = (("kgo:jurisdiction", _territory(place)),) if place else ()
    return (("skos:prefLabel", Text(label)), (name, Iri(concept)), *where)


def _placed(name: str, place: Place) -> str:
    """ "Tỉnh ủy" + Quảng Trị is "Tỉnh ủy Quảng Trị"; "UBND" + Quảng Trị is "UBND tỉnh Quảng Trị"."""
    folded = name.casefold()
    says_level = folded.split()[0] in _LEVELS_OF_COMMITTEES or folded.endswith(_COMMITTEES) or name.endswith(place.kind)
    # "Quận ủy quận 8": a number alone names no place
    return f"{name} {place.name if says_level and not place.name.isdigit() else place.label}"


def women_body(label: str, level: str, place: Place | None) -> Entity:
    """A women's body outside the hierarchy (of a company, a force, a hamlet), without a parent union."""
    name = f"{label} {place.label}" if place is not None and level == "other" else label
    values = _described(name, "kgo:level", f"kgs:level-{level}", place)
    return Entity("body", _key_in(label, place), name, ("kgo:WomensUnion",), values)


def cluster(label: str, region: Entity | None) -> Entity:
    """An emulation cluster: equal unions that compete for a year; it owns nobody."""
    values: list[tuple[str, Term]] = [("skos:prefLabel", Text(label)), ("kgo:level", Iri("kgs:level-other"))]
    if region is not None:
        values.append(("kgo:jurisdiction", region))
    return Entity("body", _key_in(label, None), label, ("kgo:EmulationCluster",), tuple(values))


def group(article: str, words: str, kind: str) -> Entity:
    """Parties that the article with key *article* describes by *words*: "các đơn vị" elsewhere are others.

    *kind* is what the members are, a notation of ``kgs:body-kinds``; empty where it is not said.
    """
    values: list[tuple[str, Term]] = [("skos:prefLabel", Text(words)), ("kgo:describedAs", Text(words))]
    if kind:
        values.append(("kgo:groupOf", Iri(f"kgs:body-{kind}")))
    return Entity(
        "group", short_hash(article, "group", search_form(words)), words, ("kgo:UnnamedGroup",), tuple(values)
    )


def region(row: Labelled) -> Entity:
    """A region of provinces, described where it is named."""
    return Entity("region", row.key, row.label, ("kgo:Region",), (("skos:prefLabel", Text(row.label)),))


def person(name: str, province: str | None) -> Entity:
    """A person: one name in one province is one person until a decision parts them."""
    digest = sha256(nfc(name).encode()).hexdigest()[:6]
    key = f"{key_form(name)}.{province or 'vn'}-{digest}"
    return Entity("person", key, name, ("schema:Person",), (("skos:prefLabel", Text(name)),))


def post(title: str) -> Entity:
    """A post by title or abbreviation ("PCT" is "Phó Chủ tịch"); an unlisted one is described by the article."""
    listed = posts().named(title)
    if listed is not None:
        return Entity("post", listed.key, listed.label)
    label = title[0].upper() + title[1:]
    return Entity("post", _bounded(label), label, ("kgo:Post",), (("skos:prefLabel", Text(label)),))


def programme(key: str | None, kind: str, name: str, code: str | None) -> Entity:
    """A programme, listed or under kind and name."""
    listed = programmes().get(key) if key else None
    if listed is not None:
        return Entity("programme", listed.key, listed.label)
    values: list[tuple[str, Term]] = [("skos:prefLabel", Text(name)), ("kgo:programmeKind", Iri(PROGRAMME_KINDS[kind]))]
    if code:
        values.append(("kgo:code", Typed(code, "xsd:string")))
    own = f"{key_form(kind)}-{code}" if code else f"{key_form(kind)}.{_bounded(name)}"
    return Entity("programme", own, name, ("kgo:Programme",), tuple(values))


def _bounded(name: str) -> str:
    """*name* folded; a long one is cut and told apart by a hash."""
    key = key_form(name)
    return key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY].rstrip('-')}-{short_hash(nfc(name))[:6]}"


def unit_of_home(home: Entity, kind: str) -> Place | None:
    """The unit of *kind* ("thành phố") on the path of the home union's place."""
    place = places().get(home.key) or places().get(home.key.rpartition(".")[0])  # of an unlisted one, what holds it
    return next((p for p in path(place) if p.kind == kind), None)


@lru_cache(maxsize=1)
def _organs() -> tuple[str, ...]:
    """The organs, the longest first: "Ban Tổ chức - Kiểm tra" is not the Ban Tổ chức."""
    labels = (row["label"] for row in rows("organisations.tsv") if row["scope"] == "body")
    return tuple(sorted(labels, key=lambda label: (-len(label), label)))


def owner(entity: Entity) -> Entity:
    """The body that an organ belongs to; a body that is no organ is its own.

    "Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy": the first post is held in the Tỉnh ủy.
    """
    organ = next((o for o in _organs() if entity.kind == "body" and entity.label.startswith(f"{o} ")), None)
    if organ is None:
        return entity
    key, label = entity.key.removeprefix(f"{key_form(organ)}-"), entity.label.removeprefix(f"{organ} ")
    place = places().get(key.partition(".")[2])
    if key.startswith("hoi-lhpn.") and place is not None:
        return union(place)
    values = tuple((name, Text(label) if name == "skos:prefLabel" else value) for name, value in entity.values)
    return Entity("body", key, label, entity.types, values)

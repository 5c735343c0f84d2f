"""The registry graph: what it says, how far it reaches, and that it is the one of the example."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset.registry_graph import registry_triples
from kgraph.errors import RegistryError
from kgraph.model import Entity, Iri, Term, Text, Typed
from kgraph.vocab import expand, graph_iri

EXAMPLE = Path(__file__).resolve().parents[1] / "fixtures" / "example.trig"
NAM_DINH = Entity("union", "nam-dinh")
REFERRED = (
    NAM_DINH,
    Entity("programme", "de-an-939"),
    Entity("programme", "me-do-dau"),
    Entity("post", "chu-tich"),
    Entity("award", "bang-khen"),
)


def node(term: Term) -> ox.NamedNode | ox.Literal:
    match term:
        case Entity(kind=kind, key=key):
            return ox.NamedNode(f"https://data.example/kgraph/id/{kind}/{key}")
        case Iri(value=value):
            return ox.NamedNode(expand(value))
        case Text(value=value, lang=lang):
            return ox.Literal(value, language=lang)
        case Typed(value=value, datatype=datatype):
            return ox.Literal(value, datatype=ox.NamedNode(expand(datatype)))


def said(*entities: Entity) -> set[tuple[str, str, str]]:
    """Triples as short strings: "union/nam-dinh", "kgo:level", the object in N-Triples."""
    return {(iri.split("/id/")[1], name, str(node(term))) for iri, name, term in registry_triples(entities)}


def subjects(*entities: Entity) -> set[str]:
    return {subject for subject, _, _ in said(*entities)}


def objects(subject: str, predicate: str, *entities: Entity) -> set[str]:
    return {value.split("/id/")[-1].rstrip(">") for s, p, value in said(*entities) if (s, p) == (subject, predicate)}


def test_the_example_says_nothing_of_the_registry_that_is_not_made_here() -> None:
    store = ox.Store()
    store.load(path=str(EXAMPLE), format=ox.RdfFormat.TRIG)
    wanted = {
        (str(q.subject), str(q.predicate), str(q.object))
        for q in store.quads_for_pattern(None, None, None, ox.NamedNode(graph_iri("registry")))
        if "/id/body/" not in q.subject.value
    }
    made = {(f"<{s}>", f"<{expand(p)}>", str(node(o))) for s, p, o in registry_triples(REFERRED)}
    assert wanted - made == set()


def test_triples_are_sorted_and_single_whatever_the_order() -> None:
    made = list(registry_triples(REFERRED))
    assert made == list(registry_triples([*reversed(REFERRED), *REFERRED]))
    assert len(made) == len(set(made))
    assert [t[:2] for t in made] == sorted(t[:2] for t in made)


def test_nothing_gives_nothing() -> None:
    assert list(registry_triples([])) == []


@pytest.mark.parametrize(
    "entity",
    [
        Entity("union", "quang-ninh.mong-cai.ka-long"),
        Entity("place", "ninh-binh-2025.hoa-lu-2025"),
        Entity("place", "nam-dinh.hai-hau.hai-dong"),
        Entity("place", "ha-tinh.ky-anh"),
    ],
)
def test_every_entity_pointed_to_is_described(entity: Entity) -> None:
    pointed = {f"{term.kind}/{term.key}" for _, _, term in registry_triples([entity]) if isinstance(term, Entity)}
    assert pointed - subjects(entity) == set()


def test_a_union_brings_its_place_and_all_above() -> None:
    union = Entity("union", "quang-ninh.mong-cai.hai-dong")
    keys = ("vn", "quang-ninh", "quang-ninh.mong-cai", "quang-ninh.mong-cai.hai-dong")
    unions = {subject for subject in subjects(union) if subject.startswith("union/")}
    successions = ("quang-ninh.mong-cai.hai-yen", "quang-ninh.mong-cai-3-2025")
    assert unions == {f"union/{key}" for key in (*keys, *successions)}
    assert {f"place/{key}" for key in keys} <= subjects(union)
    above = objects("union/quang-ninh.mong-cai.hai-dong", "org:subOrganizationOf", union)
    assert above == {"union/quang-ninh.mong-cai"}
    assert objects("union/vn", "org:subOrganizationOf", union) == set()


def test_a_place_brings_no_union() -> None:
    assert {subject.split("/")[0] for subject in subjects(Entity("place", "nam-dinh"))} == {"place", "change"}


MERGER = "ninh-binh-2025.2025-07-01"
DAY = '"%s"^^<http://www.w3.org/2001/XMLSchema#date>'


@pytest.mark.parametrize("key", ["nam-dinh", "ninh-binh-2025"])
def test_a_merger_is_one_event_of_all_that_went_into_the_new_unit(key: str) -> None:
    place = Entity("place", key)
    assert {s for s in subjects(place) if "change" in s} == {f"change/{MERGER}"}
    old = {"place/ha-nam", "place/nam-dinh", "place/ninh-binh"}
    assert objects(f"change/{MERGER}", "kgo:changeFrom", place) == old
    assert objects(f"change/{MERGER}", "kgo:changeTo", place) == {"place/ninh-binh-2025"}
    assert (f"change/{MERGER}", "dct:date", DAY % "2025-07-01") in said(place)
    assert (f"change/{MERGER}", "skos:prefLabel", '"Sáp nhập vào tỉnh Ninh Bình"@vi') in said(place)


def test_unions_go_over_with_their_places_and_lead_to_the_event() -> None:
    event = f"union-change/{MERGER}"
    old = {"union/ha-nam", "union/nam-dinh", "union/ninh-binh"}
    assert objects(event, "org:originalOrganization", NAM_DINH) == old
    assert objects(event, "org:resultingOrganization", NAM_DINH) == {"union/ninh-binh-2025"}
    assert {u for u in subjects(NAM_DINH) if objects(u, "org:changedBy", NAM_DINH) == {event}} == old
    assert objects("union/ninh-binh-2025", "org:resultedFrom", NAM_DINH) == {event}
    assert (event, "skos:prefLabel", '"Merger into Women\'s Union of Ninh Bình province"@en') in said(NAM_DINH)


def test_a_divided_unit_stands_in_the_event_of_every_heir() -> None:
    place = Entity("place", "an-giang.an-phu.phu-hoi")
    heirs = ("an-giang-2025.an-phu-2025", "an-giang-2025.nhon-hoi-2025")
    events = [f"change/{heir}.2025-07-01" for heir in heirs]
    assert all("place/an-giang.an-phu.phu-hoi" in objects(e, "kgo:changeFrom", place) for e in events)
    labels = {value for s, p, value in said(place) if s == events[0] and p == "skos:prefLabel"}
    assert labels == {'"Sắp xếp lại thành xã An Phú"@vi', '"Reorganisation into An Phú commune"@en'}


def test_a_unit_and_those_above_it_may_have_changed_on_different_days() -> None:
    changed = {subject for subject in subjects(Entity("place", "ho-chi-minh.thu-duc")) if "change" in subject}
    assert changed == {"change/ho-chi-minh.thu-duc.2021-01-01", "change/ho-chi-minh-2025.2025-07-01"}


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("nam-dinh.hai-hau", set(), {DAY % "2025-06-30"}),
        ("ninh-binh-2025", {DAY % "2025-07-01"}, set()),
        ("thua-thien-hue.a-luoi", set(), {DAY % "2024-12-31"}),
        ("quang-ninh", set(), set()),
    ],
)
def test_a_union_lasts_as_long_as_its_place_and_the_places_above(key: str, first: set[str], last: set[str]) -> None:
    for kind in ("union", "place"):
        made = {(p, o) for s, p, o in said(Entity("union", key)) if s == f"{kind}/{key}"}
        assert {o for p, o in made if p == "kgo:validFrom"} == first
        assert {o for p, o in made if p == "kgo:validTo"} == last


def test_a_unit_that_did_not_change_has_no_change() -> None:
    assert subjects(Entity("place", "quang-ninh")) == {"place/quang-ninh", "place/vn"}


def test_a_place_has_its_codes_by_vintage_and_its_days() -> None:
    place = Entity("place", "ninh-binh-2025")
    assert ("place/ninh-binh-2025", "skos:notation", '"37"^^<https://w3id.org/kgraph/scheme/gso-2025>') in said(place)
    assert objects("place/ninh-binh-2025", "kgo:validFrom", place) != set()
    assert objects("place/ninh-binh-2025", "kgo:validTo", place) == set()


def test_a_programme_has_its_number_and_legal_basis_if_any() -> None:
    listed, unnumbered = Entity("programme", "de-an-939"), Entity("programme", "me-do-dau")
    made = said(listed, unnumbered)
    assert {(p, o) for s, p, o in made if s == "programme/de-an-939"} >= {
        ("kgo:code", '"939"'),
        ("kgo:legalBasis", '"939/QĐ-TTg"'),
    }
    assert {p for s, p, _ in made if s == "programme/me-do-dau"} & {"kgo:code", "kgo:legalBasis"} == set()


def test_posts_exclude_only_posts_that_are_in_the_graph() -> None:
    president, vice = Entity("post", "chu-tich"), Entity("post", "pho-chu-tich")
    assert objects("post/chu-tich", "kgo:exclusiveWith", president) == set()
    assert objects("post/chu-tich", "kgo:exclusiveWith", president, vice) == {"post/pho-chu-tich"}
    assert objects("post/pho-chu-tich", "kgo:exclusiveWith", president, vice) == {"post/chu-tich"}


def test_what_an_article_describes_itself_is_left_to_it_but_not_its_place() -> None:
    place = ("kgo:jurisdiction", Entity("place", "nam-dinh"))
    body = Entity("body", "cong-an-tinh.nam-dinh", "", ("kgo:Body",), (place,))
    listed = Entity("programme", "mo-hinh-vi-du", "", ("kgo:Programme",))
    assert "place/nam-dinh" in subjects(body, listed)
    assert {subject.split("/")[0] for subject in subjects(body, listed)} == {"place", "change"}


def test_persons_and_events_are_not_of_the_registry() -> None:
    assert subjects(Entity("person", "nguyen-thi-vi-du.nam-dinh-0a1b2c"), Entity("event", "00")) == set()


def test_every_described_entity_has_a_search_label_and_one_vietnamese_label() -> None:
    made = said(*REFERRED, Entity("region", "dong-bang-song-hong"))
    names = {subject for subject, _, _ in made}
    assert {s for s, p, _ in made if p == "kgo:searchLabel"} == names
    labels = [s for s, p, value in made if p == "skos:prefLabel" and value.endswith("@vi")]
    assert sorted(labels) == sorted(names)


@pytest.mark.parametrize("kind", ["place", "union", "programme", "post", "award", "region"])
def test_an_entity_that_the_registry_lacks_is_one_line_with_the_file(kind: str) -> None:
    with pytest.raises(RegistryError, match=r"'no-such-key' in data/registry/\w+\.tsv"):
        list(registry_triples([Entity(kind, "no-such-key")]))

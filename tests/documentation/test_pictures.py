"""The pictures: everything is on them once, nothing lies on anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from kgraph.documentation import Vocabulary
from kgraph.documentation.names import Names
from kgraph.documentation.overview import Overview, overview
from kgraph.documentation.picture import Picture, Side, picture, text_width

KGO = "https://w3id.org/kgraph/ont#"
Small = Callable[..., Vocabulary]
PARTY = """
    kgo:Party a owl:Class ; rdfs:label "bữa tiệc"@vi , "party"@en . kgo:Guest a owl:Class ; rdfs:label "khách"@vi .
    kgo:Lonely a owl:Class ; rdfs:label "một mình"@vi .
    kgo:guest a owl:ObjectProperty ; rdfs:label "có khách"@vi ;
        schema:domainIncludes kgo:Party ; schema:rangeIncludes kgo:Guest , schema:Person .
    kgo:mood a owl:ObjectProperty ; rdfs:label "không khí"@vi ;
        schema:domainIncludes kgo:Party ; schema:rangeIncludes skos:Concept .
    kgo:day a owl:DatatypeProperty ; rdfs:label "ngày"@vi ;
        schema:domainIncludes kgo:Party ; schema:rangeIncludes xsd:date .
    kgs:moods a skos:ConceptScheme ; skos:prefLabel "các không khí"@vi .
    kgsh:Party a sh:NodeShape ; sh:property
        [ sh:path kgo:mood ; sh:node [ sh:property [ sh:path skos:inScheme ; sh:hasValue kgs:moods ] ] ] .
"""


def drawn(vocabulary: Vocabulary, name: str, lang: str = "vi") -> Picture:
    found = picture(vocabulary, Names(vocabulary), KGO + name if ":" not in name else name, lang)
    assert found is not None
    return found


def told(side: Side) -> list[tuple[str, list[str]]]:
    return [(arm.name.text, [end.text for end in arm.ends]) for arm in side.arms]


def test_properties_lead_from_left_to_right(small: Small) -> None:
    party, guest = (drawn(small(PARTY), name) for name in ("Party", "Guest"))
    assert told(party.left) == []
    assert told(party.right) == [
        ("có khách", ["schema:Person", "khách"]),
        ("không khí", ["các không khí"]),
        ("ngày", ["xsd:date"]),
    ]
    assert told(guest.left) == [("có khách", ["bữa tiệc"])]
    assert told(guest.right) == []
    assert (party.label.text, party.label.name, guest.label.href) == ("bữa tiệc", "kgo:Party", "#Guest")


def test_a_class_of_another_vocabulary_has_a_picture_too(small: Small) -> None:
    assert told(drawn(small(PARTY), "https://schema.org/Person").left) == [("có khách", ["bữa tiệc"])]


def test_a_class_without_properties_has_none(small: Small) -> None:
    vocabulary = small(PARTY)
    assert picture(vocabulary, Names(vocabulary), KGO + "Lonely", "vi") is None


def test_labels_are_in_the_language_of_the_page(small: Small) -> None:
    assert drawn(small(PARTY), "Party", "en").label.text == "party"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_of_a_class_lies_on_anything_else(lang: str, vocabulary: Vocabulary) -> None:
    names = Names(vocabulary)
    shown = [
        picture(vocabulary, names, iri, lang) for iri in (*(t.iri for t in vocabulary.of_kind("class")), *names.reused)
    ]
    pictures = [found for found in shown if found is not None]
    assert len(pictures) > 25
    assert [fault for found in pictures for fault in crowding(found)] == []


def crowding(found: Picture) -> Iterator[str]:
    """What does not fit, by the room that texts are given."""
    columns = [(found.left.box, found.left.box + found.left.width), (found.left.start, found.left.stop)]
    columns += [(found.middle, found.middle + found.middle_width), (found.right.start, found.right.stop)]
    columns += [(found.right.box, found.right.box + found.right.width)]
    if any(after < before for (_, before), (after, _) in pairwise(columns)):
        yield f"{found.label.name}: columns overlap"
    if columns[-1][1] > found.width or text_width(found.label.text) > found.middle_width:
        yield f"{found.label.name}: too narrow"
    for side in (found.left, found.right):
        for arm in side.arms:
            if any(not arm.top + 10 <= end.y <= arm.top + arm.height - 10 for end in arm.ends):
                yield f"{arm.name.name}: a class stands outside its box"
            if any(text_width(end.text) > side.width for end in arm.ends):
                yield f"{arm.name.name}: a class is wider than its box"
            if max(text_width(arm.name.text), text_width(arm.name.name)) > side.stop - side.start:
                yield f"{arm.name.name}: wider than its line"
            if any(b.y - a.y < 20 for a, b in pairwise(arm.ends)):
                yield f"{arm.name.name}: classes on one another"
        if any(b.top <= a.top + a.height for a, b in pairwise(side.arms)):
            yield f"{found.label.name}: boxes on one another"
        if side.arms and side.arms[-1].top + side.arms[-1].height > found.height:
            yield f"{found.label.name}: too low"


def test_the_check_of_crowding_finds_a_long_label_in_a_short_box(small: Small) -> None:
    found = drawn(small(PARTY), "Party")
    narrow = Side(found.right.arms, found.right.box, 30, found.right.start, found.right.stop - 60)
    squeezed = Picture(*(getattr(found, f) for f in ("width", "height", "left")), narrow, 1, 20, found.label)
    assert len(set(crowding(squeezed))) > 3


def seen(found: Overview) -> set[tuple[str, str, str]]:
    """Class, property and class at the end of every dot, by where it stands."""
    at = {column.x: column.label.name for column in found.columns}
    return {(band.label.name, row.label.name, at[x]) for band in found.bands for row in band.rows for x, _ in row.dots}


def test_overview_has_a_dot_for_each_class_that_a_property_joins(small: Small) -> None:
    vocabulary = small(PARTY)
    found = overview(vocabulary, Names(vocabulary), "vi")
    assert seen(found) == {("kgo:Party", "kgo:guest", "kgo:Guest"), ("kgo:Party", "kgo:guest", "schema:Person")}
    assert [band.label.name for band in found.bands] == ["kgo:Lonely", "kgo:Party"]  # Guest is a column
    assert found.bands[1].rows[0].dots[0][1] == "kgo:Party kgo:guest kgo:Guest"


def test_overview_tells_every_property_between_classes(vocabulary: Vocabulary) -> None:
    names = Names(vocabulary)
    properties = [t for t in vocabulary.of_kind("object") if not t.schemes]
    expected = {
        (names.name(d), names.name(t.iri), names.name(r)) for t in properties for d in t.domains for r in t.ranges
    }
    found = overview(vocabulary, names, "vi")
    assert len(expected) > 50
    assert seen(found) == expected
    shown = {band.label.name for band in found.bands} | {column.label.name for column in found.columns}
    assert {names.name(t.iri) for t in vocabulary.of_kind("class")} <= shown


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_of_the_overview_lies_on_anything_else(lang: str, vocabulary: Vocabulary) -> None:
    found = overview(vocabulary, Names(vocabulary), lang)
    heights = [spot.y for band in found.bands for spot in (band.label, *(row.label for row in band.rows))]
    assert min(b - a for a, b in pairwise(heights)) >= 20
    assert all(a.top + a.height <= b.top for a, b in pairwise(found.bands))
    assert min(b.x - a.x for a, b in pairwise(found.columns)) >= 28
    dots = [(x, row.label.y) for band in found.bands for row in band.rows for x, _ in row.dots]
    assert all(column.bottom == max(y for x, y in dots if x == column.x) <= found.height for column in found.columns)
    for band in found.bands:
        assert text_width(f"{band.label.text} {band.label.name}") <= found.start
        assert all(22 + text_width(row.label.text) <= found.start for row in band.rows)


def test_there_is_room_for_a_property_with_a_longer_name_than_any_class(small: Small) -> None:
    label = "một thuộc tính có tên rất dài so với mọi lớp"
    vocabulary = small(
        f"""kgo:A a owl:Class ; rdfs:label "a"@vi . kgo:p a owl:ObjectProperty ; rdfs:label "{label}"@vi ;
            schema:domainIncludes kgo:A ; schema:rangeIncludes kgo:A ."""
    )
    assert overview(vocabulary, Names(vocabulary), "vi").start >= 22 + text_width(label)


def test_the_classes_that_most_lead_to_stand_first(vocabulary: Vocabulary) -> None:
    found = overview(vocabulary, Names(vocabulary), "vi")
    counts = [sum(end == column.label.name for _, _, end in seen(found)) for column in found.columns]
    assert counts == sorted(counts, reverse=True)


def test_a_vocabulary_without_properties_has_an_overview(small: Small) -> None:
    vocabulary = small("kgo:A a owl:Class .")
    found = overview(vocabulary, Names(vocabulary), "vi")
    assert (len(found.bands), found.columns) == (1, ())
    empty = small("")
    assert overview(empty, Names(empty), "vi").bands == ()

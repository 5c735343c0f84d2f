"""The shapes as queries on the store find what pySHACL finds: on good, bad and random data, and whatever the shape."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.namespace import SH

from kgraph.bilingual import Bilingual
from kgraph.dataset.reader import OxTerm
from kgraph.validation.classes import below
from kgraph.validation.compiled import compiled_results
from kgraph.validation.compiler import compiled
from kgraph.validation.rdf import merged
from kgraph.validation.results import Result, core_results
from kgraph.validation.shapes import Shapes, load_shapes, read_shapes

TESTS = Path(__file__).parents[1]
EXAMPLE = TESTS / "fixtures" / "example.trig"
FIXTURES = sorted((TESTS / "shapes").glob("*/*.ttl"))
XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

Both = tuple[set[Result], set[Result]]


def both(store: ox.Store, shapes: Shapes | None = None) -> Both:
    """The results of the store and of pySHACL."""
    chosen = shapes or load_shapes()
    full = merged(store, chosen.ontology)
    return set(compiled_results(full, chosen)), set(core_results(full, chosen))


def store_of(*paths: Path) -> ox.Store:
    store = ox.Store()
    for path in paths:
        store.load(path=str(path), format=ox.RdfFormat.from_extension(path.suffix[1:]))
    return store


def test_every_shape_of_ours_is_compiled() -> None:
    shapes, left = compiled(load_shapes().core, {})
    assert left == frozenset()
    assert len(shapes) > 45
    assert len({check.component for shape in shapes for check in shape.checks}) == 20


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_good_and_bad_fixtures_give_the_results_of_pyshacl(path: Path) -> None:
    ours, reference = both(store_of(TESTS / "shapes" / "base.ttl", path))
    assert ours == reference


def typed(value: str, kind: str) -> ox.Literal:
    return ox.Literal(value, datatype=ox.NamedNode(kind if ":" in kind else XSD + kind))


ODD: tuple[OxTerm, ...] = (
    ox.NamedNode("urn:x"), ox.Literal(""), ox.Literal("x", language="en"), ox.Literal("Đ x", language="vi"),
    typed("2021-02-30", "date"), typed("2021-03-05", "date"), typed("-1", "integer"), typed("abc", "integer"),
    typed("1.5", "decimal"), typed("2020-99", EDTF), typed("true", "boolean"), typed("2021-01-01T00:00:00", "dateTime"),
)  # fmt: skip


# What is compared with each other stays of one kind: else pySHACL compares texts where it should see a fault, or fails.
COMPARED = re.compile(r"(earliestDate|latestDate|valid(From|To)|value|m(in|ax)Value|start|end)$")
LIKE = {
    "date": ("2021-02-01", "2021-03-05", "2026-01-01"),
    "integer": ("-1", "0", "7", "99999999999"),
    "decimal": ("-0.5", "2.75"),
}


def altered(chance: random.Random, triples: list[ox.Triple], predicate: ox.NamedNode) -> OxTerm:
    """Another value of *predicate*: an odd one, or that of another triple."""
    if not COMPARED.search(predicate.value):
        return chance.choice([*ODD, *(t.object for t in chance.sample(triples, len(ODD)))])
    old = next(t.object for t in triples if t.predicate == predicate)
    kind = old.datatype.value.rpartition("#")[2] if isinstance(old, ox.Literal) else "integer"
    return typed(chance.choice(LIKE[kind]), kind)


def changed(seed: int) -> ox.Store:
    """The example with 25 triples lost, altered or added at random."""
    chance = random.Random(seed)  # noqa: S311 - a test, not a secret
    triples = sorted({quad.triple for quad in store_of(EXAMPLE)}, key=str)
    for _ in range(25):
        place = chance.randrange(len(triples))
        subject, predicate, _object = triples[place]
        match chance.randrange(3):
            case 0 if not COMPARED.search(predicate.value):
                triples.pop(place)
            case 1:
                triples[place] = ox.Triple(subject, predicate, altered(chance, triples, predicate))
            case _:
                other = chance.choice(triples).predicate
                triples.append(ox.Triple(subject, other, altered(chance, triples, other)))
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in triples)
    return store


def component(result: Result) -> str:
    return result.component.rpartition("#")[2]


def test_random_changes_give_the_results_of_pyshacl() -> None:
    fired: Counter[str] = Counter()
    for seed in range(40):
        ours, reference = both(changed(seed))
        assert ours == reference
        fired.update(component(result) for result in reference)
    assert sum(fired.values()) > 300
    assert len(fired) >= 10, fired


CLASS = "<https://w3id.org/kgraph/ont#Event>"
SHAPE = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix kgo: <https://w3id.org/kgraph/ont#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<urn:s> a sh:NodeShape ; %s ; sh:message "m"@en ."""
DATA = """@prefix kgo: <https://w3id.org/kgraph/ont#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:a> a <urn:C> ; <urn:p> 1, 2, "x", "Y"@vi, "y"@vi, <urn:b>, "2021-02-30"^^xsd:date ; <urn:q> 2 .
<urn:b> a <urn:D> ; <urn:p> <urn:a>, <urn:c> ; <urn:q> <urn:a> .
<urn:c> a <urn:C> . <urn:d> a <urn:C> ; <urn:p> 1.5, true, "" , "dài hơn"@vi-VN ; <urn:q> 0 .
<urn:D> rdfs:subClassOf <urn:C> . <urn:E> rdfs:subClassOf <urn:D> .
<urn:e> a <urn:E> ; <urn:p> <urn:e> ; <urn:q> <urn:e> .
[] a <urn:C> ; <urn:p> [ <urn:q> 1 ] ."""
TARGET = "sh:targetClass <urn:C> ; "


def shapes_of(body: str) -> Shapes:
    graph = [quad.triple for quad in ox.parse(SHAPE % body, format=ox.RdfFormat.TURTLE)]
    return read_shapes(graph, ())


def plain(results: set[Result]) -> set[tuple[str, str, str | None, str]]:
    """Blank nodes go by another name in rdflib."""

    def text(term: OxTerm | None) -> str:
        return "_" if isinstance(term, ox.BlankNode) else str(term)

    return {(component(r), text(r.focus), r.path, text(r.value)) for r in results}


@pytest.mark.parametrize(
    "body",
    [
        "sh:property [ sh:path <urn:p> ; sh:minCount 1 ]",
        "sh:property [ sh:path <urn:p> ; sh:minCount 2 ; sh:maxCount 4 ]",
        "sh:property [ sh:path <urn:p> ; sh:maxCount 0 ]",
        "sh:property [ sh:path <urn:p> ; sh:minCount 0 ; sh:class <urn:C> ]",
        "sh:property [ sh:path <urn:p> ; sh:class <urn:D> ]",
        *(f"sh:property [ sh:path <urn:p> ; sh:datatype xsd:{k} ]" for k in ("date", "string", "integer", "decimal")),
        *(f"sh:property [ sh:path <urn:p> ; sh:nodeKind sh:{kind} ]" for kind in ("IRI", "Literal", "BlankNode")),
        "sh:property [ sh:path <urn:p> ; sh:pattern '^[xy]' ]",
        "sh:property [ sh:path <urn:p> ; sh:minLength 2 ]",
        "sh:property [ sh:path <urn:p> ; sh:languageIn ( 'vi' 'en' ) ]",
        "sh:property [ sh:path <urn:p> ; sh:uniqueLang true ]",
        "sh:property [ sh:path <urn:p> ; sh:uniqueLang false ]",
        "sh:property [ sh:path <urn:p> ; sh:in ( 1 'x' <urn:b> ) ]",
        "sh:property [ sh:path <urn:p> ; sh:hasValue <urn:b> ]",
        "sh:property [ sh:path <urn:p> ; sh:disjoint <urn:q> ]",
        *(f"sh:property [ sh:path <urn:q> ; sh:{sign} 1 ]" for sign in
          ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")),
        "sh:property [ sh:path <urn:p> ; sh:node [ sh:property [ sh:path <urn:q> ; sh:minCount 1 ] ] ]",
        "sh:property [ sh:path <urn:p> ; sh:or ( [ sh:class <urn:C> ] [ sh:datatype xsd:integer ] ) ]",
        "sh:property [ sh:path <urn:p> ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 2 ]",
        "sh:property [ sh:path <urn:p> ; sh:qualifiedValueShape [ sh:datatype xsd:integer ] ; sh:qualifiedMaxCount 1 ]",
        "sh:property [ sh:path ( <urn:p> <urn:q> ) ; sh:minCount 1 ]",
        "sh:property [ sh:path [ sh:inversePath <urn:p> ] ; sh:minCount 1 ; sh:class <urn:D> ]",
        ("sh:xone ( [ sh:property [ sh:path <urn:q> ; sh:minCount 1 ] ]"
        "          [ sh:property [ sh:path <urn:p> ; sh:maxCount 2 ] ] )"),
        "sh:or ( [ sh:class <urn:D> ] [ sh:property [ sh:path <urn:p> ; sh:hasValue 1 ] ] )",
        "sh:nodeKind sh:IRI ; sh:pattern '^urn:[a-d]$'",
        "sh:class <urn:D>",
        "sh:node [ sh:property [ sh:path <urn:p> ; sh:node [ sh:nodeKind sh:IRI ] ] ]",
    ],
)  # fmt: skip
def test_every_construct_gives_the_results_of_pyshacl(body: str) -> None:
    store = ox.Store()
    store.load(DATA.encode(), format=ox.RdfFormat.TURTLE)
    shapes = shapes_of(TARGET + body)
    assert compiled(shapes.core, {})[1] == frozenset()
    ours, reference = both(store, shapes)
    assert plain(ours) == plain(reference)


def test_most_constructs_find_something_in_that_data() -> None:
    """Two reports that are empty would be equal too."""
    found = Counter[str]()
    mark = next(m for m in test_every_construct_gives_the_results_of_pyshacl.pytestmark if m.name == "parametrize")  # type: ignore[attr-defined]
    store = ox.Store()
    store.load(DATA.encode(), format=ox.RdfFormat.TURTLE)
    for body in mark.args[1]:
        shapes = shapes_of(TARGET + body)
        found.update({component(r) for r in compiled_results(merged(store, ()), shapes)})
    assert len(found) >= 20, found


@pytest.mark.parametrize(
    "body",
    [
        TARGET + "sh:property [ sh:path <urn:p> ; sh:pattern '^(?!x)' ]",  # the store has no look-ahead
        TARGET + "sh:property [ sh:path <urn:p> ; sh:pattern '^X' ; sh:flags 'i' ]",
        TARGET + "sh:property [ sh:path [ sh:zeroOrMorePath <urn:p> ] ; sh:class <urn:C> ]",
        TARGET + "sh:property [ sh:path [ sh:inversePath ( <urn:p> <urn:q> ) ] ; sh:minCount 1 ]",
        TARGET + "sh:closed true ; sh:property [ sh:path <urn:p> ]",
        TARGET + "sh:not [ sh:class <urn:D> ]",
        "sh:targetNode <urn:a> ; sh:class <urn:D>",
        TARGET + "sh:node <urn:named> . <urn:named> sh:not [ sh:class <urn:D> ]",
        TARGET + "sh:or ( <urn:named> [ sh:class <urn:E> ] ) . <urn:named> sh:not [ sh:class <urn:C> ]",
        TARGET + "sh:property <urn:named> . <urn:named> sh:path <urn:p> ; sh:not [ sh:nodeKind sh:IRI ]",
    ],
)
def test_what_is_not_compiled_is_left_to_pyshacl(body: str) -> None:
    store = ox.Store()
    store.load(DATA.encode(), format=ox.RdfFormat.TURTLE)
    shapes = shapes_of(body)
    assert compiled(shapes.core, {})[1] == frozenset({"urn:s"})
    ours, reference = both(store, shapes)
    assert plain(ours) == plain(reference) != set()


def test_a_shape_that_refers_to_itself_is_not_compiled() -> None:
    shapes = shapes_of(TARGET + "sh:property [ sh:path <urn:p> ; sh:node <urn:s> ]")
    assert compiled(shapes.core, {}) == ((), frozenset({"urn:s"}))


def test_only_what_is_not_compiled_is_left_to_pyshacl() -> None:
    turtle = SHAPE % (TARGET + "sh:not [ sh:class <urn:D> ]")
    turtle += "<urn:t> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:property [ sh:path <urn:q> ; sh:minCount 1 ] ."
    shapes = read_shapes([quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)], ())
    store = ox.Store()
    store.load(DATA.encode(), format=ox.RdfFormat.TURTLE)
    ours, reference = both(store, shapes)
    assert plain(ours) == plain(reference)
    assert {result.shape for result in ours} == {"urn:s", "urn:t"}


def test_values_that_cannot_be_compared_are_a_fault() -> None:
    """SHACL 4.5.3: "or where the two values cannot be compared"; pySHACL compares the texts of a day and an address."""
    store = ox.Store()
    data = f'<urn:a> a <urn:C> ; <urn:p> "2021-03-01"^^<{XSD}date> ; <urn:q> <urn:b> .'
    store.load(data.encode(), format=ox.RdfFormat.TURTLE)
    ours, _ = both(store, shapes_of(TARGET + "sh:property [ sh:path <urn:p> ; sh:lessThanOrEquals <urn:q> ]"))
    assert [str(result.value) for result in ours] == [f'"2021-03-01"^^<{XSD}date>']


def test_classes_lie_below_each_other_also_in_circles() -> None:
    pairs = [("c", "b"), ("b", "a"), ("a", "c"), ("d", "d")]
    assert below(iter(pairs)) == {
        "a": {"a", "b", "c"}, "b": {"a", "b", "c"}, "c": {"a", "b", "c"}, "d": {"d"},
    }  # fmt: skip


def test_messages_come_in_both_languages() -> None:
    (check,) = next(s.checks for s in compiled(load_shapes().core, {})[0] if s.shape.endswith("#AwardRecipient"))
    assert isinstance(check.message, Bilingual)
    assert check.message.vi.startswith("Không biết ai được khen")
    assert check.message.en.startswith("It is unknown who")
    assert check.component == str(SH.OrConstraintComponent)

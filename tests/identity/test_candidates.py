"""Candidates of a whole dataset: read from the graph, vetoed by sentences, settled by decisions, written as a graph."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset.ledger import Decision
from kgraph.dataset.reader import Reader
from kgraph.dataset.review import resolved
from kgraph.identity import find_candidates, links_quads
from kgraph.identity.reading import happenings

ID = "https://data.example/kgraph/id/"
HEAD = """
@prefix kgo: <https://w3id.org/kgraph/ont#> . @prefix kgs: <https://w3id.org/kgraph/scheme/> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://data.example/kgraph/id/> .
"""
PERSON = '<person/{key}> a schema:Person ; skos:prefLabel "{name}"@vi .\n'
POST = """
<membership/{n}> a org:Membership ; org:member <person/{key}> ; org:role <post/{post}> ;
  org:organization <union/{union}> ; kgo:attestedOn "{day}"^^xsd:date ; prov:wasDerivedFrom <evidence/{n}> .
<evidence/{n}> oa:hasSource <article/{article}> ; oa:hasSelector <evidence/{n}#quote> , <evidence/{n}#position> .
<evidence/{n}#quote> oa:exact "..."@vi ; oa:suffix "{suffix}"@vi .
<evidence/{n}#position> oa:start {start} ; oa:end {end} .
"""
ONE, OTHER, HEAD_OF_TWO = "le-thi-thu.ha-nam-1", "le-thi-thu.ha-nam-2", "tran-thi-don.ha-nam-3"
Dataset = Callable[..., Reader]


def post(n: int, key: str, post: str = "pho-chu-tich", union: str = "ha-nam", **more: object) -> str:
    given = {"day": "2021-01-12", "article": f"a{n}", "start": 10, "end": 40, "suffix": ", và bà khác nữa"}
    return POST.format(n=n, key=key, post=post, union=union, **given | more)


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """A dataset of two persons of nearly one name and one who leads two unions, with the given posts."""

    def load(*posts: str) -> Reader:
        names = {ONE: "Lê Thị Thử", OTHER: "Lê Thị Thứ", HEAD_OF_TWO: "Trần Thị Đơn"}
        people = "".join(PERSON.format(key=key, name=name) for key, name in names.items())
        (tmp_path / "data.ttl").write_text(HEAD + people + "".join(posts), encoding="utf-8")
        return Reader.of_file(tmp_path / "data.ttl")

    return load


def pairs(reader: Reader, *rows: tuple[str, str, str]) -> list[tuple[str, str, str, bool]]:
    decisions = [resolved(Decision(*row), {}) for row in rows]
    found = find_candidates(reader, decisions)
    return [(c.proposal, c.a.removeprefix(ID), c.b.removeprefix(ID), c.unsure) for c in found]


SAME = ("same", f"person/{ONE}", f"person/{OTHER}", False)
TWO = ("different", f"person/{HEAD_OF_TWO}", "article/a4", False)


@pytest.fixture
def whole(dataset: Dataset) -> Reader:
    north, south = "ha-nam.binh-luc", "ha-nam.ly-nhan"
    return dataset(
        post(1, ONE),
        post(2, OTHER),
        post(3, HEAD_OF_TWO, "chu-tich", north),
        post(4, HEAD_OF_TWO, "chu-tich", south),
        post(5, HEAD_OF_TWO, "chu-tich", north, day="2021-02-01"),
    )


def test_the_best_founded_come_first(whole: Reader) -> None:
    assert pairs(whole) == [SAME, TWO]


@pytest.mark.parametrize(("start", "beside"), [(41, True), (57, True), (10, False), (58, False), (500, False)], ids=str)
def test_who_is_named_in_one_sentence_is_not_one_person(dataset: Dataset, start: int, beside: bool) -> None:
    """The first mention ends at 40, and its sentence goes on for 16 code points at least; the same words are no two."""
    end = 40 if start == 10 else start + 20
    reader = dataset(post(1, ONE), post(2, OTHER, article="a1", start=start, end=end))
    assert pairs(reader) == ([] if beside else [SAME])


@pytest.mark.parametrize("kind", ["same", "different"])
@pytest.mark.parametrize("back", [False, True])
def test_what_people_decided_is_proposed_no_more(whole: Reader, kind: str, back: bool) -> None:
    pair = (SAME[2], SAME[1]) if back else (SAME[1], SAME[2])
    assert pairs(whole, (kind, *pair)) == [TWO]
    assert pairs(whole, (kind, TWO[2], TWO[1]) if back else (kind, TWO[1], TWO[2])) == [SAME]


def test_unsure_stays_listed_as_unsure(whole: Reader) -> None:
    assert pairs(whole, ("unsure", SAME[2], SAME[1])) == [(*SAME[:3], True), TWO]


def test_a_decision_on_a_joined_thing_is_one_on_what_it_became(whole: Reader) -> None:
    gone = "person/gone.vn-1"
    assert pairs(whole, ("same", gone, SAME[1]), ("different", gone, SAME[2])) == [TWO]


def test_a_parted_person_is_not_proposed_to_be_the_old_one(dataset: Dataset) -> None:
    fresh = f"{HEAD_OF_TWO}.a4"
    posts = (post(3, HEAD_OF_TWO), post(4, fresh), PERSON.format(key=fresh, name="Trần Thị Đơn"))
    assert len(pairs(dataset(*posts))) == 1
    assert pairs(dataset(*posts), ("different", f"person/{HEAD_OF_TWO}", "article/a4")) == []


def test_the_graph_says_what_and_why(whole: Reader) -> None:
    lines = links_quads(find_candidates(whole, [resolved(Decision("unsure", SAME[1], SAME[2]), {})]))
    assert lines == sorted(lines)
    assert all(line.endswith("<https://data.example/kgraph/graph/links> .") for line in lines)
    store = ox.Store()
    store.load(input="\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS)
    rows = Reader(store).values(
        "SELECT ?d ?s ?w (COUNT(?r) AS ?n) (SUM(?x) AS ?sum) { ?c a kgo:IdentityCandidate ; kgo:proposedDecision ?d ;"
        " kgo:score ?s ; kgo:candidateReason ?r . ?r kgo:weight ?x OPTIONAL { ?c kgo:decidedSoFar ?w } }"
        " GROUP BY ?c ?d ?s ?w ORDER BY ?d"
    )
    scheme = "https://w3id.org/kgraph/scheme/decision-"
    assert list(rows) == [
        {"d": f"{scheme}different", "s": "0.8", "n": "1", "sum": "0.8"},
        {"d": f"{scheme}same", "s": "0.8", "w": f"{scheme}unsure", "n": "4", "sum": "0.8"},
    ]
    labels = Reader(store).values("SELECT ?l { ?r a kgo:CandidateReason ; skos:prefLabel ?l FILTER (LANG(?l) = 'en') }")
    assert "same province" in [row["l"] for row in labels]


def test_keys_depend_on_the_pair_and_the_proposal_alone(whole: Reader) -> None:
    first, second = find_candidates(whole)
    assert first.key == first.because("far-in-time").key != second.key


def test_nothing_found_is_an_empty_graph(dataset: Dataset) -> None:
    assert links_quads(find_candidates(dataset())) == []


def test_a_host_that_signs_is_no_further_sign_of_one_event(dataset: Dataset) -> None:
    told = """
<event/1> a kgo:Event ; skos:prefLabel "Lễ ký"@vi ; kgo:eventKind kgs:event-signing ; schema:organizer <union/ha-nam> ;
  prov:wasDerivedFrom <evidence/1> .
<evidence/1> oa:hasSource <article/a1> .
<participation/1> kgo:participationIn <event/1> ; kgo:participant <union/ha-nam> .
<participation/2> kgo:participationIn <event/1> ; kgo:participant <body/b> .
"""
    (event,) = happenings(dataset(told), {})
    assert event.participants == {f"{ID}body/b"}

"""Every entry of a document goes back to the rules that read it, and the document itself is the one of ``facts``."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset.reader import Reader
from kgraph.facts import WithRules, facts, with_rules
from kgraph.pipeline import build

TEXT = """Hội nghị mẫu
Ngày 2/3/2021, Hội LHPN tỉnh Nam Định tổ chức hội nghị triển khai Đề án 939. Đồng chí Trần Thị Mẫu, Chủ tịch Hội LHPN \
tỉnh Nam Định và Bí thư Chi bộ Hội LHPN tỉnh Nam Định phát biểu. Dự hội nghị có lãnh đạo Hội LHPN tỉnh Hà Nam.
"""
# One union that is named nowhere and implements a programme; two bodies that hold an event.
USED = """
@prefix kgo: <https://w3id.org/kgraph/ont#> . @prefix kgs: <https://w3id.org/kgraph/scheme/> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix x: <https://data.example/kgraph/id/x/> .
@prefix rule: <https://data.example/kgraph/id/rule/> .
x:g {
  x:a a schema:NewsArticle ; kgo:hasCopy x:copy . x:copy kgo:fileName "x.txt" .
  x:b a kgo:WomensUnion ; skos:prefLabel "Hội B"@vi ; kgo:level kgs:level-other .
  x:c skos:prefLabel "UBND A"@vi . x:d skos:prefLabel "UBND C"@vi . kgs:event-act skos:prefLabel "khác"@vi .
  x:p a kgo:Programme ; skos:prefLabel "Mẹ đỡ đầu"@vi .
  x:i a kgo:Implementation ; kgo:implementer x:b ; kgo:programme x:p ; prov:wasDerivedFrom x:e1 .
  x:j a kgo:Implementation ; kgo:implementer x:b ; kgo:programme x:p ; prov:wasDerivedFrom x:e3 .
  x:h a kgo:Event ; kgo:eventKind kgs:event-act ; schema:organizer x:c , x:d ; prov:wasDerivedFrom x:e2 .
  x:e1 kgo:rule rule:implementation-subject . x:e2 kgo:rule rule:event-held . x:e3 kgo:rule rule:event-signed .
}
"""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    folder = tmp_path_factory.mktemp("tracing")
    (folder / "bai.txt").write_text(TEXT, encoding="utf-8")
    build((folder / "bai.txt",), folder / "build")
    return Reader.open(folder / "build")


@pytest.fixture(scope="module")
def document(reader: Reader) -> WithRules:
    return with_rules(reader)["bai"]


def rules_of(document: WithRules, key: str, name: str) -> tuple[str, ...]:
    """The rules behind the entry of list *key* that holds *name*."""
    entries = document.json[key]
    assert isinstance(entries, list)
    return document.rules[next(f"/{key}/{place}" for place, entry in enumerate(entries) if name in str(entry))]


def test_the_documents_are_those_of_facts(reader: Reader, two_articles: Reader) -> None:
    for dataset in (reader, two_articles):
        assert {stem: one.json for stem, one in with_rules(dataset).items()} == facts(dataset)


def test_every_entry_has_rules(document: WithRules) -> None:
    entries = {
        f"/{key}/{i}" for key, value in document.json.items() if isinstance(value, list) for i in range(len(value))
    }
    assert entries <= document.rules.keys()
    assert all(document.rules.values())


def test_a_union_goes_back_to_what_names_it_and_not_to_what_it_does(document: WithRules) -> None:
    assert rules_of(document, "unions", "Nam Định") == ("union-named",)
    assert rules_of(document, "programmes", "939") == ("programme-listed",)
    assert rules_of(document, "implements", "Nam Định")[0].startswith("implementation-")


def test_parts_of_an_entry_have_rules_of_their_own(document: WithRules) -> None:
    assert document.rules["/officials/0/roles/0"] == document.rules["/officials/0/roles/1"] == ("person-post",)
    events = document.json["events"]
    assert isinstance(events, list)
    place = events[0]["participants"].index("Hội LHPN tỉnh Hà Nam")
    assert document.rules["/events/0"] == ("event-held",)
    assert document.rules[f"/events/0/participants/{place}"] == ("event-attendee",)


def test_a_thing_that_nothing_names_goes_back_to_the_facts_that_use_it() -> None:
    store = ox.Store()
    store.load(USED.encode(), format=ox.RdfFormat.TRIG)
    document = with_rules(Reader(store))["x"]
    both = ("event-signed", "implementation-subject")
    assert document.json["unions"] == [{"name": "Hội B", "level": "other", "place": None, "within": None}]
    assert document.rules["/unions/0"] == both
    assert document.rules["/implements/0"] == both, "equal facts are one entry"
    assert document.rules["/events/0/participants/0"] == ("event-held",), "a co-host is said by the event itself"


def test_pointers_lead_to_entries(document: WithRules) -> None:
    for pointer in document.rules:
        value: object = document.json
        for step in pointer.strip("/").split("/"):
            value = value[int(step)] if isinstance(value, list) else value[step]  # type: ignore[index]
        assert value is not None, Path(pointer)

"""The documents of ``kgraph facts``: the schema word for word, and every rule by an example."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset.reader import Reader
from kgraph.facts import facts
from kgraph.facts.documents import _stems
from kgraph.facts.rows import Json

EXPECTED = Path(__file__).parent / "expected"
KEYS = ("id", "published", "unions", "officials", "people", "organisations", "programmes", "events")
MORE_KEYS = ("implements", "documents", "figures", "awards", "themes")


@pytest.fixture(scope="module")
def documents(two_articles: Reader) -> dict[str, Json]:
    return facts(two_articles)


def test_documents_are_the_expected_ones(documents: dict[str, Json]) -> None:
    expected = {f.stem: json.loads(f.read_text(encoding="utf-8")) for f in sorted(EXPECTED.glob("*.json"))}
    assert documents == expected


def test_one_document_per_file_with_every_key_in_order(documents: dict[str, Json]) -> None:
    assert list(documents) == ["007_mau", "008_mau", "vi-du"]
    assert all(tuple(document) == KEYS + MORE_KEYS for document in documents.values())


def test_copies_share_facts_but_not_id_and_day(documents: dict[str, Json]) -> None:
    first, second = documents["007_mau"], documents["008_mau"]
    assert (first["id"], first["published"]) == ("007", None)
    assert (second["id"], second["published"]) == ("008", "2022-11-20")
    assert {k: v for k, v in first.items() if k not in KEYS[:2]} == {
        k: v for k, v in second.items() if k not in KEYS[:2]
    }


def test_facts_are_those_of_the_article_alone(documents: dict[str, Json]) -> None:
    assert documents["vi-du"]["implements"] == [["Hội LHPN tỉnh Nam Định", "Hỗ trợ phụ nữ khởi nghiệp"]]
    assert "Trần Thị Mẫu" not in json.dumps(documents["vi-du"], ensure_ascii=False)


def test_an_article_without_facts_has_empty_lists() -> None:
    store = ox.Store()
    store.load(
        b"""
        <https://data.example/kgraph/graph/article/9> {
          <https://data.example/kgraph/id/article/9> a <https://schema.org/NewsArticle> ;
            <https://w3id.org/kgraph/ont#hasCopy> <https://data.example/kgraph/id/copy/9> .
          <https://data.example/kgraph/id/copy/9> <https://w3id.org/kgraph/ont#fileName> "empty.txt" .
        }""",
        format=ox.RdfFormat.TRIG,
    )
    (document,) = facts(Reader(store)).values()
    assert document == {"id": "empty", "published": None} | {key: [] for key in (*KEYS[2:], *MORE_KEYS)}


def _with(two_articles: Reader, turtle: str) -> Json:
    """The document of article 1 after more facts stand in its graph."""
    store = ox.Store()
    store.bulk_extend(two_articles.store)
    head = "".join(
        f"@prefix {name}: <{iri}> .\n"
        for name, iri in {
            "kgo": "https://w3id.org/kgraph/ont#",
            "kgs": "https://w3id.org/kgraph/scheme/",
            "union": "https://data.example/kgraph/id/union/",
            "place": "https://data.example/kgraph/id/place/",
            "x": "https://data.example/kgraph/id/x/",
            "schema": "https://schema.org/",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "prov": "http://www.w3.org/ns/prov#",
            "edtf": "http://id.loc.gov/datatypes/edtf/",
        }.items()
    )
    graph = ox.NamedNode("https://data.example/kgraph/graph/article/1111111111111111")
    store.load((head + turtle).encode(), format=ox.RdfFormat.TURTLE, to_graph=graph)
    return facts(Reader(store))["vi-du"]


def test_a_district_stands_within_its_province_and_a_number_keeps_its_level_word(two_articles: Reader) -> None:
    document = _with(
        two_articles,
        """
        place:q a kgo:AdministrativeUnit ; skos:prefLabel "quận 9"@vi ; schema:name "9"@vi ;
          kgo:level kgs:level-district ; schema:containedInPlace place:nam-dinh .
        union:q a kgo:WomensUnion ; skos:prefLabel "Hội LHPN quận 9"@vi ; kgo:level kgs:level-district ;
          kgo:jurisdiction place:q .
        x:m a kgo:EntityMention ; kgo:mentionedEntity union:q ; prov:wasDerivedFrom x:e .
        """,
    )
    unions = document["unions"]
    assert isinstance(unions, list)
    assert {"name": "Hội LHPN quận 9", "level": "district", "place": "quận 9", "within": "Nam Định"} in unions


def test_a_union_without_a_place_or_under_the_country_is_within_nothing(two_articles: Reader) -> None:
    document = _with(
        two_articles,
        """
        union:a a kgo:WomensUnion ; skos:prefLabel "Hội A"@vi ; kgo:level kgs:level-other .
        union:b a kgo:WomensUnion ; skos:prefLabel "Hội B"@vi ; kgo:level kgs:level-other ;
          kgo:jurisdiction place:nam-dinh .
        x:m a kgo:EntityMention ; kgo:mentionedEntity union:a , union:b ; prov:wasDerivedFrom x:e .
        """,
    )
    unions = document["unions"]
    assert isinstance(unions, list)
    assert {"name": "Hội A", "level": "other", "place": None, "within": None} in unions
    assert {"name": "Hội B", "level": "other", "place": "Nam Định", "within": None} in unions


def test_a_chapter_is_told_by_its_hamlet_and_stands_within_its_jurisdiction(two_articles: Reader) -> None:
    document = _with(
        two_articles,
        """
        x:c a kgo:WomensUnion ; skos:prefLabel "Chi hội phụ nữ xóm 5"@vi ; kgo:level kgs:level-chapter ;
          kgo:jurisdiction place:nam-dinh .
        x:m a kgo:EntityMention ; kgo:mentionedEntity x:c ; prov:wasDerivedFrom x:e .
        """,
    )
    unions = document["unions"]
    assert isinstance(unions, list)
    assert {"name": "Chi hội phụ nữ xóm 5", "level": "chapter", "place": "xóm 5", "within": "Nam Định"} in unions


def test_what_only_a_resolution_or_a_parent_names_is_not_in_the_article(two_articles: Reader) -> None:
    document = _with(
        two_articles,
        """
        union:c a kgo:WomensUnion ; skos:prefLabel "Hội C"@vi ; kgo:level kgs:level-other .
        x:r a kgo:Resolution ; kgo:resolvedTo union:c .
        """,
    )
    assert "Hội C" not in json.dumps(document, ensure_ascii=False)


def test_the_first_of_two_hosts_is_the_host_and_equal_facts_are_one(two_articles: Reader) -> None:
    document = _with(
        two_articles,
        """
        x:e1 a kgo:Event ; skos:prefLabel "Họp mẫu"@vi ; kgo:eventKind kgs:event-conference ;
          kgo:eventDate "2021-03"^^edtf:EDTF ; schema:organizer union:nam-dinh , union:ha-nam .
        x:e2 a kgo:Event ; skos:prefLabel "Họp mẫu"@vi ; kgo:eventKind kgs:event-conference ;
          kgo:eventDate "2021-03"^^edtf:EDTF ; schema:organizer union:nam-dinh , union:ha-nam .
        """,
    )
    events = document["events"]
    assert isinstance(events, list)
    assert [event for event in events if event["label"] == "Họp mẫu"] == [
        {
            "type": "hội nghị",
            "label": "Họp mẫu",
            "date": "2021-03",
            "host": "Hội LHPN tỉnh Hà Nam",
            "participants": ["Hội LHPN tỉnh Nam Định"],
        }
    ]


def test_the_articles_own_wording_of_a_label_wins(two_articles: Reader) -> None:
    document = _with(
        two_articles,
        '<https://data.example/kgraph/id/programme/me-do-dau> skos:prefLabel "Mẹ đỡ đầu theo bài"@vi .',
    )
    assert "Mẹ đỡ đầu theo bài" in json.dumps(document["programmes"], ensure_ascii=False)


def test_files_of_one_stem_keep_apart() -> None:
    assert _stems(["a/x.txt", "b/x.txt", "y.html"]) == {"a/x.txt": "a-x.txt", "b/x.txt": "b-x.txt", "y.html": "y"}

"""What a person types finds the entity: IRI, key, name with or without accents, beginnings of words."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset.entities import find, find_one, nearest
from kgraph.dataset.reader import Reader
from kgraph.errors import NotFoundError
from kgraph.vocab import PREFIXES

UNION = "https://data.example/kgraph/id/union/nam-dinh"
PERSON = "https://data.example/kgraph/id/person/nguyen-thi-vi-du.nam-dinh-0a1b2c"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.of_file(Path(__file__).parents[1] / "fixtures" / "example.trig")


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        (UNION, UNION),
        ("union/nam-dinh", UNION),
        ("Hội LHPN tỉnh Nam Định", UNION),
        ("hoi lhpn tinh nam dinh", UNION),
        ("  HỘI  LHPN tỉnh Nam Định ", UNION),
        ("Women's Union of Nam Định province", UNION),
        ("nguyễn thị ví dụ", PERSON),
        ("nguyen vi", PERSON),
        ("nguyen-thi-vi-du.nam-dinh-0a1b2c", PERSON),
        ("de an 939", "https://data.example/kgraph/id/programme/de-an-939"),
        ("939", "https://data.example/kgraph/id/programme/de-an-939"),
        ("357/KH-HPN", "https://data.example/kgraph/id/document/ke-hoach.357-kh-hpn.2021-01-26"),
    ],
)
def test_one_entity_is_found_by_iri_key_or_name(reader: Reader, text: str, iri: str) -> None:
    assert find_one(reader, text).iri == iri


def test_an_exact_name_wins_over_names_that_begin_alike(reader: Reader) -> None:
    assert find(reader, "Nam Định")[0].key == "place/nam-dinh"
    assert find_one(reader, "nam dinh").key == "place/nam-dinh"
    assert len(find(reader, "nam dinh")) > 1


def test_label_is_vietnamese_and_kind_comes_from_the_iri(reader: Reader) -> None:
    found = find_one(reader, "vietnam women's union")
    assert (found.label, found.kind, found.key) == ("Hội LHPN Việt Nam", "union", "union/vn")


def test_an_ambiguous_key_is_answered_with_the_candidates(reader: Reader) -> None:
    with pytest.raises(NotFoundError, match=r"2 entities.*place/nam-dinh \(tỉnh Nam Định\); union/nam-dinh"):
        find_one(reader, "nam-dinh")


def test_an_unknown_name_is_answered_with_the_nearest(reader: Reader) -> None:
    with pytest.raises(NotFoundError, match=r'"Nguyễn Thi Vy Dụ".*did you mean "Nguyễn Thị Ví Dụ"') as caught:
        find_one(reader, "Nguyễn Thi Vy Dụ")
    assert caught.value.exit_code == 1


def test_nothing_typed_finds_nothing(reader: Reader) -> None:
    assert find(reader, "  ") == ()
    with pytest.raises(NotFoundError, match="try a shorter name"):
        find_one(reader, "qqqqqqqq")


def test_nearest_ignores_accents() -> None:
    assert nearest("chu tjch", ["Phó Bí thư", "Chủ tịch"]) == ("Chủ tịch",)


def test_a_class_narrows_the_choice_but_never_to_nothing(reader: Reader) -> None:
    assert find_one(reader, "nam-dinh", "kgo:WomensUnion").key == "union/nam-dinh"
    assert find_one(reader, "Mẹ đỡ đầu", "kgo:WomensUnion").key == "programme/me-do-dau"


def test_a_name_means_the_union_that_articles_name_not_its_heir_of_the_same_name(reader: Reader) -> None:
    names = 'skos:prefLabel "Hội LHPN tỉnh Nam Định"@vi ; kgo:searchLabel "hoi lhpn tinh nam dinh"'
    prefixes = "\n".join(f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items())
    store = ox.Store()
    store.extend(reader.store)
    store.load(f"{prefixes} <{UNION}-2025> a kgo:WomensUnion ; {names} .", format=ox.RdfFormat.TURTLE)
    assert find_one(Reader(store), "hoi lhpn tinh nam dinh").iri == UNION
    assert {f"{UNION}-2025", UNION} <= {found.iri for found in find(Reader(store), "hoi lhpn tinh nam dinh")}
    assert find_one(Reader(store), "union/nam-dinh-2025").iri == f"{UNION}-2025"

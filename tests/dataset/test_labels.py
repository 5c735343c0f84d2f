"""IRIs are shown by their labels, in the language asked for, and never as bare addresses."""

from __future__ import annotations

from pathlib import Path

from kgraph.dataset.labels import compact, labels
from kgraph.dataset.reader import Reader
from kgraph.vocab import entity_iri, expand

UNION = entity_iri("union", "vn")
PERSON = entity_iri("person", "nguyen-thi-vi-du.nam-dinh-0a1b2c")
MISSING = entity_iri("body", "khong-co")


def _reader() -> Reader:
    return Reader.of_file(Path(__file__).parents[1] / "fixtures" / "example.trig")


def test_label_is_in_the_language_asked_for_else_in_the_other() -> None:
    assert labels(_reader(), [UNION, PERSON], "en") == {UNION: "Vietnam Women's Union", PERSON: "Nguyễn Thị Ví Dụ"}
    assert labels(_reader(), [UNION])[UNION] == "Hội LHPN Việt Nam"


def test_an_article_is_shown_by_its_title_and_an_unlabelled_thing_by_its_key() -> None:
    article = entity_iri("article", "1111111111111111")
    assert labels(_reader(), [article, MISSING]) == {
        article: "Hội LHPN tỉnh Nam Định ký kết chương trình phối hợp",
        MISSING: "body/khong-co",
    }
    assert labels(_reader(), []) == {}


def test_unknown_namespaces_stay_whole() -> None:
    assert compact("https://tin.example/1") == "https://tin.example/1"
    assert compact(expand("kgo:implements")) == "kgo:implements"

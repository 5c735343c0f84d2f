"""The Vietnamese labels that other code reads back are those of docs/data-model.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SKOS

PAGE = (Path(__file__).parents[2] / "docs" / "data-model.md").read_text(encoding="utf-8")
TABLE = PAGE.split("## Concepts")[1]
ROWS = [row.split("|")[2] for row in TABLE.splitlines() if row.startswith("|") and "`" in row]
NAME = re.compile(r"`([a-z0-9]*-[a-z0-9-]+)`(?: ([^`(,]+))?")
KGS = rdflib.Namespace("https://w3id.org/kgraph/scheme/")
PROGRAMME_KINDS = {
    "chuong-trinh": "chương trình",
    "de-an": "đề án",
    "du-an": "dự án",
    "phong-trao": "phong trào",
    "cuoc-van-dong": "cuộc vận động",
    "mo-hinh": "mô hình",
    "quy": "quỹ",
}
LEVELS = ["central", "province", "district", "commune", "chapter", "other"]


def listed(row: str) -> dict[str, str]:
    """The concepts of a row and the label that stands after each; "-tinh" goes on from the prefix before it."""
    prefix, found = "", {}
    for name, label in NAME.findall(row):
        prefix = prefix if name.startswith("-") else name.split("-")[0]
        found[prefix + name if name.startswith("-") else name] = label.strip()
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda r: next(iter(listed(r))))
def test_every_listed_concept_exists_with_its_label(row: str, ontology: rdflib.Graph) -> None:
    for name, label in listed(row).items():
        assert (KGS[name], RDF.type, SKOS.Concept) in ontology, name
        labels = {str(o) for p in (SKOS.prefLabel, SKOS.altLabel) for o in ontology.objects(KGS[name], p)}
        assert set(filter(None, label.split("/"))) <= labels, name


def test_the_rows_are_read() -> None:
    assert len(ROWS) == 19
    assert listed(ROWS[2])["event-signing"] == "lễ ký kết"
    assert "placekind-thi-xa" in listed(ROWS[1])


@pytest.mark.parametrize(("name", "label"), PROGRAMME_KINDS.items())
def test_programme_kinds_are_labelled_as_facts_name_them(name: str, label: str, ontology: rdflib.Graph) -> None:
    assert rdflib.Literal(label, lang="vi") in set(ontology.objects(KGS[f"programme-{name}"], SKOS.prefLabel))


@pytest.mark.parametrize("level", LEVELS)
def test_levels_have_the_notation_that_facts_name(level: str, ontology: rdflib.Graph) -> None:
    assert str(ontology.value(KGS[f"level-{level}"], SKOS.notation)) == level

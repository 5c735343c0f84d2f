"""Use of a term that is given up: told once for each term, with how many nodes use it and what to use instead."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox

from kgraph.dataset.reader import Reader
from kgraph.validation.findings import Finding
from kgraph.validation.run import validate

KGO = "https://w3id.org/kgraph/ont#"


def findings(reader: Reader) -> dict[str, Finding]:
    return {
        f.focus.removeprefix("https://w3id.org/kgraph/"): f for f in validate(reader) if f.shape == "DeprecatedTerm"
    }


def test_class_property_and_concept_are_found(dataset: Callable[[str], Reader]) -> None:
    found = findings(dataset("bad/DeprecatedTerm.ttl"))
    assert sorted(found) == ["ont#Scheme", "ont#shortCode", "scheme/programme-plan"]
    assert {f.severity for f in found.values()} == {"warning"}
    assert found["ont#shortCode"].message.vi.endswith("còn ở 1 nút, chẳng hạn “Đề án Thử”; thay bằng “số hiệu”.")
    assert found["ont#Scheme"].message.en.endswith("term: 1, such as “Trial scheme”; use “programme” instead.")


def test_nodes_are_counted_and_what_the_vocabulary_says_of_the_term_is_no_use(
    dataset: Callable[[str], Reader],
) -> None:
    reader = dataset("bad/DeprecatedTerm.ttl")
    scheme, kind = ox.NamedNode(KGO + "Scheme"), ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    for name in ("a", "y"):
        reader.store.add(ox.Quad(ox.NamedNode(f"https://data.example/kgraph/id/programme/{name}"), kind, scheme))
    twice = ox.NamedNode("http://www.w3.org/2004/02/skos/core#related")
    reader.store.add(ox.Quad(ox.NamedNode("https://data.example/kgraph/id/programme/a"), twice, scheme))
    found = findings(reader)["ont#Scheme"]
    assert "còn ở 3 nút" in found.message.vi
    assert found.value == ox.NamedNode("https://data.example/kgraph/id/programme/a")

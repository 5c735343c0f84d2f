"""Labels of IRIs, for people who read results: Vietnamese or English, with the key where there is no label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kgraph.dataset.reader import Reader
from kgraph.vocab import DATA, PREFIXES

_LABELS: Final = """
SELECT ?iri ?name ?lang ?rank WHERE {
  VALUES ?iri { %s }
  VALUES (?property ?rank) { (skos:prefLabel 0) (rdfs:label 1) (dct:title 2) (kgo:fileName 3) }
  ?iri ?property ?name .
  BIND (LANG(?name) AS ?lang)
}
"""
# Longest namespace first: `id:` is inside the data base.
_NAMESPACES: Final = sorted(((iri, name) for name, iri in PREFIXES.items()), reverse=True)


def compact(iri: str) -> str:
    """An IRI as CURIE where its namespace is known; an instance as its key.

    >>> compact("https://w3id.org/kgraph/scheme/unit-vnd"), compact("https://data.example/kgraph/id/union/vn")
    ('kgs:unit-vnd', 'union/vn')
    """
    if iri.startswith(DATA + "id/"):
        return iri.removeprefix(DATA + "id/")
    for namespace, prefix in _NAMESPACES:
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def labels(reader: Reader, iris: Iterable[str], lang: str = "vi") -> dict[str, str]:
    """The label of every IRI in *iris* in *lang* (``vi``, ``en``), else in the other language, else its short form."""
    wanted = sorted(set(iris))
    found: dict[str, list[tuple[int, bool, str]]] = defaultdict(list)
    for row in reader.values(_LABELS % " ".join(f"<{iri}>" for iri in wanted)):
        found[row["iri"]].append((int(row["rank"]), row.get("lang", lang) != lang, row["name"]))
    return {iri: min(found[iri])[2] if iri in found else compact(iri) for iri in wanted}

"""Labels of nodes and concepts in Vietnamese and English."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kgraph import resources
from kgraph.dataset.reader import Reader
from kgraph.vocab import local_name

_LABELS = """SELECT ?n ?p ?v WHERE {
  VALUES ?p { skos:prefLabel skos:altLabel dct:title rdfs:label } ?n ?p ?v FILTER(isLiteral(?v)) }"""


@dataclass(frozen=True, slots=True)
class Names:
    """What a thing is called: preferred label in Vietnamese and English, and the other labels in order."""

    vi: str = ""
    en: str = ""
    others: tuple[str, ...] = ()


def names_of(reader: Reader) -> dict[str, Names]:
    """The names of everything that has a label."""
    found: defaultdict[str, set[tuple[bool, str, str]]] = defaultdict(set)
    for subject, predicate, label in reader.select(_LABELS).rows:
        if isinstance(subject, ox.NamedNode) and isinstance(predicate, ox.NamedNode) and isinstance(label, ox.Literal):
            found[subject.value].add((predicate.value.endswith("altLabel"), label.language or "", label.value))
    return {iri: _names(sorted(labels)) for iri, labels in found.items()}


def _names(labels: list[tuple[bool, str, str]]) -> Names:
    """A label without a language counts as Vietnamese: hand-made files often have no tags."""
    preferred = [(lang, value) for other, lang, value in labels if not other]
    vi = next((v for lang, v in preferred if lang == "vi"), "") or next((v for lang, v in preferred if not lang), "")
    en = next((v for lang, v in preferred if lang.startswith("en")), "")
    others = dict.fromkeys(value for _, _, value in labels if value not in (vi, en))
    return Names(vi, en, tuple(others))


def concept_names(names: dict[str, Names], wanted: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
    """(IRI, Vietnamese, English) of every concept *wanted*, sorted.

    A dataset carries its vocabulary; for a bare file the ontology of the program helps out, and where that is silent
    too the end of the IRI is shown.
    """
    wanted = sorted(wanted)
    known = names if all(iri in names for iri in wanted) else _shipped() | names
    return tuple((iri, *_pair(iri, known.get(iri, Names()))) for iri in wanted)


def _pair(iri: str, name: Names) -> tuple[str, str]:
    last = local_name(iri)
    return name.vi or name.en or last, name.en or name.vi or last


def _shipped() -> dict[str, Names]:
    store = ox.Store()
    for file in resources.entries("ontology", ".ttl"):
        store.load(file.read_bytes(), format=ox.RdfFormat.TURTLE)
    return names_of(Reader(store))

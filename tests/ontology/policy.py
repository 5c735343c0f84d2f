"""The rules of docs/data-model.md on versions: what a term needs that is given up, and what a version may change.

When a version is released, ``python tests/ontology/policy.py`` writes its terms to released/VERSION.tsv beside this
file; from then on the rules hold against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SDO, SKOS

from kgraph.dataset.shipped import resource_triples
from kgraph.validation.rdf import rdflib_graph

ONT: Final = rdflib.URIRef("https://w3id.org/kgraph/ont")
OWN: Final = ("https://w3id.org/kgraph/ont#", "https://w3id.org/kgraph/scheme/")
RELEASED: Final = Path(__file__).parent / "released"
_RELATIONS: Final = (RDFS.subClassOf, RDFS.subPropertyOf, SDO.domainIncludes, SDO.rangeIncludes, SKOS.inScheme)
_TRUE: Final = rdflib.Literal(True)

Terms = Mapping[str, str]
"""What a version declares: ``live`` or ``deprecated`` by IRI."""
Version = tuple[int, ...]


def terms(graph: rdflib.Graph) -> dict[str, str]:
    """The terms of ours that *graph* declares, sorted, each ``live`` or ``deprecated``."""
    own = sorted({str(s) for s in graph.subjects(RDF.type) if str(s).startswith(OWN)})
    given_up = {str(s) for s in graph.subjects(OWL.deprecated, _TRUE)}
    return {iri: "deprecated" if iri in given_up else "live" for iri in own}


def number(version: str) -> Version:
    """``0.10.1`` as numbers, so that versions sort."""
    return tuple(map(int, version.split(".")))


def deprecation_faults(graph: rdflib.Graph) -> list[str]:
    """What is missing at terms that are given up, and what still leans on them."""
    return sorted([*_marks(graph), *_replacements(graph), *_notes(graph), *_leaning(graph)])


def _given_up(graph: rdflib.Graph) -> set[rdflib.term.Node]:
    return set(graph.subjects(OWL.deprecated))


def _marks(graph: rdflib.Graph) -> Iterator[str]:
    yield from (f"{term}: owl:deprecated is not true" for term, mark in graph[: OWL.deprecated] if mark != _TRUE)
    replaced = set(graph.subjects(DCTERMS.isReplacedBy))
    yield from (f"{term}: is replaced but not deprecated" for term in replaced - _given_up(graph))


def _replacements(graph: rdflib.Graph) -> Iterator[str]:
    declared = terms(graph)
    for term in _given_up(graph):
        replacements = [str(o) for o in graph.objects(term, DCTERMS.isReplacedBy)]
        if not replacements:
            yield f"{term}: no dct:isReplacedBy"
        for iri in replacements:
            if iri.startswith(OWN) and declared.get(iri) != "live":
                yield f"{term}: is replaced by {iri}, which is not a term in use"


def _notes(graph: rdflib.Graph) -> Iterator[str]:
    for term in _given_up(graph):
        notes = [o for o in graph.objects(term, SKOS.changeNote) if isinstance(o, rdflib.Literal) and o.strip()]
        if sorted(str(note.language) for note in notes) != ["en", "vi"]:
            yield f"{term}: no reason (skos:changeNote), one in vi and one in en"


def _leaning(graph: rdflib.Graph) -> Iterator[str]:
    given_up = _given_up(graph)
    for relation in _RELATIONS:
        for term, other in graph.subject_objects(relation):
            if other in given_up and term not in given_up:
                yield f"{term}: leans on the deprecated {other}"


def history_faults(version: str, now: Terms, releases: Mapping[str, Terms]) -> list[str]:
    """What *version*, whose terms are *now*, may not do after *releases* (terms by version)."""
    if not releases:
        return []
    last = max(releases, key=number)
    checks = [_order(version, last), _removals(version, now, releases), _bump(version, now, last, releases[last])]
    return sorted(fault for check in checks for fault in check)


def _order(version: str, last: str) -> Iterator[str]:
    if number(version) < number(last):
        yield f"{version} comes before {last}, which is released"


def _removals(version: str, now: Terms, releases: Mapping[str, Terms]) -> Iterator[str]:
    """A term goes only after an earlier minor version said that it would."""
    announced = {
        iri
        for earlier, declared in releases.items()
        for iri, status in declared.items()
        if status == "deprecated" and number(earlier)[:2] < number(version)[:2]
    }
    declared_once = {iri for declared in releases.values() for iri in declared}
    yield from (f"{iri} is gone without notice" for iri in declared_once - set(now) - announced)


def _bump(version: str, now: Terms, last: str, before: Terms) -> Iterator[str]:
    """Terms change with the minor version; from 1.0 on they go with the major version."""
    if dict(now) != dict(before) and number(version)[:2] == number(last)[:2]:
        yield f"terms changed since {last}, so {version} needs a higher minor version"
    if set(before) - set(now) and number(last)[0] > 0 and number(version)[0] == number(last)[0]:
        yield f"terms are gone since {last}, so {version} needs a higher major version"


def header_faults(graph: rdflib.Graph, releases: Mapping[str, Terms]) -> list[str]:
    """Whether the ontology names its version and the one before."""
    version = str(graph.value(ONT, OWL.versionInfo))
    earlier = [released for released in releases if number(released) < number(version)]
    prior = {rdflib.URIRef(f"{ONT}/{max(earlier, key=number)}")} if earlier else set()
    checks = {
        f"owl:versionIRI does not end in {version}": graph.value(ONT, OWL.versionIRI) == ONT + f"/{version}",
        "owl:priorVersion is not the last release": set(graph.objects(ONT, OWL.priorVersion)) == prior,
    }
    return [fault for fault, holds in checks.items() if not holds]


def released() -> dict[str, dict[str, str]]:
    """The terms of every released version."""
    return {path.stem: dict(_rows(path)) for path in sorted(RELEASED.glob("*.tsv"))}


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        iri, _, status = line.partition("\t")
        yield iri, status


if __name__ == "__main__":
    ontology = rdflib_graph(resource_triples("ontology"))
    RELEASED.mkdir(exist_ok=True)
    lines = "".join(f"{iri}\t{status}\n" for iri, status in terms(ontology).items())
    (RELEASED / f"{ontology.value(ONT, OWL.versionInfo)}.tsv").write_text(lines, encoding="utf-8")

"""A graph that is none of ours, as it stands: every resource a node, every statement between two of them a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

import pyoxigraph as ox

from kgraph.dataset.reader import Reader
from kgraph.views.model import Fact, Node, ViewModel
from kgraph.vocab import expand, local_name

KIND: Final = "thing"
PREDICATE: Final = "relation"
GIVEN: Final = "given"
"""The state of a fact that no article states: the file says so."""
_NAMES: Final = ("rdfs:label", "skos:prefLabel", "schema:name", "foaf:name", "dct:title", "skos:altLabel")
_NAMING: Final = {ox.NamedNode(expand(name)): place for place, name in enumerate(_NAMES)}
_TYPE: Final = ox.NamedNode(expand("rdf:type"))
_STATEMENTS: Final = "SELECT DISTINCT ?s ?p ?o { ?s ?p ?o FILTER (ISIRI(?s) && !ISBLANK(?o)) }"

Names: TypeAlias = Mapping[str, Mapping[str, str]]
Statement: TypeAlias = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


def read_things(reader: Reader) -> ViewModel:
    """The resources of *reader* with what is said of them, sorted; blank nodes, which have no name, are left out."""
    rows = list(_statements(reader))
    names = _names(rows)
    facts = {_fact(s, p, o) for s, p, o in rows if p not in _NAMING}
    ends = {end for fact in facts for end in (fact.source, fact.target) if end} | set(names)
    used = {word for fact in facts for word in fact.words if word.startswith("http")}
    nodes = tuple(_node(iri, names) for iri in sorted(ends - set(_vocabulary(rows))))
    drawn = {node.iri for node in nodes}
    kept = tuple(sorted(f for f in facts if f.source in drawn and (not f.target or f.target in drawn)))
    return ViewModel(nodes, kept, terms=tuple((iri, *_term(iri, names)) for iri in sorted(used)))


def _statements(reader: Reader) -> Iterator[Statement]:
    for s, p, o in reader.select(_STATEMENTS).rows:
        if isinstance(s, ox.NamedNode) and isinstance(p, ox.NamedNode) and isinstance(o, ox.NamedNode | ox.Literal):
            yield s, p, o


def _vocabulary(rows: Iterable[Statement]) -> Iterator[str]:
    """Properties and classes, which are what is said of things and not among them."""
    for _, p, o in rows:
        yield p.value
        if p == _TYPE:
            yield o.value


def _names(rows: Iterable[Statement]) -> Names:
    """The label of each thing by language; of several the first property of the list counts."""
    found: defaultdict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for s, p, o in rows:
        if p in _NAMING and isinstance(o, ox.Literal):
            found[s.value].append((_NAMING[p], o.value, o.language or ""))
    return {iri: {lang: label for _, label, lang in sorted(labels, reverse=True)} for iri, labels in found.items()}


def _fact(s: ox.NamedNode, p: ox.NamedNode, o: ox.NamedNode | ox.Literal) -> Fact:
    """A line to another resource; a class or a literal is told at the node itself."""
    if isinstance(o, ox.Literal) or p == _TYPE or o == s:
        return Fact(PREDICATE, "", s.value, words=(p.value, o.value), state=GIVEN)
    return Fact(PREDICATE, "", s.value, o.value, words=(p.value,), state=GIVEN)


def _node(iri: str, names: Names) -> Node:
    vi, en = _term(iri, names)
    return Node(iri, KIND, vi, en if en != vi else "")


def _term(iri: str, names: Names) -> tuple[str, str]:
    """The Vietnamese label, or any other, and the English one; the end of the IRI where there is none."""
    known = names.get(iri, {})
    last = local_name(iri)
    some = known.get("vi") or known.get("") or known.get("en") or min(known.values(), default=last)
    return some, known.get("en") or some

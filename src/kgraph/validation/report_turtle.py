"""The findings as a SHACL validation report in Turtle, without blank nodes and in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import pyoxigraph as ox

from kgraph.dataset.reader import OxTerm
from kgraph.model import short_hash
from kgraph.validation.findings import Finding
from kgraph.vocab import DATA, PREFIXES, expand

SHAPES: Final = "https://w3id.org/kgraph/shapes#"
_REPORT: Final = ox.NamedNode(DATA + "id/report/validation")
_USED: Final = ("dct", "edtf", "id", "kgo", "kgs", "oa", "org", "prov", "rdf", "schema", "sh", "skos", "xsd")


def render(findings: Sequence[Finding], lang: str = "vi") -> str:  # noqa: ARG001 - every report is called alike
    """A ``sh:ValidationReport`` with messages in both languages; *lang* changes nothing."""
    triples = {ox.Triple(*t) for t in _report(findings)}
    prefixes = {name: PREFIXES[name] for name in _USED} | {"kgsh": SHAPES}
    return bytes(ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b"").decode()


def _report(findings: Sequence[Finding]) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, OxTerm]]:
    yield _REPORT, _name("rdf:type"), _name("sh:ValidationReport")
    yield _REPORT, _name("sh:conforms"), ox.Literal(not findings)
    for finding in findings:
        node = ox.NamedNode(f"{DATA}id/finding/{_key(finding)}")
        yield _REPORT, _name("sh:result"), node
        yield from ((node, _name(predicate), value) for predicate, value in _result(finding))


def _key(finding: Finding) -> str:
    return short_hash(finding.shape, finding.focus, finding.path or "", str(finding.value), finding.message.en)


def _result(finding: Finding) -> Iterator[tuple[str, OxTerm]]:
    yield "rdf:type", _name("sh:ValidationResult")
    yield "sh:resultSeverity", _name(f"sh:{finding.severity.capitalize()}")
    yield "sh:focusNode", _node(finding.focus)
    yield "sh:sourceShape", ox.NamedNode(SHAPES + finding.shape)
    yield "sh:sourceConstraintComponent", ox.NamedNode(finding.component)
    yield "sh:resultMessage", ox.Literal(finding.message.vi, language="vi")
    yield "sh:resultMessage", ox.Literal(finding.message.en, language="en")
    if finding.path:
        yield "sh:resultPath", ox.NamedNode(finding.path)
    if finding.value is not None:
        yield "sh:value", finding.value


def _node(focus: str) -> OxTerm:
    return ox.BlankNode(focus[2:]) if focus.startswith("_:") else ox.NamedNode(focus)


def _name(curie: str) -> ox.NamedNode:
    return ox.NamedNode(expand(curie))

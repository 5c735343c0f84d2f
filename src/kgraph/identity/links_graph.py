"""Candidates -> the N-Quads of the graph ``links``: the pairs, how sure, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgraph.dataset.nquads import Triple, lines
from kgraph.dataset.terms import types
from kgraph.identity.candidate import Candidate
from kgraph.identity.features import features
from kgraph.model import Iri, Text, Typed
from kgraph.vocab import entity_iri, graph_iri


def links_quads(candidates: Iterable[Candidate]) -> list[str]:
    """The lines of the graph, sorted; none where there is no candidate."""
    every = tuple(candidates)
    reasons = sorted({reason for candidate in every for reason in candidate.reasons})
    triples = [t for candidate in every for t in _candidate(candidate)]
    triples += [t for reason in reasons for t in _reason(reason)]
    return sorted(lines(graph_iri("links"), triples))


def _candidate(candidate: Candidate) -> Iterator[Triple]:
    node = entity_iri("candidate", candidate.key)
    yield from types(node, "kgo:IdentityCandidate")
    yield from ((node, "kgo:candidateFor", Iri(iri)) for iri in (candidate.a, candidate.b))
    yield node, "kgo:proposedDecision", Iri(f"kgs:decision-{candidate.proposal}")
    yield node, "kgo:score", Typed(str(candidate.score), "xsd:decimal")
    yield from ((node, "kgo:candidateReason", Iri(entity_iri("reason", reason))) for reason in candidate.reasons)
    if candidate.unsure:
        yield node, "kgo:decidedSoFar", Iri("kgs:decision-unsure")


def _reason(id_: str) -> Iterator[Triple]:
    node, feature = entity_iri("reason", id_), features()[id_]
    yield from types(node, "kgo:CandidateReason")
    yield node, "skos:prefLabel", Text(feature.words.vi)
    yield node, "skos:prefLabel", Text(feature.words.en, "en")
    yield node, "kgo:weight", Typed(str(feature.weight), "xsd:decimal")

"""Mapped articles and people's decisions -> all quads that the store is filled with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kgraph.dataset.decisions import apply, relabel
from kgraph.dataset.editions import edition_quads
from kgraph.dataset.ledger import Decision
from kgraph.dataset.near_duplicates import Edition, groups, is_about_articles
from kgraph.dataset.provenance import provenance_quads
from kgraph.dataset.review import DERIVED_FROM, Review, review
from kgraph.dataset.shared_graphs import registry_quads, vocabulary_quads
from kgraph.dataset.spelling import one_label
from kgraph.pipeline.mapping import Mapped


@dataclass(frozen=True, slots=True)
class Assembly:
    """The N-Quads *lines* of all graphs but the derived one, the number of *facts*, and how the decisions fared."""

    lines: tuple[str, ...]
    facts: int
    review: Review


def assemble(articles: Sequence[Mapped], decisions: Iterable[Decision]) -> Assembly:
    """Put the graphs together. Decisions are applied before the registry graph is made, so that it follows them."""
    lines = one_label(line for article in articles for line in article.lines)
    reviewed = _review(lines, tuple(decisions))
    if reviewed.decisions:
        lines = apply(lines, (d for d in reviewed.decisions if not is_about_articles(d)))
    links = edition_quads(lines, groups(map(_edition, articles), reviewed.decisions))
    labelled = relabel([*lines, *registry_quads(lines)], reviewed.decisions)
    provenance = provenance_quads((article.key for article in articles), lines)
    return Assembly((*labelled, *links, *provenance, *vocabulary_quads()), _facts(lines), reviewed)


def _review(lines: list[str], decisions: tuple[Decision, ...]) -> Review:
    return review([*lines, *registry_quads(lines)], decisions) if decisions else Review((), (), ())


def _edition(article: Mapped) -> Edition:
    return Edition(article.key, article.copy.published or "", article.sketch)


def _facts(lines: list[str]) -> int:
    mark = f"> {DERIVED_FROM} <"
    return len({line.partition(" ")[0] for line in lines if mark in line})

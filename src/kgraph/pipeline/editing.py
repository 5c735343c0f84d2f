"""The graphs of articles after decisions, and which editions of one report repeat each other."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kgraph.dataset.decisions import apply
from kgraph.dataset.editions import edition_quads
from kgraph.dataset.inventory import Inventory
from kgraph.dataset.ledger import Decision
from kgraph.dataset.near_duplicates import Group, is_about_articles
from kgraph.dataset.spelling import one_label, winners
from kgraph.pipeline.intake import Texts
from kgraph.vocab import graph_iri


@dataclass(frozen=True, slots=True)
class Editing:
    """The reviewed *decisions* and the *articles* that they touch."""

    decisions: tuple[Decision, ...]
    articles: frozenset[str]


def edited(keys: Collection[str], texts: Texts, inventory: Inventory, by: Editing) -> dict[str, list[str]]:
    """The graphs of the articles *keys*, which are all that the decisions touch or none of these.

    Decisions are applied before the registry graph is made, so that it follows them; labels come last.
    """
    winning = winners(inventory.labels(inventory.labelled_in(keys)))
    graphs = {key: one_label(texts.of(key).lines, winning) for key in sorted(keys)}
    touched = [line for key in sorted(by.articles & graphs.keys()) for line in graphs[key]]
    if touched:
        graphs |= _applied(touched, by)
    return graphs


def _applied(lines: Iterable[str], by: Editing) -> dict[str, list[str]]:
    graphs: defaultdict[str, list[str]] = defaultdict(list)
    for line in apply(lines, (d for d in by.decisions if not is_about_articles(d))):
        graphs[line.rsplit(" ", 2)[1]].append(line)
    return {key: graphs[f"<{graph_iri('article', key)}>"] for key in by.articles}


@dataclass(frozen=True, slots=True)
class Editions:
    """A group of editions as a build left it: its *articles* in order, and the N-Quads *lines* about it."""

    articles: list[str]
    lines: list[str]


def known_editions(inventory: Inventory) -> dict[str, Editions]:
    """The groups of the build before, by key."""
    return {key: Editions(*values) for key, values in json.loads(inventory.note("editions") or "{}").items()}


def editions_of(grouped: Iterable[Group], graphs: Mapping[str, list[str]], inventory: Inventory) -> list[str]:
    """The graph ``links`` of the groups; of those that none of *graphs* belongs to, as it was."""
    known = known_editions(inventory)
    found: dict[str, Editions] = {}
    for group in grouped:
        lines = [line for edition in group.editions for line in graphs.get(edition.key, ())]
        articles = [edition.key for edition in group.editions]
        found[group.key] = Editions(articles, edition_quads(lines, (group,))) if lines else known[group.key]
    inventory.keep("editions", json.dumps({key: (e.articles, e.lines) for key, e in found.items()}))
    return sorted(line for editions in found.values() for line in editions.lines)

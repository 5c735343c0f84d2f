"""The graphs of articles after decisions, and which editions of one report repeat each other."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kgraph.dataset.decisions import apply, relabel
from kgraph.dataset.editions import edition_quads
from kgraph.dataset.inventory import Inventory
from kgraph.dataset.ledger import Decision
from kgraph.dataset.near_duplicates import Group, is_about_articles
from kgraph.dataset.spelling import one_label
from kgraph.pipeline.reading import Articles
from kgraph.vocab import graph_iri


@dataclass(frozen=True, slots=True)
class Wording:
    """What things are called: the labels *winning* among those of the texts, and those that people decided on."""

    winning: Mapping[str, str]
    decisions: tuple[Decision, ...]

    def of_texts(self, lines: Iterable[str]) -> list[str]:
        """*lines* as decisions find them."""
        return one_label(lines, self.winning)

    def of_people(self, lines: Iterable[str]) -> list[str]:
        """*lines* as they are written, after `of_texts` and all that decisions join, part or drop."""
        return relabel(lines, self.decisions)


@dataclass(frozen=True, slots=True)
class Graphs:
    """The graphs of *articles*, each made when it is asked for; those *edited* by decisions are there, by key."""

    articles: Articles
    wording: Wording
    edited: Mapping[str, list[str]]

    @classmethod
    def of(cls, articles: Articles, wording: Wording, decided: Collection[str]) -> Graphs:
        """Those of *articles*; decisions touch the articles *decided*, which are all that they touch or none."""
        return cls(articles, wording, _edited(articles, decided, wording) if decided else {})

    def only(self, keys: Iterable[str]) -> Graphs:
        """The graphs of the articles *keys*, to be sent to another process."""
        kept = tuple(keys)
        edited = {key: self.edited[key] for key in kept if key in self.edited}
        return Graphs(self.articles.only(kept), self.wording, edited)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the articles, sorted."""
        return tuple(sorted(self.articles.sources))

    def lines(self, key: str) -> list[str]:
        """The N-Quads of the article *key*."""
        return self.wording.of_people(self.before_labels(key))

    def before_labels(self, key: str) -> list[str]:
        """As `lines`, without the labels that people decided on."""
        known = self.edited.get(key)
        return self.wording.of_texts(self.articles.article(key).lines) if known is None else known


def _edited(articles: Articles, keys: Collection[str], wording: Wording) -> dict[str, list[str]]:
    """Decisions come before the registry graph is made, so that it follows them; labels come last."""
    lines = [line for key in sorted(keys) for line in wording.of_texts(articles.article(key).lines)]
    rows = (decision for decision in wording.decisions if not is_about_articles(decision))
    graphs: defaultdict[str, list[str]] = defaultdict(list)
    for line in apply(lines, rows):
        graphs[line.rsplit(" ", 2)[1]].append(line)
    return {key: graphs[f"<{graph_iri('article', key)}>"] for key in sorted(keys)}


@dataclass(frozen=True, slots=True)
class Editions:
    """A group of editions as a build left it: its *articles* in order, and the N-Quads *lines* about it."""

    articles: list[str]
    lines: list[str]


def known_editions(inventory: Inventory) -> dict[str, Editions]:
    """The groups of the build before, by key."""
    return {key: Editions(*values) for key, values in json.loads(inventory.note("editions") or "{}").items()}


def editions_of(grouped: Iterable[Group], graphs: Graphs, inventory: Inventory) -> list[str]:
    """The graph ``links`` of the groups; of those that none of *graphs* belongs to, as it was."""
    known = known_editions(inventory)
    found: dict[str, Editions] = {}
    for group in grouped:
        articles = [edition.key for edition in group.editions]
        lines = [line for key in articles if key in graphs.articles.sources for line in graphs.before_labels(key)]
        found[group.key] = Editions(articles, edition_quads(lines, (group,))) if lines else known[group.key]
    inventory.keep("editions", json.dumps({key: (e.articles, e.lines) for key, e in found.items()}))
    return sorted(line for editions in found.values() for line in editions.lines)

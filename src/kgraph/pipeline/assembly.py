"""Articles and people's decisions -> the quads of every graph that is new or changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from kgraph.dataset.alike import Alike, alike, alike_again
from kgraph.dataset.contributions import contribution
from kgraph.dataset.decisions import relabel
from kgraph.dataset.inventory import Inventory
from kgraph.dataset.ledger import Decision
from kgraph.dataset.near_duplicates import Group, concerned, groups
from kgraph.dataset.provenance import provenance_quads
from kgraph.dataset.review import Review, resolved, review
from kgraph.dataset.shared_graphs import described, is_of_registry, vocabulary_quads
from kgraph.dataset.spelling import winners
from kgraph.pipeline.editing import Editions, Graphs, Wording, editions_of, known_editions
from kgraph.pipeline.intake import Intake, take_over
from kgraph.pipeline.reading import Articles

_NOTHING = Review((), (), ())


@dataclass(frozen=True, slots=True)
class Assembly:
    """What has to be written: *graphs* of articles, none for those *gone*, and the *shared* ones; how decisions fared.

    *shared* are N-Quads lines by the name of their graph, all but the derived one.
    """

    graphs: Graphs
    gone: frozenset[str]
    shared: Mapping[str, tuple[str, ...]]
    review: Review


def assemble(articles: Articles, inventory: Inventory, decisions: Iterable[Decision]) -> Assembly:
    """Bring *inventory* up to date with *articles* and *decisions*, and tell what that changes."""
    rows = tuple(decisions)
    intake = take_over(articles, inventory)
    decided = inventory.naming(_nodes(rows, inventory)) if rows else set()
    touched = decided.union(inventory.decided())
    reviewed = _reviewed(rows, decided, articles, inventory) if rows else _NOTHING
    grouped = _grouped(intake, reviewed, inventory)
    differing = intake.changed | intake.gone | intake.relabelled | _regrouped(grouped, known_editions(inventory))
    if _differ(reviewed, decided, inventory):
        differing |= touched
    # A decision joins things of several articles, and an edition repeats the facts of another.
    together = (touched, *({edition.key for edition in group.editions} for group in grouped))
    changed = _spread(differing, together) & articles.sources.keys()
    wording = Wording(winners(inventory.spellings()), reviewed.decisions)
    graphs = Graphs.of(articles.only(sorted(changed)), wording, decided & changed)
    for key in sorted(touched & changed):
        edited = graphs.edited.get(key)
        inventory.share(key, articles.article(key).adds if edited is None else contribution(edited))
    return Assembly(graphs, intake.gone, _shared(articles, graphs, grouped, inventory), reviewed)


def _shared(
    articles: Articles, graphs: Graphs, grouped: Iterable[Group], inventory: Inventory
) -> dict[str, tuple[str, ...]]:
    return {
        "links": tuple(editions_of(grouped, graphs, inventory)),
        "registry": tuple(relabel(described(inventory.referred()), graphs.wording.decisions)),
        "provenance": tuple(provenance_quads(articles.sources, (rule[1:-1] for rule in inventory.rules()))),
        "vocabulary": vocabulary_quads(),
    }


def _grouped(intake: Intake, reviewed: Review, inventory: Inventory) -> tuple[Group, ...]:
    """The groups of editions; which articles are alike is looked for among those that *intake* concerns alone."""
    known = inventory.note("alike")
    if known:
        before = [Alike(*pair) for pair in json.loads(known)]
        pairs = alike_again(inventory.editions(), before, intake.changed, intake.before)
    else:
        pairs = alike(inventory.editions())
    inventory.keep("alike", json.dumps(pairs))
    return groups(inventory.editions_of(concerned(pairs, reviewed.decisions)), reviewed.decisions, pairs)


def _nodes(rows: Iterable[Decision], inventory: Inventory) -> set[str]:
    """What decisions name, IRIs in angle brackets."""
    facts = {node.rpartition("/")[2][:-1]: node for node in inventory.stated()}
    return {node for row in rows for d in (resolved(row, facts),) for node in (d.a, d.b) if node}


def _reviewed(rows: tuple[Decision, ...], decided: set[str], articles: Articles, inventory: Inventory) -> Review:
    """Only the graphs that name what *rows* name, and the registry, can tell whether these match."""
    lines = [line for key in sorted(decided) for line in articles.article(key).lines]
    return review([*lines, *described(filter(is_of_registry, inventory.named()))], rows)


def _differ(reviewed: Review, decided: set[str], inventory: Inventory) -> bool:
    """Whether other decisions are applied than in the build before; keeps those of now, and what they touch."""
    applied = repr([(d.kind, d.a, d.b, d.value) for d in reviewed.decisions])
    differ = applied != inventory.note("decisions")
    inventory.keep("decisions", applied)
    inventory.keep("decided", json.dumps(sorted(decided)))
    return differ


def _spread(changed: Set[str], together: Iterable[Set[str]]) -> set[str]:
    """*changed* with all that is written together with some of it, and so on."""
    found, every = set(changed), tuple(together)
    while True:
        more = found.union(*(one for one in every if found & one))
        if more == found:
            return found
        found = more


def _regrouped(grouped: Iterable[Group], known: Mapping[str, Editions]) -> set[str]:
    """The articles of groups that are not as they were."""
    found = {group.key: [edition.key for edition in group.editions] for group in grouped}
    other = (keys for key, keys in found.items() if key not in known or known[key].articles != keys)
    return set().union(*other)

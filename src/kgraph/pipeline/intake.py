"""Which articles are new, changed or gone since the inventory was written, and what that changes for others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kgraph.dataset.alike import Edition
from kgraph.dataset.inventory import Entry, Inventory
from kgraph.dataset.spelling import winners
from kgraph.pipeline.reading import Articles


@dataclass(frozen=True, slots=True)
class Intake:
    """The articles *changed*, new ones among them, and *gone*; those whose graph is *relabelled* because of them.

    *before* is what the changed and the gone were.
    """

    changed: frozenset[str]
    gone: frozenset[str]
    relabelled: frozenset[str]
    before: tuple[Edition, ...]


def take_over(articles: Articles, inventory: Inventory) -> Intake:
    """Bring *inventory* up to date with the sources."""
    now = articles.read_from
    before = inventory.sources()
    changed = {key for key, names in now.items() if before.get(key) != names}
    gone = before.keys() - now.keys()
    nodes = inventory.labelled_in(gone | changed) if before else set()
    labels = winners(inventory.labels(nodes))
    editions = tuple(inventory.editions_of(sorted(gone | changed)))
    inventory.forget(gone | (changed & before.keys()))
    for key in sorted(changed):
        mapped = articles.head(key)
        silent = "" if mapped.facts else mapped.copy.name
        entry = Entry(key, now[key], mapped.copy.published or "", mapped.sketch, silent)
        inventory.put(entry, mapped.adds)
        inventory.share(key, mapped.adds)
    inventory.index()
    relabelled = _relabelled(changed, labels, nodes, inventory) if before else set()
    return Intake(frozenset(changed), frozenset(gone), frozenset(relabelled), editions)


def _relabelled(changed: set[str], labels: Mapping[str, str], nodes: set[str], inventory: Inventory) -> set[str]:
    """The articles that name something whose label another spelling wins now; *labels* were those of *nodes* before."""
    added = inventory.labelled_in(changed) - nodes
    now = winners(inventory.labels(nodes | added))
    other = {node for node in nodes if labels.get(node) != now.get(node)} | (added & now.keys())
    return inventory.labelling(other)

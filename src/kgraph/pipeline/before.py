"""The generation that a build finds, and whether little enough changed to change it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pyoxigraph import Store

from kgraph.dataset.generations import current_generation
from kgraph.dataset.inventory import FILE, Inventory
from kgraph.dataset.provenance import rules_digest
from kgraph.dataset.store import STORE
from kgraph.pipeline.flagging import FILE as FINDINGS
from kgraph.pipeline.reading import Articles
from kgraph.pipeline.telling import KEPT, REPORT
from kgraph.pipeline.writing import QUADS, TURTLE

SHARE: Final = 0.2
"""Of the articles: where more of them change, writing everything is quicker than changing the store."""


@dataclass(frozen=True, slots=True)
class Before:
    """A *generation* made by the same rules, or None, and what each of its articles was read from, by key.

    *asked* is a digest of what else it was made of, *told* the report on it as `dumps` writes it.
    """

    generation: Path | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    asked: str = ""
    told: str = ""

    @classmethod
    def of(cls, data: Path) -> Before:
        """What the dataset directory *data* holds; what is damaged or was edited is nothing, and made anew."""
        generation = current_generation(data)
        if generation is None or not (generation / FILE).is_file():
            return cls()
        try:
            with closing(Inventory.open(generation).database) as database:
                return cls._kept(generation, Inventory(database))
        except (sqlite3.DatabaseError, OSError, RuntimeError):  # the last is what a damaged store raises
            return cls()

    @classmethod
    def _kept(cls, generation: Path, inventory: Inventory) -> Before:
        Store.read_only(str(generation / STORE))
        if (inventory.note("rules"), inventory.note("files")) != (rules_digest(), stamp(generation)):
            return cls()
        return cls(generation, inventory.sources(), inventory.note("asked"), inventory.note("told"))

    @property
    def names(self) -> dict[str, str]:
        """The key of the article that each fingerprint of a source is of."""
        return {name: key for key, names in self.sources.items() for name in names.split(" ")}

    def is_same(self, articles: Articles, asked: str) -> bool:
        """Whether a build of *articles* would make this generation again."""
        return self.generation is not None and self.asked == asked and self.sources == articles.read_from

    def is_near(self, articles: Articles) -> bool:
        """Whether few of *articles* are new, changed or gone."""
        now = articles.read_from
        differing = sum(self.sources.get(key) != names for key, names in now.items()) + len(self.sources.keys() - now)
        return self.generation is not None and differing <= SHARE * len(now)


def stamp(generation: Path) -> str:
    """Sizes and times of the files of *generation* that readers see, and of its findings: nobody may change them."""
    stats = [(generation / name).stat() for name in (QUADS, TURTLE, REPORT, FINDINGS, KEPT)]
    return " ".join(f"{stat.st_size} {stat.st_mtime_ns}" for stat in stats)

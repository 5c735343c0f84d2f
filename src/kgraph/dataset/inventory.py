"""What a generation was made from, and what each of its articles adds to what articles share.

An SQLite file in the generation: a build that finds one article changed asks it for the rest instead of reading the
other articles again.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kgraph.dataset.alike import Edition
from kgraph.dataset.contributions import Contribution
from kgraph.dataset.sketches import Sketch

FILE: Final = "inventory.sqlite"
_TABLES: Final = """
CREATE TABLE article (
  key TEXT PRIMARY KEY, sources TEXT, published TEXT, silent TEXT, words INTEGER, hashes BLOB, numbers TEXT
) WITHOUT ROWID;
CREATE TABLE named (article TEXT, node TEXT, role TEXT, PRIMARY KEY (article, node)) WITHOUT ROWID;
CREATE TABLE label (article TEXT, node TEXT, label TEXT, PRIMARY KEY (article, node, label)) WITHOUT ROWID;
CREATE TABLE shared (article TEXT, what TEXT, node TEXT, PRIMARY KEY (article, what, node)) WITHOUT ROWID;
CREATE TABLE line (graph TEXT, line TEXT, PRIMARY KEY (graph, line)) WITHOUT ROWID;
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
"""*words*, *hashes* and *numbers* are the sketch; *named* and *label* are as the texts have it, before decisions,
*shared* is as the dataset has it. *line* has the N-Quads of graphs that articles share."""
_INDEXES: Final = (
    "named_of ON named (node, article, role)",
    "label_of ON label (node, label)",
    "shared_of ON shared (what, node)",
)
_EDITIONS: Final = "SELECT key, published, words, hashes, numbers FROM article"
_OF_ARTICLES: Final = {"article": "key", "named": "article", "label": "article", "shared": "article"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An article: its *key*, the *sources* that it was read from, its day of printing and sketch.

    *silent* is the name of a file that states no fact, else empty.
    """

    key: str
    sources: str
    published: str
    sketch: Sketch
    silent: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """An open inventory; nothing is kept before `save`."""

    database: sqlite3.Connection

    @classmethod
    def create(cls, folder: Path) -> Inventory:
        """An empty one in the generation *folder*."""
        database = sqlite3.connect(folder / FILE)
        database.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;" + _TABLES)
        return cls(database)

    @classmethod
    def open(cls, folder: Path) -> Inventory:
        """That of the generation *folder*, to be read. Raises sqlite3.DatabaseError where it is damaged."""
        return cls(sqlite3.connect(f"{(folder / FILE).absolute().as_uri()}?mode=ro", uri=True))

    @classmethod
    def copied(cls, earlier: Path, folder: Path) -> Inventory:
        """That of the generation *earlier*, to be changed in the generation *folder*."""
        shutil.copyfile(earlier / FILE, folder / FILE)
        database = sqlite3.connect(folder / FILE)
        database.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;")
        return cls(database)

    def index(self) -> None:
        """Make what was put quick to find; to sort it once is quicker than to keep it sorted while it comes."""
        for index in _INDEXES:
            self.database.execute(f"CREATE INDEX IF NOT EXISTS {index}")

    def save(self) -> None:
        """Write what was changed and close the file."""
        self.database.commit()
        self.database.close()

    def sources(self) -> dict[str, str]:
        """What each article was read from, by its key."""
        return dict(self.database.execute("SELECT key, sources FROM article"))

    def editions(self) -> Iterator[Edition]:
        """What grouping needs of every article."""
        return map(Edition._make, self.database.execute(_EDITIONS))

    def editions_of(self, articles: Iterable[str]) -> Iterator[Edition]:
        """What grouping needs of those of *articles* that are there."""
        for key in articles:
            yield from map(Edition._make, self.database.execute(f"{_EDITIONS} WHERE key = ?", (key,)))

    def silent(self) -> list[str]:
        """The files that state no fact, sorted."""
        return self._column("SELECT silent FROM article WHERE silent != '' ORDER BY silent")

    def forget(self, articles: Iterable[str]) -> None:
        """Drop all that is known of *articles*."""
        keys = [(key,) for key in articles]
        for table, column in _OF_ARTICLES.items():
            self.database.executemany(f"DELETE FROM {table} WHERE {column} = ?", keys)  # noqa: S608 - names of ours

    def put(self, entry: Entry, stated: Contribution) -> None:
        """Keep an article, and what its text adds before decisions."""
        key, published, *sketch = Edition.of(entry.key, entry.published, entry.sketch)
        row = (key, entry.sources, published, entry.silent, *sketch)
        self.database.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        roles = dict.fromkeys(stated.nodes, "") | dict.fromkeys(stated.described, "described")
        roles |= dict.fromkeys(stated.facts, "fact")
        self.database.executemany(
            "INSERT INTO named VALUES (?, ?, ?)", ((entry.key, node, role) for node, role in sorted(roles.items()))
        )
        self.database.executemany(
            "INSERT INTO label VALUES (?, ?, ?)", ((entry.key, node, label) for node, label in sorted(stated.labels))
        )

    def share(self, article: str, kept: Contribution) -> None:
        """Keep what the graph of *article* adds after decisions."""
        self.database.execute("DELETE FROM shared WHERE article = ?", (article,))
        every = {"described": kept.described, "fact": kept.facts, "referred": kept.referred, "rule": kept.rules}
        self.database.executemany(
            "INSERT INTO shared VALUES (?, ?, ?)",
            ((article, what, node) for what, nodes in every.items() for node in sorted(nodes)),
        )

    def labels(self, nodes: Iterable[str]) -> Iterator[tuple[str, str, int]]:
        """(node, label, in how many articles) of *nodes*."""
        for node in nodes:
            yield from self.database.execute(
                "SELECT node, label, COUNT(*) FROM label WHERE node = ? GROUP BY label", (node,)
            )

    def spellings(self) -> Iterator[tuple[str, str, int]]:
        """As `labels`, of all nodes that have more than one."""
        several = "SELECT node FROM label GROUP BY node HAVING COUNT(DISTINCT label) > 1"
        return self.labels(self._column(several))

    def common(self) -> list[str]:
        """The nodes that the texts of several articles name."""
        return self._column("SELECT node FROM named GROUP BY node HAVING COUNT(*) > 1")

    def decided(self) -> list[str]:
        """The articles that decisions touch."""
        return list(json.loads(self.note("decided") or "[]"))

    def articles(self) -> list[str]:
        """The keys of the articles, sorted."""
        return self._column("SELECT key FROM article ORDER BY key")

    def labelled_in(self, articles: Iterable[str]) -> set[str]:
        """The nodes that *articles* give a label."""
        return self._each("SELECT node FROM label WHERE article = ?", articles)

    def labelling(self, nodes: Iterable[str]) -> set[str]:
        """The articles that give one of *nodes* a label."""
        return self._each("SELECT article FROM label WHERE node = ?", nodes)

    def naming(self, nodes: Iterable[str]) -> set[str]:
        """The articles whose text names one of *nodes*."""
        return self._each("SELECT article FROM named WHERE node = ?", nodes)

    def stated(self) -> list[str]:
        """The facts that texts state, before decisions."""
        return self._column("SELECT DISTINCT node FROM named WHERE role = 'fact'")

    def named(self) -> list[str]:
        """The nodes that texts name and none describes, before decisions."""
        return self._column("SELECT node FROM named GROUP BY node HAVING MAX(role = 'described') = 0")

    def referred(self) -> list[str]:
        """The nodes of the registry's kinds that graphs refer to and none describes."""
        described = "SELECT node FROM shared WHERE what = 'described'"
        return self._column(f"SELECT DISTINCT node FROM shared WHERE what = 'referred' AND node NOT IN ({described})")  # noqa: S608 - a text of ours

    def rules(self) -> list[str]:
        """The rules that evidence names."""
        return self._column("SELECT DISTINCT node FROM shared WHERE what = 'rule'")

    def facts(self) -> int:
        """The number of facts in the dataset."""
        return int(*self._column("SELECT COUNT(DISTINCT node) FROM shared WHERE what = 'fact'"))

    def note(self, name: str) -> str:
        """What was kept under *name*, or nothing."""
        return next(iter(self.database.execute("SELECT value FROM note WHERE name = ?", (name,))), ("",))[0]

    def keep(self, name: str, value: str) -> None:
        """Keep *value* under *name*."""
        self.database.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, value))

    def lines(self, graph: str) -> frozenset[str]:
        """The N-Quads kept of *graph*."""
        return frozenset(line for (line,) in self.database.execute("SELECT line FROM line WHERE graph = ?", (graph,)))

    def keep_lines(self, graph: str, lines: Iterable[str]) -> None:
        """Keep the N-Quads *lines* of *graph* in place of those before."""
        before, now = self.lines(graph), frozenset(lines)
        gone, new = ([(graph, line) for line in sorted(some)] for some in (before - now, now - before))
        self.database.executemany("DELETE FROM line WHERE graph = ? AND line = ?", gone)
        self.database.executemany("INSERT INTO line VALUES (?, ?)", new)

    def _column(self, query: str) -> list[str]:
        return [value for (value,) in self.database.execute(query)]

    def _each(self, query: str, values: Iterable[str]) -> set[str]:
        return {found for value in values for (found,) in self.database.execute(query, (value,))}

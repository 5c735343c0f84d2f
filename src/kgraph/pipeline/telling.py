"""Findings in the words of the reports of a generation, in a table: what stays from build to build is not worded again.

They are sorted there and written from there, so that nothing holds all of them.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from kgraph.bilingual import Bilingual
from kgraph.pipeline.flagging import FILE
from kgraph.validation import report_html, report_json
from kgraph.validation.again import Known, nodes_of
from kgraph.validation.findings import Cause, Finding, Kind
from kgraph.validation.overview import Overview, Place, beside
from kgraph.validation.results import SPARQL
from kgraph.validation.shapes import load_shapes

REPORT: Final = "report.html"
KEPT: Final = "findings.sqlite"
"""In a generation: its findings for the build that comes after it."""


class Told(NamedTuple):
    """A finding as it is written: what sorts it first, then what is counted, the *entry* and the *item* of reports."""

    rank: int
    shape: str
    focus: str
    path: str
    value: str
    vi: str
    en: str
    component: str
    nodes: str
    kind: str
    kind_vi: str
    kind_en: str
    place: str
    name: str
    date: str
    beside: str
    entry: str
    item: str

    @classmethod
    def of(cls, finding: Finding) -> Told:
        """*finding* in words."""
        (rank, shape), focus, path, value, message, component = finding.order
        kind, label = finding.kind.name, finding.kind.label
        return cls(
            *(rank, shape, focus, path, value, message.vi, message.en, component, "\n".join(nodes_of(finding))),
            *(kind, label.vi, label.en, *Place.of(finding), beside(finding)),
            *(report_json.entry(finding), report_html.item(finding)),
        )


_COLUMNS: Final = ", ".join(Told._fields)
_ORDER: Final = "rank, shape, focus, path, value, vi, en, component"
_TABLES: Final = f"""
PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;
CREATE TABLE made (found_by TEXT);
CREATE TABLE finding ({_COLUMNS});
"""
_PUT: Final = f"INSERT INTO finding VALUES ({', '.join('?' * len(Told._fields))})"  # noqa: S608 - marks alone
_KNOWN: Final = "SELECT rowid, focus, shape, nodes, CASE component WHEN ? THEN vi || en ELSE '' END FROM finding"


@dataclass(frozen=True, slots=True)
class Findings:
    """The open table of the findings of a generation, by numbers of its own."""

    database: sqlite3.Connection

    def known(self) -> list[Known]:
        """What the next look needs to know of all of them."""
        return [Known(*row) for row in self.database.execute(_KNOWN, (SPARQL,))]

    def change(self, gone: Iterable[int], new: Iterable[Told]) -> None:
        """Drop the findings with the numbers *gone*, and put the *new* ones."""
        self.database.executemany("DELETE FROM finding WHERE rowid = ?", ((number,) for number in sorted(gone)))
        self.database.executemany(_PUT, new)

    def write(self, folder: Path) -> int:
        """Write them into the reports of the generation *folder*, and count them."""
        self.database.execute(f"CREATE INDEX IF NOT EXISTS in_order ON finding ({_ORDER})")
        self.database.commit()
        overview = self.overview()
        _write(folder / REPORT, report_html.pieces(overview, self._texts("item")))
        _write(folder / FILE, report_json.pieces(overview, self._texts("entry")))
        return overview.total

    def overview(self) -> Overview:
        """What reports say of all of them together."""
        causes = {cause.shape: cause for cause in load_shapes().causes.values()}
        return Overview(
            tuple(self._causes(causes)),
            {Kind(name, Bilingual(vi, en)): number for name, vi, en, number in self._counted("kind, kind_vi, kind_en")},
            {Place(*place): number for *place, number in self._counted("place, name, date")},
            next(self._rows("SELECT MIN(beside) FROM finding WHERE beside != ''"))[0] or "",
        )

    def _causes(self, causes: dict[str, Cause]) -> Iterator[tuple[Cause, int]]:
        for _, shape, number in self._counted("rank, shape"):
            yield causes[shape], number

    def _counted(self, columns: str) -> Iterator[tuple[Any, ...]]:
        return self._rows(f"SELECT {columns}, COUNT(*) FROM finding GROUP BY {columns} ORDER BY {columns}")  # noqa: S608 - names of ours

    def _texts(self, column: str) -> Iterator[str]:
        return (text for (text,) in self._rows(f"SELECT {column} FROM finding ORDER BY {_ORDER}"))  # noqa: S608 - names of ours

    def _rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        return self.database.execute(query)


def write_findings(told: Iterable[Told], found_by: str, folder: Path) -> int:
    """Write *told*, in any order, into the generation *folder*, and count them."""
    (folder / KEPT).unlink(missing_ok=True)
    with closing(sqlite3.connect(folder / KEPT)) as database:
        database.executescript(_TABLES)
        database.execute("INSERT INTO made VALUES (?)", (found_by,))
        findings = Findings(database)
        findings.change((), told)
        return findings.write(folder)


@contextmanager
def copied_findings(earlier: Path, folder: Path, found_by: str) -> Iterator[Findings | None]:
    """Those of the generation *earlier*, to be changed in *folder*; None where they are of other shapes."""
    shutil.copyfile(earlier / KEPT, folder / KEPT)
    with closing(sqlite3.connect(folder / KEPT)) as database:
        database.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;")
        made = database.execute("SELECT found_by FROM made").fetchone()
        yield Findings(database) if made == (found_by,) else None


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)

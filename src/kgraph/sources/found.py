"""What a look at the paths finds: files to read, and problems that a person can fix."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kgraph.sources.listing import NO_ROW, Row


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """Why one input is left out or one row is ignored; *line* names the file and the fix."""

    line: str


@dataclass(frozen=True, slots=True)
class Found:
    """A file that looks like an article. *name* is its NFC path relative to the source folder, with ``/``."""

    path: Path
    name: str
    row: Row = NO_ROW

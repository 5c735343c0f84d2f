"""Files as builds read them: one that the system says nobody touched since need not be read again.

Size, times and number of a file tell, as in the index of git. The time at which the system noted the last change
cannot be set by hand; one so young that a later change might bear it too (git calls it racy) is not relied upon.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from time import time_ns
from typing import Final

from kgraph.sources import Found

FILE: Final = "seen.json"
"""In the cache: the files by path, below what else their fingerprints depend on."""
SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a change is sure to bear another time: file systems count up to two seconds as one."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What `state` said of *files* read before, and their fingerprints, by path; *again* is the same of this build.

    *max_bytes* is the size of the largest file that this build reads.
    """

    files: Mapping[str, tuple[str, str]]
    max_bytes: int
    again: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, rules: str, max_bytes: int) -> Seen:
        """What is kept in *folder* of files read by the same *rules*; what is damaged is nothing."""
        try:
            made_by, files = json.loads((folder / FILE).read_text(encoding="utf-8"))
            known = {path: (str(state), str(name)) for path, (state, name) in files.items()}
            return cls(known if made_by == rules else {}, max_bytes)
        except (OSError, ValueError, TypeError, AttributeError):
            return cls({}, max_bytes)

    def state(self, found: Found) -> str:
        """A digest of all that tells one state of *found* from another, empty where that may not be relied upon."""
        now = time_ns()
        try:
            status = found.path.stat()
        except (OSError, ValueError):
            return ""
        settled = max(status.st_mtime_ns, status.st_ctime_ns) + SETTLED < now
        if not settled or not S_ISREG(status.st_mode) or status.st_size > self.max_bytes:
            return ""
        told = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        return sha256(repr((found.name, found.row, told)).encode(errors="surrogatepass")).hexdigest()[:32]

    def fingerprint(self, found: Found, state: str) -> str:
        """The fingerprint of *found* where it was read in this *state*, else nothing."""
        before, name = self.files.get(str(found.path), ("", ""))
        return name if state and before == state else ""

    def keep(self, found: Found, state: str, name: str) -> None:
        """Remember that *found* has the fingerprint *name* in this *state*, which was told before it was read."""
        if state:
            self.again[str(found.path)] = (state, name)

    def save(self, folder: Path, rules: str) -> None:
        """Write what was kept into *folder*, whole or not at all."""
        if self.again == self.files:
            return
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f".{FILE}.new"
        fresh.write_text(json.dumps((rules, self.again)), encoding="utf-8", newline="\n")
        fresh.replace(folder / FILE)

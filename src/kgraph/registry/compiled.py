"""Compiled patterns, kept in the user's cache folder: to make those of the lexicons takes half a second at every start.

They are kept as `regex` pickles them, which is its compiled form, and read back in a hundredth of a second. Where the
folder cannot be read or written they are made again, and nothing else changes.
"""

from __future__ import annotations

import pickle
import platform
import sys
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final, TypeAlias

import regex
from platformdirs import user_cache_path

Patterns: TypeAlias = dict[tuple[str, int], regex.Pattern[str]]
"""By source and flags."""
_MOST: Final = 4096
"""Patterns in the file: with more, most are those of lexicons that have changed since."""
_DIGEST: Final = sha256().digest_size
_NEW: Final[Patterns] = {}  # since the file was last read or written


def compiled(source: str, flags: int = 0) -> regex.Pattern[str]:
    """The pattern of *source*, made or read back. Raises `regex.error` where it is none."""
    found = _known().get((source, flags))
    if found is None:
        found = regex.compile(source, flags)
        _known()[source, flags] = _NEW[source, flags] = found
    return found


def keep() -> None:
    """Keep the patterns made so far for other processes and for the next start."""
    if not _NEW:
        return
    kept = read(file()) | _NEW  # what another process kept meanwhile stays
    with suppress(OSError):
        write(kept if len(kept) <= _MOST else _NEW, file())
    _NEW.clear()


def file() -> Path:
    """Where they are kept. What another version of `regex` or of Python made is in another file."""
    made_by = f"{regex.__version__}-{sys.implementation.cache_tag}-{platform.machine()}"
    return user_cache_path("kgraph", appauthor=False) / f"patterns-{made_by}.pickle"


def read(path: Path) -> Patterns:
    """The patterns of the file *path*, none where it is missing or damaged."""
    with suppress(OSError):
        content = path.read_bytes()
        if sha256(content[_DIGEST:]).digest() == content[:_DIGEST]:
            kept: Patterns = pickle.loads(content[_DIGEST:])  # noqa: S301 - of the user's own folder
            return kept
    return {}


def write(patterns: Patterns, path: Path) -> None:
    """Write *patterns* into *path*; who reads meanwhile sees all or nothing. Raises OSError where that cannot be."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    content = pickle.dumps(patterns)
    with NamedTemporaryFile(dir=path.parent, delete=False) as new:
        new.write(sha256(content).digest() + content)
    Path(new.name).replace(path)


@lru_cache(maxsize=1)
def _known() -> Patterns:
    return read(file())

"""Articles already mapped by the same rules: an unchanged source is not read again."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from kgraph.dataset.article_graph import Copy
from kgraph.dataset.contributions import Contribution
from kgraph.dataset.sketches import of_plain, plain
from kgraph.model import Source
from kgraph.pipeline.mapping import Mapped


def fingerprint(source: Source, rules: str) -> str:
    """What the result depends on: bytes, name and metadata of *source*, and the hash of the *rules*."""
    metadata = (source.name, source.is_html, source.url, source.publisher, source.published, source.title)
    parts = json.dumps((rules, _html_reader(), metadata)).encode()
    return sha256(parts + b"\0" + source.content).hexdigest()


@lru_cache(maxsize=1)
def _html_reader() -> str:
    """trafilatura is optional and reads saved pages better, so its coming or going makes pages new."""
    try:
        return version("trafilatura")
    except PackageNotFoundError:
        return ""


@dataclass(frozen=True, slots=True)
class Cache:
    """Files below *folder*, named by fingerprint. A damaged or half-written one counts as missing."""

    folder: Path

    def get(self, name: str) -> Mapped | None:
        """What was mapped under *name*, or None."""
        try:
            head, _, body = self._path(name).read_bytes().partition(b"\n")
            values = json.loads(head)
            whole = values.pop("digest") == _digest(body)
            return Mapped(**values | _parts(values, body.decode().split("\n"))) if whole else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def head(self, name: str) -> Mapped | None:
        """What was mapped under *name* without its lines, or None; whether the lines are whole is not looked at."""
        try:
            with self._path(name).open(encoding="utf-8") as file:
                values = json.loads(file.readline())
            del values["digest"]
            return Mapped(**values | _parts(values, []))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, name: str, mapped: Mapped) -> None:
        """Keep *mapped* under *name*; written whole or not at all."""
        body = "\n".join(mapped.lines).encode()
        head = json.dumps(_values(mapped) | {"digest": _digest(body)}, ensure_ascii=False).encode()
        content = head + b"\n" + body
        path = self._path(name)
        fresh = path.with_suffix(".new")
        try:
            fresh.write_bytes(content)
        except FileNotFoundError:  # the folder is there for all but the first of 256
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(content)
        fresh.replace(path)

    def keep_only(self, names: set[str]) -> None:
        """Drop what the present sources no longer use, so that the cache does not grow for ever."""
        for folder in (path for path in self.folder.glob("*") if path.is_dir()):
            with os.scandir(folder) as entries:
                gone = [entry.name for entry in entries if entry.name not in names]
            for name in gone:
                (folder / name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name


def _values(mapped: Mapped) -> dict[str, Any]:
    """All of *mapped* but its lines, as JSON has it."""
    return {
        "key": mapped.key,
        "copy": asdict(mapped.copy),
        "facts": mapped.facts,
        "problem": mapped.problem,
        "sketch": plain(mapped.sketch),
        "adds": {field.name: sorted(getattr(mapped.adds, field.name)) for field in fields(Contribution)},
    }


def _parts(values: dict[str, Any], lines: list[str]) -> dict[str, object]:
    """What JSON has no types for."""
    adds: dict[str, Any] = {name: frozenset(map(_hashable, found)) for name, found in values["adds"].items()}
    return {
        "copy": Copy(**values["copy"]),
        "sketch": of_plain(values["sketch"]),
        "adds": Contribution(**adds),
        "lines": tuple(lines),
    }


def _hashable(value: str | list[str]) -> str | tuple[str, ...]:
    """A string, or the tuple that JSON made a list of."""
    return value if isinstance(value, str) else tuple(value)


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()[:16]

"""Paths -> mapped articles: reading, the cache and the processes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kgraph.dataset.provenance import rules_digest
from kgraph.pipeline.cache import Cache, fingerprint
from kgraph.pipeline.mapping import Mapped
from kgraph.pipeline.values import BuildOptions, Extract, Progress
from kgraph.pipeline.workers import Task, map_all
from kgraph.sources import Found, SourceProblem, read_found


@dataclass(frozen=True, slots=True)
class ReadAll:
    """Every source that could be mapped, and a line for every one that could not."""

    mapped: tuple[Mapped, ...]
    problems: tuple[str, ...]


def read_all(
    found: Iterable[Found], data: Path, options: BuildOptions, progress: Progress, extract: Extract
) -> ReadAll:
    """Read and map the *found* files; files read before by the same rules come from the cache of *data*."""
    files = tuple(found)
    cache = Cache(data / "cache")
    mapped: dict[str, Mapped] = {}
    tasks: dict[str, Task] = {}
    problems: list[str] = []
    for item in files:
        source = read_found(item, options.max_bytes)
        if isinstance(source, SourceProblem):
            problems.append(source.line)
            continue
        name = fingerprint(source, rules_digest())
        if (known := cache.get(name)) is not None:
            mapped[name] = known
        else:
            tasks[name] = (name, source)
    _map(tasks, mapped, len(files), cache, (options.jobs, progress, extract))
    cache.keep_only(set(mapped))
    problems += (m.problem for m in mapped.values() if m.problem)
    return ReadAll(tuple(m for m in mapped.values() if not m.problem), tuple(sorted(problems)))


def _map(
    tasks: dict[str, Task],
    mapped: dict[str, Mapped],
    total: int,
    cache: Cache,
    how: tuple[int, Progress, Extract],
) -> None:
    jobs, progress, extract = how
    done = total - len(tasks)
    progress(done, total)
    for name, result in map_all(tuple(tasks.values()), extract, jobs):
        cache.put(name, result)
        mapped[name] = result
        done += 1
        progress(done, total)

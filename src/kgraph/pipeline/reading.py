"""Paths -> articles: reading, the cache and the processes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kgraph.dataset.provenance import rules_digest
from kgraph.errors import KgraphError
from kgraph.model import Source
from kgraph.pipeline.cache import Cache, fingerprint
from kgraph.pipeline.cluster import map_on_cluster
from kgraph.pipeline.mapping import Mapped, joined, map_source
from kgraph.pipeline.seen import Seen
from kgraph.pipeline.values import BuildOptions, Extract, Progress
from kgraph.pipeline.workers import Done, Task, map_all
from kgraph.sources import Found, SourceProblem, read_found


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of a build: *sources* are the fingerprints that each was read from, by its key.

    *problems* is a line for every source that could not be mapped. The graphs stay in the *cache* until asked for;
    *found* and *how* (the largest file, in bytes, and the extraction) give again what is damaged there.
    """

    sources: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...]
    cache: Cache
    found: Mapping[str, Found]
    how: tuple[int, Extract]

    @property
    def read_from(self) -> dict[str, str]:
        """The sources of each article in one text, as an inventory keeps them."""
        return {key: " ".join(names) for key, names in self.sources.items()}

    def article(self, key: str) -> Mapped:
        """The article *key*, with all its copies. Raises KgraphError where a file of it has changed meanwhile."""
        return next(joined(self._mapped(name) for name in self.sources[key]))

    def head(self, key: str) -> Mapped:
        """The article *key*; the lines of its graph may be left out. Raises KgraphError as `article` does."""
        names = self.sources[key]
        head = self.cache.head(names[0]) if len(names) == 1 else None
        return head or self.article(key)

    def only(self, keys: Iterable[str]) -> Articles:
        """The articles *keys* alone, to be sent to another process."""
        sources = {key: self.sources[key] for key in keys}
        found = {name: self.found[name] for names in sources.values() for name in names}
        return replace(self, sources=sources, problems=(), found=found)

    def _mapped(self, name: str) -> Mapped:
        known = self.cache.get(name)
        if known is not None:
            return known
        max_bytes, extract = self.how
        source = read_found(self.found[name], max_bytes)
        if isinstance(source, SourceProblem) or fingerprint(source, rules_digest()) != name:
            raise KgraphError(f"{self.found[name].path}: changed while it was read; run `kgraph build` again")
        mapped = map_source(source, extract)
        self.cache.put(name, mapped)
        return mapped


@dataclass(slots=True)
class _Reading:
    """What a run over the sources finds."""

    cache: Cache
    known: Mapping[str, str]
    seen: Seen
    keys: dict[str, str] = field(default_factory=dict)
    found: dict[str, Found] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def new(self, files: Iterable[Found], max_bytes: int) -> Iterator[Task]:
        """The sources among *files* that were never mapped by these rules."""
        for item in files:
            state = self.seen.state(item)
            name = self.seen.fingerprint(item, state)
            if not name or self._is_new(name):
                source = read_found(item, max_bytes)
                if isinstance(source, SourceProblem):
                    self.problems.append(source.line)
                    continue
                name = fingerprint(source, rules_digest())
                if self._is_new(name):
                    yield name, source
            self.found[name] = item
            self.seen.keep(item, state, name)

    def _is_new(self, name: str) -> bool:
        if name in self.found:
            return False
        if name in self.known:
            self.keys[name] = self.known[name]
        elif (head := self.cache.head(name)) is not None:
            self.keep(name, head)
        else:
            return True
        return False

    def keep(self, name: str, mapped: Mapped) -> None:
        if mapped.problem:
            self.problems.append(mapped.problem)
        self.keys[name] = mapped.key


def read_all(
    found: Iterable[Found],
    cache: Cache,
    known: Mapping[str, str],
    options: BuildOptions,
    progress: Progress,
    extract: Extract,
) -> Articles:
    """Read and map the *found* files; what the same rules mapped before is *known*, by fingerprint, or in *cache*."""
    files = tuple(found)
    rules = fingerprint(Source("", b""), rules_digest())  # of nothing: what all fingerprints depend on
    reading = _Reading(cache, known, Seen.of(cache.folder, rules, options.max_bytes))
    progress(0, len(files))
    for name, mapped in _mapped(reading.new(files, options.max_bytes), extract, options, cache):
        reading.keep(name, mapped)
        progress(len(reading.keys), len(files))
    progress(len(files), len(files))
    cache.keep_only(set(reading.found))
    reading.seen.save(cache.folder, rules)
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for name, key in sorted(reading.keys.items()):
        if key:
            sources[key].append(name)
    by_key = {key: tuple(names) for key, names in sorted(sources.items())}
    return Articles(by_key, tuple(sorted(reading.problems)), cache, reading.found, (options.max_bytes, extract))


def _mapped(tasks: Iterable[Task], extract: Extract, options: BuildOptions, cache: Cache) -> Iterator[Done]:
    """What becomes of each task, when it is in the *cache*."""
    if not options.scheduler:
        yield from map_all(tasks, extract, options.jobs, cache.put)
        return
    for name, mapped in map_on_cluster(tasks, extract, options.scheduler):
        cache.put(name, mapped)
        yield name, mapped

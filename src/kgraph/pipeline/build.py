"""Sources -> dataset directory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from kgraph.dataset.generations import lock, new_generation, prepare, publish, switch
from kgraph.dataset.inventory import Inventory
from kgraph.dataset.ledger import Decision, read_ledger
from kgraph.dataset.provenance import rules_digest
from kgraph.errors import DatasetError
from kgraph.pipeline.assembly import Assembly, assemble
from kgraph.pipeline.before import Before, stamp
from kgraph.pipeline.cache import Cache
from kgraph.pipeline.collecting import rare_collection
from kgraph.pipeline.extraction import extract as extract_source
from kgraph.pipeline.reading import Articles, read_all
from kgraph.pipeline.remember import ledger_of, remember, remembered
from kgraph.pipeline.reporting import finder
from kgraph.pipeline.updating import keep_shared, parse_queries, update_generation
from kgraph.pipeline.values import BuildOptions, BuildReport, Extract, Progress, dumps, loads, quiet
from kgraph.pipeline.writing import Written, write_generation
from kgraph.sources import Found, find_sources

_SILENT: Final = "{}: no fact found; is it about the Women's Union?"
"""The note on an article that states nothing kgraph knows of; it is in the dataset all the same."""

_MANY: Final = 500
"""Articles of which the next build will be an update, so that it is worth parsing its queries now."""


def build(
    sources: tuple[Path, ...],
    data: Path,
    options: BuildOptions | None = None,
    progress: Progress = quiet,
    extract: Extract = extract_source,
) -> BuildReport:
    """Build the dataset of *sources* in *data*; the same sources give the same bytes in any order.

    What cannot be read is a problem in the report; if that is everything, *data* stays as it was. Raises DatasetError
    where *data* cannot be written, is being written or is itself a source, and RegistryError or QueryError where the
    registry or a rule is broken.
    """
    options = options or BuildOptions()
    try:
        paths = _paths(sources, data, options)
        with rare_collection():
            return _build(paths, data, options, progress, extract)
    except OSError as error:
        where = error.filename or data
        raise DatasetError(f"{where}: cannot be written ({error.strerror or error}); choose another --data") from error


def _paths(sources: tuple[Path, ...], data: Path, options: BuildOptions) -> tuple[Path, ...]:
    """Absolute, without repetition; with ``--add`` the earlier ones first."""
    paths = tuple(path.absolute() for path in sources)
    if data.absolute() in paths:
        raise DatasetError(f"{data}: is both source and dataset; name another folder with --data")
    return tuple(dict.fromkeys((*(remembered(data) if options.add else ()), *paths)))


def _build(
    paths: tuple[Path, ...], data: Path, options: BuildOptions, progress: Progress, extract: Extract
) -> BuildReport:
    found, faults = find_sources(paths)
    if not found:
        return BuildReport(problems=tuple(fault.line for fault in faults))
    prepare(data)
    with lock(data):
        report = _read_and_write(found, data, options, progress, extract, options.decisions or ledger_of(paths))
        if report.articles:
            remember(data, paths)
        return replace(report, problems=(*(fault.line for fault in faults), *report.problems))


def _read_and_write(
    found: Iterable[Found], data: Path, options: BuildOptions, progress: Progress, extract: Extract, ledger: Path
) -> BuildReport:
    before = Before.of(data)
    articles = read_all(found, Cache(data / "cache"), before.names, options, progress, extract)
    if not articles.sources:
        return BuildReport(problems=articles.problems)
    decisions, malformed = read_ledger(ledger)
    asked = _asked(decisions)
    if before.is_same(articles, asked):
        publish(data)
        told = loads(before.told)
    else:
        told = _built(data, before, articles, decisions, asked, options.jobs)
    return replace(told, problems=(*articles.problems, *malformed, *told.problems))


def _asked(decisions: Iterable[Decision]) -> str:
    """A digest of what the dataset depends on beside the articles and the rules."""
    return sha256(repr((tuple(decisions), finder())).encode()).hexdigest()


def _built(
    data: Path, before: Before, articles: Articles, decisions: tuple[Decision, ...], asked: str, jobs: int
) -> BuildReport:
    """Make the next generation; what is reported of it does not name the sources that could not be read."""
    with new_generation(data) as generation:
        earlier = before.generation if before.is_near(articles) else None
        inventory = Inventory.copied(earlier, generation) if earlier else Inventory.create(generation)
        assembly = assemble(articles, inventory, decisions)
        written = _write(earlier, generation, assembly, inventory, jobs)
        keep_shared(assembly, inventory)
        told = BuildReport(
            articles=len(articles.sources),
            facts=inventory.facts(),
            triples=written.triples,
            findings=written.findings,
            problems=assembly.review.conflicts,
            notes=(*assembly.review.unmatched, *map(_SILENT.format, inventory.silent())),
        )
        kept = {"rules": rules_digest(), "files": stamp(generation), "triples": str(written.triples)}
        for name, value in (kept | {"asked": asked, "told": dumps(told)}).items():
            inventory.keep(name, value)
        inventory.save()
        switch(data, generation)
    return told


def _write(earlier: Path | None, generation: Path, assembly: Assembly, inventory: Inventory, jobs: int) -> Written:
    parse_queries(inventory, all_of_them=earlier is not None or len(assembly.graphs.keys) >= _MANY)
    if earlier:
        return update_generation(earlier, generation, assembly, inventory, jobs)
    return write_generation(generation, assembly, inventory, jobs)

"""Sources -> dataset directory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kgraph.dataset.generations import lock, new_generation, prepare, switch
from kgraph.dataset.ledger import read_ledger
from kgraph.errors import DatasetError
from kgraph.pipeline.assembly import assemble
from kgraph.pipeline.extraction import extract as extract_source
from kgraph.pipeline.mapping import Mapped, joined
from kgraph.pipeline.reading import ReadAll, read_all
from kgraph.pipeline.remember import ledger_of, remember, remembered
from kgraph.pipeline.values import BuildOptions, BuildReport, Extract, Progress, quiet
from kgraph.pipeline.writing import write_generation
from kgraph.sources import find_sources


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
        read = read_all(found, data, options, progress, extract)
        read = replace(read, problems=(*(fault.line for fault in faults), *read.problems))
        if not read.mapped:
            return BuildReport(problems=read.problems)
        report = _write(data, read, options.decisions or ledger_of(paths))
        remember(data, paths)
        return report


def _write(data: Path, read: ReadAll, ledger: Path) -> BuildReport:
    articles = tuple(joined(read.mapped))
    decisions, malformed = read_ledger(ledger)
    assembly = assemble(articles, decisions)
    with new_generation(data) as generation:
        written = write_generation(generation, assembly.lines, assembly.review.decisions)
        switch(data, generation)
    return BuildReport(
        articles=len(articles),
        facts=assembly.facts,
        triples=written.triples,
        findings=written.findings,
        problems=(*read.problems, *malformed, *assembly.review.conflicts),
        notes=(*assembly.review.unmatched, *_silent(articles)),
    )


def _silent(articles: Iterable[Mapped]) -> tuple[str, ...]:
    """A line for every article that states nothing kgraph knows of; it is in the dataset all the same."""
    names = sorted(article.copy.name for article in articles if not article.facts)
    return tuple(f"{name}: no fact found; is it about the Women's Union?" for name in names)

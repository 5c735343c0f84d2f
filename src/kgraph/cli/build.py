"""``kgraph build``: articles -> dataset."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgraph.cli._options import check_extra, data_option
from kgraph.errors import DatasetError, ServerError, SourceError
from kgraph.pipeline.values import quiet
from kgraph.resources import folder
from kgraph.sources import MAX_BYTES

if TYPE_CHECKING:
    from kgraph.dataset.mirror import Mirror
    from kgraph.pipeline import BuildReport


@click.command(short_help="Read articles into a dataset.")
@click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@data_option
@click.option("--add", is_flag=True, help="Keep the sources of earlier builds and add these.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="as many as processors",
    help="Number of processes that read articles.",
)
@click.option(
    "--engine",
    type=click.Choice(["processes", "dask"]),
    default="processes",
    show_default=True,
    help="Where articles are read: in processes here, or on a Dask cluster.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Scheduler of the Dask cluster, such as tcp://host:8786.")
@click.option("--strict", is_flag=True, help="Exit with 1 if any file or row could not be used.")
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=MAX_BYTES,
    show_default=True,
    help="Largest file to read, in bytes.",
)
@click.option(
    "--decisions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Ledger of decisions. [default: decisions.csv in the first source folder]",
)
@click.option(
    "--store", metavar="URL", help="Then bring the dataset of this SPARQL server into line, such as http://host:7878."
)
@click.option("--graph-store", metavar="URL", help="Where that server takes graphs, if it is of an unknown kind.")
def command(
    sources: tuple[Path, ...],
    data: Path,
    add: bool,
    jobs: int,
    strict: bool,
    max_bytes: int,
    decisions: Path | None,
    engine: str,
    scheduler: str | None,
    store: str | None,
    graph_store: str | None,
) -> None:
    """Read SOURCEs into the dataset directory DATA, from which all other commands answer.

    A SOURCE is a text file, a saved HTML page, a folder of them, or - for a text piped in. Without a SOURCE the
    sample articles are read. A folder may hold sources.csv (file, url, publisher, published, title) and
    decisions.csv. Files that did not change are not read again.

    With --store, what differs on the server is sent to it, and its other graphs stay. User and password are taken from
    KGRAPH_STORE_USER and KGRAPH_STORE_PASSWORD, or from the URL.

    \b
    Example:
      kgraph build articles/ page.html --data build
      kgraph build articles/ --store http://localhost:7878
    """
    from kgraph.pipeline import BuildOptions, build

    started = time.monotonic()
    if (engine == "dask") != bool(scheduler):
        raise click.UsageError("--engine dask and --scheduler ADDRESS go together")
    if graph_store and not store:
        raise click.UsageError("--graph-store URL goes with --store URL")
    mirror = _mirror(store, graph_store or "") if store else None  # whatever is wrong there is told before the work
    options = BuildOptions(add, jobs, max_bytes, decisions, scheduler or "")
    with _bar() as progress:
        report = build(_paths(sources, data, max_bytes), data, options, progress)
    for line in (*report.problems, *report.notes):
        click.echo(f"warning: {_printable(line)}", err=True)
    if not report.articles:
        raise SourceError("nothing to read; give text files, saved pages or folders of them (see kgraph build --help)")
    if mirror:
        _send(data, mirror)
    click.echo(_summary(report, data, time.monotonic() - started), err=True)
    sys.exit(1 if strict and report.problems else 0)


def _paths(sources: tuple[Path, ...], data: Path, max_bytes: int) -> tuple[Path, ...]:
    """The sources as paths of files and folders; the sample articles where none is named."""
    if not sources:
        return (Path(str(folder("data/articles"))),)
    return tuple(_piped(data, max_bytes) if str(source) == "-" else source for source in sources)


def _piped(data: Path, max_bytes: int) -> Path:
    """Standard input as a file of the dataset directory, so that ``--add`` finds it again."""
    content = sys.stdin.buffer.read(max_bytes + 1)
    path = data / "stdin" / f"{sha256(content).hexdigest()[:16]}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise DatasetError(f"{path}: cannot be written ({error.strerror}); choose another --data") from error
    return path


def _printable(line: str) -> str:
    """*line* with what cannot be printed of a file name escaped."""
    return line.encode("utf-8", "backslashreplace").decode()


def _mirror(store: str, graph_store: str) -> Mirror:
    check_extra()
    from kgraph.dataset.mirror import find_mirror

    return find_mirror(store, graph_store)


def _send(data: Path, mirror: Mirror) -> None:
    """Bring the server of *mirror* into line with *data*, and tell what that took."""
    from kgraph.dataset.mirror import bring_into_line

    url = mirror.endpoint.url
    try:
        with _bar("Sending graphs") as progress:
            done = bring_into_line(data, mirror, progress)
    except ServerError as error:
        raise ServerError(f"{error}; {data} is built, and the next build completes the server") from error
    for graph in done.short:
        click.echo(f"warning: {url}: holds fewer triples of {graph} than it was sent", err=True)
    click.echo(f"{url}: {done.sent} of {done.sent + done.left} graphs sent, {done.deleted} deleted", err=True)


@contextmanager
def _bar(label: str = "Reading articles") -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal; a log or a pipe gets none."""
    if not sys.stderr.isatty():
        yield quiet
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield show


def _summary(report: BuildReport, data: Path, seconds: float) -> str:
    counts = (
        (report.articles, "article"),
        (report.facts, "fact"),
        (report.triples, "triple"),
        (report.findings, "finding"),
    )
    words = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)
    return f"{data}: {words}, {seconds:.1f} s"

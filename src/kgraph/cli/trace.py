"""``kgraph trace``: why something of an article is in the dataset, and why something is not."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgraph.cli._options import data_option

if TYPE_CHECKING:
    from kgraph.model import Source
    from kgraph.tracing import Trace

_WIDTH, _WIDEST = 100, 120


@click.command()
@click.argument("article")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "html", "json")),
    default="text",
    show_default=True,
    help="For a terminal, a browser or a program.",
)
@click.option("--out", default="-", metavar="FILE", help="File to write; - is stdout.  [default: -]")
@click.option("--lang", type=click.Choice(("vi", "en")), default="vi", show_default=True, help="Labels and reasons.")
@click.option("--show-private", is_flag=True, help="Show the names of private persons in files and pages too.")
@data_option
def command(article: str, form: str, out: str, lang: str, show_private: bool, data: Path) -> None:
    """Show what was read in ARTICLE: each mention, what it means and by which rule, each fact, and why others are none.

    ARTICLE is a text file, a saved page, - for a text piped in, or an article of the dataset DATA by its key, IRI or
    title. A sources.csv beside a file counts as in a build. Names of private persons are shown on the terminal only.

    \b
    Example:
      kgraph trace articles/hoi-nghi.txt
      kgraph trace "hoi nghi tong ket" --format html --out trace.html
    """
    from kgraph.pipeline.trace import trace

    on_screen = form == "text" and out == "-"
    traced = trace(_source(article, data), lang, hide=not (show_private or on_screen))
    content = _rendered(traced, form, on_screen=on_screen)
    if out == "-":
        click.echo(content, nl=False)
        return
    from kgraph.cli._pages import write

    write(Path(out), content)
    click.echo(f"{out}: {traced.title or traced.name}", err=True)


def _source(article: str, data: Path) -> Source:
    from kgraph.pipeline.locating import of_dataset, of_file, piped

    if article == "-":
        return piped(sys.stdin.buffer.read())
    if not _is_file(article):
        return of_dataset(data, article)
    source, problems = of_file(Path(article))
    for line in problems:
        click.echo(f"warning: {line}", err=True)
    return source


def _is_file(text: str) -> bool:
    """Whether *text* names something on the disk, or can mean nothing else."""
    try:
        return Path(text).exists() or text.endswith((".txt", ".html", ".htm"))
    except (OSError, ValueError):  # a title too long for a file name
        return False


def _rendered(traced: Trace, form: str, *, on_screen: bool) -> str:
    if form == "html":
        from kgraph.tracing.report_html import render

        return render(traced)
    if form == "json":
        from kgraph.tracing.report_json import render as render_json

        return render_json(traced)
    from kgraph.tracing.report_text import render as render_text

    terminal = on_screen and sys.stdout.isatty()
    width = min(_WIDEST, shutil.get_terminal_size((_WIDTH, 24)).columns) if terminal else _WIDTH
    return render_text(traced, color=terminal and not os.environ.get("NO_COLOR"), width=width)

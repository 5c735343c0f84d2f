"""kgraph validate: what the shapes find in a dataset."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from kgraph.bilingual import Bilingual
from kgraph.cli._options import data_option
from kgraph.dataset.reader import Reader

_NOT_COMPARED = Bilingual(
    "{n} bài không so được đoạn trích với bản gốc: tệp đã đổi hoặc không còn.",
    "{n} articles: quotes not compared with the text, because the file has changed or is gone.",
)


@click.command()
@data_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "json", "turtle"]),
    default="text",
    show_default=True,
    help="How to write the findings: for a terminal, a browser, a program, or as a SHACL report.",
)
@click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Language of messages.")
@click.option(
    "--fail-on",
    type=click.Choice(["violation", "warning"]),
    default="violation",
    show_default=True,
    help="Exit with 1 when there are findings of this severity or graver.",
)
def command(data: Path, form: str, lang: str, fail_on: str) -> None:
    """Check a dataset against the shapes: what is wrong, the words that say so, and what to do.

    Every quote is compared with the file that it was read from, where that is still there unchanged.

    \b
    Example:
      kgraph validate --lang en
      kgraph validate --format html > report.html
      kgraph validate --fail-on warning --format json
    """
    # pySHACL and rdflib take most of a second to import: too long for `kgraph --help`.
    from kgraph.pipeline.quoting import compared
    from kgraph.validation.findings import at_least
    from kgraph.validation.report_text import summary
    from kgraph.validation.run import validate

    reader = Reader.open(data)
    quotes = compared(reader, data)
    findings = validate(reader, beside=quotes.differing)
    click.echo(import_module(f"kgraph.validation.report_{form}").render(findings, lang), nl=False)
    if quotes.articles_without_source:
        click.echo(_NOT_COMPARED(lang).format(n=quotes.articles_without_source), err=True)
    click.echo(summary(findings, lang), err=True)
    if at_least(findings, fail_on):
        click.get_current_context().exit(1)

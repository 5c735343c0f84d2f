"""kgraph validate: what the shapes find in a dataset."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgraph.bilingual import Bilingual
from kgraph.cli._options import data_option, held, store_option

if TYPE_CHECKING:
    from kgraph.validation.run import Engine

_NOT_COMPARED = Bilingual(
    "{n} bài không so được đoạn trích với bản gốc: tệp đã đổi hoặc không còn.",
    "{n} articles: quotes not compared with the text, because the file has changed or is gone.",
)


def _address(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """*value* if a link may lead there: other schemes could run as a script, and a mark would end the address."""
    from kgraph.sources.listing import is_web_address

    path = not re.match(r"//|[^/?]*:", value)
    if value.strip() and value.isprintable() and not set(value) & set("#\\") and (path or is_web_address(value)):
        return value
    raise click.BadParameter(f"{value!r} is neither an http or https address nor a relative path; try view.html")


@click.command()
@data_option
@store_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "json", "sarif", "turtle"]),
    default="text",
    show_default=True,
    help="How to write the findings: for a terminal, a browser, a program, a code host, or as a SHACL report.",
)
@click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Language of messages.")
@click.option(
    "--fail-on",
    type=click.Choice(["violation", "warning"]),
    default="violation",
    show_default=True,
    help="Exit with 1 when there are findings of this severity or graver.",
)
@click.option(
    "--view",
    metavar="ADDRESS",
    default="view.html",
    show_default=True,
    callback=_address,
    help="Where the links of the report find the page of `kgraph view`: http(s), or a path from the report.",
)
@click.option(
    "--engine",
    type=click.Choice(["store", "pyshacl"]),
    default="store",
    show_default=True,
    help="Who checks the core constraints: the store, or pySHACL, the slower reference; both find the same.",
)
def command(data: Path, store: str | None, form: str, lang: str, fail_on: str, view: str, engine: Engine) -> None:
    """Check a dataset against the shapes: what is wrong, the words that say so, and what to do.

    Every quote is compared with the file that it was read from, where that is still there unchanged.

    \b
    Example:
      kgraph validate --lang en
      kgraph validate --format html > report.html
      kgraph validate --format html --view https://example.org/view.html > report.html
      kgraph validate --fail-on warning --format json
      kgraph validate --format sarif > findings.sarif
    """
    # pySHACL and rdflib take most of a second to import: too long for `kgraph --help`.
    from kgraph.pipeline.checking import check
    from kgraph.validation.findings import at_least
    from kgraph.validation.report_text import summary

    checked = check(held(data, store), data, view, engine)
    click.echo(import_module(f"kgraph.validation.report_{form}").render(checked.findings, lang), nl=False)
    if checked.articles_without_source:
        click.echo(_NOT_COMPARED(lang).format(n=checked.articles_without_source), err=True)
    click.echo(summary(checked.findings, lang), err=True)
    if at_least(checked.findings, fail_on):
        click.get_current_context().exit(1)

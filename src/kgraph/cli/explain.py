"""``kgraph explain``: what the graph knows of one entity, each fact with the words that state it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgraph.cli._options import data_option, opened, store_option

if TYPE_CHECKING:
    from kgraph.facts.explain import Explanation, Quote

_NOTHING: Final = {"vi": "Chưa có dữ kiện nào.", "en": "No facts yet."}


def _source(quote: Quote) -> str:
    return " · ".join(part for part in (quote.title, quote.date, ", ".join(quote.files), quote.doubt) if part)


def _lines(told: Explanation, lang: str) -> Iterator[str]:
    yield told.entity.label
    yield f"{told.entity.key} <{told.entity.iri}>"
    yield from (f"{name}: {'; '.join(values)}" for name, values in told.description)
    for heading, facts in groupby(told.facts, key=lambda fact: fact.heading):
        yield f"\n{heading}"
        for fact in facts:
            yield f"- {fact.words}"
            for quote in fact.quotes:
                yield f"    “{quote.text}”"
                yield f"    {_source(quote)}"
    if not told.facts:
        yield f"\n{_NOTHING[lang]}"


@click.command()
@click.argument("entity")
@click.option("--lang", type=click.Choice(("vi", "en")), default="vi", show_default=True, help="Labels and headings.")
@data_option
@store_option
def command(entity: str, lang: str, data: Path, store: str | None) -> None:
    """Tell what is known of ENTITY, each fact with its exact words, article, date and file.

    ENTITY is an IRI, a key (union/nam-dinh), or a name typed with or without accents. An ambiguous name is answered
    with the candidates. Exit code 1: nothing, or more than one thing, is called so.

    \b
    Example:
      kgraph explain "hoi lhpn tinh nam dinh"
      kgraph explain programme/de-an-939 --lang en
    """
    from kgraph.facts import explain

    click.echo("\n".join(_lines(explain(opened(data, store), entity, lang), lang)))

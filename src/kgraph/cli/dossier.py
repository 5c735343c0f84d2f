"""``kgraph dossier``: one printable page about one entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgraph.cli._options import data_option, held, store_option
from kgraph.cli._pages import deliver
from kgraph.dataset.reader import Reader

if TYPE_CHECKING:
    from kgraph.facts.neighbourhood import Neighbour


def _neighbours(reader: Reader, iri: str, lang: str) -> Iterator[Neighbour]:
    """What a fact or the registry connects with *iri* in one step."""
    from kgraph.exports import neighbours
    from kgraph.facts.neighbourhood import Neighbour

    for (label, kind), facts in Counter(neighbours(reader, iri, lang)).items():
        yield Neighbour(label, kind, facts)


@click.command()
@click.argument("entity")
@click.option(
    "--out",
    type=click.Path(allow_dash=True, path_type=Path),
    help="File to write, - for stdout.  [default: DATA/dossier.html]",
)
@click.option("--open", "open_it", is_flag=True, help="Open the page in the browser.")
@click.option("--lang", type=click.Choice(("vi", "en")), default="vi", show_default=True, help="Labels and headings.")
@data_option
@store_option
def command(
    entity: str,
    out: Path | None,
    open_it: bool,  # click passes flags so
    lang: str,
    data: Path,
    store: str | None,
) -> None:
    """Write a dossier of ENTITY: who or what it is, its timeline, neighbours, figures, and the words behind each fact.

    ENTITY is an IRI, a key (union/nam-dinh), or a name typed with or without accents.
    The page is one HTML file to print; it needs no network.

    \b
    Example:
      kgraph dossier "hoi lhpn tinh nam dinh" --open
    """
    from kgraph.facts import explain
    from kgraph.facts.dossier import dates_of, page

    reader = held(data, store)
    told = explain(reader, entity, lang)
    html = page(told, dates_of(reader, told), _neighbours(reader, told.entity.iri, lang), lang)
    deliver(html, out or data / "dossier.html", open_it=open_it)

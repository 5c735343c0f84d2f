"""``kgraph view``: the network as one HTML file that opens offline."""

from __future__ import annotations

from pathlib import Path

import click

from kgraph.cli._options import data_option
from kgraph.cli._pages import deliver
from kgraph.dataset.reader import Reader


@click.command("view")
@data_option
@click.option(
    "--about", metavar="ENTITY", help="Only what lies around this entity: IRI, key, or label without accents."
)
@click.option(
    "--depth", type=click.IntRange(0, 9), default=1, show_default=True, help="How many relations away, with --about."
)
@click.option("--as-of", metavar="DATE", help="Leave out what is dated later: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option(
    "--graph",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw this RDF file (.ttl, .trig, .nq, .nt) instead.",
)
@click.option(
    "--out",
    type=click.Path(allow_dash=True, path_type=Path),
    help="File to write, - for stdout.  [default: DATA/view.html]",
)
@click.option("--open", "open_it", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Language the page opens in."
)
def command(
    data: Path,
    about: str | None,
    depth: int,
    as_of: str | None,
    graph: Path | None,
    out: Path | None,
    open_it: bool,
    lang: str,
) -> None:
    """Write the interactive network: one HTML file, no connection needed, every relation with its quote.

    \b
    Example:
      kgraph view --open
      kgraph view --about "nam dinh" --depth 2 --out nam-dinh.html
    """
    from kgraph.views import render

    reader = Reader.of_file(graph) if graph else Reader.open(data)
    html = render(reader, about, depth, as_of, lang)
    deliver(html, out or data / "view.html", open_it=open_it)

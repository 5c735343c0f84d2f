"""``kgraph view``: the network as one HTML file that opens offline."""

from __future__ import annotations

from pathlib import Path

import click

from kgraph.cli._options import data_option, pairs
from kgraph.cli._pages import deliver
from kgraph.dataset.reader import Reader
from kgraph.errors import QueryError


@click.command("view")
@data_option
@click.option(
    "--about", metavar="ENTITY", help="Only what lies around this entity: IRI, key, or label without accents."
)
@click.option(
    "--depth", type=click.IntRange(0, 9), default=1, show_default=True, help="How many relations away, with --about."
)
@click.option("--kind", "kinds", metavar="KIND", multiple=True, help="Only nodes of this kind (union); repeatable.")
@click.option("--since", metavar="DATE", help="Leave out what is dated earlier: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--until", "--as-of", "until", metavar="DATE", help="Leave out what is dated later.")
@click.option("--query", "name", metavar="NAME", help="Only what this saved query is asked of and answers.")
@click.option("--set", "values", metavar="NAME=VALUE", multiple=True, help="A parameter of --query; repeatable.")
@click.option(
    "--graph",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw this RDF file (.ttl, .trig, .nq, .nt) instead, whoever made it.",
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
    kinds: tuple[str, ...],
    since: str | None,
    until: str | None,
    name: str | None,
    values: tuple[str, ...],
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
      kgraph view --query unions-of-programme --set programme=programme/de-an-939 --out 939.html
      kgraph view --kind union --kind programme --since 2020 --until 2021 --out unions.html
    """
    from kgraph.views import Scope, render

    reader = Reader.of_file(graph) if graph else Reader.open(data)
    named = _answer(reader, name, values)
    scope = Scope(about, depth, frozenset(kinds), since, until, named)
    deliver(render(reader, scope, lang, foreign=graph is not None), out or data / "view.html", open_it=open_it)


def _answer(reader: Reader, name: str | None, values: tuple[str, ...]) -> frozenset[str] | None:
    """The IRIs that the saved query *name* is asked of and answers with; None where none is asked."""
    if name is None:
        if values:
            raise QueryError(f"--set {values[0]}: is for --query; give its name too")
        return None
    from kgraph.queries import asked_of, get, named, run

    query, given = get(name), pairs(values)
    return named(run(reader, query, given)) | asked_of(reader, query, given)

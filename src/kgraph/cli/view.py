"""``kgraph view``: the network as one HTML file that opens offline."""

from __future__ import annotations

from pathlib import Path

import click

from kgraph.cli._options import data_option, held, pairs, store_option
from kgraph.cli._pages import deliver
from kgraph.dataset.reader import Reader
from kgraph.errors import QueryError
from kgraph.views.model import Finding, Places


@click.command("view")
@data_option
@store_option
@click.option(
    "--about", metavar="ENTITY", help="Only what lies around this entity: IRI, key, or label without accents."
)
@click.option(
    "--depth", type=click.IntRange(0, 9), default=1, show_default=True, help="How many relations away, with --about."
)
@click.option("--kind", "kinds", metavar="KIND", multiple=True, help="Only nodes of this kind (union); repeatable.")
@click.option("--since", metavar="DATE", help="Leave out what is dated earlier: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--until", metavar="DATE", help="Leave out what is dated later.")
@click.option(
    "--as-of", metavar="DATE", help="As of this day: leave out what is dated later, and what did not exist then."
)
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
@click.option("--fresh", is_flag=True, help="Lay the network out anew; otherwise nodes stay where FILE has them.")
@click.option("--open", "open_it", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Language the page opens in."
)
def command(
    data: Path,
    store: str | None,
    about: str | None,
    depth: int,
    kinds: tuple[str, ...],
    since: str | None,
    until: str | None,
    as_of: str | None,
    name: str | None,
    values: tuple[str, ...],
    graph: Path | None,
    out: Path | None,
    fresh: bool,
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

    if graph and store:
        raise click.UsageError("--graph FILE and --store URL are two datasets; give one")
    reader = Reader.of_file(graph) if graph else held(data, store)
    named = _answer(reader, name, values)
    scope = Scope(about, depth, frozenset(kinds), since, until, named, as_of)
    path = out or data / "view.html"
    findings = () if graph else _flags(reader, data, store)
    before = {} if fresh else _places_in(path)
    html = render(reader, scope, lang, foreign=graph is not None, findings=findings, before=before)
    deliver(html, path, open_it=open_it)


def _flags(reader: Reader, data: Path, store: str | None) -> tuple[Finding, ...]:
    """What the shapes found; for the dataset of a server they are asked now, as there is no build to remember it."""
    from kgraph.pipeline.flagging import flags, flags_now

    return flags(data) if store is None else flags_now(reader)


def _places_in(path: Path) -> Places:
    """Where the page at *path* has its nodes; a rebuild must not move the map that people know."""
    from kgraph.views.keeping import places_of

    try:
        return places_of(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else {}
    except OSError:
        return {}  # what cannot be read has no places; whether it can be written is told when it is


def _answer(reader: Reader, name: str | None, values: tuple[str, ...]) -> frozenset[str] | None:
    """The IRIs that the saved query *name* is asked of and answers with; None where none is asked."""
    if name is None:
        if values:
            raise QueryError(f"--set {values[0]}: is for --query; give its name too")
        return None
    from kgraph.queries import asked_of, get, named, run

    query, given = get(name), pairs(values)
    return named(run(reader, query, given)) | asked_of(reader, query, given)

"""``kgraph query``: lists the saved queries, or runs one of them or a query file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from kgraph.cli._options import data_option
from kgraph.dataset.reader import Reader
from kgraph.errors import QueryError
from kgraph.queries import FORMATS, Param, SavedQuery, chosen, get, load, parse, run, write


def _pairs(values: Iterable[str]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for name, equals, _ in pairs:
        if not (name and equals):
            raise QueryError(f"--set {name}: write it as --set NAME=VALUE")
    return {name: value for name, _, value in pairs}


def _read(file: str) -> SavedQuery:
    try:
        with click.open_file(file, encoding="utf-8-sig") as stream:
            return parse(Path(file).name, stream.read())
    except OSError as error:
        raise QueryError(f"{file}: cannot be read ({error.strerror}); give an .rq file or - for stdin") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{file}: is not UTF-8 text; save it as UTF-8") from error


def _described(param: Param, lang: str) -> str:
    need = "optional" if param.optional or param.default is not None else "needed"
    return f"    --set {param.name}=...  {param.label(lang)} ({param.type}, {need})"


def _listing(queries: Iterable[SavedQuery], lang: str) -> str:
    lines: list[str] = []
    for query in queries:
        lines += [query.name, f"    {query.title(lang)}", *(_described(param, lang) for param in query.params)]
    return "\n".join(lines)


@click.command()
@click.argument("name", required=False)
@click.option("--file", metavar="F.rq", help="Run this SPARQL 1.1 file instead of a saved query (- is stdin).")
@click.option("--set", "values", metavar="NAME=VALUE", multiple=True, help="A parameter; may be given several times.")
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), help="Default: table; turtle for a CONSTRUCT.")
@click.option("--lang", type=click.Choice(("vi", "en")), default="vi", show_default=True, help="Labels and headings.")
@data_option
def command(
    name: str | None, file: str | None, values: tuple[str, ...], form: str | None, lang: str, data: Path
) -> None:
    """List the saved queries, or run the one called NAME.

    A thing is given by its IRI, its key, or its name with or without accents.

    \b
    Example:
      kgraph query
      kgraph query programmes-of-union --set union="hoi lhpn tinh ha nam" --set year=2019
      kgraph query --file mine.rq --format csv > rows.csv
    """
    if name and file:
        raise QueryError("give the name of a saved query or --file, not both")
    if not name and not file:
        click.echo(_listing(load(), lang))
        return
    query = _read(file) if file else get(name or "")
    given = _pairs(values)
    chosen(query, given)  # a forgotten --set is told even where there is no dataset yet
    reader = Reader.open(data)
    click.echo(write(reader, query, run(reader, query, given), form, lang), nl=False)

"""``kgraph query``: lists the saved queries, or runs one of them or a query file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kgraph.bilingual import Bilingual
from kgraph.cli._options import DEFAULT_DATA, data_option, opened, pairs, store_option
from kgraph.cli._pages import deliver
from kgraph.cli._parameters import asked, described, help_of, on_terminal
from kgraph.dataset.reader import Table
from kgraph.dataset.turtle import turtle
from kgraph.errors import QueryError
from kgraph.queries import (
    FORMATS,
    Answer,
    Reading,
    SavedQuery,
    can_draw,
    chosen,
    examples,
    get,
    hides_evidence,
    json_ld,
    load,
    parse,
    run,
    write,
)

_READ = (None, "table", "markdown")  # what people read; for machines nothing is left out
_CELL = 60  # characters; on a terminal longer cells break the table, in a pipe nothing is cut
_STDOUT = Path("-")
_HINT = Bilingual("Thêm --evidence để xem bài báo và nguyên văn.", "Add --evidence for the articles and exact words.")
_NO_CHART = Bilingual(
    "Chưa có biểu đồ: cài thêm bằng pip install 'kgraph[charts]'.",
    "Without its chart: pip install 'kgraph[charts]' adds what draws.",
)
_TYPED = "kgraph.query.typed"


def _read(file: str) -> SavedQuery:
    try:
        with click.open_file(file, encoding="utf-8-sig") as stream:
            return parse(Path(file).name, stream.read())
    except OSError as error:
        raise QueryError(f"{file}: cannot be read ({error.strerror}); give an .rq file or - for stdin") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{file}: is not UTF-8 text; save it as UTF-8") from error


def _catalogue(form: str | None, lang: str) -> str:
    if form == "turtle":
        return turtle(examples(load())).decode()
    if form == "json":
        return json_ld(examples(load()))
    if form not in (None, "table"):
        raise QueryError(f"--format {form} needs the name of a query; the list is written as table, json or turtle")
    return f"{_listing(lang)}\n"


def _listing(lang: str) -> str:
    lines: list[str] = []
    for query in load():
        lines += [query.name, f"    {query.title(lang)}", *(f"    {described(param, lang)}" for param in query.params)]
    return "\n".join(lines)


class _Command(click.Command):
    """``kgraph query NAME --help`` tells of that query; click asks for help before it knows the name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[_TYPED] = [word for word in args if word not in ctx.help_option_names]
        return super().parse_args(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        typed, *_ = self.make_parser(ctx).parse_args(args=list(ctx.meta.get(_TYPED, ())))
        if not isinstance(typed.get("name"), str):
            return super().get_help(ctx)
        lang = typed.get("lang")
        place = Path(typed.get("data") or DEFAULT_DATA), typed.get("store")
        return help_of(get(typed["name"]), lang if lang in ("vi", "en") else "vi", *place)


@click.command(cls=_Command)
@click.argument("name", required=False)
@click.option("--file", metavar="F.rq", help="Run this SPARQL 1.1 file instead of a saved query (- is stdin).")
@click.option("--set", "values", metavar="NAME=VALUE", multiple=True, help="A parameter; may be given several times.")
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), help="Default: table; turtle for a CONSTRUCT.")
@click.option("--lang", type=click.Choice(("vi", "en")), default="vi", show_default=True, help="Labels and headings.")
@click.option("--evidence", is_flag=True, help="Show the article and the exact words of each row.")
@click.option("--out", type=click.Path(allow_dash=True, path_type=Path), help="File to write instead of stdout.")
@click.option("--open", "open_it", is_flag=True, help="Open the answer as a page (DATA/NAME.html) in the browser.")
@data_option
@store_option
def command(
    name: str | None,
    file: str | None,
    values: tuple[str, ...],
    form: str | None,
    lang: str,
    evidence: bool,  # click passes flags so
    out: Path | None,
    open_it: bool,
    data: Path,
    store: str | None,
) -> None:
    """List the saved queries, or run the one called NAME.

    A thing is given by its IRI, its key, or its name with or without accents. With NAME, --help tells of that query and
    a few values that its parameters may take; on a terminal, parameters that are missing are asked for.

    \b
    Example:
      kgraph query
      kgraph query programmes-of-union --set union="hoi lhpn tinh ha nam" --set year=2019
      kgraph query --file mine.rq --format csv > rows.csv
      kgraph query money --open
      kgraph query --format turtle > queries.ttl   (the catalogue itself, as SPARQL examples)
    """
    if name and file:
        raise QueryError("give the name of a saved query or --file, not both")
    if open_it and (form not in (None, "html") or not (name or file)):
        raise QueryError("--open opens the answer of a query as a page; give its name, and no other --format than html")
    if not name and not file:
        deliver(_catalogue(form, lang), out or _STDOUT, open_it=False)
        return
    query = _read(file) if file else get(name or "")
    given = pairs(values)
    if not on_terminal():
        chosen(query, given)  # a forgotten --set is told even where there is no dataset yet
    reader = opened(data, store)
    given = asked(query, given, lang, reader)
    place = out or (data / f"{query.name}.html" if open_it else _STDOUT)
    answer, widest = run(reader, query, given), _CELL if sys.stdout.isatty() and place == _STDOUT else None
    reading = Reading(lang, evidence, widest, given)
    form = form or ("html" if open_it else None)
    deliver(write(reader, query, answer, form, reading), place, open_it=open_it)
    _hint(query, answer, form, reading)


def _hint(query: SavedQuery, answer: Answer, form: str | None, reading: Reading) -> None:
    """What the answer could show besides."""
    if form in _READ and isinstance(answer, Table) and answer.rows and hides_evidence(answer, reading):
        click.echo(_HINT(reading.lang), err=True)
    if form == "html" and query.chart and not can_draw():
        click.echo(_NO_CHART(reading.lang), err=True)

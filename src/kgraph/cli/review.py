"""``kgraph review``: asks people what is one thing and which facts are right, and keeps the answers in the ledger."""

from __future__ import annotations

import json
from datetime import date as day_of
from pathlib import Path

import click

from kgraph.cli._options import data_option
from kgraph.curation.items import KINDS, Item, candidate_items, chosen, doubtful_facts
from kgraph.curation.session import Session
from kgraph.curation.wording import word
from kgraph.dataset.reader import Reader
from kgraph.dataset.spreadsheet import is_day
from kgraph.errors import DatasetError
from kgraph.pipeline.remember import ledger_of, remembered


@click.command(short_help="Decide what is one thing and which facts are right.")
@data_option
@click.option(
    "--decisions",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Ledger to write. [default: decisions.csv in the first source folder]",
)
@click.option("--by", envvar="KGRAPH_BY", metavar="NAME", help="Who decides; else $KGRAPH_BY, else you are asked.")
@click.option("--date", metavar="YYYY-MM-DD", help="Day to write with each decision. [default: today]")
@click.option(
    "--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only these; may be given several times."
)
@click.option("--limit", type=click.IntRange(min=1), help="Look at so many items at most.")
@click.option("--unsure", is_flag=True, help="Ask again about what somebody was unsure of.")
@click.option("--list", "list_them", is_flag=True, help="Print what is open instead of asking.")
@click.option(
    "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True, help="With --list."
)
@click.option("--lang", type=click.Choice(("vi", "en")), default="vi", show_default=True, help="Language to ask in.")
def command(
    data: Path,
    decisions: Path | None,
    by: str | None,
    date: str | None,
    kinds: tuple[str, ...],
    limit: int | None,
    unsure: bool,
    list_them: bool,
    form: str,
    lang: str,
) -> None:
    """Show each pair that may be one thing, each person who may be two, and each doubtful fact, and ask.

    Every answer is written to decisions.csv at once; `kgraph build` applies it. The keys stand below each question.
    Where standard input is no terminal, answers are read from it, one a line: a key, or the name of the answer
    (same, different, unsure, right, wrong, label, skip, back, quit). After different and wrong comes a line that says
    why, which may be empty; after label one for the side (1 or 2) and one for the label.

    \b
    Example:
      kgraph review --by Lan --kind person
      kgraph review --list --format json
      printf 'same\\nquit\\n' | kgraph review --by Lan --date 2026-01-31
    """
    if date is not None and not is_day(date):
        raise click.BadParameter("is not a day as YYYY-MM-DD", param_hint="--date")
    reader = Reader.open(data)
    session = Session(decisions or _ledger(data), "", date or day_of.today().isoformat())
    items = _open(reader, session, kinds, unsure or list_them, lang)[:limit]
    if list_them:
        _print(reader, items, form, lang)
        return
    from kgraph.cli._asking import Asking, name_of

    if not items:
        click.echo(word("none", lang), err=True)
        return
    session.by = by or name_of(lang)
    Asking(reader, session, items, lang, unsure).run()
    _sum_up(session, data, lang)


def _ledger(data: Path) -> Path:
    sources = remembered(data)
    if not sources:
        raise DatasetError(f"{data}: does not say what it was built from; name the ledger by --decisions FILE")
    return ledger_of(sources)


def _open(reader: Reader, session: Session, kinds: tuple[str, ...], unsure: bool, lang: str) -> list[Item]:
    """What the ledger does not answer yet. The shapes run only where facts are wanted: they take their time."""
    items = candidate_items(reader, lang)
    if not kinds or "fact" in kinds:
        items += doubtful_facts(reader, _findings(reader, lang), word("inferred", lang))
    known = session.answered()
    return [item for item in chosen(items, kinds) if not known.covers(item, unsure)]


def _findings(reader: Reader, lang: str) -> list[tuple[str, str]]:
    from kgraph.validation.run import validate

    return [(found.focus, found.message(lang)) for found in validate(reader) if found.severity != "info"]


def _print(reader: Reader, items: list[Item], form: str, lang: str) -> None:
    from kgraph.curation.showing import listed, row
    from kgraph.curation.sides import sides

    told = [(item, sides(reader, item, lang)) for item in items]
    if form == "json":
        click.echo(json.dumps([listed(*pair) for pair in told], ensure_ascii=False, indent=1))
        return
    click.echo("kind\tproposal\tscore\ta\tb\tlabels\treasons")
    for pair in told:
        click.echo(row(*pair))


def _sum_up(session: Session, data: Path, lang: str) -> None:
    click.echo(f"{session.written} {word('done', lang)} {session.ledger}", err=True)
    if session.written:
        sources = " ".join(str(path) for path in remembered(data))
        click.echo(f"{word('rebuild', lang)} `kgraph build {sources} --data {data}`", err=True)

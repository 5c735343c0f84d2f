"""``kgraph evaluate``: how right the facts are, measured against gold facts."""

from __future__ import annotations

from pathlib import Path

import click

from kgraph.evaluation import FORMATS, Changes, Evaluation, GoldError, Report, against_frozen, write_frozen


@click.command(short_help="Measure facts against gold facts.")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("facts", required=False, type=click.Path(path_type=Path))
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Compare what this dataset holds.")
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="table", show_default=True)
@click.option("--errors", is_flag=True, help="List every missed and every extra row.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    help="Frozen result to compare with; exit with 1 if any kind is worse.",
)
@click.option("--update-baseline", "update", is_flag=True, help="Make this result the frozen one in --baseline FILE.")
def command(
    gold: Path, facts: Path | None, data: Path | None, form: str, errors: bool, baseline: Path | None, update: bool
) -> None:
    """Measure precision, recall and F1 against the folder GOLD of NAME.json files, by kind of fact and by rule.

    The articles NAME.txt beside them are built in a temporary dataset and its facts read back; instead, FACTS is a
    folder written by "kgraph facts", or --data a dataset to read. docs/evaluation.md says how to read the numbers.

    \b
    Example:
      kgraph evaluate tests/gold/articles --errors
      kgraph evaluate tests/gold/articles --baseline tests/gold/baseline.json
      kgraph evaluate gold/ facts/ --format markdown > report.md
    """
    from kgraph.pipeline.measuring import measure

    if facts and data:
        raise GoldError("give a folder of facts or --data, not both")
    if update and not baseline:
        raise GoldError("--update-baseline needs --baseline FILE, the file to write")
    measured = measure(gold, facts, data)
    changes = _changes(measured.evaluation, gold, baseline, update)
    click.echo(FORMATS[form](Report(measured.evaluation, measured.floor, changes, errors)), nl=False)
    for note in measured.notes:
        click.echo(f"note: {note}", err=True)
    if changes:
        _tell(changes, baseline)


def _changes(evaluation: Evaluation, gold: Path, baseline: Path | None, update: bool) -> Changes | None:
    """What changed since the frozen result; nothing to compare with where the result is being frozen."""
    if baseline is None:
        return None
    folder, counts = gold.resolve().name, evaluation.counts()
    if update:
        write_frozen(baseline, folder, counts)
        noun = "article" if len(counts) == 1 else "articles"
        click.echo(f"{baseline}: holds the result of {len(counts)} {noun} of {folder}/ now", err=True)
        return None
    return against_frozen(baseline, folder, counts)


def _tell(changes: Changes, baseline: Path | None) -> None:
    """Which articles could not be compared, and what became worse, which ends the command with 1."""
    for names, words in ((changes.new, "not in it yet"), (changes.gone, "no longer in gold")):
        if names:
            click.echo(f"note: {baseline}: {words}: {', '.join(names)}", err=True)
    for kind in changes.fallen:
        change = changes.kinds[kind]
        click.echo(f"{kind}: fell from {change.was:.4f} to {change.now:.4f}", err=True)
    if changes.fallen:
        click.get_current_context().exit(1)

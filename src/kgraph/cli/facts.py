"""``kgraph facts``: the facts of every article as JSON, read back from the graph."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kgraph.cli._options import data_option
from kgraph.dataset.reader import Reader
from kgraph.errors import DatasetError


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _write(out: Path, documents: dict[str, dict[str, object]]) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        for stem, document in documents.items():
            (out / f"{stem}.json").write_text(_json(document), encoding="utf-8", newline="\n")
    except OSError as error:
        raise DatasetError(f"{out}: cannot be written ({error.strerror}); choose another --out folder") from error


@click.command()
@click.option("--out", metavar="DIR", help="Folder for one STEM.json per source file; without it, all go to stdout.")
@data_option
def command(out: str | None, data: Path) -> None:
    """Write what the graph says of each article as JSON, one document per source file.

    \b
    Example:
      kgraph facts --out facts/
      kgraph facts | jq 'map_values(.unions | length)'
    """
    from kgraph.facts import facts

    documents = facts(Reader.open(data))
    if out is None or out == "-":
        click.echo(_json(documents), nl=False)
        return
    _write(Path(out), documents)
    click.echo(f"{len(documents)} documents in {out}", err=True)

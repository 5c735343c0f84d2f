"""``kgraph export``: the dataset in another format."""

from __future__ import annotations

from pathlib import Path

import click

from kgraph.cli._options import data_option, held, store_option
from kgraph.errors import DatasetError


@click.command()
@click.argument("form", metavar="FORMAT")
@click.option("--out", default="-", metavar="FILE", help="File to write; - is stdout.  [default: -]")
@data_option
@store_option
def command(form: str, out: str, data: Path, store: str | None) -> None:
    """Write the dataset as FORMAT: csv, gexf, graphml, jsonld, nquads, ntriples, trig or turtle.

    csv, gexf and graphml hold the network of entities; the others hold everything. The same dataset gives the same
    bytes.

    \b
    Example:
      kgraph export turtle --out kgraph.ttl
      kgraph export csv | head
    """
    from kgraph.exports import writer

    write = writer(form)
    reader = held(data, store)
    try:
        with click.open_file(out, "wb") as stream:
            write(reader, stream)
    except BrokenPipeError:
        raise  # `| head` is no fault; click ends quietly
    except OSError as error:
        raise DatasetError(f"{out}: cannot be written ({error.strerror}); choose another --out") from error

"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import click

from kgraph.dataset.reader import Reader
from kgraph.errors import QueryError, ServerError

DEFAULT_DATA = Path("build")

data_option = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=DEFAULT_DATA,
    show_default=True,
    help="Dataset directory to read or write.",
)

store_option = click.option(
    "--store", metavar="URL", help="Ask the dataset of this SPARQL server instead, such as http://localhost:7878."
)


def opened(data: Path, store: str | None) -> Reader:
    """The dataset directory *data*, or the dataset of the SPARQL server *store*, which answers itself."""
    if store is None:
        return Reader.open(data)
    check_extra()
    from kgraph.dataset.server import open_server

    return open_server(store)


def held(data: Path, store: str | None) -> Reader:
    """As `opened`, for a command that reads most of a dataset: what a server has is fetched once, into memory."""
    reader = opened(data, store)
    return reader if store is None else Reader(reader.store)


def check_extra() -> None:
    """Raise ServerError where what speaks to servers is not installed."""
    if find_spec("requests") is None:
        raise ServerError("--store needs the extra `store`; run `pip install 'kgraph[store]'`")


def pairs(values: Iterable[str]) -> dict[str, str]:
    """The parameters of a query, each given as ``--set NAME=VALUE``. Raises QueryError on one that is not."""
    parts = [value.partition("=") for value in values]
    for name, equals, _ in parts:
        if not (name and equals):
            raise QueryError(f"--set {name}: write it as --set NAME=VALUE")
    return {name: value for name, _, value in parts}

"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from kgraph.errors import QueryError

DEFAULT_DATA = Path("build")

data_option = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=DEFAULT_DATA,
    show_default=True,
    help="Dataset directory to read or write.",
)


def pairs(values: Iterable[str]) -> dict[str, str]:
    """The parameters of a query, each given as ``--set NAME=VALUE``. Raises QueryError on one that is not."""
    parts = [value.partition("=") for value in values]
    for name, equals, _ in parts:
        if not (name and equals):
            raise QueryError(f"--set {name}: write it as --set NAME=VALUE")
    return {name: value for name, _, value in parts}

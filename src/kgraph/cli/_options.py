"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

DEFAULT_DATA = Path("build")

data_option = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=DEFAULT_DATA,
    show_default=True,
    help="Dataset directory to read or write.",
)

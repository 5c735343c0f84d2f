"""The command line: one file a command family, found by its name; a command parses, calls one function and prints."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import click

from kgraph import __version__
from kgraph.errors import KgraphError


class _Commands(click.Group):
    """Commands are the modules of this package that define ``command``; they load when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{__name__}.{cmd_name}").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kgraph")
def cli() -> None:
    """Build and ask a knowledge graph of Vietnamese Women's Union news; every fact opens on the words that state it.

    \b
    Example:
      kgraph build articles/      read articles into ./build
      kgraph explain "Hội LHPN tỉnh Nam Định"
    """


def main() -> None:
    """Entry point: user errors become one line on stderr and the exit code of their kind (2 wrong use, 1 "no")."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a Windows console may be cp1252
    try:
        cli(prog_name="kgraph")
    except KgraphError as error:
        click.echo(f"kgraph: {error}", err=True)
        sys.exit(error.exit_code)

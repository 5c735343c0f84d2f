"""Pages: where a command puts one, and how it tells of it."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path

import click

from kgraph.errors import DatasetError


def deliver(html: str, path: Path, *, open_it: bool) -> None:
    """Write *html* to *path*, - for stdout, tell where it is, and open it in the browser if *open_it*."""
    if path == Path("-"):
        sys.stdout.write(html)
        return
    write(path, html)
    click.echo(f"{path}: double-click it, or open {path.resolve().as_uri()}", err=True)
    if open_it:
        webbrowser.open(path.resolve().as_uri())


def write(path: Path, html: str) -> None:
    """Write *html* to *path* in one step, so that a page that is open never reads half a file.

    Raises DatasetError where the folder cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(html, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        raise DatasetError(f"{path}: cannot be written ({error.strerror}); choose another place with --out") from error

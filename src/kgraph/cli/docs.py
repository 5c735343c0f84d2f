"""``kgraph docs``: pages about kgraph itself."""

from __future__ import annotations

from pathlib import Path

import click

from kgraph.cli._options import DEFAULT_DATA
from kgraph.cli._pages import deliver

_NAME = "ontology.html"


@click.group("docs")
def command() -> None:
    """Write pages about kgraph itself; they need no dataset and no network.

    \b
    Example:
      kgraph docs ontology --open
    """


@command.command("ontology")
@click.option(
    "--out",
    type=click.Path(allow_dash=True, path_type=Path),
    default=DEFAULT_DATA / "docs" / _NAME,
    show_default=True,
    help="File to write, or folder to write it in, - for stdout.",
)
@click.option("--lang", type=click.Choice(("vi", "en")), default="vi", show_default=True, help="Language of headings.")
@click.option("--open", "open_it", is_flag=True, help="Open the page in the browser.")
def ontology(out: Path, lang: str, open_it: bool) -> None:
    """Write the ontology as one HTML page: each term with labels and definition in Vietnamese and English, an example,
    a picture, what it is aligned to, the shapes that check it, and the saved queries that use it.

    \b
    Example:
      kgraph docs ontology --open
      kgraph docs ontology --lang en --out ontology.en.html
    """
    from kgraph.documentation import Question, render, shipped
    from kgraph.queries import load

    questions = (Question(query.name, query.title, query.text) for query in load())
    deliver(render(shipped(questions), lang), _file(out), open_it=open_it)


def _file(out: Path) -> Path:
    """*out*, or the page in it where it is a folder or will be one."""
    return out / _NAME if out != Path("-") and (out.is_dir() or not out.suffix) else out

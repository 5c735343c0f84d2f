"""What ``kgraph query NAME --help`` tells of a saved query, and the questions for parameters that were forgotten."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from kgraph.bilingual import Bilingual
from kgraph.cli._options import opened
from kgraph.dataset.reader import Reader
from kgraph.errors import KgraphError
from kgraph.queries import Param, SavedQuery, choices

_NEED = {True: Bilingual("bắt buộc", "needed"), False: Bilingual("tùy chọn", "optional")}
_SUCH_AS = Bilingual("ví dụ", "such as")
_ANSWERS = Bilingual("Cột", "Columns")
_PARAMETERS = Bilingual("Tham số", "Parameters")
_OPTIONS = Bilingual("Các tùy chọn khác: kgraph query --help", "Other options: kgraph query --help")


def is_needed(param: Param) -> bool:
    """Whether the query cannot run without a value for *param*."""
    return not param.optional and param.default is None


def described(param: Param, lang: str) -> str:
    """One line: how *param* is given, what it is, its type, and whether it is needed."""
    return f"--set {param.name}=...  {param.label(lang)} ({param.type}, {_NEED[is_needed(param)](lang)})"


def help_of(query: SavedQuery, lang: str, data: Path, store: str | None = None) -> str:
    """What *query* asks, its parameters with a few values that the dataset has, and its columns."""
    lines = [query.name, f"  {query.title(lang)}", "", *(f"  {line}" for line in query.description(lang).splitlines())]
    if query.params:
        lines += ["", f"{_PARAMETERS(lang)}:"]
        reader = _opened(data, store)
        for param in query.params:
            lines += [f"  {described(param, lang)}", *_examples(param, lang, reader)]
    columns = ", ".join(title(lang) for _, title in query.columns)
    return "\n".join([*lines, "", f"{_ANSWERS(lang)}: {columns}", "", _OPTIONS(lang)])


def _opened(data: Path, store: str | None) -> Reader | None:
    """The dataset, if there is one already: help needs none."""
    try:
        return opened(data, store)
    except KgraphError:
        return None


def _examples(param: Param, lang: str, reader: Reader | None) -> Iterator[str]:
    found = choices(reader, param, lang) if reader is not None else ()
    if found:
        yield f"      {_SUCH_AS(lang)}: {'; '.join(found)}"


def on_terminal() -> bool:
    """Whether somebody can be asked: both the answers and the questions go through a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked(query: SavedQuery, given: Mapping[str, str], lang: str, reader: Reader) -> dict[str, str]:
    """*given* with the needed parameters that are missing, asked for where somebody sits at a terminal."""
    missing = [param for param in query.params if is_needed(param) and param.name not in given]
    if not (missing and on_terminal()):
        return dict(given)
    answers = {}
    for param in missing:
        for line in _examples(param, lang, reader):
            click.echo(line, err=True)
        answers[param.name] = str(click.prompt(f"{param.label(lang)} ({param.name})", err=True)).strip()
    return {**given, **answers}

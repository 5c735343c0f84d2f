"""The conversation of ``kgraph review``: single keys on a terminal, lines where answers are piped in."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import click

from kgraph.curation.items import FACT, Item
from kgraph.curation.session import Session
from kgraph.curation.showing import shown
from kgraph.curation.sides import kept_last, sides
from kgraph.curation.wording import ON_FACTS, ON_PAIRS, meant, menu, word
from kgraph.dataset.reader import Reader

_END = ("", "\x04", "\x1a")  # end of a pipe; Ctrl-D and Ctrl-Z on a terminal


def name_of(lang: str) -> str:
    """The name of who decides, asked for on a terminal; piped answers must not be taken for a name."""
    if not sys.stdin.isatty():
        raise click.UsageError("say who decides: --by NAME, or the variable KGRAPH_BY")
    return str(click.prompt(word("by", lang), err=True)).strip()


def _line(question: str) -> str:
    """One line of text; empty at the end of a pipe."""
    click.echo(f"  {question}: ", nl=False, err=True)
    return sys.stdin.readline().strip()


@dataclass(slots=True)
class Asking:
    """A walk through *items*, which may also go back."""

    reader: Reader
    session: Session
    items: list[Item]
    lang: str
    unsure: bool = False
    at: int = 0

    def run(self) -> None:
        """Ask about each item that the answers so far leave open, until the end or ``quit``."""
        while self.at < len(self.items):
            item = self.items[self.at]
            if self.session.answered().covers(item, self.unsure):
                self.at += 1
            elif not self._asked(item):
                return

    def _asked(self, item: Item) -> bool:
        """Show *item* and do as answered; False to end."""
        click.echo(f"\n[{self.at + 1}/{len(self.items)}] ", nl=False, err=True)
        click.echo("\n".join(shown(item, sides(self.reader, item, self.lang), self.lang)), err=True)
        action = self._action(ON_FACTS if item.kind == FACT else ON_PAIRS)
        if action == "quit":
            return False
        if action == "back":
            self._back()
        elif action == "label":
            self._label(item)
        else:
            self._decide(item, action)
        return True

    def _action(self, offered: tuple[str, ...]) -> str:
        """The answer; what means nothing is asked for again."""
        click.echo(f"  {menu(offered, self.lang)}", err=True)
        while True:
            typed = click.getchar() if sys.stdin.isatty() else sys.stdin.readline()
            action = "quit" if typed in _END else meant(typed, offered, self.lang)
            if action is not None:
                return action
            click.echo(f"  {word('unknown', self.lang)}: {menu(offered, self.lang)}", err=True)

    def _decide(self, item: Item, action: str) -> None:
        why = _line(word("why", self.lang)) if action in ("wrong", "different") else ""
        if action == "skip":
            self.session.skip(self.at)
        else:
            in_order = (item.a, item.b) if item.proposal != "same" else kept_last(self.reader, item)
            self.session.decide(self.at, action, *in_order, why=why)
        self.at += 1

    def _label(self, item: Item) -> None:
        """A label for one side; the item itself stays open. An article has its title and takes none."""
        side = _line(word("which", self.lang)) if item.proposal == "same" else "1"
        value = _line(word("label", self.lang))
        if side in ("1", "2") and value:
            self.session.decide(self.at, "label", (item.a, item.b)[int(side) - 1], value=value)

    def _back(self) -> None:
        index = self.session.back()
        click.echo(f"  {word('nothing-back' if index is None else 'taken-back', self.lang)}", err=True)
        self.at = self.at if index is None else index

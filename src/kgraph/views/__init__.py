"""The network view: the dataset as one HTML file that opens offline, every relation with the words that state it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kgraph.dataset.reader import Reader
from kgraph.views.model import Finding, Places
from kgraph.views.scope import Scope

__all__ = ["Finding", "Places", "Scope", "render"]


def render(
    reader: Reader,
    scope: Scope | None = None,
    lang: str = "vi",
    *,
    foreign: bool = False,
    findings: Iterable[Finding] = (),
    before: Places | None = None,
) -> str:
    """The page as HTML: the same dataset gives the same bytes.

    *scope* narrows it; *lang* (``vi`` or ``en``) is the language the page opens in. *foreign*: a graph that holds
    nothing of ours is drawn as it stands. *findings* of the validation are marked at what they are about. *before*
    tells where an earlier page had its nodes: they stay. Raises NotFoundError and QueryError as `scope.narrowed` does.
    """
    from kgraph.views.network import read_model
    from kgraph.views.page import page
    from kgraph.views.scope import narrowed
    from kgraph.views.things import read_things

    model = read_model(reader)
    if foreign and not model.nodes:
        model = read_things(reader)
    shown, focus = narrowed(reader, model, scope or Scope())
    return page(replace(shown, findings=tuple(findings)), lang, focus, before)

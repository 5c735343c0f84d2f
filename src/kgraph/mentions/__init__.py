"""Article -> mentions: one recogniser a file, found by its name and run after those that it names in ``AFTER``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import lru_cache
from graphlib import TopologicalSorter

from kgraph.document import Mentions
from kgraph.model import Article
from kgraph.vietnamese import match_form


@lru_cache(maxsize=1)
def recognisers() -> tuple[tuple[str, Callable[[Mentions], Mentions]], ...]:
    """Name and function of every recogniser, in the order they run."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    modules = {name: importlib.import_module(f"{__name__}.{name}") for name in names}
    order = TopologicalSorter({name: set(getattr(module, "AFTER", ())) for name, module in modules.items()})
    order.prepare()
    ready: list[str] = []
    while order.is_active():
        batch = sorted(order.get_ready())
        ready.extend(batch)
        order.done(*batch)
    return tuple((name, modules[name].recognise) for name in ready)


def recognise(article: Article) -> Mentions:
    """Everything that the recognisers find in *article*."""
    mentions = Mentions(article, match_form(article.text))
    for _, recogniser in recognisers():
        mentions = recogniser(mentions)
    return mentions

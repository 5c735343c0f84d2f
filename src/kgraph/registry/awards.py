"""Kinds of awards: bằng khen, giấy khen, cờ thi đua, huân chương, titles of honour."""

from __future__ import annotations

from functools import lru_cache

from kgraph.registry.lexicon import Labelled, Lexicon, labelled


@lru_cache(maxsize=1)
def awards() -> Lexicon[Labelled]:
    """The rows of ``awards.tsv``. Raises RegistryError on a fault in it."""
    return labelled("awards.tsv")

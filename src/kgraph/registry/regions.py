"""Regions of provinces, such as đồng bằng sông Hồng: names of areas, not administrative units."""

from __future__ import annotations

from functools import lru_cache

from kgraph.registry.lexicon import Labelled, Lexicon, labelled


@lru_cache(maxsize=1)
def regions() -> Lexicon[Labelled]:
    """The rows of ``regions.tsv``. Raises RegistryError on a fault in it."""
    return labelled("regions.tsv")

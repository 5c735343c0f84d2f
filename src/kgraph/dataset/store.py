"""The embedded on-disk Oxigraph store of one generation."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pyoxigraph as ox

STORE: Final = "store"


def fill(generation: Path, lines: Iterable[str]) -> ox.Store:
    """A store inside *generation* with the quads of the N-Quads *lines*; close it by dropping it."""
    store = ox.Store(str(generation / STORE))
    add(store, lines)
    return store


def add(store: ox.Store, lines: Iterable[str]) -> None:
    """Put the quads of more N-Quads *lines* into *store*."""
    store.bulk_load(input="\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS)


def finish(store: ox.Store) -> None:
    """Write everything to disk in the form that is quickest to read."""
    store.flush()
    store.optimize()

"""The embedded on-disk Oxigraph store of one generation, and small ones in memory."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pyoxigraph as ox

STORE: Final = "store"


def in_memory(lines: Iterable[str]) -> ox.Store:
    """A store in memory with the quads of the N-Quads *lines*."""
    store = ox.Store()
    add(store, lines)
    return store


def fill(generation: Path, files: Iterable[Path]) -> ox.Store:
    """Make the store inside *generation* from N-Quads *files*."""
    store = ox.Store(str(generation / STORE))
    load(store, files)
    return store


def load(store: ox.Store, files: Iterable[Path]) -> None:
    """Put the quads of the N-Quads *files* into *store*.

    Their IRIs are not looked at again: they are parsed to write the dataset's files, and that here takes a tenth more.
    """
    for path in files:
        store.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS, lenient=True)
    store.flush()


def copied(earlier: Path, generation: Path) -> ox.Store:
    """The store of the generation *earlier* as that of *generation*, to be changed.

    The files are shared by links where the system has them; what is written later is not.
    """
    ox.Store.read_only(str(earlier / STORE)).backup(str(generation / STORE))
    return ox.Store(str(generation / STORE))


def add(store: ox.Store, lines: Iterable[str]) -> None:
    """Put the quads of more N-Quads *lines* into *store*."""
    store.bulk_load(input="\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS)

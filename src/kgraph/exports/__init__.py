"""The dataset in other formats: every module here is a format, named as the user types it, with a ``write``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import IO, TYPE_CHECKING

from kgraph.dataset.reader import Reader
from kgraph.errors import QueryError

if TYPE_CHECKING:
    from kgraph.exports._network import Edge

Writer = Callable[[Reader, IO[bytes]], None]


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(m.name.rstrip("_") for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_")))


def summary(form: str) -> str:
    """What *form* is, in one line: the first line of its module's docstring."""
    return (_module(form).__doc__ or "").partition("\n")[0]


def writer(form: str) -> Writer:
    """The writer of *form*; raises QueryError naming the choices where there is none."""
    if form not in formats():
        raise QueryError(f"there is no export format `{form}`; choose one of {', '.join(formats())}")
    found: Writer = _module(form).write
    return found


def _module(form: str) -> ModuleType:
    # csv would shadow the standard library's module, so that file is csv_.py
    names = {m.name.rstrip("_"): m.name for m in pkgutil.iter_modules(__path__)}
    return importlib.import_module(f"{__name__}.{names[form]}")


def connection(reader: Reader, one: str, other: str, lang: str = "vi") -> tuple[Edge, ...]:
    """The shortest way from the entity *one* to *other* (IRIs) as edges. Raises NotFoundError where there is none."""
    from kgraph.exports import _paths

    return _paths.connection(reader, one, other, lang)


def neighbours(reader: Reader, iri: str, lang: str = "vi") -> Iterator[tuple[str, str]]:
    """Label and kind of what each edge connects with the entity *iri*; a thing comes once for each such edge."""
    from kgraph.exports import _network

    for edge in _network.edges(reader, lang):
        if edge.source == iri != edge.target:
            yield edge.target_label, edge.target_kind
        elif edge.target == iri != edge.source:
            yield edge.source_label, edge.source_kind

"""Document -> statements: one mapper a file, found by its name; each defines ``map_statements(document)``.

A mapper may set ``REPEATS = True``: equal statements of it are several facts (two sums of "3 nhà"), not one said twice.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from kgraph.document import Document
from kgraph.model import Statement, fact_key, term_key

Mapper = Callable[[Document], Iterable[Statement]]
_MOST_EVIDENCE = 3  # quotes kept for one fact that an article states several times


@lru_cache(maxsize=1)
def mappers() -> tuple[tuple[str, Mapper, bool], ...]:
    """Name, function and whether it repeats, of every mapper, by name."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    modules = [(name, importlib.import_module(f"{__name__}.{name}")) for name in names]
    return tuple((name, module.map_statements, getattr(module, "REPEATS", False)) for name, module in modules)


def statements(document: Document) -> tuple[Statement, ...]:
    """All facts of an article under their keys, each once, with up to three quotes."""
    found: list[Statement] = []
    for _, mapper, repeats in mappers():
        found.extend(_repeated(document, mapper) if repeats else _merged(document, mapper))
    return tuple(found)


def _identity(statement: Statement) -> tuple[str, ...]:
    return (statement.kind, *sorted(f"{name}={term_key(term)}" for name, term in statement.values))


def _merged(document: Document, mapper: Mapper) -> Iterator[Statement]:
    same: dict[tuple[str, ...], Statement] = {}
    for statement in mapper(document):
        first = same.get(identity := _identity(statement))
        joined = tuple(dict.fromkeys((*first.evidence, *statement.evidence))) if first else statement.evidence
        same[identity] = replace(first or statement, evidence=joined[:_MOST_EVIDENCE])
    for statement in same.values():
        yield replace(statement, key=statement.key or fact_key(document.article.key, statement.kind, statement.values))


def _repeated(document: Document, mapper: Mapper) -> Iterator[Statement]:
    seen: dict[tuple[str, ...], int] = {}
    for statement in mapper(document):
        ordinal = seen.get(identity := _identity(statement), 0)
        seen[identity] = ordinal + 1
        yield replace(statement, key=fact_key(document.article.key, statement.kind, statement.values, ordinal))

"""Document -> statements: one mapper a file, found by its name; each defines ``map_statements(document)``.

A mapper may define ``doubts(document)`` too: the words that it saw and made no fact of, each with the reason.
It may set ``REPEATS = True``: equal statements of it are several facts (two sums of "3 nhà"), not one said twice.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from kgraph.document import Document, Doubt
from kgraph.model import Evidence, Statement, fact_key, term_key

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


def doubts(document: Document) -> tuple[Doubt, ...]:
    """What the mappers saw and made no fact of, in text order."""
    modules = (importlib.import_module(f"{__name__}.{name}") for name, _, _ in mappers())
    found = (doubt for module in modules if hasattr(module, "doubts") for doubt in module.doubts(document))
    return tuple(sorted(set(found), key=lambda doubt: (doubt.span, doubt.reason)))


def _identity(statement: Statement) -> tuple[str, ...]:
    return (statement.kind, *sorted(f"{name}={term_key(term)}" for name, term in statement.values))


def _merged(document: Document, mapper: Mapper) -> Iterator[Statement]:
    same: dict[tuple[str, ...], Statement] = {}
    for statement in mapper(document):
        first = same.get(identity := _identity(statement))
        same[identity] = _joined(first, statement) if first else statement
    for statement in same.values():
        key = statement.key or fact_key(document.article.key, statement.kind, statement.values)
        yield _with(statement, statement.evidence, key)


def _joined(first: Statement, again: Statement) -> Statement:
    return _with(first, tuple(dict.fromkeys((*first.evidence, *again.evidence))), first.key)


def _with(statement: Statement, evidence: tuple[Evidence, ...], key: str) -> Statement:
    return Statement(statement.kind, statement.type, statement.values, evidence[:_MOST_EVIDENCE], key)


def _repeated(document: Document, mapper: Mapper) -> Iterator[Statement]:
    seen: dict[tuple[str, ...], int] = {}
    for statement in mapper(document):
        ordinal = seen.get(identity := _identity(statement), 0)
        seen[identity] = ordinal + 1
        key = fact_key(document.article.key, statement.kind, statement.values, ordinal)
        yield Statement(statement.kind, statement.type, statement.values, statement.evidence, key)

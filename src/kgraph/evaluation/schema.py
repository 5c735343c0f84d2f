"""A facts file, read and checked against ``schema.tsv``: every complaint names the file and the key."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from kgraph.errors import KgraphError
from kgraph.evaluation.rows import Json
from kgraph.resources import table

_GREATEST: Final = 10**18


class GoldError(KgraphError):
    """Gold facts, or facts to compare with them, cannot be used; the message names the file, the key and the fix."""


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_number(value: object) -> bool:
    """Whether it is a number that counts something: no NaN, and nothing too great to be multiplied by a scale word."""
    return isinstance(value, int | float) and not isinstance(value, bool) and -_GREATEST < value < _GREATEST


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_text, value))


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


# What a value of each type is called, and the test for it; "!" at the end of a type means that it must be there.
_TYPES: Final[Mapping[str, tuple[str, Callable[[object], bool]]]] = MappingProxyType(
    {
        "text": ("text", _is_text),
        "number": (f"a number below {_GREATEST:.0e}", _is_number),
        "whole": ("a whole number", lambda value: isinstance(value, int) and not isinstance(value, bool)),
        "flag": ("true or false", lambda value: isinstance(value, bool)),
        "texts": ("a list of names", _are_texts),
        "pair": ("a pair of names", _is_pair),
        "list": ("a list", lambda value: isinstance(value, list)),
    }
)
_ABOUT_THE_FILE: Final = frozenset({"id", "published"})


@lru_cache(maxsize=1)
def _schema() -> Mapping[str, Mapping[str, str]]:
    """The type of every key of the entries of each list; the key is empty where the entries are no objects."""
    by_list = groupby(table(__package__, "schema.tsv"), key=lambda row: row["list"])
    return {name: {row["key"]: row["type"] for row in group} for name, group in by_list}


def read_facts(path: Path) -> Json:
    """The facts file at *path*. Raises GoldError where it is no JSON, or a key of it is not as the schema wants it."""
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        json.dumps(document, ensure_ascii=False).encode()  # an escaped half of a character could not be printed
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror}); check the name") from error
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{path}: is not JSON ({error}); write it anew or correct it there") from error
    return checked(document, str(path))


def checked(document: object, name: str) -> Json:
    """*document*, which is called *name* in complaints. Raises GoldError at the first key that breaks the schema."""
    if not isinstance(document, dict):
        raise GoldError(f"{name}: must be one JSON object with lists of facts, such as unions and events")
    fault = next(_faults(document), None)
    if fault:
        raise GoldError(f"{name}: {fault}")
    return document


def _faults(document: Mapping[str, Any]) -> Iterator[str]:
    known = [name for name in _schema() if "/" not in name]
    for key, value in document.items():
        if key in known:
            yield from _of_list(f"/{key}", value, key)
        elif key not in _ABOUT_THE_FILE:
            yield f"/{key} is no key of a facts file; use one of {', '.join(known)}"


def _of_list(at: str, value: object, name: str) -> Iterator[str]:
    if value is None:
        return
    yield from _of_value(at, value, "list")
    for place, entry in enumerate(value if isinstance(value, list) else ()):
        yield from _of_entry(f"{at}/{place}", entry, name)


def _of_entry(at: str, entry: object, name: str) -> Iterator[str]:
    keys = _schema()[name]
    if "" in keys:
        yield from _of_value(at, entry, keys[""])
        return
    if not isinstance(entry, dict):
        yield f"{at} must be an object, not {_shown(entry)}"
        return
    for key, wanted in keys.items():
        yield from _of_value(f"{at}/{key}", entry.get(key), wanted)
        if (inner := f"{name}/{key}") in _schema():
            yield from _of_list(f"{at}/{key}", entry.get(key), inner)


def _of_value(at: str, value: object, wanted: str) -> Iterator[str]:
    words, fits = _TYPES[wanted.removesuffix("!")]
    if value is None and wanted.endswith("!"):
        yield f"{at} is missing; it must be {words}"
    elif value is not None and not fits(value):
        yield f"{at} must be {words}, not {_shown(value)}"


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:40]}…"

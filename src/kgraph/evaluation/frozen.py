"""The frozen last result: counts by gold folder, article and kind in a file under version control, to compare with.

Counts stand article by article, so that a folder may grow: only articles that both sides know are compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from kgraph.evaluation.kinds import KINDS
from kgraph.evaluation.results import total
from kgraph.evaluation.schema import GoldError
from kgraph.evaluation.scoring import Counts, Score, scores

Articles: TypeAlias = Mapping[str, Mapping[str, Counts]]

_FIELDS: Final = tuple(asdict(Counts()))
_TOLERANCE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Change:
    """The mark of a kind in the frozen result (*was*) and now, over the articles that both know."""

    was: float
    now: float

    @property
    def fell(self) -> bool:
        """Whether it is lower than it was."""
        return self.now < self.was - _TOLERANCE


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of all kinds and sums, and the articles that only one side knows: *new* and *gone*."""

    kinds: Mapping[str, Change]
    new: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def fallen(self) -> tuple[str, ...]:
        """The kinds, without the sums over kinds, whose mark fell."""
        return tuple(name for name, change in self.kinds.items() if change.fell and name in KINDS)


def against_frozen(path: Path, folder: str, now: Articles) -> Changes:
    """How the marks of gold folder *folder* changed since the result in the file at *path*.

    Raises GoldError where the file is missing or damaged, or knows none of the articles of *now*.
    """
    frozen = _sets(path).get(folder, {})
    if not frozen.keys() & now.keys():
        raise GoldError(f"{path}: holds no result of these articles of {folder}/; add it with --update-baseline")
    return changes(frozen, now)


def changes(frozen: Articles, now: Articles) -> Changes:
    """How the marks changed from *frozen* to *now*."""
    both = frozen.keys() & now.keys()
    was, is_now = _scores(frozen, both), _scores(now, both)
    kinds = {name: Change(was[name].mark, is_now[name].mark) for name in was}
    return Changes(kinds, tuple(sorted(now.keys() - both)), tuple(sorted(frozen.keys() - both)))


def _scores(articles: Articles, names: frozenset[str] | set[str]) -> dict[str, Score]:
    return scores(total({name: articles[name] for name in sorted(names)}))


def write_frozen(path: Path, folder: str, articles: Articles) -> None:
    """Make *articles* the result of *folder* in the file at *path*; other folders in it stay. Raises GoldError."""
    sets = (_sets(path) if path.exists() else {}) | {folder: articles}
    try:
        path.write_text(_text(sets), encoding="utf-8", newline="\n")
    except OSError as error:
        raise GoldError(f"{path}: cannot be written ({error.strerror}); name another --baseline") from error


def _sets(path: Path) -> dict[str, Articles]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return {name: _articles(articles) for name, articles in document["sets"].items()}
    except FileNotFoundError as error:
        raise GoldError(f"{path}: no such file; make it with --update-baseline") from error
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror}); name another --baseline") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{path}: damaged ({error}); delete it and make it anew with --update-baseline") from error


def _articles(articles: Mapping[str, Any]) -> Articles:
    return MappingProxyType(
        {name: {kind: Counts(*map(int, counts)) for kind, counts in kinds.items()} for name, kinds in articles.items()}
    )


def _text(sets: Mapping[str, Articles]) -> str:
    """One article a line, so that a change of one shows as one line."""
    folders = (f"  {_json(name)}: {{\n{_lines(articles)}\n  }}" for name, articles in sorted(sets.items()))
    body = ",\n".join(folders)
    return f'{{\n "counts": {_json(_FIELDS)},\n "sets": {{\n{body}\n }}\n}}\n'


def _lines(articles: Articles) -> str:
    return ",\n".join(f"   {_json(name)}: {_json(dict(_told(kinds)))}" for name, kinds in sorted(articles.items()))


def _told(kinds: Mapping[str, Counts]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The counts of the kinds that were there at all, in the order of `KINDS`."""
    return ((kind, astuple(kinds[kind])) for kind in KINDS if kind in kinds and kinds[kind] != Counts())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

"""The trails of the queries that a build asks, which one build keeps for the next.

To parse forty queries, and to load what parses them, takes as long as to map fifty articles.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from types import ModuleType
from typing import Any, Final, TypeAlias

from kgraph.dataset.trails import Made, NoTrailsError, Step, Trail

__all__ = ["Made", "NoTrailsError", "construct_trails", "kept_trails", "query_trails", "recall", "trails_from_all"]

_Plain: TypeAlias = dict[str, Any]
_KNOWN: Final[dict[str, _Plain]] = {}
"""What was found in each query so far, by how it was asked and by its text: nothing else decides it."""


def query_trails(select: str, variable: str) -> frozenset[Trail]:
    """The shortest trail from *variable* over each pattern of the query *select*, which declares its prefixes.

    Raises NoTrailsError where they do not tell all that an answer about a value of *variable* depends on.
    """
    return _known(f"?{variable}", select, lambda: _of(_parser().trails_from(select, variable))).trails or frozenset()


def trails_from_all(select: str) -> frozenset[Trail]:
    """Those of `query_trails` from each variable of the patterns of *select*. Raises NoTrailsError as that does."""
    return _known("*", select, lambda: _of(_parser().trails_from_each(select))).trails or frozenset()


def construct_trails(construct: str) -> Made:
    """What the query *construct* makes. Raises NoTrailsError where its template has several triples, or variables."""
    return _known("made", construct, lambda: _parser().made_by(construct))


def kept_trails() -> str:
    """All that was found so far, as JSON; only the program that found it may `recall` it."""
    return json.dumps(_KNOWN, ensure_ascii=False, sort_keys=True)


def recall(kept: str) -> None:
    """Know again what `kept_trails` told; nothing is told by an empty text."""
    _KNOWN.update(json.loads(kept or "{}"))


def _known(way: str, query: str, find: Callable[[], Made]) -> Made:
    name = f"{way} {query}"
    if name not in _KNOWN:
        try:
            _KNOWN[name] = _plain(find())
        except NoTrailsError as error:
            _KNOWN[name] = {"none": str(error)}
    if "none" in _KNOWN[name]:
        raise NoTrailsError(_KNOWN[name]["none"])
    return _made(**_KNOWN[name])


def _parser() -> ModuleType:
    from kgraph.dataset import query_patterns  # takes as long to load as half of all else; here for new queries alone

    return query_patterns


def _of(trails: frozenset[Trail]) -> Made:
    return Made("", trails, frozenset())


def _plain(made: Made) -> _Plain:
    trails = None if made.trails is None else sorted(made.trails)
    return {"predicate": made.predicate, "trails": trails, "reads": sorted(made.reads)}


def _made(predicate: str, trails: list[list[list[Any]]] | None, reads: list[str]) -> Made:
    found = None if trails is None else frozenset(tuple(Step(*step) for step in trail) for trail in trails)
    return Made(predicate, found, frozenset(reads))

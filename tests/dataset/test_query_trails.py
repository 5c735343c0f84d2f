"""Trails that a build kept are known again without parsing, and are the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.dataset import query_patterns, query_trails
from kgraph.dataset.query_trails import NoTrailsError, construct_trails, kept_trails, recall, trails_from_all

_ASKED: tuple[Callable[[], object], ...] = (
    lambda: query_trails.query_trails("SELECT ?a { ?a <urn:p>/^<urn:q> ?b OPTIONAL { ?b <urn:r> ?c } }", "a"),
    lambda: query_trails.query_trails("SELECT ?a { ?a <urn:p>/^<urn:q> ?b OPTIONAL { ?b <urn:r> ?c } }", "b"),
    lambda: trails_from_all("SELECT * { ?a <urn:p>/^<urn:q> ?b OPTIONAL { ?b <urn:r> ?c } }"),
    lambda: construct_trails("CONSTRUCT { ?a <urn:made> ?c } { ?a <urn:p> ?b . ?b <urn:q> ?c }"),
    lambda: construct_trails("CONSTRUCT { ?a <urn:made> ?c } { ?a <urn:p>+ ?c }"),
)


@pytest.fixture
def unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_trails, "_KNOWN", {})


def _again(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a process that comes later and cannot parse."""
    kept = kept_trails()
    monkeypatch.setattr(query_trails, "_KNOWN", {})
    monkeypatch.delattr(query_patterns, "parseQuery")
    recall(kept)


@pytest.mark.usefixtures("unknown")
def test_what_was_kept_is_known_without_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [ask() for ask in _ASKED]
    assert len({repr(one) for one in found}) == len(found)
    _again(monkeypatch)
    assert [ask() for ask in _ASKED] == found


@pytest.mark.usefixtures("unknown")
def test_a_query_that_has_no_trails_has_none_again(monkeypatch: pytest.MonkeyPatch) -> None:
    variable = "SELECT ?a { ?a ?p ?b }"
    with pytest.raises(NoTrailsError, match="the predicate p"):
        query_trails.query_trails(variable, "a")
    _again(monkeypatch)
    with pytest.raises(NoTrailsError, match="the predicate p"):
        query_trails.query_trails(variable, "a")


@pytest.mark.usefixtures("unknown")
def test_nothing_kept_is_nothing_known() -> None:
    recall("")
    assert kept_trails() == "{}"

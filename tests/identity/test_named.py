"""Bodies, programmes, unions and events that may be one."""

from __future__ import annotations

from dataclasses import replace

from kgraph.identity.features import THRESHOLD
from kgraph.identity.happenings import Happening, event_candidates
from kgraph.identity.named import Named, label_candidates

ID = "https://data.example/kgraph/id"
COMPANY, MODEL = "kgs:body-company", "kgs:programme-mo-hinh"
LONG = Named(f"{ID}/body/b", "Công ty cổ phần May Ví Dụ", COMPANY)
SHORT = Named(f"{ID}/body/a", "Công ty CP May Ví Dụ", COMPANY)


def shown(*things: Named) -> list[tuple[str, ...]]:
    return [c.reasons for c in label_candidates(things) if c.score >= THRESHOLD]


def test_a_long_and_a_short_form() -> None:
    assert shown(LONG, SHORT) == [("same-kind", "short-form")]
    assert shown(LONG, replace(SHORT, listed=True)) != []
    assert shown(replace(LONG, listed=True), replace(SHORT, listed=True)) == []
    assert shown(LONG, replace(SHORT, sort="kgs:body-bank")) == []


def test_the_place_counts() -> None:
    assert shown(replace(LONG, place="ha-nam"), replace(SHORT, place="nam-dinh")) == []
    assert shown(replace(LONG, place="ha-nam"), replace(SHORT, place="ha-nam"))[0][1] == "same-place"
    assert shown(replace(LONG, place="ha-nam"), replace(SHORT, place="ha-nam.ly-nhan"))[0][0] == "nested-place"
    assert shown(replace(LONG, place="ha-nam"), SHORT)[0] == ("same-kind", "short-form", "unknown-place")


def test_things_of_two_kinds_do_not_meet() -> None:
    assert shown(LONG, replace(SHORT, iri=f"{ID}/programme/a")) == []


def test_a_model_with_and_without_its_locality() -> None:
    here = Named(f"{ID}/programme/a", "Biến rác thành tiền", MODEL, by=frozenset({"x"}))
    there = Named(f"{ID}/programme/b", "Biến rác thành tiền xã Mẫu", MODEL, by=frozenset({"x"}))
    assert shown(here, there) == [("locality-added", "same-kind", "shared-implementer")]
    assert shown(replace(here, code="1"), replace(there, code="2")) == []


def test_unions_of_unlisted_places() -> None:
    one = Named(f"{ID}/union/ha-nam.tan-an-unlisted", "Hội LHPN xã Tân An", "kgs:level-commune", "ha-nam")
    other = replace(one, iri=f"{ID}/union/ha-nam.tan-an-2", label="Hội LHPN xã Tân Ân")
    assert shown(one, other) == [("near-label", "same-kind", "same-place")]
    assert shown(one, replace(other, place="nam-dinh")) == []


HOST, CONGRESS = f"{ID}/union/ha-nam", "kgs:event-congress"


def event(key: str, **values: object) -> Happening:
    base = Happening(f"{ID}/event/{key}", key, CONGRESS, frozenset({HOST}), frozenset({key}), "2021-03-01")
    return replace(base, **values)  # type: ignore[arg-type]


def events(*found: Happening) -> list[tuple[tuple[str, ...], bool]]:
    return [(c.reasons, c.score >= THRESHOLD) for c in event_candidates(found)]


def test_events_of_one_host_kind_and_day() -> None:
    assert events(event("a"), event("b")) == [(("same-host-kind-and-day",), True)]
    assert events(event("a"), event("b", day="2021-03-02")) == []
    assert events(event("a"), event("b", kind="kgs:event-forum")) == []
    assert events(event("a"), event("b", hosts=frozenset({"x"}))) == []
    assert events(event("a"), event("b", articles=frozenset({"a"}))) == []


def test_congresses_by_ordinal() -> None:
    one = event("a", ordinal="14", day="2021-03-01", label="Đại hội đại biểu lần thứ XIV")
    assert events(one, event("b", ordinal="14", day="", label="Đại hội lần thứ XIV")) == [
        (("like-title", "same-host-and-ordinal"), True)
    ]
    assert events(one, event("b", ordinal="15"))[0][1] is False
    told_later = event("b", ordinal="14", day="2021-03-02", participants=frozenset({"p"}))
    (found,) = events(replace(one, participants=frozenset({"p"})), told_later)
    assert found == (("other-day", "same-host-and-ordinal", "shared-participant"), True)

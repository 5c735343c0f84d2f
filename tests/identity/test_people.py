"""Which persons may be one, and which person may be two."""

from __future__ import annotations

import pytest

from kgraph.identity.candidate import Candidate
from kgraph.identity.offices import Holding, follow, succeeded_by
from kgraph.identity.parting import parting_candidates
from kgraph.identity.people import Individual, person_candidates

ID = "https://data.example/kgraph/id"
UNION, COMMITTEE = f"{ID}/union/ha-nam", f"{ID}/body/ubnd.ha-nam"
PRESIDENT, DEPUTY, MEMBER = (f"{ID}/post/{post}" for post in ("chu-tich", "pho-chu-tich", "uy-vien"))


def held(post: str, body: str = UNION, day: str = "2021-01-12", article: str = "1", former: bool = False) -> Holding:
    return Holding(post, body, f"{ID}/article/{article}", day, former)


def person(key: str, name: str, province: str, *holdings: Holding, events: tuple[str, ...] = ()) -> Individual:
    return Individual(f"{ID}/person/{key}", name, province, holdings, frozenset(events))


def reasons(*people: Individual) -> list[tuple[str, ...]]:
    return [candidate.reasons for candidate in person_candidates(people)]


def test_namesakes_in_one_post_of_one_body() -> None:
    one = person("a", "Lê Thị Thử", "ha-nam", held(DEPUTY))
    other = person("b", "Lê Thị Thử", "", held(DEPUTY, day="2023-02-01"))
    (found,) = person_candidates([one, other])
    assert (found.a, found.b, found.proposal) == (one.iri, other.iri, "same")
    assert found.reasons == ("near-in-time", "same-name", "same-post", "unknown-province")
    assert list(person_candidates([other, one])) == [found]


def test_namesakes_without_anything_else_are_no_candidate() -> None:
    one = person("a", "Lê Thị Thử", "ha-nam", held(DEPUTY))
    assert reasons(one, person("b", "Lê Thị Thử", "nam-dinh", held(DEPUTY, f"{ID}/union/nam-dinh"))) == []
    assert reasons(one, person("b", "Lê Thị Thử", "nam-dinh")) == []
    assert reasons(one, person("b", "Lê Thị Thử", "ha-nam", held(MEMBER))) == []


def test_a_post_that_follows_another_and_posts_of_one_day() -> None:
    one = person("a", "Lê Thị Thử", "ha-nam", held(DEPUTY))
    later = person("b", "Lê Thị Thử", "nam-dinh", held(PRESIDENT, day="2022-05-01"))
    assert reasons(one, later) == [("near-in-time", "other-province", "same-name", "succeeding-post")]
    at_once = person("b", "Lê Thị Thử", "nam-dinh", held(PRESIDENT))
    (found,) = person_candidates([one, at_once])
    assert "exclusive-on-one-day" in found.reasons
    assert found.score == 0


def test_the_body_that_took_over_the_place() -> None:
    new = f"{ID}/union/ninh-binh-2025"
    assert new in succeeded_by(UNION)
    assert follow(new, UNION)
    assert not follow(new, COMMITTEE)
    one = person("a", "Lê Thị Thử", "ha-nam", held(DEPUTY, day="2024-01-01"))
    other = person("b", "Lê Thị Thử", "ninh-binh-2025", held(DEPUTY, new, "2025-08-01"))
    assert reasons(one, other) == [("near-in-time", "other-province", "same-name", "successor-body")]


def test_persons_named_for_one_event() -> None:
    one = person("a", "Lê Thị Thử", "ha-nam", events=("x 2021",))
    other = person("b", "Lê Thị Thử", "", events=("x 2021", "y 2022"))
    assert reasons(one, other) == [("same-event", "same-name", "unknown-province")]
    assert reasons(one, person("b", "Lê Thị Thứ", "", events=("x 2021",))) == []


def test_a_slip_of_the_pen_needs_the_very_post() -> None:
    one = person("a", "Lê Thị Thử", "ha-nam", held(DEPUTY))
    assert reasons(one, person("b", "Lê Thị Thứ", "ha-nam", held(DEPUTY))) != []
    assert reasons(one, person("b", "Lê Thử", "ha-nam", held(DEPUTY))) != []
    assert reasons(one, person("b", "Lê Thị Thứ", "ha-nam", held(PRESIDENT))) == []


@pytest.mark.parametrize(("day", "reason"), [("2040-01-01", "far-in-time"), ("2028-01-01", None)])
def test_the_period_counts(day: str, reason: str | None) -> None:
    found = reasons(person("a", "A B", "x", held(DEPUTY)), person("b", "A B", "x", held(DEPUTY, day=day)))
    assert {r for r in found[0] if r.endswith("in-time")} == ({reason} if reason else set())


def parted(*holdings: Holding) -> list[Candidate]:
    return list(parting_candidates([person("a", "Trần Thị Mẫu Đơn", "ha-nam", *holdings)]))


NORTH, SOUTH = f"{ID}/union/ha-nam.binh-luc", f"{ID}/union/ha-nam.ly-nhan"


def test_two_unions_led_on_one_day_are_led_by_two_people() -> None:
    found = parted(
        held(PRESIDENT, NORTH, "2021-01-12", "1"),
        held(PRESIDENT, NORTH, "2021-03-05", "3"),
        held(DEPUTY, SOUTH, article="2"),
    )
    assert [(c.b, c.proposal, c.reasons) for c in found] == [
        (f"{ID}/article/2", "different", ("exclusive-same-day",)),
    ]


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        (("2021-01-01", "2021-12-01", "2021-06-01"), "exclusive-interleaved"),
        (("2021-01-01", "2021-01-02", "2021-01-20"), "exclusive-close-days"),
        (("2021-01-01", "2021-01-02", "2022-01-20"), None),
    ],
)
def test_posts_at_one_time(days: tuple[str, str, str], reason: str | None) -> None:
    bodies = ((NORTH, "1"), (NORTH, "2"), (SOUTH, "3"))
    found = parted(*(held(PRESIDENT, body, day, key) for day, (body, key) in zip(days, bodies, strict=True)))
    assert [c.reasons for c in found] == ([(reason,)] if reason else [])


@pytest.mark.parametrize(
    "other",
    [
        held(PRESIDENT, COMMITTEE, article="2"),
        held(MEMBER, SOUTH, article="2"),
        held(PRESIDENT, f"{ID}/union/vn", article="2"),
        held(PRESIDENT, SOUTH, article="2", former=True),
        held(PRESIDENT, SOUTH, article="1"),
        held(PRESIDENT, SOUTH, day="", article="2"),
    ],
    ids=["other sort of body", "not a leading post", "the centre", "former", "said in one article", "no day"],
)
def test_posts_that_one_person_may_hold(other: Holding) -> None:
    assert parted(held(PRESIDENT, NORTH, article="1"), other) == []

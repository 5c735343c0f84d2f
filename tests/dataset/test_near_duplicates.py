"""Groups of editions: who is in them, who represents them, and that people have the last word."""

from __future__ import annotations

from random import Random

import pytest

from kgraph.dataset.alike import SHORTEST, Edition, _Blocks, alike, alike_again
from kgraph.dataset.ledger import Decision
from kgraph.dataset.near_duplicates import groups
from kgraph.dataset.sketches import SKETCH_SIZE, Sketch, containment, resemblance

A, B, C, D = ("a" * 16, "b" * 16, "c" * 16, "d" * 16)


def of(*parts: range) -> Sketch:
    """The sketch of a text whose word sequences are numbers, spread as hashes are."""
    values = {n * 0x9E3779B97F4A7C15 % 2**64 for part in parts for n in part}
    return Sketch(len(values), tuple(sorted(values)[:SKETCH_SIZE]))


def edition(key: str, *parts: range, day: str = "") -> Edition:
    return Edition.of(key, day, of(*parts))


def decide(kind: str, a: str, b: str) -> Decision:
    names = [f"<https://data.example/kgraph/id/article/{key}>" for key in (a, b)]
    return Decision(kind, *names)


def members(*editions: Edition, decisions: tuple[Decision, ...] = ()) -> list[list[str]]:
    """The keys of each group, the representative first."""
    return [[e.key for e in group.editions] for group in groups(editions, decisions)]


# B has most of A, C most of B, but C too little of A.
CHAIN = (edition(A, range(200)), edition(B, range(70, 270)), edition(C, range(140, 340)))


def test_estimates_are_near_the_truth() -> None:
    a, b = of(range(400)), of(range(200, 500))
    assert abs(resemblance(a, b) - 200 / 500) < 0.1
    assert abs(containment(a, b) - 200 / 300) < 0.1
    assert (resemblance(a, a), containment(a, a), containment(a, Sketch())) == (1.0, 1.0, 0.0)


def test_the_first_printed_represents_and_an_unknown_day_comes_last() -> None:
    texts = [edition(A, range(200)), edition(B, range(200), day="2021-03-05"), edition(C, range(200), day="2021-03-02")]
    assert members(*texts) == members(*reversed(texts)) == [[C, B, A]]
    assert groups(texts)[0].key == A


def test_a_brief_is_no_edition_of_the_roundup_that_holds_it() -> None:
    assert members(edition(A, range(200)), edition(B, range(round(200 * SHORTEST) - 5))) == []
    assert members(edition(A, range(200)), edition(B, range(round(200 * SHORTEST) + 5))) == [[A, B]]


def test_editions_of_editions_are_one_group() -> None:
    assert containment(CHAIN[0].sketch, CHAIN[2].sketch) < 0.5
    assert members(*CHAIN) == [[A, B, C]]


@pytest.mark.parametrize("parted", [(A, B), (B, A)])
def test_different_parts_two_articles(parted: tuple[str, str]) -> None:
    assert members(*CHAIN, decisions=(decide("different", *parted),)) == [[B, C]]


def test_different_parts_them_also_where_a_third_is_like_both() -> None:
    (group,) = members(*CHAIN, decisions=(decide("different", A, C),))
    assert group in ([A, B], [B, C])


def test_same_joins_what_is_not_alike() -> None:
    assert members(CHAIN[0], CHAIN[2], decisions=(decide("same", C, A),)) == [[A, C]]


def test_decisions_about_other_things_group_nothing() -> None:
    person = Decision("same", "<https://data.example/kgraph/id/person/x>", decide("same", A, C).b)
    assert members(CHAIN[0], CHAIN[2], decisions=(person, decide("unsure", A, C))) == []


def test_many_articles_with_one_set_phrase_are_not_all_compared() -> None:
    random = Random(1)  # noqa: S311 (nothing secret)
    own = [random.sample(range(10**9), 100) for _ in range(600)]
    phrase = tuple(range(40))  # the smallest hashes of all: every article is looked up by them
    texts = [Edition.of(f"{n:016x}", "", Sketch(140, (*phrase, *sorted(o)))) for n, o in enumerate(own)]
    assert 0 < len(list(_Blocks(texts).pairs())) < 10 * len(texts)
    twin = Edition.of("f" * 16, "", Sketch(140, (*phrase, *sorted(own[300]))))
    assert members(*texts, twin) == [[f"{300:016x}", "f" * 16]]


@pytest.mark.parametrize("seed", range(5))
def test_a_change_is_looked_at_alone(seed: int) -> None:
    """Texts of few topics with a set phrase: those that come and go push others together and apart."""
    random = Random(seed)  # noqa: S311 (nothing secret)

    def text(number: int) -> Edition:
        topic, own = random.randrange(12) * 1000, random.sample(range(100, 900), 12)
        words = {*range(20), *(topic + n for n in range(40) if random.random() < 0.9), *(topic + n for n in own)}
        return Edition.of(f"{number:016x}", "", Sketch(len(words), tuple(sorted(words))))

    now = {number: text(number) for number in range(150)}
    known, number, different = alike(now.values()), 150, 0
    for _ in range(60):
        gone = [now.pop(key) for key in random.sample(sorted(now), random.randint(0, 3))]
        changed = random.sample(sorted(now), random.randint(0, 2))
        gone += [now[key] for key in changed]
        come = [*changed, *range(number, number := number + random.randint(0, 3))]
        now |= {key: text(key) for key in come}
        again = alike(now.values())
        assert alike_again(now.values(), known, {now[key].key for key in come}, gone) == again
        different += again != known
        known = again
    assert different > 20

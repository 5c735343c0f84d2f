"""Facts of a later edition that say what an earlier one said."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.dataset.alike import Edition
from kgraph.dataset.near_duplicates import Group
from kgraph.dataset.repeats import repeats
from kgraph.dataset.sketches import Sketch

FIXTURE = Path(__file__).parents[1] / "fixtures" / "example.trig"
FIRST, SECOND, THIRD = "1" * 16, "2" * 16, "3" * 16
OF_THE_ARTICLE = re.compile(
    r"(/id/(?:agreement|award-grant|citation|copy|entity-mention|event|evidence|figure|implementation|membership"
    r"|participation|theme-adoption)/)"
)
ID = "https://data.example/kgraph/id/"


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """The article of the example."""
    store = ox.Store()
    store.load(path=str(FIXTURE), format=ox.RdfFormat.TRIG)
    return sorted(f"{quad} ." for quad in store if "/graph/article/" in str(quad.graph_name))


def edition(lines: list[str], key: str, *changes: tuple[str, str]) -> list[str]:
    """The same facts as another article states them, with *changes*."""
    found = [OF_THE_ARTICLE.sub(rf"\g<1>{key[0]}", line).replace(FIRST, key) for line in lines]
    for old, new in changes:
        assert any(old in line for line in found)
        found = [line.replace(old, new) for line in found]
    return found


def found(*editions: list[str]) -> dict[str, str]:
    """What repeats what, by kind and key."""
    group = Group(tuple(Edition.of(str(n) * 16, "", Sketch()) for n in range(1, len(editions) + 1)))
    pairs = repeats([line for edition in editions for line in edition], [group])
    return {fact[1:-1].removeprefix(ID): first[1:-1].removeprefix(ID) for fact, first in pairs}


def facts(lines: list[str]) -> set[str]:
    return {line.split()[0][1:-1].removeprefix(ID) for line in lines if "#wasDerivedFrom>" in line}


def test_every_fact_of_an_equal_edition_repeats_the_first(lines: list[str]) -> None:
    second = edition(lines, SECOND)
    repeated = found(lines, second)
    assert repeated.keys() == facts(second)
    assert all(fact == first.replace("/", "/2") for fact, first in repeated.items())


def test_the_day_of_printing_spelling_and_the_words_around_a_number_do_not_count(lines: list[str]) -> None:
    changes = (
        ('kgraph/ont#attestedOn> "2021-03-01"', 'kgraph/ont#attestedOn> "2021-03-04"'),
        ("gần 16,5 tỷ đồng", "gần 16.5 tỷ đồng"),
        ("số tiền nhận đỡ đầu", "tiền nhận đỡ đầu"),
        ("Ký kết chương trình", "Ký Kết chương trình"),
    )
    assert found(lines, edition(lines, SECOND, *changes)).keys() == facts(edition(lines, SECOND))


def test_another_value_is_another_fact(lines: list[str]) -> None:
    second = edition(lines, SECOND, ('"3037"', '"3038"'))
    assert facts(second) - found(lines, second).keys() == {"figure/20000000000000017"}


def test_what_names_another_event_is_another_fact(lines: list[str]) -> None:
    second = edition(lines, SECOND, ("Ký kết chương trình", "Bàn giao chương trình"))
    kinds = {fact.split("/")[0] for fact in facts(second) - found(lines, second).keys()}
    assert kinds == {"event", "participation", "agreement"}


def test_a_fact_that_the_first_lacks_counts_once_among_the_others(lines: list[str]) -> None:
    first = [line for line in lines if "/membership/" not in line]
    repeated = found(first, edition(lines, SECOND), edition(lines, THIRD))
    assert repeated["membership/30000000000000001"] == "membership/20000000000000001"
    assert "membership/20000000000000001" not in repeated


def test_two_equal_facts_of_an_article_stay_two(lines: list[str]) -> None:
    twice = [*lines, *(line.replace("figure/0", "figure/f") for line in lines if "figure/0" in line.split()[0])]
    assert found(twice) == {}
    second = edition(twice, SECOND)
    assert found(twice, second).keys() == facts(second)
    assert facts(second) - found(lines, second).keys() == {f for f in facts(second) if "figure/2f" in f}


def test_nothing_is_said_of_articles_without_a_group(lines: list[str]) -> None:
    assert list(repeats([*lines, *edition(lines, SECOND)], ())) == []

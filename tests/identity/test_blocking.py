"""Only things that share a block are compared, and a large block does not make all pairs."""

from __future__ import annotations

from itertools import combinations

from kgraph.identity.blocking import pairs, rarest


def test_pairs_share_a_block_and_come_once() -> None:
    things = ("ab", "ac", "cd", "e")
    assert list(pairs(things, lambda thing: thing)) == [("ab", "ac"), ("ac", "cd")]
    assert list(pairs(("xy", "xy"), lambda thing: thing)) == [("xy", "xy")]


def test_small_blocks_are_compared_whole_and_large_ones_by_neighbours() -> None:
    assert list(pairs(range(11), lambda _: ["one"])) == list(combinations(range(11), 2))
    many = len(list(pairs(range(4000), lambda _: ["one"])))
    assert many < 10 * 4000


def test_the_rarest_words_make_the_blocks() -> None:
    names = [("hội", "xã", "an"), ("hội", "xã", "bình"), ("hội", "xã", "chi", "đông", "êm")]
    choose = rarest(names)
    assert [choose(name) for name in names] == [("an", "hội", "xã"), ("bình", "hội", "xã"), ("chi", "êm", "đông")]

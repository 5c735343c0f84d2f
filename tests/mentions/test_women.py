"""Women's bodies outside the hierarchy: of a force, a school or a company, and the chapters of hamlets."""

from __future__ import annotations

from typing import Any

import pytest

from kgraph.document import AgentMention, Mentions

# case: (sentence with the words of the body in brackets, "head | form")
CASES = {
    "police": ("[Hội Phụ nữ Công an tỉnh Nam Định] tặng quà.", ["Hội Phụ nữ Công an | named"]),
    "chapter of a hamlet": ("[Chi hội phụ nữ thôn 5] tặng quà.", ["Chi hội phụ nữ thôn 5 | named"]),
    "chapter of a named hamlet": ("[Chi hội phụ nữ xóm Đông] tặng quà.", ["Chi hội phụ nữ xóm Đông | named"]),
}


def women(mentions: Mentions) -> list[AgentMention]:
    return [agent for agent in mentions.agents if agent.kind == "women"]


def described(body: AgentMention) -> str:
    return f"{body.head} | {body.form}"


@pytest.mark.parametrize("case", CASES)
def test_reads_the_body(case: str, compare: Any) -> None:
    text, expected = CASES[case]
    compare(text, expected, women, described)


def test_its_words_are_not_a_union_too(read: Any) -> None:
    assert [a.kind for a in read("Hội Phụ nữ Công an tỉnh Nam Định tặng quà.").agents] == ["women"]


def test_a_union_of_a_place_is_not_one(read: Any) -> None:
    assert women(read("Hội Phụ nữ xã Hải Đông tặng quà. Chi hội đã họp.")) == []

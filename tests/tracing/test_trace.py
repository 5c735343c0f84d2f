"""A trace tells the whole text, where each fact came from, and by which rule."""

from __future__ import annotations

from typing import Any

from kgraph.registry.rules import rules
from kgraph.tracing.model import Mark, Trace

ARTICLE = (
    "Hội LHPN tỉnh Nam Định ký giao ước\n"
    "24/02/2021\n"
    "Sáng 5/3/2021, Hội LHPN tỉnh Nam Định đã tổ chức hội nghị triển khai Đề án 939. Tới dự có đồng chí Trần Thị Thử - "
    "Chủ tịch Hội LHPN tỉnh và bà Đỗ Thị Ví Dụ.\n"
    "Trong năm 2020, Hội đã hỗ trợ 3 tỷ đồng cho 30 hộ và 30 hộ.\n"
    "Phương Bút\n"
)


def mark(trace: Trace, words: str, kind: str) -> Mark:
    [found] = [m for m in trace.marks if (m.words, m.kind) == (words, kind)]
    return found


def facts_of(trace: Trace, words: str, kind: str) -> list[str]:
    return [f"{trace.facts[n].heading}: {trace.facts[n].words}" for n in mark(trace, words, kind).facts]


def test_a_mention_leads_to_its_rule_its_entity_and_its_facts(traced: Any) -> None:
    trace = traced(ARTICLE, lang="en")
    person = mark(trace, "Trần Thị Thử", "person")
    assert (person.rule, [e.label for e in person.entities]) == ("person-post", ["Trần Thị Thử"])
    assert [trace.facts[n].heading for n in person.facts] == ["Posts", "Parts in events"]
    short = mark(trace, "Hội LHPN tỉnh", "union")
    assert (short.rule, short.method) == ("union-level", "the union the article is about")
    assert [(e.label, e.key) for e in short.entities] == [("Women's Union of Nam Định province", "union/nam-dinh")]
    assert facts_of(trace, "5/3/2021", "date")[0].startswith("Events: ")
    assert len(facts_of(trace, "năm 2020", "date")) == 3


def test_equal_numbers_lead_to_their_own_figures(traced: Any) -> None:
    trace = traced(ARTICLE)
    first, second = [m for m in trace.marks if m.words == "30 hộ"]
    assert first.facts
    assert second.facts
    assert facts_of(trace, "3 tỷ đồng", "quantity")[0].startswith("Số liệu: Hội LHPN tỉnh Nam Định: 3 tỷ đồng")
    assert len(mark(trace, "3 tỷ đồng", "quantity").facts) == 1


def test_a_fourth_naming_of_a_union_counts_though_three_quotes_are_kept(traced: Any) -> None:
    line = "Hội LHPN tỉnh Nam Định đã giúp nhiều chị em vay vốn làm ăn.\n"
    trace = traced("Tin vui của chị em ở Nam Định\n" + line * 5)
    named = [m for m in trace.marks if m.words == "Hội LHPN tỉnh Nam Định"]
    assert len(named) == 5
    assert all("Được nêu tên" in [trace.facts[n].heading for n in m.facts] for m in named)


def test_a_post_said_for_the_fourth_time_counts_too(traced: Any) -> None:
    line = "Bà Trần Thị Thử - Chủ tịch Hội LHPN tỉnh Nam Định đã tới thăm nhiều chị em.\n"
    trace = traced("Tin vui của chị em ở Nam Định\n" + line * 5)
    named = [m for m in trace.marks if m.words == "Trần Thị Thử"]
    assert [("Chức vụ" in [trace.facts[n].heading for n in m.facts], m.why_not) for m in named] == [(True, ())] * 5


def test_a_deputy_of_the_body_named_before_is_no_doubt(traced: Any) -> None:
    chief = "Bà Trần Thị Thử tái đắc cử Chủ tịch Hội LHPN huyện Hải Hậu"
    trace = traced(f"Tin vui của chị em ở Nam Định\n{chief}; bà Lê Thị Mẫu được bầu giữ chức Phó Chủ tịch.\n")
    held = [
        fact.words for fact in trace.facts if fact.words.startswith("Lê Thị Mẫu: Phó Chủ tịch, Hội LHPN huyện Hải Hậu")
    ]
    doubted = [why.id for m in trace.marks for why in m.why_not if why.id.startswith("post-")]
    assert (len(held), doubted) == (1, [])


def test_of_two_readings_of_the_same_words_each_has_its_own_reason(gold: tuple[Trace, ...]) -> None:
    twice = [
        {m.kind: [why.id for why in m.why_not] for m in trace.marks if m.start == first.start and m.end == first.end}
        for trace in gold
        for first in trace.marks
        if first.kind == "person"
    ]
    both = [kinds for kinds in twice if "place" in kinds]
    assert all(kinds["place"] == ["place-as-context"] for kinds in both)


def test_each_line_has_its_zone_and_each_sentence_who_acts(traced: Any) -> None:
    trace = traced(ARTICLE)
    assert [line.zone for line in trace.lines] == ["title", "date line", "body", "body", "byline"]
    acts = [sentence.acts for line in trace.lines for sentence in line.sentences]
    assert acts[1] == "Hội LHPN tỉnh Nam Định"
    assert acts[2] == "Hội LHPN tỉnh Nam Định (ngầm hiểu)"


def test_a_title_of_sources_csv_comes_first(traced: Any) -> None:
    trace = traced(ARTICLE, title="Tên bài khác hẳn trên trang")
    assert (trace.title, trace.lines[0].text) == ("Tên bài khác hẳn trên trang",) * 2


def test_a_text_without_title_is_traced(traced: Any) -> None:
    trace = traced("Hội LHPN tỉnh Nam Định đã giúp 30 hộ vay vốn làm ăn ngay trong những tháng đầu năm. " * 8)
    assert trace.title == ""
    assert [line.zone for line in trace.lines] == ["body"]
    assert trace.facts


def test_the_sentences_are_the_text(gold: tuple[Trace, ...]) -> None:
    for trace in gold:
        for line in trace.lines:
            if line.sentences:
                assert " ".join(s.text for s in line.sentences).split() == line.text.split()


def test_every_fact_comes_of_some_words_and_stands_under_one_sentence(gold: tuple[Trace, ...]) -> None:
    for trace in gold:
        told = {n for mark in trace.marks for n in mark.facts}
        assert [fact.words for n, fact in enumerate(trace.facts) if n not in told] == []
        placed = [n for line in trace.lines for sentence in line.sentences for n in sentence.facts]
        assert sorted(placed) == list(range(len(trace.facts)))


def test_every_mark_stands_under_one_sentence_and_in_its_pieces(gold: tuple[Trace, ...]) -> None:
    for trace in gold:
        sentences = [sentence for line in trace.lines for sentence in line.sentences]
        assert sorted(n for s in sentences for n in s.marks) == list(range(len(trace.marks)))
        for sentence in sentences:
            assert set(sentence.marks) <= {n for piece in sentence.pieces for n in piece.marks}


def test_a_piece_lies_in_its_marks_the_shortest_first(traced: Any) -> None:
    trace = traced(ARTICLE)
    pieces = [piece for line in trace.lines for sentence in line.sentences for piece in sentence.pieces]
    kinds = [[trace.marks[n].kind for n in piece.marks] for piece in pieces if piece.text == "Hội LHPN tỉnh Nam Định"]
    assert ["union", "event"] in kinds


def test_rules_are_counted_and_described(traced: Any) -> None:
    trace = traced(ARTICLE, lang="en")
    counted = {rule.id: (rule.count, rule.reads) for rule in trace.rules}
    assert counted["programme-listed"] == (2, rules()["programme-listed"].en)  # a mark, and a quote


def test_the_same_text_gives_the_same_trace(traced: Any) -> None:
    assert traced(ARTICLE) == traced(ARTICLE)

"""What a quote must show: the number of a figure, and every argument of a fact that calls itself stated."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kgraph.document import Document
from kgraph.mappers import mappers, statements
from kgraph.model import Entity, Evidence, Span, Statement, Text

NAMED = frozenset({"union", "body", "person", "programme"})


def named(document: Document) -> Iterator[tuple[Entity, Span]]:
    """Every entity with the words that name it."""
    for agent in document.agents:
        yield from ((entity, agent.span) for entity in agent.entities)
    yield from ((person.entity, person.span) for person in document.persons)
    yield from ((programme.entity, programme.span) for programme in document.programmes)


def unsaid(document: Document, statement: Statement, evidence: Evidence) -> list[str]:
    """The arguments that the quote does not name."""
    arguments = [term for _, term in statement.values if isinstance(term, Entity) and term.kind in NAMED]
    shown = {entity for entity, span in named(document) if evidence.span.overlaps(span)}
    return [entity.label for entity in arguments if entity not in shown]


def _rawtext(statement: Statement) -> str:
    return next(term.value for name, term in statement.values if name == "kgo:rawText" and isinstance(term, Text))


@pytest.mark.parametrize("name", [name for name, _, _ in mappers()])
def test_a_stated_fact_names_its_arguments_in_its_quote(
    name: str, document: Callable[[str], Document], texts: list[str]
) -> None:
    mapper = {n: m for n, m, _ in mappers()}[name]
    missing = [
        (evidence.span.of(read.article.text), labels)
        for read in map(document, texts)
        for statement in mapper(read)
        for evidence in statement.evidence
        if evidence.confidence == "stated" and (labels := unsaid(read, statement, evidence))
    ]
    assert missing == []


FIGURES = {
    "number behind a private name": "Hội LHPN huyện Hải Hậu hỗ trợ chị Đỗ Thị Tưởng Tượng 30 triệu đồng để sửa nhà.",
    "number before a private name": "Hội LHPN huyện Hải Hậu trao 30 triệu đồng và nhiều lời chúc cho chị Đỗ Thị Tưởng "
    "Tượng, người nhiều năm một mình nuôi các con nhỏ bên bến đò cũ của làng.",
    "number far from the subject": "Hội LHPN huyện Hải Hậu, sau nhiều tháng đi từng nhà hỏi chuyện, nghe bà con kể về "
    "những mùa nước lên và mong ước của lũ trẻ ven sông, đã gom được 1.204 cuốn sách.",
}


@pytest.mark.parametrize("case", FIGURES)
def test_the_quote_of_a_figure_shows_its_number(case: str, document: Callable[[str], Document]) -> None:
    read = document(f"Hải Hậu trong mùa nước lên\n02/03/2021\n{FIGURES[case]}\n")
    figures = [s for s in statements(read) if s.kind == "figure"]
    assert [s for s in figures if _rawtext(s) not in s.evidence[0].span.of(read.article.text)] == []
    assert len(figures) == 1


def test_a_fact_said_often_keeps_three_quotes(document: Callable[[str], Document]) -> None:
    said = " ".join("Hội LHPN huyện Hải Hậu làm đường." for _ in range(5))
    read = document(
        f"Hải Hậu làm đường\n02/03/2021\n{said} Bà con mừng vì từ nay trẻ nhỏ đến trường không lội bùn nữa.\n"
    )
    (mention,) = [s for s in statements(read) if s.kind == "entity-mention"]
    assert len(mention.evidence) == 3
    assert len({e.span for e in mention.evidence}) == 3


LEAKS = {
    "event": "Hội LHPN huyện Hải Hậu tổ chức lễ trao nhà cho chị Đỗ Thị Tưởng Tượng.",
    "figure": "Hội LHPN huyện Hải Hậu trao cho chị Đỗ Thị Tưởng Tượng 30 triệu đồng.",
    "programme": "Hội LHPN huyện Hải Hậu ra mắt mô hình “Vườn rau chị Đỗ Thị Tưởng Tượng” ở xóm Đông.",
    "given name later on": "Hội LHPN huyện Hải Hậu thăm chị Đỗ Thị Tưởng Tượng ở xóm Đông. Hội LHPN huyện Hải Hậu trao "
    "cho chị Tượng 30 triệu đồng và 2 con bò.",
}


@pytest.mark.parametrize("case", LEAKS)
def test_no_label_no_value_and_no_quote_names_a_private_person(case: str, document: Callable[[str], Document]) -> None:
    read = document(f"Hải Hậu trong mùa nước lên\n02/03/2021\n{LEAKS[case]}\n")
    found = statements(read)
    quotes = [evidence.span.of(read.article.text) for statement in found for evidence in statement.evidence]
    terms = [term for statement in found for _, term in statement.values]
    words = [term.label if isinstance(term, Entity) else term.value for term in terms]
    assert found
    assert [word for word in [*quotes, *words] if "Tượng" in word] == []

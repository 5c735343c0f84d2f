"""Which body carries out, or plans to carry out, which programme."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.document import Agent, Document, Programme
from kgraph.mappers._evidence import around, clause, evidence
from kgraph.mappers._time import is_ahead, period, year_at
from kgraph.model import Entity, Iri, Span, Statement, Term
from kgraph.registry.words import joined, rx
from kgraph.vietnamese import search_form

_OF, _JOINED = rx(r"[”\"’»]? (?:của|do|tại) "), rx(joined(";"))
_NEAR_CHARS = 300  # a subject farther off is left out of the quote
_CLAUSE_CHARS = 160


def map_statements(document: Document) -> Iterator[Statement]:
    """One implementation for each programme that a sentence tells of and the body that acts in it."""
    for programme in document.programmes:
        if not _is_headline(document, programme) and not _is_launched(document, programme):
            yield from _of(document, programme)


def _is_headline(document: Document, programme: Programme) -> bool:
    """A headline names a programme without saying who does what."""
    return bool(document.article.title) and document.sentence_at(programme.span.start) == 0


def _is_launched(document: Document, programme: Programme) -> bool:
    """ "phát động “Tuần lễ áo dài”": the launch is told as an event."""
    launches = (span for event in document.events if event.rule == "event-launched" for span in event.spans)
    return any(span.contains(programme.span) for span in launches)


def _of(document: Document, programme: Programme) -> Iterator[Statement]:
    stated = _signatories(document, programme) or _owners(document, programme)
    subject = document.subject_at(programme.span.start)
    for entity, span in stated:
        yield _implementation(document, programme, entity, span, "implementation-signed", "stated")
    if subject is not None and not stated:
        yield from _by(document, programme, subject)
    yield from _continued(document, programme, document.sentence_at(programme.span.start))


def _owners(document: Document, programme: Programme) -> list[tuple[Entity, Span]]:
    """ "mô hình “Tủ áo nghĩa tình” của Hội LHPN phường A và Hội LHPN xã B": those it is said to be of."""
    end, found = programme.span.end, list[tuple[Entity, Span]]()
    for agent in document.agents:
        if agent.span.start < end or agent.kind == "body" or not agent.entities:
            continue
        gap = _JOINED if found else _OF
        if gap.fullmatch(document.text[end : agent.span.start]):
            found.extend((entity, around(programme.span, agent.span)) for entity in agent.entities)
            end = agent.span.end
    return found


def _by(document: Document, programme: Programme, subject: Agent) -> Iterator[Statement]:
    """The subject of the sentence; one that an earlier sentence named, or that is only implied, is an inference."""
    sentence = document.article.sentences[document.sentence_at(programme.span.start)]
    said = sentence.contains(subject.span) and subject.form != "implied"
    near = subject.span.end <= programme.span.start and programme.span.start - subject.span.end < _NEAR_CHARS
    words = around(subject.span, programme.span) if said and near else _clause_with(document, programme)
    confidence = ("resolved" if subject.resolution else "stated") if said else "inferred"
    rule = "implementation-subject" if said else "implementation-implied"
    for entity in subject.entities:
        yield _implementation(document, programme, entity, words, rule, confidence, subject)


def _clause_with(document: Document, programme: Programme) -> Span:
    found = clause(document, programme.span.start)
    start, end = programme.span.start - _CLAUSE_CHARS, programme.span.end + _CLAUSE_CHARS
    return Span(max(found.start, start), min(max(found.end, programme.span.end), end))


def _implementation(
    document: Document,
    programme: Programme,
    who: Entity,
    words: Span,
    rule: str,
    confidence: str,
    subject: Agent | None = None,
) -> Statement:
    planned = is_ahead(document, programme.span)
    values: tuple[tuple[str, Term], ...] = (
        ("kgo:implementer", who),
        ("kgo:programme", programme.entity),
        ("kgo:implementationStatus", Iri("kgs:status-planned" if planned else "kgs:status-carried-out")),
        *period(year_at(document, programme.span.start)),
    )
    quote = evidence(document, words, rule, confidence, [subject.resolution if subject else None])
    return Statement("implementation", "kgo:Implementation", values, (quote,))


def _signatories(document: Document, programme: Programme) -> list[tuple[Entity, Span]]:
    """Everybody who signs a coordination programme carries it out."""
    signings = (event for event in document.events if event.kind == "signing")
    signed = ((event, span) for event in signings for span in event.spans if span.overlaps(programme.span))
    event, span = next(signed, (None, None))
    if event is None or span is None:
        return []
    others = (part.entity for part in event.participants if part.role == "role-signatory")
    return [(entity, span) for entity in (event.host, *others) if entity is not None]


def _continued(document: Document, programme: Programme, index: int) -> Iterator[Statement]:
    """ "... Chương trình “Mẹ đỡ đầu” đã kết nối ... Tại tỉnh ta, các cấp Hội ...": the next sentence goes on."""
    sentences = document.article.sentences[index : index + 2]
    if len(sentences) < 2 or "\n" in document.text[sentences[0].end : sentences[1].start]:
        return
    first, subject = document.subjects[index : index + 2]
    if subject is None or first is None or subject.form == "implied" or subject.entities == first.entities:
        return
    if sentences[1].contains(subject.span) and _gist(programme) in search_form(sentences[1].of(document.text)):
        yield _implementation(
            document, programme, subject.entities[0], sentences[1], "implementation-continued", "inferred", subject
        )


def _gist(programme: Programme) -> str:
    """The last two words of the name, by which the text goes on about it: "đỡ đầu"."""
    return " ".join(search_form(programme.entity.label).split()[-2:])

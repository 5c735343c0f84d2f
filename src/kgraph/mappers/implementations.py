"""Which body carries out, or plans to carry out, which programme."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.document import Agent, Document, Doubt, Programme
from kgraph.mappers._actors import actor_at, partners
from kgraph.mappers._evidence import around, begins_paragraph, clause, evidence
from kgraph.mappers._programme_uses import gist, is_called_programme, objection
from kgraph.mappers._time import is_ahead, period, year_at
from kgraph.model import Entity, Iri, Span, Statement, Term
from kgraph.registry.words import any_of, joined, rx
from kgraph.vietnamese import search_form

# "mô hình “A” của ...", "do ...", "mô hình kết nghĩa “A” giữa ...", "(giai đoạn ...) được Thủ tướng giao cho ..."
_OF = rx(r"[”\"’»]?(?: giai đoạn \d{4}[ ]?[-–][ ]?\d{4})? (?:của|do|tại|giữa|được (?:[^,.;]{1,40} )?giao cho) ")
_OF_LEVEL = rx(rf"[”\"’»]? của (?P<level>{any_of('unit-level')})(?= nhà|[,.;]|$)")
# "mô hình “A” được | Hội LHPN xã B | triển khai", not "được UBND tỉnh tặng Bằng khen"
_BY_WHOM = rx(r"[”\"’»]?(?: giai đoạn \d{4}[ ]?[-–][ ]?\d{4})?(?: (?:đã|đang))? được ")
_CARRIED_OUT = rx(rf" {any_of('carry-out')}(?!\p{{L}})")
_JOINED = rx(joined(";"))
_BY, _BY_CHARS = rx(r"(?<!\p{L})do[ ]+$"), 6
_BETWEEN = rx(r"(?i)chương trình phối hợp giữa ")
_LAUNCHES = rx(rf"(?: (?:đã|vừa))? {any_of('launch-for-all')}(?!\p{{L}})")
_GIVES_TO = rx(rf"[^.;]*?(?<!\p{{L}}){any_of('give-to-programme')}(?!\p{{L}})[^.;]* cho (?:\p{{L}}+ ){{0,3}}[“\"‘«]?$")
_NEAR_CHARS = 300  # a subject farther off is left out of the quote
_CLAUSE_CHARS = 160


def map_statements(document: Document) -> Iterator[Statement]:
    """One implementation for each programme that a sentence tells of and the body that acts in it."""
    told = [(p, list(_of(document, p))) for p in document.programmes if not objection(document, p)]
    said = {programme.entity for programme, found in told if any(_is_said(statement) for statement in found)}
    for programme, found in told:
        yield from (s for s in found if programme.entity not in said or s.evidence[0].rule != "implementation-home")


def _is_said(statement: Statement) -> bool:
    return statement.evidence[0].confidence != "inferred"


def doubts(document: Document) -> Iterator[Doubt]:
    """Programmes that nobody is said to carry out where they are named."""
    for programme in document.programmes:
        reason = objection(document, programme)
        if reason or not any(_of(document, programme)):
            yield Doubt(programme.span, reason or "programme-without-union")


def _of(document: Document, programme: Programme) -> Iterator[Statement]:
    stated = _signatories(document, programme) or _parties(document, programme) or _owners(document, programme)
    subject = actor_at(document, programme.span.start)
    if not stated and subject is not None and not _is_same_telling(document, programme, subject):
        subject = _women_beside(document, subject)
    for entity, span in stated:
        yield _implementation(document, programme, entity, span, "implementation-signed", "stated")
    if subject is not None and not stated and not _only_gives(document, programme, subject):
        yield from _by(document, programme, subject)
    elif not stated:
        yield from _own_level(document, programme)
    yield from _continued(document, programme, document.sentence_at(programme.span.start))


def _parties(document: Document, programme: Programme) -> list[tuple[Entity, Span]]:
    """ "chương trình phối hợp giữa A và B về ...": both."""
    if not _BETWEEN.match(document.text, programme.span.start):
        return []
    return [(entity, programme.span) for agent in document.agents_in(programme.span) for entity in agent.entities]


def _owners(document: Document, programme: Programme) -> list[tuple[Entity, Span]]:
    """ "mô hình “Tủ áo nghĩa tình” của Hội LHPN phường A và Hội LHPN xã B": those it is said to be of."""
    end, found = programme.span.end, list[tuple[Entity, Span]]()
    for agent in document.agents:
        if agent.span.start < end or agent.kind == "body" or not agent.entities:
            continue
        gap = document.text[end : agent.span.start]
        said = _JOINED.fullmatch(gap) if found else _OF.fullmatch(gap) or _is_carried_out_by(document, gap, agent)
        if said and not _launched_by(document, agent):
            found.extend((entity, around(programme.span, agent.span)) for entity in agent.entities)
            end = agent.span.end
    return found


def _is_carried_out_by(document: Document, gap: str, agent: Agent) -> bool:
    """ "mô hình “Tủ áo nghĩa tình” được Hội LHPN xã A duy trì"."""
    return bool(_BY_WHOM.fullmatch(gap) and _CARRIED_OUT.match(document.text, agent.span.end))


def _own_level(document: Document, programme: Programme) -> Iterator[Statement]:
    """ "chương trình “Mái ấm tình thương” của huyện": of the union at home, where that is a huyện's."""
    level, home = _OF_LEVEL.match(document.text, programme.span.end), document.home
    if level is None or home is None or not home.label.startswith(f"Hội LHPN {level['level']} "):
        return
    words = Span(programme.span.start, level.end())
    yield _implementation(document, programme, home, words, "implementation-home", "inferred")


def _launched_by(document: Document, agent: Agent) -> bool:
    """ "... do Hội LHPN Việt Nam phát động": launched for all the country, carried out by others."""
    if agent.form != "central" or not _BY.search(document.text, agent.span.start - _BY_CHARS, agent.span.start):
        return False
    return bool(_LAUNCHES.match(document.text, agent.span.end))


def _is_same_telling(document: Document, programme: Programme, subject: Agent) -> bool:
    """A body of another kind acts in its own paragraph; a later one goes on about women's work."""
    return subject.kind != "body" or "\n" not in document.text[subject.span.end : programme.span.start]


def _women_beside(document: Document, subject: Agent) -> Agent | None:
    """ "Công đoàn tỉnh, Hội LHPN tỉnh tổ chức ...": the women's body named with *subject*, if there is one."""
    sentence = document.article.sentences[document.sentence_at(subject.span.start)]
    beside = (agent for agent in partners(document, subject, sentence.end) if agent.kind != "body")
    return next(beside, None)


def _only_gives(document: Document, programme: Programme, subject: Agent) -> bool:
    """ "Công ty A ủng hộ 50 triệu đồng cho chương trình ...": a giver from outside does not carry it out."""
    between = document.text[subject.span.end : programme.span.start]
    return subject.kind == "body" and bool(_GIVES_TO.match(between))


def _by(document: Document, programme: Programme, subject: Agent) -> Iterator[Statement]:
    """The subject of the sentence; one that an earlier sentence named, or that is only implied, is an inference."""
    sentence = document.article.sentences[document.sentence_at(programme.span.start)]
    said = sentence.contains(subject.span) and subject.form != "implied"
    near = subject.span.end <= programme.span.start and programme.span.start - subject.span.end < _NEAR_CHARS
    words = around(subject.span, programme.span) if said and near else _clause_with(document, programme)
    confidence = ("resolved" if subject.resolution else "stated") if said else "inferred"
    rule = "implementation-subject" if said else "implementation-implied"
    if subject.rule == "union-implied" and subject.span.start == subject.span.end:
        rule = "implementation-home"
    for entity in subject.entities:
        yield _implementation(document, programme, entity, words, rule, confidence, subject)
    if said and subject.span.end <= programme.span.start:
        yield from _beside(document, programme, subject)


def _beside(document: Document, programme: Programme, subject: Agent) -> Iterator[Statement]:
    """Those who act together with *subject*: "A phối hợp với B tổ chức chương trình “...”".

    A body that is no union may only help to build a house; it carries out what is called a programme.
    """
    for agent in partners(document, subject, programme.span.start):
        between = document.text[agent.span.end : programme.span.start]
        if ";" not in between and (agent.kind != "body" or is_called_programme(document, programme)):
            words = around(subject.span, programme.span)
            for entity in agent.entities:
                yield _implementation(document, programme, entity, words, "implementation-beside", "stated", agent)


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
    signed_by = (part.entity for part in event.participants if part.role.startswith("role-signatory"))
    parties = dict.fromkeys((event.host, *signed_by))
    return [(party, span) for party in parties if party is not None and party.kind != "group"]


def _continued(document: Document, programme: Programme, index: int) -> Iterator[Statement]:
    """ "... Chương trình “Mẹ đỡ đầu” đã kết nối ... Tại tỉnh ta, các cấp Hội ...": the next sentence goes on."""
    sentences = document.article.sentences[index : index + 2]
    if len(sentences) < 2 or begins_paragraph(document, index + 1):
        return
    first, subject = document.subjects[index : index + 2]
    if subject is None or first is None or subject.form == "implied" or subject.entities == first.entities:
        return
    if sentences[1].contains(subject.span) and gist(programme) in search_form(sentences[1].of(document.text)):
        yield _implementation(
            document, programme, subject.entities[0], sentences[1], "implementation-continued", "inferred", subject
        )

"""Awards granted or proposed: who gives what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from kgraph.document import Agent, Document
from kgraph.mappers._evidence import evidence
from kgraph.mappers._time import period, year_at
from kgraph.model import Entity, Iri, Span, Statement, Term, Text, Typed
from kgraph.registry.awards import awards
from kgraph.registry.words import alternatives, any_of, joined, lowered, rx, words
from kgraph.vietnamese import key_form

# These search the text in lower case.
_VERB = rx(rf"(?<!\p{{L}}){any_of('award')}(?!\p{{L}})")
_PASSIVE = rx(r"(?<!\p{L})(?:được|vinh dự được)(?!\p{L})")
_PROPOSED = rx(rf"(?<!\p{{L}}){any_of('propose')}(?!\p{{L}})")
_ASKED = rx(rf"(?<!\p{{L}}){any_of('ask-to-award')}(?!\p{{L}})")
# "là một trong những đơn vị xuất sắc, dẫn đầu phong trào"
_TITLE = rx(
    rf"(?i)(?<!\p{{L}})là (?:(?:một trong|những|các) )*(?P<title>{any_of('honoured')}[^.;:\n]{{0,60}}?"
    rf"{any_of('honour')}(?!\p{{L}})(?:,[ ]*dẫn đầu \p{{Ll}}+)?)"
)
# "43 tập thể, 23 cá nhân"
_GROUPS = rx(
    rf"(?i)(?<!\p{{L}})(?:(?:các|nhiều|những|\d+) )?{any_of('awarded-group')}(?!\p{{L}})(?: \p{{Ll}}+){{0,2}}?"
    rf"(?:(?:,| và)[ ]*(?:\d+ )?{any_of('awarded-beside')})*"
)
_OF = rx(r"(?i) (?:của|do|từ)(?![\p{L}])")
_TO = rx(r"(?i) cho ")
_AND = rx(rf"{joined(';')}(?:(?i:{any_of('executive-organ')}) )?")
_COUNT = rx(r"(?P<n>\d+) (?P<what>tập thể|cá nhân)")
_COUNTED = {"tập thể": "kgo:recipientCollectives", "cá nhân": "kgo:recipientIndividuals"}
_CLAUSE_END = regex.compile(r"[;\n]|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Award:
    entity: Entity
    span: Span
    is_title: bool = False


@lru_cache(maxsize=1)
def _pattern() -> regex.Pattern[str]:
    return rx(rf"(?<!\p{{L}}){alternatives(awards().names())}(?!\p{{L}})")


def map_statements(document: Document) -> Iterator[Statement]:
    """One grant for each award and clause; several givers of one award give it jointly."""
    for sentence in document.article.sentences:
        passive = False
        for clause in _clauses(document.text, sentence):
            passive = passive or bool(_PASSIVE.search(lowered(document.text), clause.start, clause.end))
            yield from _grants(document, clause, passive)


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    for match in _CLAUSE_END.finditer(text, sentence.start, sentence.end):
        yield Span(start, match.start())
        start = match.end()
    if start < sentence.end:
        yield Span(start, sentence.end)


def _grants(document: Document, clause: Span, passive: bool) -> Iterator[Statement]:
    found = _awards(document, clause)
    if not found or _VERB.search(lowered(document.text), clause.start, clause.end) is None:
        return
    runs = list(_runs(document.text, found))
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        reach = Span(clause.start, following[0].span.start if following else clause.end)
        givers = _givers(document, reach, run, passive)
        if len(run) > 1 and len(givers) > 1:
            continue  # "Bằng khen, Giấy khen của A, B": which gave which, the text does not say
        for award in run:
            yield from _granted(document, clause, award, givers)


def _runs(text: str, found: list[_Award]) -> Iterator[list[_Award]]:
    """Awards named in one breath ("Bằng khen, Giấy khen của A") share their givers; a title stands alone."""
    run: list[_Award] = []
    for award in found:
        if run and not _in_one_breath(text, run[-1], award):
            yield run
            run = []
        run.append(award)
    if run:
        yield run


def _in_one_breath(text: str, first: _Award, second: _Award) -> bool:
    titled = first.is_title or second.is_title
    return not titled and bool(_AND.fullmatch(text[first.span.end : second.span.start]))


def _granted(document: Document, clause: Span, award: _Award, givers: list[Agent]) -> Iterator[Statement]:
    lead = document.text[clause.start : award.span.start]
    proposed = bool(_PROPOSED.search(lead.lower()))
    # "A đề xuất B tặng Bằng khen": A asks, B would give. "A sẽ tặng Bằng khen": A would.
    asked = max((match.start() for match in _ASKED.finditer(lead.lower())), default=0)
    mine = [giver for giver in givers if giver.span.start >= clause.start + asked]
    recipient = _recipient(document, clause, award, givers, proposed)
    for joint in _together(mine, award):
        if recipient is not None:
            yield _grant(document, clause, award, joint, recipient, proposed)


def _together(givers: list[Agent], award: _Award) -> Iterator[list[Agent]]:
    """Givers of a title speak apart ("A suy tôn và B đánh giá"); givers of one certificate give it together."""
    if award.is_title and len(givers) > 1:
        yield from ([g] for g in givers)
    elif givers:
        yield givers


def _awards(document: Document, clause: Span) -> list[_Award]:
    found: list[_Award] = []
    for match in _pattern().finditer(lowered(document.text), clause.start, clause.end):
        row = awards().named(match[0])
        # "Bằng khen này": a second mention is another grant only where it names its own giver.
        again = row is not None and any(award.entity.key == row.key for award in found)
        if row is not None and (not again or _OF.match(document.text, match.end())):
            found.append(_Award(Entity("award", row.key, row.label), Span(*match.span())))
    title = _TITLE.search(document.text, clause.start, clause.end)
    if title is None:
        return found
    span = Span(*title.span("title"))
    honour = _Award(_title(" ".join(title["title"].split())), span, is_title=True)
    return [honour, *(award for award in found if not award.span.overlaps(span))]


def _title(words: str) -> Entity:
    """A title of honour ("Đơn vị xuất sắc"), listed or described by the article."""
    listed = awards().named(words)
    if listed is not None:
        return Entity("award", listed.key, listed.label)
    label = words[0].upper() + words[1:]
    return Entity("award", key_form(label)[:80], label, ("kgo:AwardType",), (("skos:prefLabel", Text(label)),))


def _givers(document: Document, clause: Span, found: list[_Award], passive: bool) -> list[Agent]:
    """Agents behind "của" after the award, or between "được" and the award, or the one who gives."""
    last = found[-1].span.end
    of = _OF.match(document.text, last)
    agents = [a for a in document.agents_in(clause) if a.entities and a.form not in ("generic", "local")]
    if of is not None:
        return [a for a in agents if a.span.start >= of.end()]
    first = found[0].span.start
    verbs = list(_VERB.finditer(lowered(document.text), clause.start, first))
    before = [a for a in agents if a.span.end <= (verbs[-1].start() if verbs else first)]
    if any(verb[0] in words("receive") for verb in verbs):
        return []
    if not passive:
        return _coordinated(document.text, before)
    mark = _PASSIVE.search(lowered(document.text), clause.start, clause.end)
    return [a for a in before if mark is None or a.span.start >= mark.end()]


def _coordinated(text: str, agents: list[Agent]) -> list[Agent]:
    """The last of *agents* and those joined to it: "Trung ương Hội LHPN Việt Nam và Hội LHPN tỉnh | tặng Bằng khen"."""
    kept = agents[-1:]
    for agent in reversed(agents[:-1]):
        if not _AND.fullmatch(text[agent.span.end : kept[0].span.start]):
            break
        kept.insert(0, agent)
    return kept


def _recipient(document: Document, clause: Span, award: _Award, givers: list[Agent], proposed: bool) -> Term | None:
    """A named body, a group in words ("43 tập thể, 23 cá nhân"), or, for a title, the union the paragraph is about."""
    zone = _recipient_zone(document.text, clause, award, givers)
    group = _GROUPS.search(document.text, zone.start, zone.end)
    if group:
        return Text(" ".join(group[0].split()))
    taken = {giver.span for giver in givers}
    bodies = (a for a in document.agents_in(zone) if a.entities and a.kind != "body" and a.span not in taken)
    named = next(bodies, None)
    if named is not None and not proposed:
        return named.entities[0]
    return document.implied_at(clause.start) if award.is_title or proposed else None


def _recipient_zone(text: str, clause: Span, award: _Award, givers: list[Agent]) -> Span:
    """Where the recipient is named: behind "cho", before "được", else between the verb that honours and the award."""
    to = _TO.search(text, award.span.end, clause.end)
    if to is not None:
        return Span(to.end(), clause.end)
    passive = _PASSIVE.search(lowered(text), clause.start, award.span.start)
    if passive is not None:
        return Span(clause.start, passive.start())
    honoured = _VERB.search(lowered(text), clause.start, award.span.start) if award.is_title and givers else None
    if honoured is not None and givers[-1].span.end <= honoured.start():
        return Span(honoured.end(), award.span.start)
    return Span(clause.start, award.span.start)


def _grant(
    document: Document, clause: Span, award: _Award, givers: list[Agent], recipient: Term, proposed: bool
) -> Statement:
    values: list[tuple[str, Term]] = [
        ("kgo:awardType", award.entity),
        ("kgo:awardStatus", Iri("kgs:status-proposed" if proposed else "kgs:status-granted")),
        *dict.fromkeys(("kgo:grantedBy", entity) for giver in givers for entity in giver.entities),
    ]
    if isinstance(recipient, Text):
        values.append(("kgo:recipientText", recipient))
        values.extend(_counts(recipient.value))
    else:
        values.append(("kgo:recipient", recipient))
    values.extend(period(year_at(document, award.span.start)))
    named = any(recipient in agent.entities for agent in document.agents_in(clause))
    confidence = "stated" if named or isinstance(recipient, Text) else "inferred"
    quote = evidence(document, clause, "award", confidence, [g.resolution for g in givers])
    return Statement("award-grant", "kgo:AwardGrant", tuple(values), (quote,))


def _counts(words: str) -> Iterator[tuple[str, Term]]:
    for match in _COUNT.finditer(words):
        yield _COUNTED[" ".join(match["what"].split())], Typed(match["n"], "xsd:integer")

"""Awards granted or proposed: who gives what to whom."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from kgraph.document import Agent, Document, Doubt
from kgraph.mappers._award_names import AWARD_OF, Award, awards_in, begins_award, giver_beside, may_name_award
from kgraph.mappers._award_recipients import AWARD_VERB, PASSIVE, is_vague, recipients
from kgraph.mappers._evidence import evidence
from kgraph.mappers._time import period, year_at
from kgraph.model import Iri, Span, Statement, Term, Text, Typed
from kgraph.registry.words import any_of, joined, lowered, rx, whole, words

_PROPOSED = whole("propose")
_ASKED = whole("ask-to-award")
_AND = rx(rf"{joined(';')}(?:(?i:{any_of('executive-organ')}) )?")
_COUNT = rx(r"(?P<n>\d+) (?P<what>tập thể|cá nhân)")
_COUNTED = {"tập thể": "kgo:recipientCollectives", "cá nhân": "kgo:recipientIndividuals"}
_CLAUSE_END = regex.compile(r"[;\n]|\.(?=\s|$)")


def map_statements(document: Document) -> Iterator[Statement]:
    """One grant for each award and clause; several givers of one award give it jointly."""
    told: set[frozenset[tuple[str, Term]]] = set()
    for found in _read(document):
        if isinstance(found, Statement):
            given = frozenset(value for value in found.values if value[0] in ("kgo:awardType", "kgo:grantedBy"))
            if given not in told or not _is_vague(found):
                yield found
            told.add(given)


def _is_vague(grant: Statement) -> bool:
    """A caption says it again, without a number: "trao Giấy khen cho các tập thể"."""
    return is_vague(tuple(term for name, term in grant.values if name == "kgo:recipientText"))


def doubts(document: Document) -> Iterator[Doubt]:
    """Awards named without a verb, a giver or a recipient."""
    return (found for found in _read(document) if isinstance(found, Doubt))


def _read(document: Document) -> Iterator[Statement | Doubt]:
    for sentence in document.article.sentences:
        if may_name_award(document.text, sentence):
            yield from _read_sentence(document, sentence)


def _read_sentence(document: Document, sentence: Span) -> Iterator[Statement | Doubt]:
    passive = False
    for clause in _clauses(document.text, sentence):
        passive = passive or bool(PASSIVE.search(lowered(document.text), clause.start, clause.end))
        yield from _grants(document, clause, passive)


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    """The parts between semicolons; one that begins with an award goes on with the verb of the one before."""
    start = sentence.start
    for match in _CLAUSE_END.finditer(text, sentence.start, sentence.end):
        if match[0] == ";" and begins_award(text, match.end()):
            continue
        yield Span(start, match.start())
        start = match.end()
    if start < sentence.end:
        yield Span(start, sentence.end)


def _grants(document: Document, clause: Span, passive: bool) -> Iterator[Statement | Doubt]:
    found = awards_in(document, clause)
    if not found or AWARD_VERB.search(lowered(document.text), clause.start, clause.end) is None:
        yield from (Doubt(award.span, "award-without-verb") for award in found)
        return
    runs = list(_runs(document.text, found))
    for before, run, following in zip([None, *runs], runs, [*runs[1:], None], strict=False):
        reach = Span(clause.start, following[0].span.start if following else clause.end)
        givers = _givers(document, reach, run, passive)
        if len(run) > 1 and len(givers) > 1:
            # "Bằng khen, Giấy khen của A, B": which gave which, the text does not say
            yield from (Doubt(award.span, "award-of-unclear-giver") for award in run)
            continue
        told = Span(_verb_start(document.text, before, run) or clause.start, reach.end)
        for award in run:
            yield from _granted(document, clause, told, award, givers)


def _verb_start(text: str, before: list[Award] | None, run: list[Award]) -> int | None:
    """Where the part of *run* begins if it has a verb of its own: "A đạt giải Nhất, | B đạt giải Nhì"."""
    if before is None:
        return None
    end = before[-1].span.end
    return end if AWARD_VERB.search(lowered(text), end, run[0].span.start) else None


def _runs(text: str, found: list[Award]) -> Iterator[list[Award]]:
    """Awards named in one breath ("Bằng khen, Giấy khen của A") share their givers; a title stands alone."""
    run: list[Award] = []
    for award in found:
        if run and not _in_one_breath(text, run[-1], award):
            yield run
            run = []
        run.append(award)
    if run:
        yield run


def _in_one_breath(text: str, first: Award, second: Award) -> bool:
    titled = first.is_title or second.is_title
    return not titled and bool(_AND.fullmatch(text[first.span.end : second.span.start]))


def _granted(
    document: Document, clause: Span, told: Span, award: Award, givers: list[Agent]
) -> Iterator[Statement | Doubt]:
    lead = document.text[clause.start : award.span.start]
    proposed = bool(_PROPOSED.search(lead.lower()))
    # "A đề xuất B tặng Bằng khen": A asks, B would give. "A sẽ tặng Bằng khen": A would.
    asked = max((match.start() for match in _ASKED.finditer(lead.lower())), default=0)
    mine = [giver for giver in givers if giver.span.start >= clause.start + asked]
    given_to = recipients(document, told, award, givers, proposed)
    # A prize or certificate may be told without its giver, but then not of "các tập thể" that nobody can count.
    needs_giver = bool(givers) or award.is_title or proposed or is_vague(given_to)
    if not given_to or (needs_giver and not mine):
        yield Doubt(award.span, "award-without-recipient" if mine else "award-without-giver")
        return
    for joint in _together(mine, award):
        yield _grant(document, clause, award, joint, given_to, proposed)


def _together(givers: list[Agent], award: Award) -> Iterator[list[Agent]]:
    """Givers of a title speak apart ("A suy tôn và B đánh giá"); givers of one certificate give it together."""
    if award.is_title and len(givers) > 1:
        yield from ([g] for g in givers)
    else:
        yield givers


def _givers(document: Document, clause: Span, found: list[Award], passive: bool) -> list[Agent]:
    """Agents behind "của" after the award, or between "được" and the award, or the one who gives."""
    last = found[-1].span.end
    of = AWARD_OF.match(document.text, last)
    agents = [a for a in document.agents_in(clause) if a.entities and a.form not in ("generic", "local")]
    if of is not None:
        return [a for a in agents if a.span.start >= of.end()]
    if beside := giver_beside(document, last):
        return beside
    first = found[0].span.start
    verbs = list(AWARD_VERB.finditer(lowered(document.text), clause.start, first))
    before = [a for a in agents if a.span.end <= (verbs[-1].start() if verbs else first)]
    if any(verb[0] in words("receive") for verb in verbs):
        return []
    if not passive:
        return _coordinated(document.text, before)
    mark = PASSIVE.search(lowered(document.text), clause.start, clause.end)
    return [a for a in before if mark is None or a.span.start >= mark.end()]


def _coordinated(text: str, agents: list[Agent]) -> list[Agent]:
    """The last of *agents* and those joined to it: "Trung ương Hội LHPN Việt Nam và Hội LHPN tỉnh | tặng Bằng khen"."""
    kept = agents[-1:]
    for agent in reversed(agents[:-1]):
        if not _AND.fullmatch(text[agent.span.end : kept[0].span.start]):
            break
        kept.insert(0, agent)
    return kept


def _grant(
    document: Document, clause: Span, award: Award, givers: list[Agent], given_to: tuple[Term, ...], proposed: bool
) -> Statement:
    values: list[tuple[str, Term]] = [
        ("kgo:awardType", award.entity),
        ("kgo:awardStatus", Iri("kgs:status-proposed" if proposed else "kgs:status-granted")),
        *dict.fromkeys(("kgo:grantedBy", entity) for giver in givers for entity in giver.entities),
    ]
    for recipient in given_to:
        if isinstance(recipient, Text):
            values.append(("kgo:recipientText", recipient))
            values.extend(_counts(recipient.value))
        else:
            values.append(("kgo:recipient", recipient))
    values.extend(period(year_at(document, award.span.start)))
    confidence = "stated" if _are_said(document, clause, given_to) else "inferred"
    quote = evidence(document, clause, "award", confidence, [g.resolution for g in givers])
    return Statement("award-grant", "kgo:AwardGrant", tuple(values), (quote,))


def _are_said(document: Document, clause: Span, given_to: tuple[Term, ...]) -> bool:
    named = {entity for agent in document.agents_in(clause) for entity in agent.entities}
    named |= {person.entity for person in document.persons if clause.contains(person.span)}
    return all(isinstance(term, Text) or term in named for term in given_to)


def _counts(words: str) -> Iterator[tuple[str, Term]]:
    for match in _COUNT.finditer(words):
        yield _COUNTED[" ".join(match["what"].split())], Typed(match["n"], "xsd:integer")

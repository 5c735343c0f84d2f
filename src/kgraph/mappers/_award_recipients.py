"""Who receives an award: named bodies and officials, groups in words, teams; a private person is none."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.document import Agent, Document
from kgraph.mappers._award_names import Award
from kgraph.model import Entity, Span, Term, Text
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, joined, lowered, rx, whole

# These search the text in lower case.
AWARD_VERB = whole("award")
PASSIVE = rx(r"(?<!\p{L})(?:được|vinh dự được)(?!\p{L})")
_RECEIVES = rx(rf"(?<!\p{{L}})(?:vinh dự )?{any_of('receive')}(?!\p{{L}})")
# "43 tập thể, 23 cá nhân", "1.882 lượt hội viên", "5 hộ gia đình văn hóa tiêu biểu"
_GROUPS = rx(
    rf"(?i)(?<!\p{{L}})(?:(?P<many>các|nhiều|những|(?<![\d.,/])(?P<n>\d+(?:\.\d{{3}})*)(?: lượt)?) )?"
    rf"{any_of('awarded-group')}(?!\p{{L}})"
    rf"(?:(?: \p{{Ll}}+){{0,2}}?(?P<beside>(?:,| và)[ ]*(?:\d+ )?{any_of('awarded-beside')})+"
    rf"|(?(n)(?: (?!{any_of('recipient-end')}(?!\p{{L}}))\p{{Ll}}+){{0,5}}))"
)
_AMONG = rx(r"(?i)(?:trong số|trong)[ ]+$")
_HAMLET = alternatives(row["word"] for row in rows("hamlets.tsv"))
# "đội của thôn Đông", "gia đình đại diện khối 4", "xóm Đông"; not "đội trưởng", "xóm trưởng"
_TEAM = rx(
    rf"(?:(?:[Cc]ác )?[Đđ]ội(?: thi)?(?: của)? (?!trưởng|phó|viên|ngũ)|[Gg]ia đình đại diện "
    rf"|(?i:{_HAMLET}) (?=[\p{{Lu}}\d]))"
    r"[\p{L}\d][^,;.:()“”\n]{0,60}"
)
_TALLY = rx(r"(?r)\d[ ]+(?:[“\"])?$")  # "gồm 4 giải khuyến khích": how many, not whose
_TO = rx(r"(?i) (?:cho|thuộc về|tặng) (?!vì |do )")  # "của Hội ... trao tặng vì có thành tích" says why
_LEAD = rx(r"(?i)(?:(?:các )?(?:đội|tập thể|đơn vị|đại diện)(?: của)?[ ]+)?")
_DIGIT = rx(r"\d")
_AND = rx(joined(";"))
_OPENING_CHARS = 25  # "cho đồng chí A", "Chủ tịch Hội LHPN xã A được"
_THEY = rx(r"(?i)[ ]*(?:đồng chí|bà|ông|chị)[ ]*(?:(?:đã|từng|vinh dự)[ ]*)*")


def recipients(
    document: Document, reach: Span, award: Award, givers: Sequence[Agent], proposed: bool
) -> tuple[Term, ...]:
    """Whom *award* goes to, told in *reach*; empty where nobody is named who may be.

    For a title or a proposal it is the union that the text is about, where none is named.
    """
    zone, behind = _zone(document.text, reach, award, givers)
    if not behind and _TALLY.search(document.text, reach.start, award.span.start):
        return ()
    told = behind or zone.end < award.span.start  # in "bà A trao Giấy khen" the official gives
    official = _official(document, zone) if told else ()
    body = _named(document, zone, givers, proposed)
    found = _first(document, zone) or _group(document, zone, behind) or official or body
    implied = document.implied_at(reach.start) if award.is_title or proposed else None
    return found or ((implied,) if implied else ())


def _zone(text: str, reach: Span, award: Award, givers: Sequence[Agent]) -> tuple[Span, bool]:
    """Where the recipient is named, and whether that is behind the award.

    It is behind "cho", before "được" or "đạt", else between the honouring and the award.
    """
    to = _TO.search(text, award.span.end, reach.end)
    if to is not None:
        return Span(to.end(), reach.end), True
    for verb in (PASSIVE, _RECEIVES):
        found = list(verb.finditer(lowered(text), reach.start, award.span.start))
        if found:
            return Span(reach.start, found[-1].start()), False
    honoured = AWARD_VERB.search(lowered(text), reach.start, award.span.start) if award.is_title and givers else None
    if honoured is not None and givers[-1].span.end <= honoured.start():
        return Span(honoured.end(), award.span.start), False
    return Span(reach.start, award.span.start), False


def _first(document: Document, zone: Span) -> tuple[Term, ...]:
    """Bodies right at the beginning of *zone*, of any kind: "cho | Hội LHPN hai xã A và B", "cho | UBND xã C"."""
    begin, found, end = _LEAD.match(document.text, zone.start), list[Entity](), zone.start
    start = begin.end() if begin else zone.start
    for agent in document.agents_in(zone):
        joins = bool(found) and _AND.fullmatch(document.text, end, agent.span.start)
        if agent.entities and (agent.span.start == start or joins) and not _is_of_post(document, agent):
            found.extend(agent.entities)
            end = agent.span.end
    return tuple(dict.fromkeys(found))


def _group(document: Document, zone: Span, behind: bool) -> tuple[Term, ...]:
    """A group in words: the first behind the award, the last before it ("95% hội viên ..., 82 lượt hội viên đạt")."""
    text = document.text
    counted = [m for m in _GROUPS.finditer(text, zone.start, zone.end) if m["many"] or m["beside"]]
    known = [match for match in counted if not _AMONG.search(text, zone.start, match.start())]
    group = known[0 if behind else -1] if known else _TEAM.match(text, zone.start, zone.end)
    if group is None or any(name.overlaps(Span(*group.span())) for name in document.private):
        return ()
    return (Text(" ".join(group[0].split())),)


def _named(document: Document, zone: Span, givers: Sequence[Agent], proposed: bool) -> tuple[Term, ...]:
    taken = {giver.span for giver in givers}
    private = min((name.start for name in document.private if zone.contains(name)), default=zone.end)
    for agent in document.agents_in(zone):
        body = agent.kind == "body" or agent.span in taken or _is_of_post(document, agent)
        if agent.entities and not body and agent.span.start < private and not proposed:
            return agent.entities[:1]
    return ()


def _is_of_post(document: Document, agent: Agent) -> bool:
    """ "cho chị A, Chủ tịch | Hội LHPN xã B": the official is honoured, not the body."""
    return any(post.body == agent.span for person in document.mentions.persons for post in person.posts)


def _official(document: Document, zone: Span) -> tuple[Term, ...]:
    """The one official who opens *zone*; "Đồng chí" alone is the one named before."""
    inside = [p for p in document.persons if zone.contains(p.span)]
    if len({p.entity for p in inside}) == 1 and inside[0].span.start - zone.start < _OPENING_CHARS:
        return (inside[0].entity,)
    before = [p.entity for p in document.persons if p.span.end <= zone.start]
    return (before[-1],) if before and _THEY.fullmatch(document.text, zone.start, zone.end) else ()


def is_vague(given_to: Sequence[Term]) -> bool:
    """ "các tập thể, cá nhân": words for nobody that could be told or counted."""
    words = [term.value for term in given_to if isinstance(term, Text)]
    return bool(words) and not any(_DIGIT.search(text) or _TEAM.match(text) for text in words)

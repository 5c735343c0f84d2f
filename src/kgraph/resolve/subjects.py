"""Who acts in each sentence: its first agent that nothing governs, else the one that the paragraph is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kgraph.document import Agent, AgentMention, Mentions
from kgraph.model import Span
from kgraph.registry.places import Place
from kgraph.registry.words import any_of, joined, lowered, rx
from kgraph.resolve import entities
from kgraph.resolve.context import Context

# Words that make the agent behind them something else than the one who acts: "phong trào chung của Hội LHPN tỉnh".
_GOVERNED = rx(rf"(?ri)(?<!\p{{L}}){any_of('governing')}[ ]+(?:các[ ]+đồng chí[ ]+)?$")
_GOVERNED_CHARS = 40
# "Chiều 13-12, lãnh đạo | Hội LHPN tỉnh trao ...": where a clause begins with who acts for the body, the body acts.
_ACTS_FOR = rx(rf"(?i)(?:^|, ){any_of('delegation')}(?: của)? $")
# "Hội LHPN tỉnh được UBND tỉnh tặng ..."; "đạt được", "có được" are no passives.
_PASSIVE = rx(r"(?i)(?<!\p{L})(?<!đạt )(?<!có )(?<!thu )được(?!\p{L})(?!,)")
# A body of another kind acts only where a clause begins: at the start, or behind an adverbial and a comma.
_CLAUSE_START = rx(r"(?i)^(?:[^,;]{0,150},[ ]*){0,3}(?:đồng chí )?$")
_ALL_LEVELS = rx(r"(?i)các cấp[ ]+$")
_TURN = rx(r"(?i)(?:;|trong đó,?)[ ]*(?:riêng )?$")
_TURN_CHARS = 14
# A sentence that goes on about the one before: its subject stays.
_CONTINUES = rx(rf"(?i){any_of('going-on')}(?!\p{{L}})")
_OPENING_CHARS = 25  # "Đồng chí A - ...", "Chủ tịch Hội ... A"
# "Phát biểu tại buổi gặp mặt, | bà A, Chủ tịch Hội ..."
_SPEAKING = rx(rf"(?i){any_of('speaks-at')}(?!\p{{L}})[^,;.:]{{0,60}},[ ]")
_ORGAN = f"(?:{any_of('executive-organ')}|{any_of('executive-organ-short')})"
_COORDINATION = rx(rf"(?i){joined(';', 'cùng')}(?:{_ORGAN} )?")
# A sentence about guests has no acting subject: "Tới dự hội nghị có ...". It is asked in lower case.
_ATTENDANCE = rx(
    rf"[^.:]{{0,40}}?(?:{any_of('attend')}|dự (?:{any_of('gathering')}|và chỉ đạo)|{any_of('attend-with')}|chủ trì)"
)


def subjects(
    mentions: Mentions, agents: Sequence[Agent], posts: Sequence[Span], known: Context
) -> tuple[Agent | None, ...]:
    """For each sentence, the agent that acts in it. Captions do not change what the text around them is about."""
    free = _outside(agents, posts)
    found: list[Agent | None] = []
    current: Agent | None = None
    topic: Agent | None = None
    previous: Span | None = None
    for sentence in mentions.article.sentences:
        new_line = previous is None or "\n" in mentions.text[previous.end : sentence.start]
        own = _own(mentions.text, sentence, free) or _speaker(mentions, sentence, agents)
        if own is not None:
            current = own if new_line else _same_union(own, current)
        elif new_line:
            current = _home(sentence, known, agents) or current
        elif topic and _below(current, topic) and not _CONTINUES.match(mentions.text, sentence.start):
            current = topic
        topic = current if new_line else topic
        found.append(current)
        previous = sentence
    return tuple(found)


def _same_union(own: Agent, current: Agent | None) -> Agent:
    """The union of the sentence before where "Hội" alone goes on about it: "Hội cũng tích cực ...".

    "Các cấp Hội" is every level of the place instead.
    """
    if own.rule == "union-hoi" and current is not None and is_union(current):
        return current
    return own


def _below(current: Agent | None, topic: Agent) -> bool:
    """Whether a union of a smaller place, told as an example, stands in between: "Hội LHPN huyện Ba Tri là ..."."""
    if current is None or not is_union(current) or not is_union(topic):
        return False
    return all(union.key.startswith(f"{topic.entities[0].key}.") for union in current.entities)


def _outside(agents: Sequence[Agent], posts: Sequence[Span]) -> tuple[Agent, ...]:
    """The agents that are not the body of a post."""
    return tuple(agent for agent in agents if not any(post.overlaps(agent.span) for post in posts))


def turns(mentions: Mentions, agents: Sequence[Agent], posts: Sequence[Span]) -> tuple[Agent, ...]:
    """Agents that take over inside a sentence: "...; Hội LHPN huyện A mở ...", "trong đó Hội LHPN tỉnh ..."."""
    named = (agent for agent in _outside(agents, posts) if agent.entities)
    return tuple(a for a in named if _TURN.search(mentions.text, max(0, a.span.start - _TURN_CHARS), a.span.start))


def _own(text: str, sentence: Span, agents: Sequence[Agent]) -> Agent | None:
    """The first agent of the sentence that nothing governs; one joined to a governed one is governed too."""
    inside = [agent for agent in agents if sentence.contains(agent.span)]
    if not inside or _ATTENDANCE.match(lowered(text), sentence.start, sentence.end):
        return None
    governed_end = -1
    for agent in inside:
        lead = text[sentence.start : agent.span.start]
        chained = governed_end >= 0 and _COORDINATION.fullmatch(text[governed_end : agent.span.start])
        if chained or _is_governed(lead, agent):
            governed_end = agent.span.end
        elif agent.entities and ";" not in lead and (is_union(agent) or _CLAUSE_START.match(lead)):
            return agent
    return None


def _speaker(mentions: Mentions, sentence: Span, agents: Sequence[Agent]) -> Agent | None:
    """An official who opens a sentence speaks for the body of the first post: "Chủ tịch Hội LHPN thị xã A | B nêu"."""
    body = _opening_body(mentions, sentence)
    if body is None or _ATTENDANCE.match(lowered(mentions.text), sentence.start, sentence.end):
        return None
    agent = next((a for a in agents if a.span == body and a.entities and is_union(a)), None)
    return replace(agent, form="implied", resolution=None) if agent else None


def _opening_body(mentions: Mentions, sentence: Span) -> Span | None:
    """The body of the first official in the sentence who, or whose body, opens it."""
    for person in mentions.persons:
        body = next((post.body for post in person.posts if post.body), None)
        if body is None or not sentence.contains(person.span):
            continue
        opening = _SPEAKING.match(mentions.text, sentence.start, sentence.end)
        if min(person.span.start, body.start) - (opening.end() if opening else sentence.start) < _OPENING_CHARS:
            return body
    return None


def _is_governed(lead: str, agent: Agent) -> bool:
    """ "tỉnh ta" acts even behind a preposition; nobody acts behind a passive ("được ... tặng")."""
    if agent.form == "local" or _ALL_LEVELS.search(lead[-12:]):
        return False
    governed = _GOVERNED.search(lead[-_GOVERNED_CHARS:]) and not _ACTS_FOR.search(lead)
    return bool(governed or _PASSIVE.search(lead))


def _home(sentence: Span, known: Context, agents: Sequence[Agent]) -> Agent | None:
    """The union of the section or of the article; a cluster that the title names is at home too."""
    here = Span(sentence.start, sentence.start)
    place: Place | None = known.section_at(sentence.start) or known.home
    if place is None and any(is_union(agent) for agent in agents):
        place = known.site  # a text without any union is not about the one of its site
    if place is not None:
        return Agent(here, "union", "implied", (entities.union(place),), "union-implied")
    first = next((a for a in agents if a.entities), None)
    if first is not None and first.kind == "cluster":
        return Agent(here, "cluster", "implied", first.entities, "cluster-implied")
    return None


def is_union(mention: AgentMention | Agent) -> bool:
    """Whether the agent is a women's body."""
    return mention.kind in ("union", "cluster", "women")

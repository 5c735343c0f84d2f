"""Persons with the posts said of them right there: "đồng chí A - Phó Chủ tịch Hội ...", "Chủ tịch UBND tỉnh B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import regex

from kgraph.document import AgentMention, Mentions, PersonMention, PostMention
from kgraph.mentions._grammar import surnames
from kgraph.mentions._posts import Chain, chains
from kgraph.mentions.bodies import at_place_of, may_share_place
from kgraph.model import Span
from kgraph.registry.table import rows
from kgraph.registry.words import alternatives, any_of, joined, rx

AFTER = ("bodies",)

_SYLLABLE = r"\p{Lu}(?:[’'`]\p{Lu})?[\p{Ll}’'`]*"
_NAME_BEHIND_POST = rx(rf" (?P<name>{_SYLLABLE}(?: {_SYLLABLE}){{1,4}})(?![\p{{L}}])")
# Between a name and the posts behind it: "A - Phó Chủ tịch", "A, Chủ tịch", "A (Chủ tịch ...)", "A hiện là Chủ tịch".
_TO_POST = rx(
    r"(?:[ ]*(?:,|-|–|—|:|\()[ ]*(?:hiện |đồng thời )?(?:là )?(?:đang )?(?:giữ chức (?:vụ )?)?| (?:hiện )?là "
    r"| (?:tiếp tục )?(?:được )?(?:tín nhiệm )?(?:bầu (?:làm|giữ chức)|(?:tái )?đắc cử|tái cử|giữ chức)"
    r" (?:chức )?(?:danh )?(?:vụ )?| )(?:nguyên (?:là )?)?"
)
# "Chủ tịch Hội LHPN huyện A - B", "Chủ tịch ... là bà B"
_LINKS = frozenset({"-", "–", "—", "là", "- bà", "- ông", "là bà", "là ông", "- đồng chí", "là đồng chí"})
_JOINT = rx(r" (?:đều (?:là|giữ chức)|giữ chức|được bầu (?:làm|giữ chức))")
_LIST_STEP = rx(joined(";", "cùng"))
# "đường Đỗ Mười", "Học bổng Hoàng Ngân": the person gave a name to something.
_NAMESAKE = rx(rf"(?i){any_of('namesake')}[ ]+$")
_NEAR_CHARS = 30  # how far behind a chain of posts the name it belongs to may begin
_STEP_CHARS = 12  # room for a form of address between two names of a list: "A và đồng chí B"


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name in the text and the form of address before it, if any."""

    span: Span
    text: str
    address: str | None


@lru_cache(maxsize=1)
def _addresses() -> dict[str, bool]:
    """Forms of address in lower case, and whether one alone leaves its bearer private ("chị")."""
    return {row["form"].lower(): row["private"] == "maybe" for row in rows("honorifics.tsv")}


@lru_cache(maxsize=1)
def _name_pattern() -> regex.Pattern[str]:
    forms = alternatives(_addresses())
    address = rf"(?P<address>(?i:{forms}))(?: ?:)? (?:(?i:{forms}) )?"
    return rx(
        rf"(?<![\p{{L}}\d’'-])(?:{address}(?P<name>{_SYLLABLE}(?: {_SYLLABLE}){{1,4}})"
        rf"|(?P<name>{alternatives(surnames())}(?: {_SYLLABLE}){{1,4}}))(?![\p{{L}}])"
    )


def recognise(mentions: Mentions) -> Mentions:
    """*mentions* with persons, each with the posts said beside the name."""
    found = chains(mentions)
    names = _names(mentions, found)
    posts = _claims(mentions.text, names, found)
    known = {name.text for name in names if posts[name.span]}
    persons = tuple(_person(name, posts[name.span], known) for name in names)
    used = {post for said in posts.values() for post in said}
    homes = tuple(agent for chain in found if used & set(chain.posts) for agent in chain.agents)
    placed = _with_places(mentions.agents, found)
    agents = tuple(sorted({*placed, *homes}, key=lambda a: (a.span, a.rule)))
    return replace(mentions, persons=persons, agents=agents)


def _with_places(agents: tuple[AgentMention, ...], found: tuple[Chain, ...]) -> Iterator[AgentMention]:
    """ "Bí thư Đảng ủy, Chủ tịch HĐND xã": the first body shares the place said behind the next one of the chain."""
    by_span = {agent.span: agent for agent in agents}
    placed: dict[Span, AgentMention] = {}
    for chain in found:
        bodies = [by_span[post.body] for post in chain.posts if post.body in by_span]
        for here, after in reversed(list(pairwise(bodies))):
            source = placed.get(after.span, after)
            if may_share_place(here, source):
                placed[here.span] = at_place_of(here, source)
    yield from (placed.get(agent.span, agent) for agent in agents)


def _person(name: Name, posts: tuple[PostMention, ...], known: set[str]) -> PersonMention:
    private = not posts and name.text not in known
    rule = "person-post" if posts else "person-private" if private else "person-again"
    return PersonMention(name.span, rule, name.text, posts, private)


def _names(mentions: Mentions, found: tuple[Chain, ...]) -> list[Name]:
    """Personal names: behind a form of address or a post, or begun by a family name; no words of a body or a post."""
    taken = [m.span for m in mentions.agents] + [post.span for chain in found for post in chain.posts]
    names = {name.span.start: name for name in _behind_posts(mentions.text, found)}
    position, pattern = 0, _name_pattern()
    while match := pattern.search(mentions.text, position):
        span = Span(*match.span("name"))
        clash = min((t for t in taken if t.overlaps(span)), default=None)
        position = match.end()
        if clash is not None and clash.start > span.start:
            span = _cut(mentions.text, span, clash.start)
        elif clash is not None:
            position, span = max(match.start() + 1, clash.end), Span(span.start, span.start)
        if _is_name(mentions.text, span) and not any(n.span.overlaps(span) for n in names.values()):
            names[span.start] = Name(span, " ".join(span.of(mentions.text).split()), match["address"])
    return [names[start] for start in sorted(names)]


def _behind_posts(text: str, found: tuple[Chain, ...]) -> Iterator[Name]:
    """A name right behind a post and its body needs no known family name: "Chủ tịch Hội LHPN tỉnh | Ngũ Thị ..."."""
    for chain in found:
        match = _NAME_BEHIND_POST.match(text, chain.span.end)
        if match and chain.posts[-1].body is not None:
            yield Name(Span(*match.span("name")), " ".join(match["name"].split()), None)


def _is_name(text: str, span: Span) -> bool:
    long_enough = span.end - span.start > 3 and " " in span.of(text)
    return long_enough and not _NAMESAKE.search(text, max(0, span.start - 20), span.start)


def _cut(text: str, span: Span, stop: int) -> Span:
    return Span(span.start, span.start + len(text[span.start : stop].rstrip(" ,-–")))


def _claims(text: str, names: list[Name], found: tuple[Chain, ...]) -> dict[Span, tuple[PostMention, ...]]:
    """Which posts belong to which name. A chain directly before a name is that name's, unless one before it took it."""
    claimed: set[Span] = set()
    before = {name.span: _before(text, name, found) for name in names}
    adjacent = {chain.span for chain in before.values() if chain is not None and chain.adjoins}
    posts: dict[Span, tuple[PostMention, ...]] = {}
    shared: tuple[PostMention, ...] = ()
    last: Name | None = None
    for name in names:
        ahead = before[name.span]
        mine = ahead.chain.posts if ahead is not None and ahead.span not in claimed else ()
        claimed.update({ahead.span} if ahead is not None and mine else ())
        if not mine and shared and last is not None and _follows(text, last, name):
            mine = shared
        behind = _behind(text, name, found)
        if behind is not None and behind.span not in adjacent | claimed:
            claimed.add(behind.span)
            mine = (*mine, *behind.posts)
        shared = mine if (ahead is not None and ahead.chain.plural) or (shared and mine == shared) else ()
        posts[name.span], last = mine, name
    return _shared_back(text, names, posts)


def _shared_back(
    text: str, names: list[Name], posts: dict[Span, tuple[PostMention, ...]]
) -> dict[Span, tuple[PostMention, ...]]:
    """ "Các đồng chí A, B giữ chức Phó Chủ tịch ...": the post behind the last name is that of the names before it."""
    for here, after in reversed(list(pairwise(names))):
        said = posts[after.span]
        joint = said and said[0].span.start >= after.span.end and _JOINT.match(text, after.span.end)
        if joint and not posts[here.span] and _follows(text, here, after):
            posts[here.span] = said
    return posts


@dataclass(frozen=True, slots=True)
class _Ahead:
    chain: Chain
    adjoins: bool

    @property
    def span(self) -> Span:
        return self.chain.span


def _before(text: str, name: Name, found: tuple[Chain, ...]) -> _Ahead | None:
    """The chain of posts that leads up to *name*: "Phó Chủ tịch Hội LHPN tỉnh A", "Chủ tịch Hội LHPN tỉnh, bà A"."""
    near = (c for c in found if 0 <= name.span.start - c.span.end < _NEAR_CHARS)
    return next((ahead for chain in near if (ahead := _ahead(text, chain, name))), None)


def _ahead(text: str, chain: Chain, name: Name) -> _Ahead | None:
    """*chain* as the posts of *name*, where nothing but a colon or a form of address stands between them."""
    between = text[chain.span.end : name.span.start]
    said = " ".join(between.lower().replace(":", " ").replace(",", " ").split())
    if not between.strip():
        return _Ahead(chain, adjoins=True)
    if said in _addresses() and ";" not in between:
        return _Ahead(chain, adjoins="," not in between)
    linked = (not said and ":" in between) or said in _LINKS
    return _Ahead(chain, adjoins=False) if linked else None


def _behind(text: str, name: Name, found: tuple[Chain, ...]) -> Chain | None:
    step = _TO_POST.match(text, name.span.end)
    return next((c for c in found if step and c.span.start == step.end()), None)


def _follows(text: str, last: Name, name: Name) -> bool:
    step = _LIST_STEP.match(text, last.span.end)
    return step is not None and step.end() <= name.span.start <= step.end() + _STEP_CHARS

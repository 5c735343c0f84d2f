"""Which posts are said of which name: before it, behind it, or once for a whole list of names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kgraph.document import PostMention
from kgraph.mentions._names import Name, addresses
from kgraph.mentions._posts import ELECTED, TERM, Chain
from kgraph.model import Span
from kgraph.registry.words import any_of, joined, rx

Said = Mapping[Span, tuple[PostMention, ...]]

_FORMER = rf"(?i:(?:nay là )?{any_of('former')} )?"
_BORN = r"(?:\d{2} tuổi|(?:SN|sinh năm|sinh) ?\d{4})"
_AGE = rf"{_BORN}(?:[,;] (?:hiện )?(?:trú|ngụ|quê|ở|thường trú)[^,;.()\n]{{2,50}})?"
# "A (SN 1972, trú tại xã B, huyện C), là Chủ tịch", "A ở phường B, thành phố C - nguyên Chủ tịch"
_WHEREABOUTS = rf"(?:[ ]*\({_BORN}[^()\n]{{0,120}}\)| (?:ở|ngụ|trú|quê) [^;.()\n]{{2,60}}?(?= [-–] ))?"
# "A (bên phải), Chủ tịch", "A (thứ 2 từ trái sang) - Phó Chủ tịch": where in the picture the person is.
_IN_PICTURE = rf"(?:[ ]*\([^()\n]{{0,30}}{any_of('in-picture')}(?!\p{{L}})[^()\n]{{0,20}}\))?"
# Between a name and the posts behind it: "A - Phó Chủ tịch", "A, 74 tuổi, nguyên Chủ tịch", "A (Chủ tịch ...)",
# "A hiện là Chủ tịch", "A - đã được tín nhiệm bầu giữ chức Chủ tịch".
_TO_POST = rx(
    rf"{_IN_PICTURE}{_WHEREABOUTS}(?:,[ ]*{_AGE})?"
    rf"(?:[ ]*(?:,|-|–|—|:|\()[ ]*(?:{_AGE},[ ]*)?(?:hiện |đồng thời )?(?:là )?(?:đang )?(?:{ELECTED})?"
    rf"|,? (?:trước khi [^,;.()\n]{{2,30}} )?(?=(?i:{any_of('former')}) )| (?:hiện )?là | {ELECTED}| ){_FORMER}"
)
_JOINT = rx(rf" (?:đều là|(?:đều )?{ELECTED})")
# "Chủ tịch Hội LHPN huyện A - B", "Chủ tịch ... là bà B", "3 Ủy viên ... gồm các bà: B, C"
_LINK = rx(r"(?:[-–—]|là|gồm)(?:[ ]+|$)")
# "Được chỉ định giữ chức Chủ tịch Hội LHPN phường từ ngày 1/7, chị B"
_SINCE = rx(rf"{TERM}(?:[ ]*từ (?:ngày|tháng|năm) [\d/.-]+(?=,))?")
_OF_MANY = rx(rf"{any_of('post-of-many')}(?!\p{{L}})")
_LIST_STEP = rx(joined(";", "cùng"))
_NEAR_CHARS = 30  # how far behind a chain of posts the name it belongs to may begin
_FAR_CHARS = 170  # how far behind a name its posts may begin: age, home and picture may stand between
_STEP_CHARS = 12  # room for a form of address between two names of a list: "A và đồng chí B"


@dataclass(frozen=True, slots=True)
class _Group:
    """Posts said once for a list of names, the mark between its items (None: not known yet), where its last one ends.

    "các Phó Chủ tịch Hội LHPN tỉnh: A, B; C, Chủ tịch ..." ends with B; "3 Ủy viên Ban Chấp hành là các bà: A, Chủ
    tịch ...; B, Chủ tịch ..." goes on over the semicolon, since what stands behind a comma is A's own post.
    """

    posts: tuple[PostMention, ...] = ()
    mark: str | None = None
    end: int = 0


def claims(text: str, names: Sequence[Name], found: tuple[Chain, ...]) -> Said:
    """The posts of each name. A chain directly before a name is that name's, unless one before it took it."""
    claimed: set[Span] = set()
    before = {name.span: _before(text, name, found) for name in names}
    adjacent = {ahead.span for ahead in before.values() if ahead is not None and ahead.adjoins}
    posts: dict[Span, tuple[PostMention, ...]] = {}
    group = _Group()
    for name in names:
        ahead = before[name.span]
        mine = ahead.chain.posts if ahead is not None and ahead.span not in claimed else ()
        claimed.update({ahead.span} if ahead is not None and mine else ())
        if ahead is not None and mine:
            group = _begun(ahead, mine)
        else:
            group = _continued(text, group, name)
            mine = group.posts
        behind = _behind(text, name, found)
        if behind is not None and behind.span not in adjacent | claimed:
            claimed.add(behind.span)
            mine = (*mine, *behind.posts)
            group = replace(group, mark=group.mark or ";", end=behind.span.end)
        else:
            group = replace(group, end=name.span.end)
        posts[name.span] = mine
    return _shared_back(text, names, posts)


def _begun(ahead: _Ahead, posts: tuple[PostMention, ...]) -> _Group:
    """The group that *posts* begin. A body has several deputies: "Phó Chủ tịch Hội A và B" are two of them."""
    if ahead.chain.plural:
        return _Group(posts)
    of_many = ahead.adjoins and len(posts) == 1 and _OF_MANY.match(posts[0].title)
    return _Group(posts, mark="và") if of_many else _Group()


def _continued(text: str, group: _Group, name: Name) -> _Group:
    """*group* with *name* in it, or an empty one where the list of names has ended before."""
    step = _LIST_STEP.match(text, group.end) if group.posts else None
    if step is None or not step.end() <= name.span.start <= step.end() + _STEP_CHARS:
        return _Group()
    mark = step[0].strip() if group.mark == "và" else ";" if ";" in step[0] else ","
    return replace(group, mark=group.mark or mark) if group.mark in (None, mark) else _Group()


def _shared_back(text: str, names: Sequence[Name], posts: dict[Span, tuple[PostMention, ...]]) -> Said:
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
    """*chain* as the posts of *name*, where nothing but a link, a colon or a form of address stands between them."""
    since = _SINCE.match(text, chain.span.end)
    between = text[min(since.end() if since else chain.span.end, name.span.start) : name.span.start]
    if not between.strip():
        return _Ahead(chain, adjoins=True)
    said = " ".join(between.lower().replace(":", " ").replace(",", " ").split())
    if said in addresses() and ";" not in between:
        return _Ahead(chain, adjoins="," not in between)
    link = _LINK.match(said)
    linked = link is not None and (said[link.end() :] in addresses() or link.end() == len(said))
    return _Ahead(chain, adjoins=False) if linked or (not said and ":" in between) else None


def _behind(text: str, name: Name, found: tuple[Chain, ...]) -> Chain | None:
    near = (c for c in found if 0 <= c.span.start - name.span.end < _FAR_CHARS)
    return next((c for c in near if _TO_POST.fullmatch(text, name.span.end, c.span.start)), None)


def _follows(text: str, last: Name, name: Name) -> bool:
    step = _LIST_STEP.match(text, last.span.end)
    return step is not None and step.end() <= name.span.start <= step.end() + _STEP_CHARS
